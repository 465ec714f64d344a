"""A page cut into the contracts it speaks of: none, one, several, or some that it only names."""

import pytest

from extractors.scopes.extract import find_scopes
from models.layout import Block
from tests.extractors.writing import bullet, heading, paragraph

DREUX = paragraph(
    "Le contrat local de santé de Dreux a été signé le 3 mars 2020 entre l'ARS Centre-Val de Loire, "
    "la préfecture d'Eure-et-Loir et la ville de Dreux."
)
BLOIS = paragraph(
    "Le contrat local de santé de Blois a été signé le 8 juin 2021 entre l'ARS Centre-Val de Loire, "
    "la préfecture de Loir-et-Cher et la ville de Blois."
)


@pytest.mark.parametrize(
    "text",
    [
        "Les contrats locaux de santé sont signés par l'ARS et les collectivités pour 3 ou 5 ans.",
        "Un CLS est généralement conclu entre l'ARS, la préfecture et une commune.",
        "La loi de 2009 prévoit que le contrat local de santé est signé par l'ARS et la commune.",
        "La médiathèque est ouverte le samedi.",
    ],
)
def test_an_explanation_speaks_of_no_contract(text: str) -> None:
    scopes = find_scopes([heading("Le contrat local de santé"), paragraph(text)])
    assert all(scope.unsure for scope in scopes)


def test_a_page_about_one_contract_is_one_scope() -> None:
    blocks = [heading("Notre contrat local de santé"), DREUX, bullet("Prévention"), bullet("Accès aux soins")]
    (scope,) = find_scopes(blocks)
    assert scope.blocks == tuple(blocks)
    assert scope.statement is not None
    assert scope.statement.text == DREUX.text


def test_a_regional_page_is_cut_at_its_headings() -> None:
    blocks: list[Block] = [
        heading("Les contrats de la région", 1),
        heading("Dreux"),
        DREUX,
        bullet("accès aux soins"),
        heading("Blois"),
        BLOIS,
        bullet("santé mentale"),
    ]
    dreux, blois = find_scopes(blocks)
    assert [scope.heading.text for scope in (dreux, blois) if scope.heading] == ["Dreux", "Blois"]
    assert [block.text for block in dreux.blocks[1:]] == ["accès aux soins"]
    assert [block.text for block in blois.blocks[1:]] == ["santé mentale"]


def test_contracts_that_are_only_named() -> None:
    blocks = [
        paragraph("Mise en place d'un bus santé dans le cadre du CLS de Dreux."),
        paragraph("Des ateliers du goût dans le cadre du CLS de Blois."),
    ]
    assert [scope.name for scope in find_scopes(blocks)] == ["Dreux", "Blois"]


def test_a_contract_in_preparation_is_stated() -> None:
    text = "La communauté d'agglomération Saumur Val de Loire prépare son premier contrat local de santé."
    (scope,) = find_scopes([heading("Saumur Val de Loire"), paragraph(text)])
    assert scope.statement is not None and scope.statement.text == text
