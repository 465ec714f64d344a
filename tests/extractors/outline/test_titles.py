"""Heads as printed: the word, the number and the title come apart."""

import pytest

from extractors.outline.titles import read_head


@pytest.mark.parametrize(
    ("text", "kind", "number", "title"),
    [
        ("Défi n°2 – Prévenir les maladies", "axis", "2", "Prévenir les maladies"),
        ("AMBITION D – Promouvoir la santé", "axis", "D", "Promouvoir la santé"),
        ("Orientation stratégique II. Bien vieillir", "axis", "II", "Bien vieillir"),
        ("Pilier 1 Accès aux soins ........ 12", "axis", "1", "Accès aux soins"),
        ("Ambition 1 · Rendre le soin accessible", "axis", "1", "Rendre le soin accessible"),
        ("Fiche action 1-2", "sheet", "1-2", ""),
        ("FA 02", "sheet", "02", ""),
        ("Faciliter 2 accès", "plain", None, "Faciliter 2 accès"),
        ("Objectif : Attirer les soignants", "objective", None, "Attirer les soignants"),
        ("1.3 Bus santé", "plain", "1.3", "Bus santé"),
        ("Les fiches actions", "plain", None, "Les fiches actions"),
    ],
)
def test_a_head_gives_its_kind_number_and_title(text: str, kind: str, number: str | None, title: str) -> None:
    head = read_head(text)
    assert (head.kind, head.number, head.title) == (kind, number, title)


def test_a_head_printed_again_on_the_next_page_is_a_continuation() -> None:
    assert read_head("Fiche 4 : Bus santé (suite)").continued


def test_letters_that_a_designer_set_apart() -> None:
    head = read_head("F I C H E-A C T I O N N° 1 : Faciliter l'accès")
    assert (head.kind, head.number, head.title) == ("sheet", "1", "Faciliter l'accès")
    assert read_head("A X E 2 – Agir").kind == "axis"


def test_a_stop_behind_the_words_of_an_axis() -> None:
    head = read_head("Axe transversal. Addictions : prévenir, soigner")
    assert (head.kind, head.title) == ("axis", "Addictions : prévenir, soigner")


def test_a_tag_names_an_axis_and_no_title() -> None:
    head = read_head("Engagement 1 | Action")
    assert (head.kind, head.number, head.title) == ("axis", "1", "")


def test_a_letter_before_a_hyphen_may_be_of_a_word() -> None:
    assert read_head("E-santé et nouvelles organisations").number is None
    assert read_head("1-A – Un cabinet éphémère").number == "1-A"
