"""French words for days, months, years and lengths of time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.dates.parse import dates, durations, number
from extractors.dates.patterns import MONTHS

MONTH_NAMES = {value: name for name, value in reversed(MONTHS.items())}


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("trois", 3),
        ("vingt et un", 21),
        ("deux mille vingt-trois", 2023),
        ("deux mille dix-neuf", 2019),
        ("1er", 1),
        ("12", 12),
        ("plusieurs", None),
        ("", None),
    ],
)
def test_number_words(words: str, value: int | None) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("le 3 mars 2023", "2023-03-03"),
        ("le 1er juillet 2019", "2019-07-01"),
        ("le premier décembre deux mille vingt", "2020-12-01"),
        ("le vingt-deux avril deux mille vingt-quatre", "2024-04-22"),
        ("le 14/05/2024", "2024-05-14"),
        ("le 14.05.2024", "2024-05-14"),
        ("en novembre 2020", "2020-11"),
        ("LE 5 FÉVRIER 2018", "2018-02-05"),
    ],
)
def test_a_date_is_as_precise_as_its_words(text: str, value: str) -> None:
    assert [found.value for found in dates(text)] == [value]


@pytest.mark.parametrize("text", ["le 31 février 2020", "le 45/13/2020", "le 3 mars", "en 2020", "0 avril"])
def test_what_no_calendar_has_is_not_a_day(text: str) -> None:
    assert [found.value for found in dates(text) if len(found.value) == 10] == []


def test_a_bare_year_is_read_only_when_asked_for() -> None:
    assert dates("Il a été signé fin 2014.") == []
    assert [found.value for found in dates("Il a été signé fin 2014.", years=True)] == ["2014"]


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_a_day_printed_in_french_is_read_back(day: date) -> None:
    words = f"Fait à Guéret, le {day.day} {MONTH_NAMES[day.month]} {day.year}."
    assert [found.value for found in dates(words)] == [day.isoformat()]
    assert [found.value for found in dates(f"le {day:%d/%m/%Y}")] == [day.isoformat()]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("cinq ans", "60"),
        ("5 (cinq) ans", "60"),
        ("trois (3) années", "36"),
        ("18 mois", "18"),
        ("trois ans et demi", "42"),
        ("quatre ans et six mois", "54"),
    ],
)
def test_lengths_of_time_in_months(text: str, months: str) -> None:
    assert [found.value for found in durations(f"pour une durée de {text}.")] == [months]
