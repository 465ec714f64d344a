"""What the values of a field look like, to tell the field of a label that no list knows."""

import re

#: Wordings that mean another field once their usual one was told under another label.
SECOND_MEANING = {"mise en oeuvre": "schedule"}

_START = r"^\W*(?:(?:le|la|les|l['’]|des|de|d['’]|un|une)\s*)?"
SIGNS: dict[str, re.Pattern[str]] = {
    "indicators": re.compile(
        rf"{_START}(?:nombre|nb|taux|part\b|pourcentage|%|évolution|proportion|existence|délai|volume|fréquentation|"
        r"file active|satisfaction|questionnaire|mesure|score|réalisation|couverture)",
        re.IGNORECASE,
    ),
    "budget": re.compile(
        r"€|\beuros?\b|\bETP\b|\bFIR\b|fonds d.intervention|crédits?\b|appels? à projets|financ|subvention|autofinanc|"
        r"temps (?:de travail|agent)|à coûts? constants?",
        re.IGNORECASE,
    ),
    "schedule": re.compile(
        r"\b20[0-4]\d\b|trimestre|semestre|\b[TS][1-4]\b|dès la signature|durée du contrat|chaque année|annuel|mensuel|"
        r"\b(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b|court terme|moyen terme",
        re.IGNORECASE,
    ),
    "area": re.compile(
        rf"{_START}(?:ensemble|tout)\s+(?:du|de la|le)?\s*(?:territoire|commun|agglo|ville|pays|canton|département|ressort)|"
        rf"{_START}(?:territoire|communes?|quartiers?|cantons?|secteurs?|bassins?|villes?|départements?|communauté de communes|"
        r"QPV|agglomération|métropole|\d+ communes)\b",
        re.IGNORECASE,
    ),
    "target_population": re.compile(
        rf"{_START}(?:habitants?|personnes?|jeunes|enfants|élèves|familles|professionnels|tout public|tous publics|grand public|"
        r"population|femmes|hommes|seniors|aînés|publics?|usagers|patients|parents|futurs parents|adolescents|étudiants|"
        r"aidants|proches|collégiens|lycéens|salariés|demandeurs|bénéficiaires|allocataires|ménages|médecins|internes|"
        r"élus|agents|tous les)\b",
        re.IGNORECASE,
    ),
}
