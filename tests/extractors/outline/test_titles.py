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
        ("Fiche action 1-2", "sheet", "1-2", ""),
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
