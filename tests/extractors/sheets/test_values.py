"""Printed lines become a text or a list."""

from hypothesis import given
from hypothesis import strategies as st

from extractors.outline.stream import Token
from extractors.sheets.values import list_value, text_value


def _lines(*texts: str, item: bool = False) -> list[Token]:
    return [Token("line", text, item=item, starts=item) for text in texts]


def test_bullets_give_one_line_each() -> None:
    assert text_value(_lines("Accueillir", "Orienter", item=True)) == "Accueillir\nOrienter"


def test_wrapped_lines_are_joined_and_hyphens_healed() -> None:
    assert text_value(_lines("Une consul-", "tation par mois")) == "Une consultation par mois"


def test_an_empty_value_is_none() -> None:
    assert text_value(_lines("Néant")) is None


def test_items_are_split_on_lines_that_begin_one() -> None:
    assert list_value(_lines("CPAM de l'Orne", "Centre hospitalier de", "Flers")) == (
        "CPAM de l'Orne",
        "Centre hospitalier de Flers",
    )


def test_a_comma_inside_parentheses_does_not_split() -> None:
    assert list_value(_lines("Écoles (maternelles, primaires), CCAS")) == (
        "Écoles (maternelles, primaires)",
        "CCAS",
    )


WORDS = st.lists(
    st.sampled_from(["car", "santé", "habitants", "médecin", "CCAS", "écoles", "aidants", "Orne"]),
    min_size=1,
    max_size=6,
)


@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=8))
def test_items_printed_as_bullets_are_read_back(items: list[str]) -> None:
    lines = _lines(*items, item=True)
    assert list_value(lines) == tuple(items)
    assert text_value(lines) == "\n".join(items)


def test_the_mark_that_stands_most_often_parts_the_items() -> None:
    lines = _lines("URPS médecins libéraux / Foyers de travailleurs / ARS Auvergne-Rhône-", "Alpes / PMI")
    assert list_value(lines) == (
        "URPS médecins libéraux",
        "Foyers de travailleurs",
        "ARS Auvergne-Rhône-Alpes",
        "PMI",
    )
    assert list_value(_lines("CPTS Vénissieux – Vaulx-en-Velin / Clubs sportifs")) == (
        "CPTS Vénissieux – Vaulx-en-Velin",
        "Clubs sportifs",
    )


def test_the_last_of_an_enumeration_may_be_two() -> None:
    assert list_value(_lines("MSA, Mutuelles, CPAM de la Creuse et ARS.")) == (
        "MSA",
        "Mutuelles",
        "CPAM de la Creuse",
        "ARS",
    )
    assert list_value(_lines("MSA, CAF, CCAS et CIAS")) == ("MSA", "CAF", "CCAS et CIAS")
    assert list_value(_lines("MSA, Fédération des maisons et pôles de santé")) == (
        "MSA",
        "Fédération des maisons et pôles de santé",
    )


def test_what_is_ticked_is_the_value() -> None:
    assert text_value(_lines("☒ Jeunes ☐ Aînés ☒ Familles")) == "Jeunes\nFamilles"
    assert list_value(_lines("☒ CPAM du Jura", "☒ MSA", "☐ Autres")) == ("CPAM du Jura", "MSA")
    assert text_value(_lines("☐ Jeunes ☐ Aînés")) == "☐ Jeunes ☐ Aînés"
