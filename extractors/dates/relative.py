"""Days told by the day of the writing: "hier soir", "vendredi dernier", "le 14 juin" of a text dated the 26th.

In: the sentences of a text. Out: the day it bears, and the days that its relative words mean.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from extractors.dates.parse import Found, dates
from extractors.dates.patterns import MONTHS
from extractors.mentions import Passage

#: Short lines at the head or the foot of a text in which its day stands.
HEAD, FOOT, LONGEST_LINE = 9, 3, 150
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY_NAME = "|".join(WEEKDAYS)
_LATELY = r"(?:\s+(?:dernier|passé|soir|matin|après-midi))?"
_RELATIVE = re.compile(
    rf"\b(?P<ago>avant-hier|hier|aujourd.hui|jour\s+j|ce\s+(?:jour|matin|midi|soir|(?P<this>{_DAY_NAME}))\b)"
    rf"|\b(?:(?P<weekday>{_DAY_NAME}){_LATELY}\s*,?\s+)?"
    rf"(?:le\s+)?(?P<day>1er|\d{{1,2}})\s+(?P<month>{_MONTH})\b\.?(?!\s+\d{{4}})"
    rf"|\b(?P<past>{_DAY_NAME}){_LATELY}\b(?:\s*,\s*le\s+(?P<of>\d{{1,2}})\b(?!\s*\w))?",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"^\W*c.était|\bsign|\bconclu|\bparaph|jusqu|\bfin\b|terme|échéance|compter", re.IGNORECASE
)


def written_on(passages: Sequence[Passage]) -> tuple[date, Passage] | None:
    """The day of a headline, a dateline, a post or a record, in a line that tells nothing else of a contract."""
    if not passages:
        return None
    lines = [*passages[:HEAD], *passages[-FOOT:]]
    for passage in lines:
        if len(passage.text) > LONGEST_LINE or _SIGNED.search(passage.text):
            continue
        for found in dates(passage.text):
            if len(found.value) == 10:
                return date.fromisoformat(found.value), passage
    return None


def relative_dates(text: str, today: date) -> Iterator[Found]:
    """The days that come before the writing; a day and a month are those of the year up to it."""
    known = dates(text)
    for match in _RELATIVE.finditer(text):
        if any(f.start < match.end() and match.start() < f.end for f in known):
            continue
        day = _day(match, today)
        if day is not None:
            yield Found(match.start(), match.end(), day.isoformat())


def _day(match: re.Match[str], today: date) -> date | None:
    if match["ago"]:
        word = match["ago"].lower()
        if match["this"]:
            return _last(match["this"], today, here=True)
        return today - timedelta(days=2 if word.startswith("avant") else word.startswith("hier"))
    if match["month"]:
        number = 1 if match["day"] == "1er" else int(match["day"])
        for year in (today.year, today.year - 1):
            day = _made(year, MONTHS[match["month"].lower()], number)
            if day is not None and day <= today:
                return day
        return None
    if match["of"]:
        for month, year in ((today.month, today.year), _month_before(today)):
            day = _made(year, month, int(match["of"]))
            if day is not None and day <= today and WEEKDAYS[day.weekday()] == match["past"].lower():
                return day
        return None
    return _last(match["past"], today, here=False)


def _last(weekday: str, today: date, *, here: bool) -> date:
    """The last such day; today itself counts for "ce mercredi" only."""
    back = (today.weekday() - WEEKDAYS.index(weekday.lower())) % 7
    return today - timedelta(days=back if back or here else 7)


def _month_before(day: date) -> tuple[int, int]:
    return (12, day.year - 1) if day.month == 1 else (day.month - 1, day.year)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
