"""Expressions that say what a date or a length of time is, and what a sentence speaks of."""

import re

from extractors.guarded import guarded

_FLAGS = re.IGNORECASE
_CONTRACT = (
    r"(?:contrats?\s+(?:local|locaux)\s+(?:de|en)\s+sant[ée](?:\s+mentale)?|contrats?|\bCLSM?\b|avenant|"
    r"protocole(?:\s+d.(?:accord|engagement|intention))?|lettre\s+d.(?:intention|engagement))"
)
_ORDINAL = r"(?:deuxième|second|troisième|quatrième|nouveau|nouvel|2e|2ème|3e|3ème)"

#: This very contract, beyond doubt.
PRESENT = guarded(rf"\bprésente?s?\s+(?:{_CONTRACT}|convention|accord|document|lettre|engagement)", _FLAGS)
OWN = guarded(
    rf"\bprésente?s?\s+(?:{_CONTRACT}|convention|accord|document|lettre|engagement)|"
    rf"\b(?:durée|terme|échéance|fin)\s+(?:totale\s+)?(?:du|de\s+l.|de\s+ce|de)\s*(?:{_CONTRACT}|"
    rf"celui-ci)(?!\s+(?:initial|précédent))|\b(?:ce|cet|notre)\s+(?:{_ORDINAL}\s+|premier\s+|"
    rf"présent\s+)?{_CONTRACT}",
    _FLAGS,
)
#: A contract of ours, most likely the one that the text is about.
CONTRACT = guarded(
    rf"{_CONTRACT}|convention\s+de\s+préfiguration|(?:^|[,;.]\s+)la\s+convention(?=\s+(?:prend|"
    rf"est\s+(?:conclue|signée)|entre|expire|court|couvre))|"
    r"(?:^|[,;.]\s+)(?:le|ce)\s+(?:deuxième|second|troisième|nouveau)(?=\s*,|\s+(?:a|est|sera|porte)\b)",
    _FLAGS,
)
#: Words before a thing that make it a complement, not the subject: "la durée du contrat", "dans le cadre du CLS".
COMPLEMENT = re.compile(
    r"(?:\b(?:du|des|de\s+la|de|au|aux|à\s+la|à|d|dans|par|sur|avec|pour|selon|vers)\s+|\b(?:d|"
    r"l)['’])(?:le\s+|la\s+|les\s+|l['’]|un\s+|une\s+|son\s+|ce\s+|cette\s+|cadre\s+du\s+)?$",
    _FLAGS,
)
#: Contracts that bear the same words and are others.
OTHER_KIND = guarded(
    r"contrats?\s+(?:urbain|de\s+(?:ville|ruralité|relance|pays|travail|plan|cohésion|filière|territoire|"
    r"projet|transition|réciprocité|confiance|quartier|séjour)"
    r"|local\s+de\s+sécurité|territorial|territoriaux|enfance|pluriannuel|d.(?:objectifs|engagement|"
    r"avenir|apprentissage|exercice|assurance)|aidé|cadre\b"
    r"|départemental\s+(?!de\s+santé)|unique|régional|intercommunal\s+de\s+sécurité)|"
    r"convention\s+(?:particulière|territoriale|constitutive|financière|pluriannuelle|cadre\b|"
    r"de\s+(?!préfig)\w+|d['’]\w+)|"
    r"protocole\s+(?:sanitaire|national|de\s+soins|de\s+coopération|de\s+préfiguration\s+du\s+NPNRU)",
    _FLAGS,
)
#: Things with dates of their own.
OTHER_THING = guarded(
    r"projets?\s+(?:régiona|territoria|de\s+santé|de\s+territoire|social|médical|éducatif|"
    r"alimentaire)\w*|\bPRS\b|\bPTSM\b|\bCRTE\b|\bCTG\b|\bCPTS\b|\bPRSE\b|"
    r"cohésion\s+sociale|\bchartes?\b|délibérations?|\bloi\b|\bdécrets?\b|\barrêtés?\b|"
    r"\bordonnances?\b|circulaires?|groupes?\s+de\s+travail|"
    r"\bpostes?\b|prestataires?|charg[ée]e?s?\s+de\s+mission|coordonnat(?:eur|rice)s?|coordinat(?:eur|"
    r"rice)s?|conseil\s+local|comités?\s+(?:de|technique)|"
    r"diagnostics?|évaluations?|\bbilans?|appels?\s+à\s+projets?|\bschémas?\b|\bplans?\s+(?!d.action)|"
    r"programme\s+(?:régional|national|de\s+réussite)|forums?|"
    r"\bréunions?\b|commission|journée|semaine|maisons?\s+de\s+santé|(?<!notre )feuille\s+de\s+route|stratégie|"
    r"préavis|mandat|bulletin|"
    r"convention|partenariat|subventions?|financements?|pactes?\s+\w+|études?|enquêtes?|données|"
    r"recensement|subvention|expérimentation",
    _FLAGS,
)
#: In a sentence on a contract, what it is made of, for so long: "contribuer aux actions pour 3 ans".
ACTIONS_FOR = re.compile(
    r"\b(?:actions|engagements|priorités|feuille\s+de\s+route)\s+(?=pour\s+(?:les\s+)?[\w-]+\s+(?:prochaines\s+)?ann?[sé])",
    _FLAGS,
)
#: An earlier or a later contract, by the words on it.
EARLIER = guarded(
    rf"(?:précédente?s?|anciens?|antérieure?s?)\s+{_CONTRACT}|{_CONTRACT}\s+(?:précédente?|antérieure?|"
    rf"initiale?|actuellement\s+échu|échus?\b)|\ble\s+précédent\b(?=\s*,|\s+(?:a|avait|était|couvrait|datait)\b)|"
    r"conventions?\s+antérieures?|contrat\s+(?:de\s+base|d.origine)|\b(?:le\s+sien|la\s+sienne|"
    r"le\s+leur)\b|son\s+propre\s+\w+",
    _FLAGS,
)
LATER = guarded(rf"(?:futur|prochain)e?\s+{_CONTRACT}|{_CONTRACT}\s+(?:à\s+venir|suivant)", _FLAGS)
FIRST = guarded(
    rf"(?P<the>\ble\s+|\bdu\s+|\bau\s+|\bun\s+)?\b(?:(?:tout\s+)?premier|1er)\s+{_CONTRACT}|"
    rf"{_CONTRACT}\s*(?:\(CLSM?\)\s*)?(?:de\s+)?(?:première|1re|1ère)\s+génération|"
    rf"(?:\bCLSM?|contrat\s+local\s+de\s+santé)\s*(?:n°\s*)?1\b",
    _FLAGS,
)
#: Words that tell that there is a second contract, so that "le premier" is not the one told of.
SUCCEEDED = guarded(
    rf"\b{_ORDINAL}\s+(?:{_CONTRACT}|a\b|est\b|génération)|\b(?:le|un)\s+(?:deuxième|second|troisième|"
    rf"nouveau)\b(?=\s+(?:est|a|fait|sera|pour|,))|"
    r"\bCLSM?\s*(?:n°\s*)?[2-5]\b|(?:contrat\s+local\s+de\s+santé)\s+(?:n°\s*)?[2-5]\b|"
    r"(?<!non )(?<!non-)(?<!pas )(?<!pas été )renouvel",
    _FLAGS,
)
#: The contract of the sentence is over: another one is told of.
OVER = guarded(
    r"(?:est|était)\s+(?:arrivé|parvenu)\s+à\s+(?:son\s+)?(?:échéance|terme)|s.(?:est|"
    r"était)\s+(?:terminé|achevé)|a(?:vait)?\s+(?:pris\s+fin|couvert|expiré)|"
    r"avai(?:t|ent)\s+(?:été\s+)?(?:signé|conclu|couvert|permis)|\béchus?\b|\bportait\b|"
    r"\b(?:compt|compren|repos|rassembl|prévoy|comport|déclin|reten|réuniss|articul|affich)(?:ait|aient)\b|"
    r"\bcouvrait\b|distinct\s+du\s+présent|dispose\s+déjà",
    _FLAGS,
)
#: Beyond doubt: the pluperfect, and neighbours ("La communauté voisine dispose déjà d'un contrat signé en 2019").
LONG_OVER = guarded(
    r"avai(?:t|ent)\s+(?:déjà\s+)?(?:été\s+)?(?:signé|conclu|couvert|prolongé)|une\s+première\s+fois", _FLAGS
)
NEIGHBOUR = guarded(
    r"dispose\s+déjà|par\s+erreur|voisine?s?\b|distinct\s+du\s+présent|à\s+l.instar|comme\s+celui",
    _FLAGS,
)
GENERAL = re.compile(
    r"habituellement|généralement|en\s+général|souvent|pourrait|envisag|peuvent\b|le\s+plus\s+souvent|"
    r"contrats?\s+locaux\s+de\s+santé\s+(?:sont|ont|visent|peuvent)|\bles\s+CLS\b|\b(?:trois|3|quatre|"
    r"4)\s+(?:ou|à)\s+(?:cinq|5|quatre|4)\s+ans|\bun\s+CLS\s+(?:est|se)\b",
    _FLAGS,
)
#: The contract that speaks of itself, as the subject of a sentence or after a comma.
SELF = guarded(
    rf"(?:^|[,;:]\s+)la\s+convention(?=\s+(?:prend|est|entre|expire|court|couvre))|(?:^|[,;:]\s+)(?:le|"
    rf"ce|notre)\s+(?:présent\s+|premier\s+|{_ORDINAL}\s+)?{_CONTRACT}(?!\s+(?:précédent|antérieur|"
    rf"initial))",
    _FLAGS,
)

SIGN = guarded(
    r"\b(?P<verb>(?:co-?|contre)?sign(?:é|ée|és|ées|er|ent|ait|aient|èrent|a|ant)\b|(?:co-?)?signatures?\b|"
    r"paraph\w{1,5}\b|conclue?s?\b|conclure\b|conclu(?:rent|aient|ait)\b|"
    r"(?:sont|est)\s+engagée?s?\b|s.engage(?:ait|aient|nt)\b|se\s+sont\s+engagés?\b|"
    r"(?:porte\s+la\s+date|date|datée?)\s+du|remonte\w?\s+(?:au?|à)|entérinée?s?\b|(?:a|ont|fut)\s+(?:été\s+)?scellé\w*|"
    r"mis\s+leurs?\s+(?:noms?|signatures?|paraphes?|griffes?)\b|officialisée?s?\b|formalisée?s?\b|ratifiée?s?\b|contractualisée?s?\b|souscrite?s?\b|"
    r"recondui(?:re|t|ts|te|tes)\b|passée?\b(?=\s+(?:en|le|avec|entre|un|son)\b)|signataires\b(?=\s+(?:le|en|depuis)\b)|"
    r"engagement\s+(?:\w+,?\s+){0,2}pris\b|"
    r"(?:tenir|pris|reprenaient|prendre)\s+(?:le\s+stylo|la\s+plume)|(?:ont|a)\s+topé|s.alli\w{1,5}\b)",
    _FLAGS,
)
#: After the verb, before the date: the date is that of a period, not of the signature.
PERIOD_BETWEEN = re.compile(
    r"jusqu|compter|période|\bdu\s+(?:1er\b|\d|$)|vigueur|effet|visée|\bpour\s+(?:la|les|couvrir|une|"
    r"\d)|\bpour\s*$|échéance|terme|durée|depuis\s+l|s.étein|s.achèv|prend\s+fin|expire|cess|plus\s+tard",
    _FLAGS,
)
#: The signature is only announced, asked for, or allowed.
PLANNED = re.compile(
    r"\b(?:sera|seront|signera|signeront|devrait|devraient|doit|doivent|va|vont|prévue?s?|programmée?s?|prévoit|"
    r"prochaine|prochainement|à\s+signer|en\s+vue\s+de|objectif|d.ici|"
    r"autorise\w*|autorisant|approuv\w+|projet\s+de|avant\s+la|avant\s+de|pourra|pourrait|souhaite\w*|"
    r"espér\w+|attendue?|n.a\s+pas|jamais)\b",
    _FLAGS,
)
#: What may stand before a date that opens the sentence whose verb is "signer".
OPENING = re.compile(
    r"^\W*(?:c.est\s+|(?:hier|ce|le|en|dès|depuis|au|fin|début|mi|courant|mois|de|la|soirée|matinée|"
    r"journée|après-midi|matin|soir|à|la|mairie|,|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|l.été|l.automne|printemps|hiver)[\s-]*)*$",
    _FLAGS,
)
SIGNED_AT = guarded(
    r"(?:^\s*(?:(?:document|acte|original)\s+|contrat\s+(?=fait))?(?:fait|(?:ont\s+)?signé|établi)e?s?|(?-i:\b(?:Fait|"
    r"Signé)))\s+(?:et\s+signée?\s+)?(?:en\s+[^,]{1,60}?,?\s*)?(?:à|au|aux|en|le|ce)\b",
    _FLAGS,
)
#: The line above the signatures: "À Sevran, le 11 avril 2018", "Mende, novembre 2020", "Le 12 juin 2018".
_WEEKDAY = r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?"
_A_DATE = (
    r"(?:\d{1,2}(?:er)?\s+[a-zéèûô]+\s+(?:19|20)\d\d|[a-zéèûô]+\s+(?:19|20)\d\d|\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d|"
    r"[a-zé-]+\s+[a-zéèûô]+\s+deux[\s-]mille(?:[\s-][a-z]+){0,3}(?:\s*\(\d\d/\d\d/\d{4}\))?)"
)
PLACE_AND_DATE = re.compile(
    rf"^\s*(?:(?:(?:à|au|aux)\s+)?[A-ZÉÈÎ][\w'’ -]{{1,40}},\s*|"
    rf"date(?:\s+de\s+(?:la\s+)?signature)?\s*:\s*)?(?:en\s+date\s+du\s+|en\s+|le\s+|ce\s+)?{_WEEKDAY}{_A_DATE}"
    rf"\s*\.?(?:\s+(?:suivent|signatures?|cachets?)\b.{{0,60}}|,\s+(?:à|au|aux|en\s+mairie|en\s+préfecture)\s.{{2,50}})?$",
    _FLAGS,
)
SIGNATURE_HEADING = re.compile(r"signature|signataires|engagements?\s+des\s+parties|approbation", _FLAGS)
#: A participle right before a date: the date is its own, "présenté le", "réuni le" aside.
PARTICIPLE = re.compile(
    r"(?<![\w’'-])(?!réuni|retrouv|rassembl|hier|soirée|année|journée|matinée)(?-i:[a-zàâçéèêëîïôûü]{2,}"
    r"(?:é|ée|és|ées|ues?|us?|ies?|is|it|ise|ises|ite|ites|erte?s?))\s+"
    r"(?:(?:le|en|à|au|dès|depuis|ce|fin|début|mi|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|la|mois|de)\W+)*$",
    _FLAGS,
)
#: Things with a day of their own, right before that day: "délibération du", "séance du", "né le".
OWN_DAY = re.compile(
    r"\b(?:délibération|séance|conseil(?:\s\w+)?|réunion|arrêté|décret|loi|commission|comité(?:\s\w+){0,3}|circulaire|"
    r"bureau|assemblée|plénière|article|numéro|édition|lancement|démarrage|diagnostic|bilan|évaluation|rencontre|"
    r"née?|mise\s+à\s+jour|publication|depuis)\b[^,;.:]{0,25}$",
    _FLAGS,
)
#: "liés par un contrat local de santé depuis le 18 octobre 2021".
SINCE = guarded(
    r"\b(?:lie(?:nt)?|liée?s?|porte(?:nt)?|engagée?s?|dispose(?:nt)?|dotée?s?|a|"
    r"ont)\b[^.;]{0,90}?\bdepuis(?:\s+le)?\s*$|\b(?:est|sont)\s*,\s*depuis(?:\s+le)?\s*$",
    _FLAGS,
)
#: "Depuis le 20 septembre 2021, …, la ville est couverte par un contrat local de santé."
SINCE_OPENS = re.compile(r"^\W*depuis(?:\s+le)?\s*$", _FLAGS)
BOUND = re.compile(
    r"\b(?:couverte?s?|dotée?s?|liée?s?|engagée?s?|dispos(?:e|ent)|bénéfici(?:e|ent)|(?:a|ont)\s+(?:son|leur))\b",
    _FLAGS,
)
#: The sentence after the one that tells of the signing: "C'était le 19 octobre 2023."
IT_WAS = re.compile(r"^\W*(?:c.était|cela\s+se\s+passait|c.est\s+arrivé)\b", _FLAGS)
SIGNATURE_LABEL = re.compile(
    r"^\W*(?:date\s+à\s+retenir|signée?(?:\s+le)?|depuis\s+quand[^:]{0,40}|(?:date\s+(?:de\s+(?:la\s+)?)?)?signature(?:\s+(?:du\s+(?:contrat|"
    r"CLSM?)\w*|officielle))*|date)\s*(?:\|\s*)?(?::|\|)\s*",
    _FLAGS,
)

START = guarded(
    r"(?:à\s+compter\s+d[ue]|\beffet\s+(?:au|le|dès\s+le)|\bouverte?\s+le|(?:point\s+de\s+départ|début)\s+(?:en\s+)?(?:est\s+)?fixé\s+au|"
    r"prend(?:ra)?\s+effet\s+(?:le|au|à\s+(?:compter|partir)\s+du)|"
    r"(?:entre(?:ra)?|entré)\s+en\s+(?:vigueur|application)\s+(?:le|au|à\s+compter\s+du|dès\s+le|"
    r"depuis\s+le|en)|"
    r"en\s+vigueur\s+depuis\s+(?:le)?|applicable\s+(?:depuis\s+le|à\s+partir\s+du|dès\s+le|au)|"
    r"à\s+partir\s+d[ue]|\bdébute(?:ra)?\s+(?:le|au)|\bcommence(?:ra)?\s+(?:à\s+courir\s+)?(?:le|au)|"
    r"\bdu|à\s+dater\s+du|dès\s+le|\bdepuis\s+le|"
    r"\b(?:date\s+de\s+)?début(?:\s+du\s+contrat)?\s*[:|]|"
    r"entrée\s+en\s+vigueur(?:\s+du\s+contrat)?\s*(?:[:|]|le|fixée\s+au)|"
    r"prise\s+d.effet(?:\s+du\s+contrat)?\s*(?:[:|]|le|fixée\s+au)|date\s+d.effet\s*[:|])\s*$",
    _FLAGS,
)
END = guarded(
    r"(?:\bclose?\s+le|(?:pren(?:d|dra|dre)\s+fin|cess(?:e|era|er)(?:\s+de\s+produire)?|échoi\w+|s.arrêt\w+|(?:vau|vaudra|viv|cour)\w*\s+jusqu\w*|(?:se\s+)?termin(?:e|era|er)|s.étein[td]\w*|s.achèv\w+|s.achever|"
    r"expir(?:e|era|er)|arriv\w+\s+à\s+(?:son\s+)?(?:échéance|terme|expiration)|échéance|termes?|"
    r"s.étend|portée?|report(?:é|ée|er)\b|repouss\w+|"
    r"(?:date\s+de\s+)?fin(?:\s+d[ue]\s+contrat)?)\b[^.;]{0,40}?(?:\ble|\bau|[:|])|"
    r"jusqu.(?:au|en|à\s+fin|à)|\bau|prorogée?\s+au)\s*$",
    _FLAGS,
)
#: Before a date that is no longer the end: "initialement fixé au".
NO_LONGER = re.compile(
    r"\b(?:anciens?|initialement|initiale|au\s+lieu\s+d[eu]|et\s+non|devai(?:t|ent))\b[^.;]{0,30}$", _FLAGS
)
MOVED = re.compile(
    r"\b(?:demeure|reste|portée?|report|repouss|prolong|prorog|nouve(?:au|l))\w*[^.;]{0,60}$", _FLAGS
)
#: After a date at the head of a line of a chronology: "31 décembre 2026 Fin prévue du contrat".
ENDS_THEN = re.compile(r"^\W*(?:fin|échéance|terme)\b", _FLAGS)
VAGUE_END = guarded(
    r"(?:jusqu.|(?:échéance|terme|fin|expir\w+|s.achèv\w+|pren\w+\s+fin|se\s+termin\w+)\s*(?:[:|]|"
    r"est\s+fixée?|prévue?)?\s*(?:à\s+la\s+|à\s+)?)(?:en|fin|mi|début|courant|à\s+fin)?[\s-]*$",
    _FLAGS,
)
#: Between two dates: they are the ends of one period.
TO = re.compile(
    r"^\s*(?:inclus\s*)?(?:au|(?:et\s+)?jusqu.au|–|—|-|à|et\s+(?:se\s+termine|prend\s+fin|s.achève)\s+le)\s*$",
    _FLAGS,
)
#: The contract starts on the day it is signed.
FROM_SIGNATURE = guarded(
    r"à\s+(?:compter|partir)\s+de\s+cette\s+date|(?:à\s+(?:compter|partir|dater)\s+de|dès|"
    r"à)\s+(?:la\s+date\s+de\s+)?(?:sa|la)\s+(?:date\s+de\s+)?(?:sa\s+)?signature|"
    r"(?:le|au|du)\s+jour\s+de\s+(?:sa|la)\s+signature",
    _FLAGS,
)
FROM_SIGNATURE_VERB = guarded(
    r"effet|vigueur|à\s+(?:compter|partir|dater)|débute|commence|court\b|dès\b", _FLAGS
)

#: Words just before a length of time that make it that of a contract.
DURATION = re.compile(
    r"(?:durée|période|\blongs?\s+de|(?:sign|conclu|valable|engag|prév|renouvel|établi|reconduit|"
    r"souscri|portant|adopt|construit|effet)[^.;]{0,80}?\b(?:pour|sur|de)|pour|sur|valable|valide|"
    r"portée?\s+à|fixée?\s+à|contrat|\bCLSM?|santé|\bcourt|s.étend|s.étale|"
    r"porte\w*\s+(?:la\s+|sa\s+)?durée|bout|vivra|vit|dure|durera|vaut|vaudra|étal\w+|tien\w{1,4}|échelonn\w+|"
    r"courra|horizon|bail|pacte|engagement|validité|contract(?:ent|e)|souscrit)\b[^.;]{0,60}$",
    _FLAGS,
)
#: "…, soit cinq années pleines", after a period from a day to a day.
THAT_IS = re.compile(r"\bsoit\s+(?:au\s+total\s+)?$", _FLAGS)
#: "s'éteint trois ans plus tard": the length counts from the start.
ENDS_LATER = re.compile(r"\b(?:s.étein\w+|s.achèv\w+|prend\w*\s+fin|expire\w*|se\s+termine\w*)\s*$", _FLAGS)
LATER_BY = re.compile(r"^\s+(?:plus\s+tard|après)\b", _FLAGS)
#: After a length: "Cinq ans, c'est la durée que nous lui avons donnée."
IS_THE_LENGTH = re.compile(r"^\W+(?:c.est|voilà|telle\s+est|ce\s+sera)\b[^.;]{0,40}\bdurée\b", _FLAGS)
#: Between the cue and the length, or right around it: it is of something else, or only added, habitual, envisaged.
NOT_DURATION_BEFORE = re.compile(
    r"envisag|pourra|habituellement|généralement|souvent|préavis|en général|(?<!durée est )(?<!validité est )fixée à\s*$|initialement|"
    r"recrut|poste|renouvelable|tacite|reconduction|"
    r"prolong|prorog|reconduit\w*\s*$|(?:moins|plus)\s+de\s*$|tou[ts]e?s?\s+les\s*$|chaque\s*$|"
    r"depuis\s*$|il\s+y\s+a\s*$|dans\s+les\s*$|âgée?s?|enfants?|délai|"
    r"supplémentaires?|(?:avant|après)\s*$|initiale\s*$|par\s+an|à\s+mi-parcours|trimestre",
    _FLAGS,
)
NOT_DURATION_AFTER = re.compile(
    r"^\s*(?:avant|après|envisag|pourrait|de\s+plus|supplémentaires?|d.expérience|et\s+plus|"
    r"à\s+\d+\s+ans|d[e'’]\s*(?!travail\s+commun|actions?\b|engagement|partenariat|contrat|coopération|validité|collaboration)[a-zé]|"
    r"au\s+moins|d.existence|d.âge|plus\s+tard|au\s+plus\s+tard)",
    _FLAGS,
)
PORTED = re.compile(
    r"\bport(?:ée?|e|er|ent|ant)\b[^.;]{0,60}?\bà\b[^.;]{0,12}$|prolong\w+[^.;]{0,40}\bà\s*$", _FLAGS
)

DURATION_HEADING = guarded(
    r"dur[ée]e|dans\s+le\s+temps|entr[ée]e en vigueur|\beffet\b|prise d.effet|période|validité|calendrier du contrat|"
    r"échéance|\bterme\b|prorogation|prolongation",
    _FLAGS,
)
DURATION_LABEL = re.compile(
    r"^\W*(?:dur[ée]e|p[ée]riode|validité|prise\s+d.effet|entrée\s+en\s+vigueur|échéance)\b[^.:]{0,30}:",
    _FLAGS,
)
#: A sentence of a contract that begins with a subject of its own goes on about that, not about the contract.
FOREIGN_SUBJECT = re.compile(
    r"^\W*(?:le|la|les|l['’]|un|une|des|cette?|ces)\s*(?!signature|document|texte|durée|accord|terme|"
    r"échéance|engagement|part(?:ie|enaire)|signataire|contrat|CLS|convention|protocole|avenant|"
    r"présent)\w",
    _FLAGS,
)
#: Before a period of two years: it is what the contract covers.
COVERS_VERB = guarded(
    r"\b(?:couvre|porte\s+sur|court|s.applique|s.étend|conclu|établi|valable|signé|période)\b", _FLAGS
)
COVERS = re.compile(
    r"(?:contrat[^.;]{0,60}|\bCLSM?\b[^.;]{0,40}|santé[^.;]{0,40}|période|années|pour|de|sur|couvre|"
    r"validité|durée)[^.;\d]{0,20}$",
    _FLAGS,
)
#: The amendment itself, in a text that amends a contract.
AMENDMENT = guarded(r"\bavenant\b", _FLAGS)
#: Adjectives of a length, in months.
ADJECTIVES = {"biennal": 24, "triennal": 36, "quadriennal": 48, "quinquennal": 60}
ADJECTIVE = guarded(r"\b(?P<word>biennal|triennal|quadriennal|quinquennal)e?\b", _FLAGS)
#: The line of a press release that says when and where it was written: the day of the signing it tells of.
DATELINE = re.compile(r"[A-ZÉ][\w'’ -]{1,40},\s+le\s+(?=\d)", re.UNICODE)
TODAY = re.compile(
    r"\b(?:ce\s+(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|jour|matin)|aujourd.hui|signent)\b",
    _FLAGS,
)

#: What every date and every length of time has: most sentences have none of it, and are not looked at further.
TELLS_TIME = re.compile(r"(?:19|20)\d\d|mille|\bans?\b|ann[eé]|mois|ennal", _FLAGS)
