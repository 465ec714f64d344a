"""Expressions that introduce, in a sentence, who carries an action, with whom, for whom, where, when and for how much."""

import re

#: Where the name of an organisation ends.
ORG_END = (
    r"(?=\s*(?:[,;.:()»]|$)|\s+(?:avec|en\s+(?:partenariat|lien|collaboration|association)|aux\s+côtés|pour|à\s+destination|auprès|dans|depuis|à\s+(?:partir|compter|hauteur)|qui|sur|grâce|afin|"
    r"(?:et\s+)?(?:s['’]adress|est\b|sont\b|a\s|ont\s|sillonn|propos|accueill|vise|associ|mobilis|(?:co-?)?financ|destin|ouvert|soutenu|sera\b|reçoi|permet))|\s+(?:le|l['’]|l[ae]|en)\s*(?:pilote|porte|coordonne)\b)"
)
_ACTION = r"(?:l['’]action|le\s+(?:projet|dispositif|bus|service|programme)|cette\s+action|ce\s+(?:projet|dispositif|service|programme)|la\s+démarche|l['’]opération|celui-ci|celle-ci)"

PILOT_BY = re.compile(
    r"\b(?:(?:co-?)?portée?s?|(?:co-?)?pilotée?s?|menée?s?|coordonnée?s?|assurée?s?|conduite?s?|orchestrée?s?|gérée?s?|mise?s?\s+en\s+œuvre)(?:\s+\w+ment)?\s+par\s+"
    rf"(?P<value>[^,;:.()]{{2,110}}?){ORG_END}"
    r"|\bsous\s+(?:la\s+responsabilité|l['’]égide|la\s+houlette|la\s+conduite|le\s+pilotage)\s+(?P<of>(?:du|de\s+la|de\s+l['’]|des|de|d['’])\s*[^,;:.()]{2,100}?)"
    rf"{ORG_END}",
    re.IGNORECASE,
)
PILOT_DOES = re.compile(
    rf"(?:^(?![Cc]['’]est\s)|[;,]\s+|\b[Cc]['’]est\s+|\bet\s+)(?P<value>(?:(?:le|la|les)\s|l['’]|[A-Z])[^,;:.()]{{1,90}}?)\s+(?:qui\s+)?(?:(?:(?:le|la|les)\s+|l['’]\s*)(?:pilote|porte|coordonne|conduit)(?:nt)?\b|"
    rf"(?:pilote|porte|coordonne|conduit|mène)(?:nt)?\s+{_ACTION}|en\s+(?:est|sont)\s+(?:le\s+|la\s+|les\s+)?(?:pilote|porteu|chef|coordinat|coordonnat)\w*|en\s+assur\w+\s+(?:le\s+(?:pilotage|portage)|la\s+(?:coordination|conduite)))",
)
#: "porté par le CCAS avec l'ARS et la CPAM": what follows the pilot at once.
THEN_WITH = re.compile(r"^\s*(?:,\s*)?avec\s+(?P<value>[^.;:()]{3,260})", re.IGNORECASE)
PARTNERS_BY = re.compile(
    r"\b(?:en\s+(?:partenariat|lien|collaboration|association|coopération|concertation)(?:\s+étroite?)?\s+avec|avec\s+(?:le\s+concours|la\s+(?:participation|collaboration|contribution))\s+(?=d)|"
    r"aux\s+côtés\s+(?=d)|associe(?:nt)?|associant|(?:y\s+sont\s+associés|partenaires?)\s*:)\s*(?P<value>[^.;:()]{3,260})",
    re.IGNORECASE,
)
PARTNERS_ARE = re.compile(
    r"(?:^|[;:]\s+)(?P<value>(?:(?:le|la|les)\s|l['’]|[A-Z])[^.;:]{2,240}?)\s+(?:(?:en\s+)?sont\s+(?:également\s+|aussi\s+)?(?:les\s+)?partenaires|(?:y\s+)?sont\s+(?:associé|impliqué)e?s|y\s+participent|y\s+contribuent|y\s+prennent\s+part|"
    r"participent\s+à\s+(?:l['’]action|ce\s+projet|cette\s+action)|l['’]accompagnent|apportent\s+leur)",
    re.IGNORECASE,
)
#: Where a list of partners ends.
LIST_END = re.compile(
    r"(?<!\s),?\s+(?:(?:et\s+)?(?:elle|il|qui|s['’]adress\w+|vise\w*|est|sont|a|ont|financ\w+|destin\w+|propos\w+)\s|pour\s|afin\s|à\s+(?:destination|partir|compter|hauteur)\s|auprès\s|dans\s+(?:le|la|les|l['’])|depuis\s|sur\s|sous\s|"
    r"chaque\s|tous\s+les\s|de\s+20\d\d|en\s+20\d\d|,)",
    re.IGNORECASE,
)
LAST_ITEM = re.compile(r"\bet\s+(?:l['’]|d['’]|(?:la|le|les|du|de|des)\s|[A-ZÉ])")
#: In front of a partner or a pilot.
ORG_START = re.compile(
    r"^(?:notamment\s+|également\s+|aussi\s+|conjointement\s+)*(?:(?:du|de\s+la|des|le|la|les)\s+|(?:de\s+)?l['’]\s*|d['’]\s*)?(?:association\s+(?=[A-ZÉ«]))?",
    re.IGNORECASE,
)

TARGET = re.compile(
    r"\b(?:s['’]adress\w+|destinée?s?|ouvert[es]{0,2}|réservée?s?|dédiée?s?|accessibles?)\s+(?:(?:en\s+priorité|avant\s+tout|gratuitement|notamment|prioritairement|d['’]abord|surtout)\s+)?(?:aux?\s+|à\s+(?:la\s+|l['’])?)(?P<value>[^.;:()]{3,160})"
    r"|\b(?:à\s+destination|à\s+l['’]intention|en\s+direction|au\s+profit|au\s+bénéfice)\s+(?:des\s+|du\s+|de\s+la\s+|de\s+l['’]|de\s+|d['’])(?P<of>[^.;:()]{3,160})",
    re.IGNORECASE,
)
#: These introduce other things too: what follows must be people.
TARGET_PEOPLE = re.compile(
    r"\b(?:vise(?:nt)?(?:\s+(?:en\s+priorité|surtout|d['’]abord|prioritairement))?|cible(?:nt)?|pour)\s+(?:les\s+|des\s+|d['’])(?P<value>[^.;:()]{3,140})",
    re.IGNORECASE,
)
PEOPLE_END = re.compile(
    r",\s+(?!(?:aux?|à|et|les|ou|des|de)\b)|(?<!\s)\s+(?:dans\s+(?:les|la|le|tout)\s|sur\s+(?:le|la|tout)|chaque\s|avec\s+(?:le|la|les|l['’])|en\s+partenariat|depuis\s|à\s+partir|afin\s|deux\s+fois|une\s+fois|tous\s+les\s+\w+dis|grâce\s|et\s+(?:vise|permet|est|circule|sillonne|intervient)\b)",
    re.IGNORECASE,
)

AREA = re.compile(
    r"\b(?:sillonn\w+|dessert|desservent|parcour\w+|(?:circul|se\s+déplac|intervi|s['’]arrêt|stationn|tourn|se\s+dérou|est\s+déploy|sont\s+déploy|fait\s+étape|se\s+tien|a\s+lieu)\w*\s+(?:à\s+tour\s+de\s+rôle\s+)?(?:dans|sur)|couvr\w+)\s+"
    r"(?P<value>[^.;:()]{4,160})|\b(?:dans|sur)\s+(?P<inside>(?:les\s+(?:\w+\s+)?communes|toutes\s+les\s+communes|l['’]ensemble\s+(?:du\s+territoire|des\s+communes)|tout\s+le\s+territoire|les\s+quartiers)[^.;:()]{0,140})",
    re.IGNORECASE,
)
PLACES = re.compile(
    r"\b(?:communes?|quartiers?|cantons?|villages?|bourgs?|territoire|secteurs?|vallée|pays|agglomération|département|îles?|hameaux|QPV|villes?)\b",
    re.IGNORECASE,
)
AREA_END = re.compile(
    r",\s+(?![A-ZÉÈ])|(?<!\s)\s+(?:pour\s|afin|avec\s|depuis\s|à\s+(?:la\s+rencontre|raison|partir)|une\s+fois|deux\s+fois|trois\s+fois|chaque\s|tous\s+les\s|toutes\s+les\s|du\s+lundi|et\s+(?:s['’]adress|propos|vise|accueill|est)|qui\s|où\s|financé)",
    re.IGNORECASE,
)

_AMOUNT = r"(?:(?:environ|près\s+de|quelque)\s+)?\d[\d .,\u00a0]{0,14}\s?(?:k€|M€|€|euros)(?:\s+(?:par\s+an\b|annuels?|/\s?an\b|chaque\s+année|sur\s+\w+\s+ans|par\s+mois|HT|TTC))?(?:,?\s+dont\s+[^.;]{3,90})?"
BUDGET = re.compile(
    rf"\b(?:co-?)?financée?s?\s+(?:\w+\s+)?par\s+(?P<funded>[^.;:()]{{2,110}}?\s+(?:à\s+hauteur\s+de|pour)\s+{_AMOUNT})"
    rf"|\b(?:coûts?|budget|enveloppe|montant|financement)\b[^.;:\d]{{0,50}}[:\s]\s*(?P<cost>{_AMOUNT})"
    rf"|\bcoûte(?:nt|ra)?\s+(?P<costs>{_AMOUNT})"
    rf"|\bà\s+hauteur\s+de\s+(?P<level>{_AMOUNT})"
    rf"|(?P<given>{_AMOUNT})\s+(?:y\s+|lui\s+|sont\s+|ont\s+été\s+)+(?:consacré|mobilisé|alloué|affecté|attribué|réservé)",
    re.IGNORECASE,
)
FUNDED_BY = re.compile(
    rf"\b(?:co-?)?financée?s?\s+(?:\w+ment\s+)?par\s+(?P<value>[^.;:()]{{2,110}}?){ORG_END}", re.IGNORECASE
)

_MONTH = r"(?:(?:début|fin|mi-|le\s+printemps|l['’]automne|l['’]été|l['’]hiver|la\s+rentrée|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\s*){0,2}"
_DAY = r"(?:le\s+)?(?:\d{1,2}(?:er)?\s+)?"
SCHEDULE = re.compile(
    rf"\b(?P<value>de\s+{_MONTH}20\d\d\s+à\s+{_MONTH}20\d\d|entre\s+{_MONTH}20\d\d\s+et\s+{_MONTH}20\d\d|(?:depuis|dès)\s+{_DAY}{_MONTH}20\d\d|à\s+(?:partir|compter)\s+(?:de\s+|du\s+|d['’]){_DAY}{_MONTH}20\d\d|"
    rf"jusqu['’](?:en|au)\s+{_DAY}{_MONTH}20\d\d)\b",
    re.IGNORECASE,
)
OBJECTIVES = re.compile(
    r"\b(?:vis(?:e|ent|ant)\s+à\s+|(?:a|ont|ayant)\s+pour\s+(?:objectifs?|but|ambition)\s*(?::|de\s|d['’])\s*|(?:son|l['’]|leur)\s*(?:objectif|but)\s*(?:est\s+de\s+|est\s+d['’]|:)\s*)(?P<value>[^.;]{8,240})",
    re.IGNORECASE,
)
#: The contract itself is carried, financed and signed: such a sentence tells nothing of an action.
ABOUT_CONTRACT = re.compile(
    r"^\W*(?:(?:le|ce|notre|son|un|du|tout)\s+(?:\w+\s+){0,2}(?:contrat|CLSM?|protocole|avenant|document)\b|(?:signé|conclu|paraphé)\w*\b)|\b(?:ont|a)\s+signé\b|\bsignataires?\b",
    re.IGNORECASE,
)
