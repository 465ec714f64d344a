"""Expressions that name the kind of a document; order is precedence within one title."""

import re

AMENDMENT = re.compile(r"\bavenant\b", re.IGNORECASE)
PROTOCOL = re.compile(
    r"protocole\s+(?:d.accord|d.engagement|de préfiguration|préalable|d.intention|de partenariat)|lettre\s+d.(?:intention|engagement)|"
    r"\bpréfiguration\b|accord[\s-]cadre|déclaration d.intention|convention (?:préalable|de préfiguration)",
    re.IGNORECASE,
)
MENTAL = re.compile(r"\bcontrat\s+local\s+(?:de\s+|en\s+)?santé\s+mentale\b|\bCLSM\b", re.IGNORECASE)
CONTRACT = re.compile(
    r"\bcontrats?\s+loca(?:l|ux)\s+de\s+sant[ée]\b|\bCLS\b(?!M)|\bCLS\s?\d\b", re.IGNORECASE
)
#: Documents that look alike and are none of ours, with the French reason.
OTHERS = (
    (re.compile(r"contrat de ville|quartiers 20\d0|engagements quartiers", re.IGNORECASE), "C'est un contrat de ville."),
    (re.compile(r"projet de santé\b.*(?:CPTS|communauté|maison|territoriale|val\b)|projet de santé d|^projet de santé$", re.IGNORECASE), "C'est un projet de santé (CPTS ou maison de santé)."),
    (re.compile(r"projet territorial de santé mentale|\bPTSM\b", re.IGNORECASE), "C'est un projet territorial de santé mentale."),
    (re.compile(r"relance et de transition écologique|réussite de la transition|\bCRTE\b", re.IGNORECASE), "C'est un contrat de relance et de transition écologique."),
    (re.compile(r"offre d.emploi|fiche de poste|\brecrute\b|recrutement d", re.IGNORECASE), "C'est une offre d'emploi."),
    (re.compile(r"convention territoriale globale|\bCTG\b", re.IGNORECASE), "C'est une convention territoriale globale."),
    (re.compile(r"contrat local de sécurité|prévention de la délinquance", re.IGNORECASE), "C'est un contrat local de sécurité."),
    (re.compile(r"contrat territorial de santé|conseil territorial de santé|projet régional de santé", re.IGNORECASE), "C'est un document de planification, pas un contrat local de santé."),
)  # fmt: skip
