"""French as it is printed: spaces before high punctuation, apostrophes, dates, numbers, plurals, ordinals.

The words of a document are evidence and stay as they are. Rules: Lexique des règles typographiques en usage à
l'Imprimerie nationale.
"""

import re
from datetime import date

#: No-break space, and its narrow form: before ; ! ? and between thousands.
NBSP, THIN = "\u00a0", "\u202f"
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_RULES = (
    (re.compile(r"(?<!\s) (?=[;!?](?:[\s<)»,]|$))"), THIN),
    (re.compile(r"(?<!\s) (?=:(?:[\s<]|$))"), NBSP),
    (re.compile(r"(?<=«) | (?=»)"), NBSP),
    (re.compile(r"(?:(?<=\d)|^) (?=[%€](?:\W|$))"), NBSP),
    (re.compile(r"(?<=\d) (?=(?:ans?|mois|jours?|habitants?|pages?)\b)"), NBSP),
    (re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])"), "’"),
)


def typeset(text: str) -> str:
    """ "L'avis : « oui » ?" with no-break spaces and ’. Twice is as good as once."""
    for pattern, put in _RULES:
        text = pattern.sub(put, text)
    return text


def french_date(value: date | str | None) -> str:
    """ "2023-06-12" → "12 juin 2023", "2015-06" → "juin 2015", "2015" → "2015"; no-break after the day."""
    if not value:
        return ""
    parts = value.isoformat().split("-") if isinstance(value, date) else value.split("-")
    if len(parts) == 1:
        return parts[0]
    month = MONTHS[int(parts[1]) - 1]
    if len(parts) == 2:
        return f"{month} {parts[0]}"
    day = int(parts[2][:2])
    return f"{'1er' if day == 1 else day}{NBSP}{month} {parts[0]}"


def french_number(value: int | float | None, digits: int = 0) -> str:
    """12345.67 → "12 346", with digits=1 "12 345,7"; thousands apart by a narrow no-break space."""
    if value is None:
        return ""
    return f"{value:,.{digits}f}".replace(",", THIN).replace(".", ",")


def french_percent(share: float | None, digits: int = 0) -> str:
    """0.873 → "87 %"."""
    return "" if share is None else f"{french_number(100 * share, digits)}{NBSP}%"


def french_share(share: float | None) -> str:
    """Of a population: 0.1649 → "16,5 %", 0.0002 → "moins de 0,1 %"; what is not known is told so."""
    if share is None:
        return "inconnue"
    return f"moins de 0,1{NBSP}%" if 0 < share < 0.001 else french_percent(share, 1).replace(",0", "")


def plural(count: int, one: str, many: str | None = None) -> str:
    """0 → "0 contrat", 2 → "2 contrats"; `many` where an s at the end is not enough: "fiches action"."""
    word = one if count < 2 else (many or f"{one}s")
    return f"{french_number(count)}{NBSP}{word}"


def ordinal(number: int | str) -> str:
    """Of a feminine noun: 1 → "1re", 2 → "2e"."""
    return f"{number}{'re' if str(number) == '1' else 'e'}"


def duration_label(months: int) -> str:
    """60 → "5 ans", 42 → "3 ans et 6 mois", 18 → "1 an et 6 mois"."""
    years, rest = divmod(months, 12)
    parts = [f"{years}{NBSP}an{'s' if years > 1 else ''}"] if years else []
    return " et ".join([*parts, f"{rest}{NBSP}mois"] if rest or not parts else parts)
