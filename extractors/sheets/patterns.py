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
#: What is done, told by a noun: "Création d'un réseau", "Mise en place d'une prime", "Trois ateliers".
DONE = re.compile(
    rf"{_START}(?:[^\W\d_]{{3,24}}(?:tions?|sions?|ments?|ages?|ures?)\b|mises?\s+en\s|mise\s+à\s|ateliers?|réunions?|"
    r"recrutement|appels?\s+à|temps\s+(?:d['’]|de\s)|rencontres?|journées?|campagnes?|séances?|guide|outils?|"
    r"permanences?|tenue|achat|envoi|suivi|appui|soutien|pose|prêt|aide|remise|visites?|équipe|charte|carte|"
    r"concerts?|sorties?|semaine|consultations?|carnets?|groupes?|point)\b",
    re.IGNORECASE,
)
#: "sera tenue", "seront proposés", "réunira": what will be done.
FORESEEN = re.compile(r"\b(?:sera|seront|[^\W\d_]{2,24}(?:era|eront|ira|iront|dra|dront))\b", re.IGNORECASE)
#: "Mille contacts", "Baisse de 10 %", "Registre doublé": a result that is counted or reached.
COUNTED = re.compile(
    r"\d|^\W*(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|"
    r"soixante|cent|cents|mille|aucun|aucune|chaque|tous|toutes)\b|"
    rf"{_START}(?:baisse|hausse|augmentation|diminution|réduction|stabilisation|amélioration|recul|progression|maintien|"
    r"doublement|meilleure?s?|moins|plus|une?\s+meilleure?)\b|"
    r"\b[^\W\d_]{2,24}(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues)\s*(?:\W*$|\s(?:à|dans|sur|pour|de|par|en)\b)",
    re.IGNORECASE,
)
#: Words that place: "Rive droite et Bras-Canot", "quartiers Mont-Gaillard et Caucriauville".
PLACE = re.compile(
    r"\b(?:quartiers?|communes?|cantons?|bourgs?|villages?|villes?|territoires?|vallées?|secteurs?|rives?|centres?-villes?|"
    r"littoral|agglomérations?|métropole|intercommunal\w*|bassins?\s+de\s+vie|départements?|hauts|plaine|QPV)\b",
    re.IGNORECASE,
)
