"""French as it is printed."""

from datetime import date

import pytest
from jinja2 import DictLoader

from search_api.french import (
    NBSP,
    THIN,
    duration_label,
    french_date,
    french_number,
    french_percent,
    ordinal,
    plural,
    typeset,
)
from search_api.pages.render import environment


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Origine : le site", f"Origine{NBSP}: le site"),
        ("Essayez :", f"Essayez{NBSP}:"),
        ("un mot ; deux", f"un mot{THIN}; deux"),
        ("Où ? Ici !", f"Où{THIN}? Ici{THIN}!"),
        ("le tableau « Par région ».", f"le tableau «{NBSP}Par région{NBSP}»."),
        ("l'atlas d'aujourd'hui", "l’atlas d’aujourd’hui"),
        ("à 87 %, soit 12 mois", f"à 87{NBSP}%, soit 12{NBSP}mois"),
        ("<a href='/x?a=b:c;d'>x</a> à 10:30", "<a href='/x?a=b:c;d'>x</a> à 10:30"),
        (".a { b: c !important }", ".a { b: c !important }"),
    ],
)
def test_spaces_and_apostrophes(written: str, printed: str) -> None:
    assert typeset(written) == printed
    assert typeset(printed) == printed


def test_templates_are_set_but_not_the_words_of_documents() -> None:
    env = environment().overlay(loader=DictLoader({"a.html": "L'avis{{ ' : ' }}{{ quote }} ?"}))
    assert env.get_template("a.html").render(quote="l'eau : oui") == f"L’avis{NBSP}: l&#39;eau : oui{THIN}?"


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("2023-06-12", f"12{NBSP}juin 2023"),
        (date(2024, 3, 1), f"1er{NBSP}mars 2024"),
        ("2015-08", "août 2015"),
        ("2015", "2015"),
        ("", ""),
        (None, ""),
    ],
)
def test_dates(value: date | str | None, printed: str) -> None:
    assert french_date(value) == printed


def test_numbers() -> None:
    assert french_number(1234567) == f"1{THIN}234{THIN}567"
    assert french_number(12345.67, 1) == f"12{THIN}345,7"
    assert french_number(None) == ""
    assert french_percent(0.873) == f"87{NBSP}%"
    assert french_percent(0.8734, 1) == f"87,3{NBSP}%"


def test_nought_and_one_are_singular() -> None:
    for number, printed in ((0, "0 contrat"), (1, "1 contrat"), (2, "2 contrats")):
        assert plural(number, "contrat") == printed.replace(" ", NBSP)
    assert plural(1200, "fiche action", "fiches action") == f"1{THIN}200{NBSP}fiches action"


def test_ordinals_and_durations() -> None:
    assert (ordinal(1), ordinal("1"), ordinal(3)) == ("1re", "1re", "3e")
    assert duration_label(42) == f"3{NBSP}ans et 6{NBSP}mois"
    assert duration_label(12) == f"1{NBSP}an"
