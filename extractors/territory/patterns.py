"""How titles name a territory, and what to take off a name before an inventory lists it."""

import re

#: "Contrat local de santé (mentale) (départemental) de la Ville de X", "CLS 2 du Pays de Y", "Contrat local de santé – Z".
AFTER_CONTRACT = re.compile(
    r"(?:contrat\s+local\s+de\s+santé(?:\s+mentale)?|\bCLSM?)(?:\s*\(CLSM?\))?(?:\s+(?:intercommunal|départemental|communal|territorial|\d|n°\s*\d|"
    r"de\s+(?:première|deuxième|troisième|\d\S*)\s+génération|\d\S*\s+génération))*\s*"
    r"(?:\s(?:sur|pour)\s+(?:le territoire\s+)?)?(?:\s*[–—:|-]\s*)?(?P<article>(?:de\s+la|de\s+l['’]|de|du|des|d['’]|la|le|les|l['’])\s*)?"
    r"(?P<name>(?:(?:ville|commune|communauté|agglomération|métropole|pays|petr|agglo|département|territoire|intercommunalité|pôle|arrondissement)\b[^.,;:()|]{0,80}|"
    r"[A-ZÉÈÎŒ][^.,;:()|]{1,80}))",
    re.IGNORECASE,
)
NAME_END = re.compile(
    r"(?<!\s)\s+(?:(?:19|20)\d\d|a été|est|sera|avec|entre|pour|signé|conclu|fixe|porte|couvre|comporte|comprend|prévoit|qui|dont|et l.ARS|et l.agence|version|page|"
    r"première|deuxième|troisième|\d\w* génération|ont\b|prolonge|s.applique|se\b|associe|\d{4}|sur\b|avait|vise|permet|en\b|dans\b|au\b|par\b|afin|où\b|\|).*$",
    re.IGNORECASE,
)
NATURE = re.compile(
    r"^(?:l['’]|la\s+|le\s+|les\s+)?(?:ville|commune|mairie|municipalité|communauté\s+(?:de\s+communes?|d.agglomération|urbaine)|agglomération|"
    r"département|conseil\s+(?:départemental|général)|territoire|intercommunalité|CC|CA|CU|EPCI)\s+(?:de\s+la\s+|de\s+l['’]|des\s+|du\s+|de\s+|d['’])?",
    re.IGNORECASE,
)
PAYS = re.compile(r"^(?:PETR|pays|pôle\s+d.équilibre|pôle\s+métropolitain|syndicat|GAL)\b", re.IGNORECASE)
PARENTHESIS = re.compile(r"\((?P<inside>[^()]{2,40})\)")
