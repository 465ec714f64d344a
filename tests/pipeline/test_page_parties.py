"""Parties of a page by their full names: what a bare word stands for, whose contract it is."""

from models.records import Contract
from pipeline.extraction import extract_layout
from tests.extractors.writing import grid, heading, paragraph, web_layout


def names(contract: Contract) -> list[str]:
    return [signatory.name for signatory in contract.signatories]


def test_the_collectivity_is_the_grouping_of_the_contract() -> None:
    page = web_layout(
        heading("Contrat local de santé du Pays de Craon", 1),
        paragraph("La Communauté de communes du Pays de Craon anime un contrat local de santé."),
        paragraph("Il lie la collectivité à l'ARS Pays de la Loire et à la MSA depuis le 17 décembre 2019."),
    )
    (contract,) = extract_layout(page, document="page.html").contracts
    assert names(contract)[0] == "Communauté de communes du Pays de Craon"


def test_the_heading_of_an_entry_signs_with_those_that_are_told() -> None:
    page = web_layout(
        heading("Qui anime un contrat local de santé en Bretagne ?", 1),
        grid(
            ("Pontivy Communauté (56)", "CLS signé en avril 2022 avec l'ARS Bretagne et la Région Bretagne"),
            ("Brest (29)", "Ville de Brest et ARS Bretagne. Premier contrat, signé le 1er décembre 2017."),
        ),
    )
    pontivy, brest = extract_layout(page, document="page.html").contracts
    assert names(pontivy) == ["Pontivy Communauté", "ARS Bretagne", "Région Bretagne"]
    assert names(brest) == ["Ville de Brest", "ARS Bretagne"]
