"""What coding an action knows of French sheets: weights of fields, thresholds, negations."""

import re
from collections.abc import Mapping
from enum import StrEnum

from models.records import Scheme

METHOD = "themes-1"


class Kind(StrEnum):
    """How much a phrase says of its concept."""

    STRONG = "strong"
    WEAK = "weak"  # supports, never enough alone outside a title
    ALONE = "alone"  # counts when it is all of an item: "habitants", not "habitants sans médecin traitant"


STRENGTHS: Mapping[Kind, float] = {Kind.STRONG: 1.0, Kind.WEAK: 0.45, Kind.ALONE: 1.0}

#: Words that carry no meaning of their own, as `phrases.bare` leaves them.
SILENT = frozenset({"de", "d", "du", "des", "la", "le", "les", "l", "un", "une", "et", "a", "au", "aux"})
#: A phrase does not go over these.
BREAKS = ".;:!?()\n…"

#: "hors addictions", "à l'exception des mineurs", "ne concerne pas". "sans" is none: "sans tabac" is about tobacco.
NEGATIONS = (
    "hors",
    "sauf",
    "excepté",
    "hormis",
    "exception de",
    "exclusion de",
    "ne concerne pas",
    "ne traite pas",
    "ne porte pas sur",
    "ne relève pas",
    "ne vise pas",
    "ne s'adresse pas",
)
#: Words before a phrase among which a negation stands.
NEGATION_REACH = 4

#: What a phrase is worth where it stands. Descriptions of sheets are full of details and set phrases: low.
WEIGHTS: Mapping[Scheme, Mapping[str, float]] = {
    Scheme.THEME: {
        "title": 1.0,
        "objectives": 0.6,
        "target_population": 0.3,
        "description": 0.3,
        "expected_results": 0.3,
        "context": 0.2,
        "axis": 0.2,
        "indicators": 0.15,
    },
    Scheme.POPULATION: {"target_population": 1.0, "title": 0.8, "objectives": 0.6, "description": 0.1},
    Scheme.ACTION_TYPE: {"title": 1.0, "objectives": 0.5, "description": 0.5, "expected_results": 0.2},
    Scheme.SETTING: {
        "title": 0.8,
        "objectives": 0.5,
        "target_population": 0.4,
        "description": 0.5,
        "area": 0.6,
    },
    # last: themes and types of action imply determinants
    Scheme.DETERMINANT: {
        "title": 1.0,
        "objectives": 0.7,
        "target_population": 0.3,
        "description": 0.25,
        "expected_results": 0.3,
        "context": 0.1,
        "axis": 0.2,
    },
}
#: What a concept must reach to be emitted.
THRESHOLDS: Mapping[Scheme, float] = {
    Scheme.THEME: 0.6,
    Scheme.DETERMINANT: 0.6,
    Scheme.POPULATION: 0.6,
    Scheme.ACTION_TYPE: 0.6,
    Scheme.SETTING: 0.5,
}
#: A concept far behind the first one is a detail of the sheet.
SHARE_OF_FIRST: Mapping[Scheme, float] = {
    Scheme.THEME: 0.5,
    Scheme.DETERMINANT: 0.4,
    Scheme.POPULATION: 0.3,
    Scheme.ACTION_TYPE: 0.4,
    Scheme.SETTING: 0.4,
}
MOST_CODES: Mapping[Scheme, int] = {
    Scheme.THEME: 3,
    Scheme.DETERMINANT: 3,
    Scheme.POPULATION: 5,
    Scheme.ACTION_TYPE: 4,
    Scheme.SETTING: 4,
}
#: The field that says it when it is there: populations of other fields are not the public.
DECISIVE: Mapping[Scheme, tuple[str, ...]] = {Scheme.POPULATION: ("target_population",)}
#: Sheets tell their steps in sentences that begin with the verb: a phrase among so many first words is a main step.
STEP_WORDS = 3
STEP = 1.25
#: "Former …", "Mettre en place …", "Création d'un …", "Mise en œuvre de …".
STEP_VERB = re.compile(r"^\w*(?:[ei]r|oir|re|tion|ment|age|mise)", re.IGNORECASE)
#: A place that no preposition of place introduces, and that no step begins with, is a partner, a public or a detail.
NOT_LOCATED = 0.7
LOCATED = re.compile(
    r"(?:^|\s)(?:dans|en|aux?|à|chez|sur|devant|sein d[eu]s?)\s(?:[\w’'-]+\s){0,3}(?:[\w’'-]+\s(?:et|ou)\s)?"
    r"(?:les?\s|la\s|l['’]|des?\s|du\s)?$",
    re.IGNORECASE,
)
#: Words that bring their preposition along: "en pharmacie", "sur les marchés".
PLACED = re.compile(r"(?:dans|en|aux?|à|chez|sur|devant)\s", re.IGNORECASE)
#: A step taken with a partner is not taken there.
WITH = re.compile(r"\bavec\s(?:les?\s|la\s|l['’]|des?\s)?$", re.IGNORECASE)
#: What may stand around the words of an item, and the name of a place after them: "habitants de la Drôme".
ITEM_START = re.compile(r"(?:^|[,;/\n(•-]|\bet)\s*(?:les|des|tous les|autres)?\s*$", re.IGNORECASE)
ITEM_END = re.compile(
    r"(?:\s(?:d(?:e|u|es)\s(?:la\s|l['’])?|d['’])?[A-ZÉÈÎ][\w’']*(?:-[\w’']+|\s[A-ZÉÈÎ][\w’']*)*)?"
    r"\s*(?:$|[,;/\n)•.]|et\b)"
)
#: A second and third phrase for the same concept in a field add so much each.
REPEATED = 0.35
#: Places kept as evidence of one code.
MOST_EVIDENCE = 3

#: Confidence of a code: the precision of its scheme on actions not seen before, rounded down (docs/vocabularies.md).
CONFIDENCE: Mapping[Scheme, float] = {
    Scheme.THEME: 0.95,
    Scheme.DETERMINANT: 0.85,
    Scheme.POPULATION: 0.95,
    Scheme.ACTION_TYPE: 0.7,
    Scheme.SETTING: 0.75,
}

#: A theme of a contract: coded on this many of its actions (or in the title of an axis).
CONTRACT_ACTIONS = 2
#: … and on this share of them, so that a long contract is not coded with everything.
CONTRACT_SHARE = 0.08
MOST_CONTRACT_EVIDENCE = 5
