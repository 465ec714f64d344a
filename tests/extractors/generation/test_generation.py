"""The rank of a contract on its territory, when the text says it of this very contract."""

import pytest

from extractors.generation import extract_generation
from tests.extractors.writing import sentences


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("Contrat local de santé de deuxième génération", 2),
        ("Contrat local de santé de 3e génération", 3),
        ("3e édition", 3),
        ("Premier contrat local de santé de la commune, 2022-2026", 1),
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


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Les parties signent ici un contrat local de santé de première génération.", 1),
        ("Le quatrième CLS a été signé le 7 novembre 2023.", 4),
        ("Vitré Communauté et l'ARS en ont signé un deuxième le 1er avril 2022.", 2),
        ("CLS 3 • 2023-2027 • signé le 30/01/2023", 3),
        ("Génération : 2e", 2),
        ("La ville et l'ARS reconduisent leur contrat local de santé, version 2.", 2),
        ("Troisième contrat du territoire, il court jusqu'en 2027.", 3),
        ("La communauté de communes prépare son premier contrat local de santé.", 1),
        ("Ce contrat est arrivé à son terme ; un second contrat est à l'étude.", None),
        ("Après un premier contrat local de santé (2017-2020), la ville réfléchit.", None),
    ],
)
def test_a_page_tells_the_rank(text: str, rank: int | None) -> None:
    found = extract_generation([], sentences(text))
    assert (found[0] if found else None) == rank


def test_the_highest_rank_that_is_there_counts() -> None:
    found = extract_generation(
        [], sentences("Le CLS 2 a pris la suite du CLS 1.", "Le CLS 3 a été signé en 2023.")
    )
    assert found is not None and found[0] == 3
