"""The rank of a contract on its territory, when the text says it of this very contract."""

import pytest

from extractors.generation import extract_generation
from tests.extractors.writing import sentences


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("Contrat local de santé de deuxième génération", 2),
        ("Contrat local de santé de 3e génération", 3),
        ("CLS 2 du Pays de Saverne", 2),
        ("CLS III – Ville de Gennevilliers", 3),
        ("Contrat local de santé n° 2", 2),
        ("CLS 2024-2028", None),
        ("Contrat local de santé 5 axes", None),
        ("Contrat local de santé de Guéret", None),
        ("Vers un CLS de deuxième génération ?", None),
    ],
)
def test_a_title_tells_the_rank(title: str, rank: int | None) -> None:
    found = extract_generation(sentences(title), [])
    assert (found[0] if found else None) == rank


def test_a_sentence_about_this_contract() -> None:
    found = extract_generation([], sentences("Le présent contrat est un contrat de troisième génération."))
    assert found is not None
    assert (found[0], found[1].quote) == (3, "Le présent contrat est un contrat de troisième génération.")


@pytest.mark.parametrize(
    "text",
    [
        "Le contrat local de santé de première génération avait été signé en 2012.",
        "Les CLS de deuxième génération sont plus transversaux.",
        "Faut-il un contrat de deuxième génération ?",
    ],
)
def test_other_contracts_have_other_ranks(text: str) -> None:
    assert extract_generation([], sentences(text)) is None
