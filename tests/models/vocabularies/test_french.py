import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabularies.french import parse_number_word, roman

UNITS = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"]
UNITS += ["onze", "douze", "treize", "quatorze", "quinze", "seize"]
TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}


def spell(number: int) -> str:
    if number <= 16:
        return UNITS[number]
    if number < 20:
        return f"dix-{UNITS[number - 10]}"
    base = max(ten for ten in TENS if ten <= number)
    rest = number - base
    if rest == 0:
        return "quatre-vingts" if base == 80 else TENS[base]
    link = " et " if rest in {1, 11} and base != 80 else "-"
    return f"{TENS[base]}{link}{spell(rest)}"


@given(st.integers(0, 99))
def test_numbers_in_words_are_read_back(number: int) -> None:
    assert parse_number_word(spell(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("première", 1),
        ("1er", 1),
        ("2ème", 2),
        ("2e", 2),
        ("seconde", 2),
        ("troisième", 3),
        ("cinquième", 5),
        ("neuvième", 9),
        ("vingt et unième", 21),
        ("II", 2),
        ("IIIe", 3),
        ("cent vingt", 120),
        ("27", 27),
    ],
)
def test_ordinals_figures_and_roman_numbers(text: str, number: int) -> None:
    assert parse_number_word(text) == number


@pytest.mark.parametrize("text", ["", "plusieurs", "mi", "santé", "et", "IIII", "deux deux", "problème"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse_number_word(text) is None


def test_roman_numbers_are_well_formed() -> None:
    assert [roman(text) for text in ("IV", "xiv", "XC", "VX", "")] == [4, 14, 90, None, None]
