"""Partial dates: what "2015-06" may mean, and when three years from there end."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dates import add_months, agree, bounds, known_bounds, last_day, year_of


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("2015-06", date(2015, 6, 1), date(2015, 6, 30)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2015-06-12", date(2015, 6, 12), date(2015, 6, 12)),
    ],
)
def test_bounds(text: str, first: date, last: date) -> None:
    assert bounds(text) == (first, last)


@pytest.mark.parametrize("text", ["", "juin 2015", "2015-13", "2015-00", "2015-02-30", "2015-02-00", "0000"])
def test_what_is_not_a_date(text: str) -> None:
    assert known_bounds(text) is None
    with pytest.raises(ValueError, match="not a date"):
        bounds(text)


def test_counting_in_months() -> None:
    assert add_months(date(2015, 1, 31), 1) == date(2015, 2, 28)
    assert add_months(date(2015, 11, 5), 14) == date(2017, 1, 5)
    assert add_months(date(2015, 1, 5), -1) == date(2014, 12, 5)
    assert last_day(date(2015, 1, 1), 36) == date(2017, 12, 31)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 600))
def test_months_are_counted_whatever_the_day(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day


def test_a_less_precise_date_agrees() -> None:
    assert agree("2015", "2015-06-12")
    assert agree("2015-06", "2015")
    assert not agree("2015-06", "2015-07-01")
    assert not agree("2015", "2016")
    assert agree("?", "?")
    assert not agree("?", "2015")


def test_the_year() -> None:
    assert (year_of("2015-06"), year_of(None), year_of("?")) == (2015, None, None)
