"""What a document is, from the words of its title block."""

import pytest

from extractors.kind.extract import document_kind, kind_of_words
from models.records import ContractKind
from tests.extractors.writing import heading, paragraph


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Contrat local de santé de Guéret 2020-2024", ContractKind.CLS),
        ("CONTRAT LOCAL DE SANTÉ", ContractKind.CLS),
        ("CLS 2 du Pays de Saverne", ContractKind.CLS),
        ("Contrat local de santé mentale du Havre", ContractKind.CLSM),
        ("Avenant n° 1 au contrat local de santé", ContractKind.AVENANT),
        ("Protocole d'accord préalable au contrat local de santé", ContractKind.PROTOCOLE),
        ("Lettre d'intention pour un contrat local de santé", ContractKind.PROTOCOLE),
        ("Conseil local de santé mentale", None),
        ("Bulletin municipal", None),
    ],
)
def test_the_kind_that_words_name(words: str, kind: ContractKind | None) -> None:
    assert kind_of_words(words) is kind


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Contrat de ville 2015-2020", "contrat de ville"),
        ("Projet de santé de la CPTS du Val", "projet de santé"),
        ("Projet territorial de santé mentale", "projet territorial de santé mentale"),
        ("Contrat de relance et de transition écologique", "transition écologique"),
        ("Convention territoriale globale", "convention territoriale globale"),
        ("Contrat local de sécurité", "contrat local de sécurité"),
        ("Offre d'emploi : médecin", "offre d'emploi"),
    ],
)
def test_a_look_alike_is_refused_with_its_reason(title: str, reason: str) -> None:
    found = document_kind([heading(title, 1), paragraph("Il s'articule avec le contrat local de santé.")])
    assert found.kind is None
    assert reason in (found.reason or "")


def test_a_cover_that_says_avenant_beside_the_title() -> None:
    blocks = [heading("Contrat local de santé", 1), heading("Avenant n° 2", 2), paragraph("Il est convenu :")]
    assert document_kind(blocks).kind is ContractKind.AVENANT


def test_the_metadata_title_helps_a_cover_without_words() -> None:
    found = document_kind([paragraph("2022-2026")], title="Contrat local de santé de Guéret")
    assert found.kind is ContractKind.CLS


def test_no_title_names_a_contract() -> None:
    assert document_kind([heading("Compte rendu du conseil", 1)]).kind is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("CONILRAT LOCAL DE SANIÉ", ContractKind.CLS),
        ("Contrat local de sécurité", None),
        ("Contrat local d'éducation", None),
        ("Projet local de santé", None),
    ],
)
def test_a_title_that_a_scan_has_garbled(title: str, kind: ContractKind | None) -> None:
    found = document_kind([heading(title), paragraph("Entre l'ARS et la ville de Soissons")])
    assert found.kind is kind
