"""French words for dates and lengths of time: what `parse` reads."""

import re

from extractors.guarded import guarded

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("janvier", "janv"), ("février", "fevrier", "fév", "fev"), ("mars",), ("avril", "avr"), ("mai",),
            ("juin",), ("juillet", "juil"), ("août", "aout"), ("septembre", "sept"), ("octobre", "oct"),
            ("novembre", "nov"), ("décembre", "decembre", "déc", "dec"),
        ),
        1,
    )
    for name in names
}  # fmt: skip

UNITS = {
    "zéro": 0, "un": 1, "une": 1, "premier": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15,
    "seize": 16, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
}  # fmt: skip
_NUMBER_WORD = rf"(?:{'|'.join(sorted(UNITS, key=len, reverse=True))}|cents?|mille|et)"
NUMBER_WORDS = rf"{_NUMBER_WORD}(?:[\s-]{_NUMBER_WORD}){{0,7}}"

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY_MONTH_YEAR = guarded(
    rf"\b(?P<day>1er|[12Il]\s?er|\d{{1,2}}|premier|{NUMBER_WORDS})\s+(?P<month>{_MONTH})\.?\s+"
    rf"(?P<year>(?:19|20)\d\d|deux[\s-]mille(?:[\s-]{_NUMBER_WORD}){{0,4}})\b",
    re.IGNORECASE,
)
NUMERIC = guarded(r"\b(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)\b")
#: "11/2020", in a table.
NUMERIC_MONTH = re.compile(r"(?<![\d/.-])(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)\b(?![/.-])")
#: As a spreadsheet exports it: "2022-03-25".
ISO = guarded(r"(?<![\d/-])(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b(?!-)")
MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH})\.?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
YEAR = re.compile(r"(?<![\d/–-])(?<![–-]\s)\b(?P<year>(?:19|20)\d\d)\b(?!\s*[-–/]\s*\d)")
VAGUE_YEAR = guarded(
    r"\b(?:début|fin|mi|courant|en|depuis|printemps|été|automne|hiver|dès|année|trimestre|semestre)[\s-]+(?:de\s+)?(?:l.année\s+)?"
    r"(?P<year>(?:19|20)\d\d)\b(?!\s*[-–/]\s*\d)",
    re.IGNORECASE,
)
#: "2019-2023", "2019 / 2023", "2021 > 2025", "de 2020 à 2025", "2020, 2021 et 2022".
YEARS = guarded(
    r"(?<![\d/.])\b(?P<start>20[0-4]\d)(?:(?:\s*,\s*20[0-4]\d){1,4}\s+et\s+|\s*(?:[-–—/>→›•·]|à)\s*|\s+et\s+)(?P<end>20[0-4]\d)\b(?!\s*[-/.]\d)"
)

DURATION = re.compile(
    rf"\b(?P<number>\d{{1,3}}|{NUMBER_WORDS})\s*(?:\(\s*(?:\d{{1,3}}|{NUMBER_WORDS})\s*\)\s*)?"
    r"(?P<unit>ans?|années?|mois)\b(?:\s+(?:civiles?|pleines?|entières?))?"
    r"(?P<half>\s+et\s+demie?)?"
    rf"(?:\s+et\s+(?P<more>\d{{1,2}}|{NUMBER_WORDS})\s+mois)?",
    re.IGNORECASE,
)
