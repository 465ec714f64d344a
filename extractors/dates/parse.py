"""From French words to ISO 8601 dates, as precise as the text, and to months."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractors.dates.patterns import (
    DAY_MONTH_YEAR,
    DURATION,
    ISO,
    MONTH_YEAR,
    MONTHS,
    NUMERIC,
    NUMERIC_MONTH,
    UNITS,
    VAGUE_YEAR,
    YEAR,
)


@dataclass(frozen=True)
class Found:
    """A date or a duration in a text, `text[start:end]`. `value` is ISO 8601 or a number of months."""

    start: int
    end: int
    value: str


def number(words: str) -> int | None:
    """ "trois" → 3, "deux mille vingt-trois" → 2023, "12" → 12; None for what is no number."""
    words = words.strip().lower()
    if words.isdigit():
        return int(words)
    if words.replace(" ", "") in {"1er", "ier", "ler"}:
        return 1
    total = part = 0
    seen = False
    for word in re.split(r"[\s-]+", words):
        if word == "et":
            continue
        if word in {"mille"}:
            total, part = (part or 1) * 1000, 0
        elif word in {"cent", "cents"}:
            part = (part or 1) * 100
        elif word == "vingts" or (word == "vingt" and part == 4):
            part = part * 20
        elif word in UNITS:
            part += UNITS[word]
        else:
            return None
        seen = True
    return total + part if seen else None


def _may_hold_year(text: str) -> bool:
    """Every date has its year: a cheap look spares most sentences the expressions."""
    return "20" in text or "19" in text or "mille" in text.lower()


def dates(text: str, *, years: bool = False) -> list[Found]:
    """Dates in order, the most precise reading of each place; bare years only when asked for."""
    found: list[Found] = []
    if not _may_hold_year(text):
        return found

    def add(match: re.Match[str], value: str | None) -> None:
        if value and not any(f.start < match.end() and match.start() < f.end for f in found):
            found.append(Found(match.start(), match.end(), value))

    for match in DAY_MONTH_YEAR.finditer(text):
        add(match, _iso(match["year"], match["month"], match["day"]))
    for match in (*NUMERIC.finditer(text), *ISO.finditer(text)):
        add(match, _iso(match["year"], match["month"], match["day"]))
    for match in (*MONTH_YEAR.finditer(text), *NUMERIC_MONTH.finditer(text)):
        add(match, _iso(match["year"], match["month"], None))
    if years:
        for match in [*VAGUE_YEAR.finditer(text), *YEAR.finditer(text)]:
            add(match, match["year"])
    return sorted(found, key=lambda f: f.start)


def _iso(year: str, month: str, day: str | None) -> str | None:
    y, m = number(year), MONTHS.get(month.lower()) or (int(month) if month.isdigit() else None)
    if y is None or m is None or not 1 <= m <= 12:
        return None
    if day is None:
        return f"{y:04d}-{m:02d}"
    d = number(day)
    try:
        return date(y, m, d or 0).isoformat()
    except ValueError:
        return None


def durations(text: str) -> Iterator[Found]:
    """Durations as months: "trois ans et demi" → 42, "quatre ans et six mois" → 54."""
    lower = text.lower()
    if "mois" not in lower and "an" not in lower:
        return
    for match in DURATION.finditer(text):
        count = number(match["number"])
        if not count:
            continue
        months = count if match["unit"].lower() == "mois" else count * 12
        if match["half"]:
            months += 6 if match["unit"].lower() != "mois" else 0
        if match["more"]:
            months += number(match["more"]) or 0
        yield Found(match.start(), match.end(), str(months))
