"""How titles name a territory, and what to take off a name before an inventory lists it."""

import re

#: "Contrat local de santé (mentale) (départemental) de la Ville de X", "CLS 2 du Pays de Y", "Contrat local de santé – Z".
AFTER_CONTRACT = re.compile(
    r"(?:contrat\s+local\s+de\s+santé(?:\s+mentale)?|\bCLSM?)(?:\s*\(CLSM?\))?(?:\s+(?:intercommunal|départemental|communal|territorial|\d|n°\s*\d|"
    r"\(?20\d\d\s*[-–/]\s*20\d\d\)?|de\s+(?:première|deuxième|troisième|\d\S*)\s+génération|\d\S*\s+génération))*\s*"
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
    r"^(?:l['’]|la\s+|le\s+|les\s+)?(?:ville|commune(?:\s+nouvelle)?|mairie|municipalité|communauté\s+(?:de\s+communes?|d.agglomération|urbaine)|agglomération|"
    r"département|conseil\s+(?:départemental|général)|territoire|intercommunalité|intercom|interco|CC|CA|CU|CdC|CDC|EPCI)\s+(?:de\s+la\s+|de\s+l['’]|des\s+|du\s+|de\s+|d['’])?",
    re.IGNORECASE,
)
PAYS = re.compile(r"^(?:PETR|pays|pôle\s+d.équilibre|pôle\s+métropolitain|syndicat|GAL)\b", re.IGNORECASE)
PARENTHESIS = re.compile(r"\((?P<inside>[^()]{2,40})\)")
#: What a label says before the place: "CLS 2 du", "Le contrat local de santé de".
CONTRACT_LABEL = re.compile(
    r"^\W*(?:(?:le|un|notre|nouveau|signature\s+du|page\s+du)\s+)*(?:contrat\s+local\s+de\s+santé(?:\s+mentale)?|CLSM?)(?:\s*\(CLSM?\))?\s*(?:n°\s*)?\d?\s*"
    r"(?:de\s+\d\w*\s+génération\s+)?(?:du\s+territoire\s+)?(?:de\s+la\s+(?=[A-Za-zé])|de\s+l['’]|du\s+|des\s+|de\s+|d['’]|[–—:|-]\s*)",
    re.IGNORECASE,
)
#: A label that asks: "Et Gaillac-Graulhet ?", "Depuis quand pour Castres ?"; a number before it: "25 Val de Morteau".
QUESTION = re.compile(
    r"^\W*(?:(?:et|mais|quid|depuis\s+quand|jusqu.[àa]\s+quand|où\s+en\s+est(?:-on)?|qu.en\s+est-il|que\s+fait|comment|"
    r"pourquoi|quand|et\s+maintenant|combien\s+de\s+temps)\s+)?(?:(?:pour|de|du|d['’]|à|au|avec|chez|côté|sur)\s*)?"
    r"(?:(?:la\s+ville|la\s+commune|l.agglomération)\s+(?:de\s+|du\s+|d['’]))?(?P<name>[A-ZÉÈÎŒ][^?!.:;,]{1,60}?)\s*\?\s*$",
    re.IGNORECASE,
)
LEADING_CODE = re.compile(r"^\W*(?:\d{2,3}|2[AB])\s+(?:[–—-]\s*)?(?=[A-ZÉÈÎ])")
#: The mark of an item before the place: "a) Échirolles", "3. Grenoble".
LEADING_MARK = re.compile(r"^\W{0,3}(?:[a-z]|\d{1,2}|[ivx]{1,4})\s?[).°]\s+(?=[A-ZÉÈÎŒ])")
#: Where the name of a label ends.
LABEL_END = re.compile(r"\s{1,9}(?:[–—:|•·-]\s|\d{4}\b)|\s{0,9}(?::\s|[•·|]\s|\(|:$)|[,;!?]\s|\.\s")
SIGN_OF_NATURE = re.compile(
    r"CA|CC|CU|EPCI|agglo(?:mération)?|communauté(?: .{3,30})?|métropole|interco(?:mmunalité)?", re.IGNORECASE
)
#: A local authority without its name, folded.
BARE_AUTHORITY = re.compile(
    r"(?:la |le |les |l )?(?:ville|villes|commune|communes|mairie|municipalite|communaute(?: de communes| d agglomeration| urbaine)?|agglo(?:meration)?|metropole|"
    r"intercommunalite|interco|epci|ca|cc|cu|cdc|notre .*|departement|conseil departemental|collectivite|collectivites)"
)
#: The body that a *pays* has: "PETR du Pays de Langres" is listed as "Pays de Langres".
BODY_OF_PAYS = re.compile(
    r"^(?:le\s+)?(?:PETR|syndicat(?:\s+mixte|\s+intercommunal)?(?:\s+de\s+développement)?|pôle\s+d.équilibre\s+territorial(?:\s+et\s+rural)?|association|GAL)\s+(?:du\s+|de\s+(?:la\s+)?)?(?=pays\b)",
    re.IGNORECASE,
)
#: What the text says that the contract covers: "doter la Bresse bourguignonne d'un contrat local de santé".
AREA = re.compile(
    r"(?:\bdoter\s+|\bcouvr(?:e|ant|ir)\s+|périmètre\s+du\s+\w+\s+est\s+celui\s+d[eu]\s+|s.appliqu\w+\s+(?:à\s+l.ensemble\s+du\s+|au\s+|à\s+tout\s+le\s+)?territoire\s+d[eu]\s+|"
    r"à\s+l.échelle\s+d[eu]\s+)(?:la\s+|le\s+|l['’]|les\s+)?(?P<name>(?-i:[A-ZÉÈÎ])[\w'’ -]{2,60}?)(?=\s+d.un\s|\s*[.,;])",
    re.IGNORECASE,
)
