"""How contracts announce their parties, write organisations, and name the persons who sign."""

import re

from extractors.guarded import guarded

#: Headings and sentences after which the parties are listed.
PARTIES = re.compile(
    r"^(?:les?\s+)?(?:entre(?:\s+les\s+soussignée?s?)?|parties(?:\s+(?:au|du|signataires|contractantes).*)?|"
    r"(?:organismes\s+|partenaires\s+|institutions\s+)?signataires(?:\s+(?:du|de|sont).*)?|qui\s+signe.*|"
    r"entre\s+les\s+(?:parties|soussign|institutions|organismes|partenaires|collectivités|personnes).*|ont\s+signé.*|il\s+est\s+conclu\s+entre.*|identification\s+des\s+parties.*|"
    r"le\s+présent.{0,60}(?:conclu|établi|passé|signé)\s+entre.*|les\s+signataires\b.{0,60}|"
    r"(?:les\s+)?(?:parties|co-?contractants|contractants|engagements?\s+entre)\b.{0,40}|"
    r"(?:est\s+)?(?:conclu|établi|passé|signé)\s+entre.{0,40}|contrat\s+conclu\s+entre.{0,30}|"
    r"(?:les\s+)?soussignée?s|.{0,60}\bd.accord\s+entre)\s*:?\s*$",
    re.IGNORECASE,
)
#: A paragraph that ends by announcing them, and one that begins with "Entre : la commune de X, représentée par …".
PARTIES_TAIL = guarded(
    r"(?:(?:^|[.;:]\s+)entre\s+les\s+(?:soussignée?s?|parties)|\b(?:conclu|passé|établi|signé|"
    r"intervenu|convenu)e?\s+entre(?:\s+les\s+(?:soussignée?s?|parties))?"
    r"|(?:^|[.;:]\s+)(?:les\s+)?signataires[^.:]{0,40}\s+sont)\s*:?\s*$"
    r"|\b(?:il|contrat|CLSM?|protocole|document|accord)\b[^.;:]{0,40}\b(?:engage|lie|unit|réunit)\b[^.;:]{0,40}:\s*$"
    r"|\b(?:signé|conclu|paraphé)\w?\s+(?:le\s[^.;:]{4,40}\s)?par\s*:\s*$",
    re.IGNORECASE,
)
PARTIES_OPEN = guarded(
    r"(?:^|[.:;]\s+|\d\s+|(?-i:\s(?=E))|\b(?:conclu|passé|établi|"
    r"signé)e?\s+)entre(?:\s+les\s+(?:soussignée?s?|parties)(?:\s+suivantes)?)?\s*(?::\s*|"
    r"\s+)(?=(?:l[ea]s?\b|l['’]|[A-ZÉ]))",
    re.IGNORECASE,
)
#: What ends the list.
PARTIES_END = guarded(
    r"il (?:est|a été) (?:convenu|exposé|arrêté|préalablement)|sans être signataires?|^vus?\b|"
    r"^considérant|préambule|^visas?$|"
    r"^art(?:icle\b|\.)|^sommaire|exposé des motifs|associée?s à la (?:mise|démarche)|participent aux|^introduction",
    re.IGNORECASE,
)
VISA = re.compile(r"vus?\b|considérant", re.IGNORECASE)
#: The number of a party in a list: "1. La communauté …", "2) …".
NUMBERED = re.compile(r"^\s*\d{1,2}\s*[.)°/-]\s*(?:[-–]\s*)?(?=[A-ZÉÈl])")
#: What a sentence says before its first party.
BINDS = re.compile(
    r"^\W*(?:[^.;:]{0,60}?\b)?(?:contrat|protocole|avenant|convention|CLSM?)\b[^.;:]{0,40}?\b"
    r"(?:lie|unit|engage|réunit|associe|conclu\w*\s+entre|signé\w*\s+(?:entre|par)|passé\w*\s+entre)\s+",
    re.IGNORECASE,
)
#: "Ville de Beaupréau – Franck Aubinière, maire".
DASHED = re.compile(r"^(?P<name>[^–—:]{3,120}?)\s+[–—:-]\s+(?P<person>.{4,160})$")
#: A sentence about those who help and do not sign.
BYSTANDERS = re.compile(
    r"\b(?:apport\w+\s+(?:leur|son)\s+(?:concours|appui|soutien)|sont\s+(?:les\s+)?(?:partenaires|associée?s)|"
    r"(?:ont|a)\s+(?:été\s+(?:associée?s?|consultée?s?)|participé|contribué)|sans\s+(?:en\s+être|être|s['’]engager|(?:l[ae]\s+|l['’])?signer)|"
    r"avec\s+la\s+(?:participation|contribution)|n[e'’]\s*(?:sign\w+|(?:en\s+)?(?:sont|est))\s+pas|participent|contribuent|accompagnent)\b",
    re.IGNORECASE,
)
CONNECTIVE = re.compile(
    r"^(?:(?:entre|et|d.une part|d.autre part|de première part|de seconde part|ainsi que)[\s,:;.]*){1,3}$",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r",?(?<!\s)\s*\b(?:d.une part|d.autre part|de première part|ci-après\b.*|dénommée?.*|dont le siège\b.*|"
    r"sise?\b.*|siégeant\b.*|"
    r"\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|boulevard|place|quai|cours|allée|chemin|route)\b.*|"
    r"(?:en\s+vertu|par\s+délibération)\b.*|dûment\b.*|habilitée?\b.*|autorisée?\b.*|agissant\b.*|établissement\s+public\b(?!\s+de\s+santé).*|domiciliée?\b.*|nouveau signataire|nouvelle signataire|"
    r"d.une\s+part)\s*[,;.]*\s*$",
    re.IGNORECASE,
)
REPRESENTED = guarded(
    r",?(?<!\s)\s*\(?(?:et\s+)?(?:légalement\s+|ici\s+|dûment\s+|"
    r"valablement\s+)?(?:représenté(?:\(?e\)?)?(?:\(?s\)?)?|agissant)\s+(?:aux\s+présentes\s+|"
    r"dans\s+cet\s+acte\s+)?"
    r"(?P<each>respectivement\s+)?par\s*:?\s+(?:l[ea]s?\s+|l['’])?(?P<own>(?:s(?:on|a|es)|leurs?)\s+)?",
    re.IGNORECASE,
)
FOR = re.compile(r"^\s*pour\s+(?=(?:l[ea]s?\b|l['’]|[A-ZÉÈÎ]))", re.IGNORECASE)

CIVILITY = (
    r"(?:M\.|MM\.|Mme|Mmes|Mlle|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|Dr|[Dd]octeure?|Pr|[Pp]rofesseure?|Me)"
)
_NAME = r"[A-ZÉÈÊËÀÂÎÏÔÖÛÜÇ][\w'’.-]*"
_PARTICLE = r"(?:de|du|des|d['’]|le|la|von|van|ben|el|al|da|dos)"
PERSON = re.compile(
    rf"(?:\b(?:le|la)\s+)?{CIVILITY}(?:\s+(?:le|la)\s+(?:Docteure?|Dr|Professeure?|Pr|Préfète?))?\s+"
    rf"(?P<name>{_NAME}(?:[\s-]+(?:{_PARTICLE}\s*)?{_NAME}){{0,4}})"
)
BARE_PERSON = re.compile(rf"^(?P<name>{_NAME}(?:\s+(?:{_PARTICLE}\s*)?{_NAME}){{1,3}})$")
#: "Rémi Castan pour l'ARS Occitanie", "M. Rey, directeur, au nom de l'ARS".
PERSON_FOR = re.compile(
    rf"^(?:de\s+|"
    rf"d['’])?(?:{CIVILITY}\s+)?(?P<person>{_NAME}(?:\s+(?:{_PARTICLE}\s*)?{_NAME}){{1,3}}),?\s*(?P<role>(?!pour\b|"
    rf"au\b)[a-zéè][^,;]{{3,80}},\s+)?"
    r"(?:pour(?:\s+le\s+compte\s+d(?:e|u|es))?|agissant\s+pour|au\s+nom\s+d[eu]|représentant)\s*(?:la\s+|le\s+|l['’])?(?P<name>[^,;]{2,120})$"
)
#: A list in which persons come before whom they act for.
ACTS_FOR = re.compile(
    r"\bpour\s+le\s+compte\s+d(?:e\b|u\b|es\b|['’])|\bagissant\s+(?:pour|au\s+nom)\b", re.IGNORECASE
)
ROLE = re.compile(
    r"^(?:(?:la|le|l['’]|son|sa)\s*)?(?P<role>(?:(?:premi(?:er|ère)|deuxième|seconde?|1(?:er|ère|re)|2e)\s+)?(?:vice-|sous-|co-)?(?:présidente?|préf(?:et|ète)|maire|"
    r"directeur|directrice|recteur|rectrice|délégué|déléguée|"
    r"secrétaire|adjointe?|conseillère?|administrateur|administratrice|chef|cheffe|responsable|"
    r"inspecteur|inspectrice|doyenne?|médecin|"
    r"trésorier|trésorière|coordinateur|coordinatrice|commissaire)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)

#: The office inside a line that says all: "Pour la commune de X Maire, Jean-Loup Y".
ROLE_INSIDE = re.compile(
    r"(?<=\s)(?:(?:La|Le)\s+)?(?:Vice-p|P)résidente?\b|(?<=\s)(?:(?:La|Le)\s+)?(?:Sous-p|P)réf(?:et|"
    r"ète)\b|(?<=\s)(?:(?:La|Le)\s+)?(?:Maire|Direct(?:eur|rice)|Rect(?:eur|rice)|Secrétaire|"
    r"Délégu[ée]+|Adjointe?)\b"
)
#: First cells of the row that names the columns, folded.
ROW_HEADS = re.compile(
    r"(?:signataires?|organismes?|structures?|institutions?|parties?|organisations?|noms?|entites?|"
    r"represente par|representants?)(?: .{0,40})?$"
)
#: The folded head of a column of those who sign for the party of the row.
PERSON_COLUMN = re.compile(r"(?:represente|representant|signataire|nom d[eu] signataire|qui signe)")
#: First words of an organisation's name, article aside: where a new party begins in a sentence.
ORGANISATION_HEAD = re.compile(
    r"(?:agence|a\.?r\.?s\.?\b|ville|commune|mairie|communauté|métropole|petr\b|pays|pôle|intercom\b|"
    r"interco\b|intercommunalité|syndicat|agglo|préfecture|préf(?:et|ète)|sous-préf(?:ecture|et|ète)|"
    r"état\b|etat\b|rectorat|académie|éducation nationale|direction|drac\b|dreets\b|conseil|"
    r"département|région|collectivité|caisse|cpam|msa\b|"
    r"mutualité|carsat|cgss|crama|assurance maladie|centre|hôpital|hôpitaux|ch\b|chu\b|chi\b|epsm\b|"
    r"eps\b|établissement|clinique|groupe|groupement|"
    r"union|urps|ordre|cpts|communauté professionnelle|association|unafam|fédération|comité|"
    r"université|protection judiciaire|"
    r"office|mission|maison|réseau|france assos|institut|parc|directeur|directrice|président|"
    r"présidente|maire|recteur|rectrice|"
    r"(?:\b[A-ZÉÈÎ][\w'’-]{1,40}\s+){1,3}(?:agglomération|agglo|métropole|communauté)\b)",
    re.IGNORECASE,
)

#: "Nevers Agglomération", "Agglo2B", "Haut-Léon Communauté": a grouping that begins with its own name.
AGGLOMERATION_NAME = re.compile(
    r"^(?:(?:[A-ZÉÈÎÂŒ][\w'’-]{0,40}|de|du|la|le|les|des|d['’]|l['’]|et|en|"
    r"sur)[\s-]+){1,6}(?:agglo(?:mération)?|métropole|communauté|interco(?:m|mmunalité)?)\b"
    r"|^(?:Agglo|Interco|Cap|Métropole)[A-Z0-9]\w*"
)
#: Between two parties of a list, in a text whose runs of spaces are one space each.
BOUNDARY = re.compile(
    r"\s?(?:,?\s?rejointe?s?\spar\s|,\s?(?:et\s|ainsi\sque\s)?|;\s?(?:et\s)?|\set\s|"
    r"\sainsi\squ[e']\s?|\s?[/•|]\s|\saux\scôtés\sd[eu]\s?|\savec\s)"
)

#: Words before the name of a party in a list; where the next one may begin after a person.
LEADING_LINK = re.compile(
    r"^\s*(?:(?:et|Et|ET|ainsi que)\s*:?\s+|(?:entre|Entre|ENTRE)\s*:?\s+(?=l[ae]s?\s|l['’]))"
)
NEXT_PARTY = re.compile(
    r"\bd.(?:une|autre)\s+part\b[\s,;]*(?:[Ee][Tt]\b\s*:?\s*)?|,\s*(?:et\s+|ainsi\s+que\s+)?|"
    r";\s*(?:et\s+)?|\bet\s+|»\s*,?\s*|\.\s+"
)

#: What in a sentence is followed by the parties.
_ARTICLE = r"(?=(?:l[ea]s?\b|l['’]|(?-i:[A-ZÉ])|d[eu]s?\b|d['’]|une?\b|votre\b|notre\b|son\b|sa\b))"
BEFORE_PARTIES = (
    re.compile(rf"\bentre\s+{_ARTICLE}", re.IGNORECASE),
    re.compile(
        rf"\b(?:(?:co)?signée?s?|conclue?s?|cosignée?|passée?|paraphée?|ratifiée?|lanc\w+|adoptée?|"
        rf"établi\w?|porté)\b[^.;:]{{0,90}}?\bpar\s+{_ARTICLE}",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?:les\s+)?(?:co)?(?:signataires|signé\s+par|parties(?:\s+signataires)?|à\s+la\s+table|"
        r"partenaires\s+signataires|institutions\s+signataires)\b(?:\s+du\s+\w+)?\s*[:|]?\s*",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:co)?(?:signataires|à\s+la\s+table|parties|signatures?)\s*:\s*", re.IGNORECASE),
    re.compile(
        rf"\b(?:les\s+|ses\s+)?(?:co)?signataires\s+(?:en\s+|du\s+(?:contrat|CLS)\s+)?(?:sont|"
        rf"en\s+sont)\s*:?\s+{_ARTICLE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:il|contrat|CLSM?|protocole|document|accord|engagement)\b[^.;:]{{0,60}}?\b(?:engage|lie|"
        rf"unit|réunit|associe\s+comme\s+signataires)\b(?:\s+(?:depuis|dès|le|la|en|au|jusqu['’]\w*|"
        rf"\d+(?:er)?|[a-zéû]{{3,9}}|20\d\d))*?\s*,?\s+{_ARTICLE}",
        re.IGNORECASE,
    ),
    re.compile(rf"\bsont\s+engagé\w*\s*,?\s*(?:aux\s+côtés\s+d[eu]\s*)?{_ARTICLE}", re.IGNORECASE),
    re.compile(rf"\b(?:figurent|voisinent|s.ajoutent)\s+celles?\s+{_ARTICLE}", re.IGNORECASE),
)
#: After an active verb, who signs with its subject: "La ville a signé son contrat avec l'ARS et la préfecture."
WITH = re.compile(
    r"\b(?:sign\w{1,5}|signature|conclu\w{0,2}|paraph\w{1,4}|engagée?s?|"
    r"liée?s?)\b[^.;]{0,120}?\b(?:avec|aux\s+côtés\s+d[eu]s?)\s+",
    re.IGNORECASE,
)
#: "…, représentant la directrice générale de l'ARS": who signs in the name of whom.
REPRESENTING = re.compile(
    r"^représentant\s+(?:(?:la|le|l['’])\s*)?(?:(?:directeur|directrice|président|présidente|préfet|"
    r"préfète)(?:\s+général\w*)?\s+(?:de\s+)?)?(?P<name>.+)$",
    re.IGNORECASE,
)
#: Verbs whose subject is the parties.
AFTER_PARTIES = re.compile(
    r"(?<!\s)(?:\s+|\s*,\s*)(?:(?:en|y|l['’]|les?)\s*)?(?:(?:ont|a|avaient|avait|viennent\s+d[e'’]|"
    r"vient\s+d[e'’])\s*(?:\w+ment\s+|ainsi\s+|officiellement\s+|également\s+|conjointement\s+|"
    r"tou[st]\s+|ensemble\s+|y\s+|solennellement\s+|donc\s+)*"
    r"(?:(?:co-?)?sign(?:é|er)\b|conclu(?:re)?\b|s['’]engager\b|reconduire\b|renouveler\b|paraphé|apposé\b|mis\s+leurs?\s+(?:nom|signature)|scellé\b|ratifié\b|officialisé\b)|"
    r"sign(?:ent|aient|èrent|ait|e)\b|(?:qui\s+)?(?:(?:le|la|l['’])\s*)?signe\s+également|"
    r"(?:se\s+)?(?:sont|s['’]est|est|s['’]étaient)\s+(?:ainsi\s+|tous\s+)?(?:engagée?s|liée?s|"
    r"signataires?|parties\b|retrouvée?s\s+pour\s+signer)|s['’]engagent|déclarent|conviennent|"
    r"en\s+sont\s+(?:les\s+)?(?:co)?signataires|(?:ont|a)\s+(?:renouvelé|reconduit)\b|"
    r"y\s+ont\s+conclu|portent\s+sa\s+durée)",
    re.IGNORECASE,
)
SIGNS = re.compile(
    r"\b(?:passée?|recondui\w{1,3}|renouvel\w{1,4}|(?:co-?)?sign\w{1,7}|conclu\w{0,2}|paraph\w{1,4}|engag\w{1,6}|liée?s?|\blie|"
    r"déclarent|conviennent|accord|parties|à\s+la\s+table|lettre\s+d.intention|"
    r"contrat\s+local\s+de\s+santé\s+entre|portent\s+sa\s+durée|apposé)\b",
    re.IGNORECASE,
)
#: A sentence about those who do not sign, or about another time or another contract.
NOT_PARTIES = re.compile(
    r"\b(?:partenaires?\s+(?:associés|du\s+contrat|de\s+l.action)|"
    r"sans\s+(?:en\s+)?être\s+signataires?|comité|avait\s+(?:déjà\s+)?été|participe\w*|invités?|"
    r"témoins?|pilot\w+\s+par|financ\w+\s+par|coordonn\w+\s+par|animé\w*\s+par)\b",
    re.IGNORECASE,
)
#: Where a prose list of parties ends, in a text whose runs of spaces are one space each.
LIST_END = re.compile(
    r"\s?(?:\(?pour (?:une durée|la période|la durée|[a-zà-ù]+ (?:ans|années)|\d+ (?:ans|mois)|\d{4})|"
    r",?\s?d.une durée|,?\s?pour une|(?<!\bM)(?<!\bMM)(?<!\bDr)(?<!\bPr)(?<!\bSt)[.:](?:\s|$)|"
    r",?\s?\ble contrat\b|,?\s?\bfixe\b|"
    r",?\s?\b(?:il|elle)\s+|,?\s?\b(?:qui|dont|afin|dans le|dans la|portant|en présence|avec l.appui|"
    r"avec le soutien|autour|en vue|sous l.égide|à l.issue|lors|(?:son|leur|ce|un|"
    r"notre)\s+(?:\w+\s+){0,2}(?:contrat|CLSM?|document|protocole)|(?:co)?signataires)\b|"
    r",?\s?\b(?:a|ont) été\b|,?\sle \d|,?\s(?:lundi|mardi|mercredi|jeudi|vendredi|samedi)\b|"
    r",?\s?\bcouvre\b|,?\s?déclarent\b|\sjusqu.|,?\sen\s+(?:janvier|février|mars|avril|mai|juin|"
    r"juillet|août|septembre|octobre|novembre|décembre|20\d\d)|"
    r",?\s?\b(?:pour|sur) (?:le territoire|améliorer|renforcer|faire|agir|cinq|trois|quatre|deux|"
    r"six)\b|,?\s?vien(?:t|nent)\b|,?\sn['’](?:a|est|ont)\b|\s(?-i:est|sont|fixe|porte|comporte|"
    r"prévoit|compte|vise|se)\b)",
    re.IGNORECASE,
)
