"""How contracts name their health assessment, tell when and by whom it was made, and what it found."""

import re

from extractors.guarded import guarded

_QUALIFIED = (
    r"(?:\s+(?:initia(?:l|ux)|préalables?|loca(?:l|ux)|partagés?|territoria(?:l|ux)|territorialisés?|participatifs?|sanitaires?|socia(?:l|ux)|"
    r"quantitatifs?|qualitatifs?|santé|de\s+santé|en\s+santé|du\s+territoire|de\s+territoire|et))*"
)
#: With the words that make it one of health or of a territory.
ASSESSMENT = guarded(
    rf"\b(?:diagnostics?(?=\s+(?:initial|préalable|loca|partagé|territoria|participatif|sanitaire|santé|de\s+santé|en\s+santé|d[eu]\s+territoire)){_QUALIFIED}|"
    r"portraits?\s+(?:de\s+santé|santé|de\s+territoire|du\s+territoire|territorial|socio-sanitaire)(?:\s+du\s+territoire)?|profils?\s+(?:de\s+)?santé|"
    r"états?\s+des\s+lieux\s+(?:sanitaire|de\s+santé|partagé|du\s+territoire|territorial)(?:\s+et\s+social)?)\b",
    re.IGNORECASE,
)
#: "le diagnostic": of a territory when a sentence says that it was made or found something, of an illness otherwise.
BARE = guarded(
    r"\b(?:le|ce|du|un|son)\s+diagnostic\b(?!\s+(?:précoce|tardif|médical|financ|de\s+(?!20)|du\s|des\s|d['’]|différentiel|social\b|énergétique|psych|clinique))",
    re.IGNORECASE,
)
NOT_OURS = guarded(
    r"(?:retards?|délais?|annonce|errance|outils?|accès\s+au|moyens?)\s+(?:d[eu]|au)?\s*diagnostic|évaluation\s+d[eu]\s+(?:contrat|CLS)|fait\s+de\s+ce\s+sujet",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"^(?:[\dIVX]+(?:[.)][\d.)]*)?\s*(?:[-–—:.]\s*)?)?(?:article\s+\d+\s*[-–—:]\s*)?(?:l[ea]s?\s+|l['’]|une?\s+)?(?:premiers\s+)?(?:éléments?\s+(?:de|du)\s+|synthèse\s+du\s+|résultats\s+du\s+|constats?\s+du\s+|rappel\s+du\s+)?"
    r"(?:diagnostics?\b(?!\s+(?:précoce|tardif|médic))|portraits?\s+(?:de\s+santé|de\s+territoire|du\s+territoire|socio|territorial|santé)|profil\s+(?:de\s+)?santé|"
    r"états?\s+des\s+lieux)",
    re.IGNORECASE,
)
#: A chapter that ends the one on the assessment where levels of titles do not.
OTHER_CHAPTER = re.compile(
    r"^(?:article\b|axes?\b|fiches?\b|annexes?\b|signatures?|orientations?\b|objet\b|gouvernance|préambule|engagements?|plan\s+d['’]actions)",
    re.IGNORECASE,
)
CALENDAR_TITLE = guarded(r"étapes|calendrier|planning|prochaines|à\s+venir", re.IGNORECASE)

_DONE = r"(?:réalis|men|élabor|effectu|actualis|coordonn|rédig|finalis|achev|restitu|présent|publi|valid|partag|confi)é|(?:condui|produi|construi)t|établi|mis\s+à\s+jour|lanc(?:é|ée)\b"
MADE = re.compile(rf"\b(?:{_DONE}|missionné|mandaté)e?s?\b|\bdat(?:e|ent|é|ée)\s+d[eu]\b", re.IGNORECASE)
UPDATED = guarded(r"\b(?:actualisé|mis\s+à\s+jour|réactualisé)", re.IGNORECASE)
AUTHORED = re.compile(
    r"\b(?:(?:réalis|men|élabor|effectu|actualis|coordonn|rédig|produi|condui|construi|établi|mis)(?:és?|ées?|ts?|tes?|s|es?)?(?:\s+à\s+jour)?)\b"
    r"[^.;]{0,70}?\bpar\s*:?\s+(?!an\b)|\bconfiée?s?\s+(?:à\s+(?!nouveau)|au\s+|aux\s+)",
    re.IGNORECASE,
)
#: "L'ORS a réalisé en 2018 le diagnostic", "Le cabinet X a été mandaté pour conduire le diagnostic".
MADE_BY = re.compile(
    r"^(?P<who>[^.;:]{3,160}?)\s+(?:a|ont)\s+(?:été\s+(?:mandaté|retenu|chargé|missionné|sollicité)e?s?\s+(?:par\s+[^,;.]{3,60}?\s+)?(?:pour|de|d['’])\s*)?"
    r"(?:réalis|men|élabor|effectu|condui|produi|établi|rédig)(?:é|er|t|re|r)?\b[^.;:]{0,40}$",
    re.IGNORECASE,
)
ADVERBIAL = re.compile(r"^(?:dans|en|au|depuis|afin|pour|à|lors|dès)\b[^,]*,\s*", re.IGNORECASE)
AUTHOR_END = re.compile(
    r",?(?<!\s)\s+(?:en\s+(?:20\d\d|\w+\s+20\d\d|lien|partenariat|collaboration|concertation|appui)|de\s+\w+\s+(?:20\d\d\s+)?à\s|au\s+(?:cours|premier|second|deuxième|printemps|début)|"
    r"entre\s|sur\s|à\s+partir|avec\s|a\s|ont\s|fait\s|font\s|met\s|mettent\s|révèle|souligne|date\b|dans\s|pour\s|qui\s|lors\s|depuis\s|courant\s|"
    r"l[ea]\s+\d|restitué|publié|finalisé|fin\s+20|début\s+20)|(?<!\s)\s*\(\s*(?:20|19)\d\d|[.;:]|,\s+le\s+diagnostic|,\s+(?:il|elle|ce)\s",
    re.IGNORECASE,
)
AUTHOR_HEAD = re.compile(
    r"(?:cabinet|bureau|consultant|prestataire|observatoire|équipe|fédération|agence|instance|comité|université|collège|société|plateforme|centre|ireps|ors\b|coordonn|coordinat)",
    re.IGNORECASE,
)
#: An assessment to come, or only asked for.
FUTURE = re.compile(
    r"\b\w{2,}(?:er|ir|dr|vr)(?:a|ont)\b|\bser(?:a|ont)\b|\baur(?:a|ont)\b|\bva\s+être\b|reste\s+à|à\s+(?:réaliser|venir|conduire)\b|\best\s+prévue?\b|"
    r"appels?\s+d['’]offres|cahier\s+des\s+charges|\bdoi(?:t|vent)\b|envisag|préalable\s+à\s+tout|marché\s+public|se\s+déroulera",
    re.IGNORECASE,
)
#: Words between "réalisé" and a date that make it the date of another thing.
OTHER_DATE = re.compile(
    r"données|recensement|contrat|sign|insee|source|population|plan\b|projet|depuis|période|base\b|entretien",
    re.IGNORECASE,
)
NEXT_TO_NAME = re.compile(
    r"^\s*(?:,\s*)?(?:de\s+|d['’]|du\s+|\(\s*|[-–—]\s*)?(?:\w+\s+)?(?=20\d\d\b)", re.IGNORECASE
)
OPENING_DATE = re.compile(r"^\s*(?:en|au\s+cours|courant|au|dès|le|début|fin)\s", re.IGNORECASE)
DATE_LABEL = re.compile(r"^\s*(?:date|année|période)(?:\s+de\s+réalisation)?\s*:", re.IGNORECASE)

#: "fait ressortir", "met en évidence": what follows are the needs.
FOUND = guarded(
    r"\b(?:f(?:ait|ont|aisait|aire)\s+(?:ainsi\s+|notamment\s+)?(?:ressortir|apparaître|émerger)|fait\s+(?:ainsi\s+)?ressortir|"
    r"m(?:et|ettent|is|ise|ettre)\s+(?:notamment\s+|ainsi\s+)?en\s+(?:évidence|lumière|exergue|avant)|"
    r"permis\s+d(?:e|['’])\s*(?:identifier|dégager|repérer|établir|retenir|mettre\s+en\s+\w+|faire\s+\w+)|soulign(?:e|ent|é)|révèl(?:e|ent)|révélé|"
    r"identifi(?:e|ent|é)\b|pointe(?:nt)?\b|dégage(?:nt)?\b)\s*",
    re.IGNORECASE,
)
_NEED_WORD = (
    r"(?:besoins?|enjeux?|priorités?|constats?|problématiques?|défis?|difficultés?|besoins?\s+de\s+santé)"
)
#: "les besoins suivants :", "trois priorités, à savoir": words before the list itself.
NEEDS_INTRO = guarded(
    rf"^(?:plusieurs|les|des|\w+)?\s*(?:(?:grands?|principaux|principales)\s*)?{_NEED_WORD}\b[^:;.]{{0,60}}?\s*(?:[:;]\s*|,\s+à\s+savoir\s+|,\s+notamment\s+)",
    re.IGNORECASE,
)
#: "Trois besoins ressortent du diagnostic :", "Les besoins prioritaires identifiés sont :".
NEEDS_ARE = guarded(
    rf"\b{_NEED_WORD}\b[^:.]{{0,80}}?(?:ressort(?:ent|i)?|émergent|apparaissent|se\s+dégagent|identifiés|repérés|prioritaires|majeurs)\b[^:.]{{0,80}}?(?:\bsont\s*:?|:)\s*",
    re.IGNORECASE,
)
NEEDS_TITLE = guarded(
    r"synthèse|^(?:[\dIVX]+(?:[.)][\d.)]*)?\s*(?:[-–—:.]\s*)?)?(?:l[ea]s?\s+|nos\s+|principaux\s+|grands\s+)*enjeux\b|besoins\s+(?:identifiés|prioritaires|de\s+santé|repérés|du\s+territoire|de\s+la\s+population)|principaux\s+(?:constats|besoins)|à\s+retenir|"
    r"faut\s+retenir|constats\s+partagés|points?\s+clés|problématiques\s+(?:identifiées|prioritaires)|conclusions?\b",
    re.IGNORECASE,
)
#: A title that needs no chapter around it.
NEEDS_OF_ASSESSMENT = guarded(
    r"(?:synthèse|enjeux|besoins|constats|conclusions?)\b.{0,40}diagnostic|besoins\s+(?:de\s+santé\s+)?(?:identifiés|prioritaires|repérés)",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"^\s*(?:il|elle|celui-ci|ce\s+(?:travail|diagnostic|document|portrait)|cette\s+(?:étude|analyse|démarche)|ces\s+(?:travaux|constats)|ses\s+\w+)\b",
    re.IGNORECASE,
)
