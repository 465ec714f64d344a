"""Contracts that a text only names, with the actions and axes that it gives to each."""

from extractors.scopes.extract import find_scopes
from models.layout import Block
from models.records import Contract
from pipeline.extraction import extract_layout
from pipeline.named_contracts import named_actions
from tests.extractors.writing import bullet, paragraph, web_layout

BUS = "Mise en place d'un « bus santé » dans le cadre du CLS de Dreux."
TASTE = "Des ateliers du goût au titre du contrat local de santé de Blois."


def contracts(*blocks: Block) -> list[Contract]:
    return list(extract_layout(web_layout(*blocks), document="page.html").contracts)


def test_actions_go_to_the_contract_that_they_name() -> None:
    found = contracts(bullet(BUS), bullet(TASTE))
    assert [(c.territory.name, [a.title for a in c.actions]) for c in found] == [
        ("Dreux", ["Mise en place d'un bus santé"]),
        ("Blois", ["Des ateliers du goût"]),
    ]
    assert found[0].actions[0].evidence["title"][0].quote == BUS


def test_an_action_told_twice_is_kept_once() -> None:
    (scope,) = find_scopes([bullet(BUS), paragraph(BUS)])
    actions, _, _ = named_actions(scope)
    assert [action.title for action in actions] == ["Mise en place d'un bus santé"]


def test_what_a_person_does_within_a_contract() -> None:
    (contract,) = contracts(
        paragraph("Dans le cadre du CLS de Dreux, je coordonne la semaine de la santé mentale.")
    )
    assert [action.title for action in contract.actions] == ["Semaine de la santé mentale"]


def test_meetings_are_no_actions() -> None:
    (contract,) = contracts(
        paragraph("Réunion du comité de pilotage dans le cadre du CLS de Dreux."),
    )
    assert contract.actions == ()


def test_axes_of_a_named_contract() -> None:
    (contract,) = contracts(
        paragraph("Le CLS de Dreux a fixé trois axes :"),
        bullet("accès aux soins ;"),
        bullet("santé mentale ;"),
        bullet("prévention."),
    )
    assert [axis.title for axis in contract.axes] == ["accès aux soins", "santé mentale", "prévention"]
    assert len(contract.evidence["axes"]) == 3


def test_a_name_that_no_official_list_knows_is_not_a_contract() -> None:
    assert contracts(paragraph("Un bus circule dans le cadre du CLS de Trifouillis-les-Merles.")) == []
