"""Dates as precise as the text ("2015", "2015-06", "2015-06-12"): their bounds, and counting in months."""

import re
from calendar import monthrange
from datetime import date, timedelta

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def known_bounds(text: str | None) -> tuple[date, date] | None:
    """First and last day that the text may mean; None for no date, or a day that no calendar has."""
    match = _PARTIAL.fullmatch(text or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year or month == 0 or (month or 1) > 12:
        return None
    first_month, last_month = (1, 12) if month is None else (month, month)
    length = monthrange(year, last_month)[1]
    if day is not None and not 1 <= day <= length:
        return None
    return date(year, first_month, day or 1), date(year, last_month, day or length)


def bounds(text: str) -> tuple[date, date]:
    """As `known_bounds`, raising ValueError where it has no answer."""
    found = known_bounds(text)
    if found is None:
        raise ValueError(f"not a date: {text!r}")
    return found


def add_months(day: date, months: int) -> date:
    """The same day of a later (or earlier) month, the last one where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day(start: date, months: int) -> date:
    """The last day of a period that begins on `start`: 36 months from 1 January 2015, 31 December 2017."""
    return add_months(start, months) - timedelta(days=1)


def agree(one: str, other: str) -> bool:
    """True when both may mean the same day, as "2015" and "2015-06-12"; no date agrees only with itself."""
    a, b = known_bounds(one), known_bounds(other)
    if a is None or b is None:
        return one == other
    return a[0] <= b[1] and b[0] <= a[1]


def year_of(text: str | None) -> int | None:
    found = known_bounds(text)
    return found[0].year if found is not None else None
