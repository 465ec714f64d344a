"""A person checks only what the machine doubts: it stands on the record's page and in one work list."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from models.catalogue import ActionRecord, ContractRecord
from models.evidence import Evidence, EvidenceStatus
from models.records import OrganisationKind, Signatory, Suggestion
from pipeline.inventory import take_inventory
from pipeline.store.memory import MemoryStore
from search_api.app import Services, create_app
from search_api.engines.memory import MemoryEngine
from search_api.indexing import index_entries
from search_api.pages.doubts import action_doubts, contract_doubts
from tests.search_api.catalogue import BUS, DREUX
from tests.search_api.web.conftest import PDF, TODAY


def proof(quote: str, confidence: float, page: int | None = 1) -> Evidence:
    return Evidence(page=page, quote=quote, confidence=confidence, document=PDF)


def dreux() -> ContractRecord:
    unsure = proof("jusqu'en 2026", 0.62)
    contract = DREUX.contract.model_copy(
        update={
            "end_date": "2026",
            "signature_date": None,
            "signatories": (
                Signatory(name="ARS Centre-Val de Loire", kind=OrganisationKind.ARS),
                Signatory(name="La Ville et", kind=OrganisationKind.COMMUNE),
            ),
            "evidence": {
                "territory": (proof("le CLS de Dreux", 0.97),),
                "end_date": (unsure,),
                "signatories": (proof("ARS", 0.98), proof("La Ville et", 0.55)),
                "generation": (Evidence(page=1, quote="2e génération"),),
            },
            "suggestions": (
                Suggestion(
                    field="signature_date", value="2019-06-12", evidence=(proof("le 12 juin 2019", 0.31),)
                ),
            ),
        }
    )
    return DREUX.model_copy(update={"contract": contract, "action_ids": (BUS.id,)})


def bus() -> ActionRecord:
    action = BUS.action.model_copy(
        update={
            "pilot": "CPAM Calendrier",
            "evidence": {"title": (proof("Bus", 0.99),), "pilot": (proof("CPAM Calendrier", 0.4),)},
        }
    )
    return BUS.model_copy(update={"action": action})


@pytest.fixture(scope="module")
def client() -> TestClient:
    store, engine = MemoryStore(), MemoryEngine()
    contracts, actions = [dreux()], [bus()]
    store.publish(contracts, actions, ())
    engine.rebuild(index_entries(contracts, actions, take_inventory(contracts, actions, TODAY)))
    originals: dict[str, Path] = {}
    services = Services(
        store=store, engine=engine, original=originals.get, layout=lambda _: None, today=lambda: TODAY
    )
    return TestClient(create_app(services))


def listed(client: TestClient, address: str) -> list[str]:
    tree = html.fromstring(client.get(address).text)
    return [
        " ".join(item.text_content().split()) for item in tree.xpath("//ul[contains(@class, 'doubts')]/li")
    ]


def test_doubts_are_the_unsure_values_and_the_suggestions_the_least_sure_first() -> None:
    found = [(d.label, d.value, d.suggested) for d in contract_doubts(dreux())]
    assert found == [
        ("Date de signature", "2019-06-12", True),
        ("Signataires", "La Ville et", False),
        ("Fin écrite", "2026", False),
    ]
    assert [(d.label, d.value) for d in action_doubts(bus())] == [("Pilote", "CPAM Calendrier")]


def test_a_correction_is_no_doubt_and_a_conflict_is_one() -> None:
    said = proof("2026", 0.2).model_copy(update={"status": EvidenceStatus.CORRECTED})
    conflict = proof("2026", 0.99).model_copy(update={"status": EvidenceStatus.CONFLICT})
    assert (said.to_check, conflict.to_check, proof("2026", 0.9).to_check) == (False, True, False)


def test_the_contract_page_lists_what_to_check_and_where_in_its_actions(client: TestClient) -> None:
    assert listed(client, f"/contrats/{DREUX.id}")[0] == (
        "Date de signature : 2019-06-12 à vérifier proposé, non retenu"
    )
    assert len(listed(client, f"/contrats/{DREUX.id}")) == 3
    tree = html.fromstring(client.get(f"/contrats/{DREUX.id}").text)
    assert tree.xpath(f"//a[@href='/actions/{BUS.id}#a-verifier']")
    assert listed(client, f"/actions/{BUS.id}") == ["Pilote : CPAM Calendrier à vérifier"]


def test_the_work_list_holds_all_and_each_leads_to_its_words(client: TestClient) -> None:
    assert len(listed(client, "/a-verifier")) == 4
    assert listed(client, "/a-verifier?page=2") == []
    tree = html.fromstring(client.get("/a-verifier").text)
    addresses = [a.get("href") for a in tree.xpath("//ul[contains(@class, 'doubts')]//a[@class='proof']")]
    quotes = [client.get(address).text for address in addresses]
    for words, page in zip(("le 12 juin 2019", "CPAM", "La Ville et", "jusqu"), quotes, strict=True):
        assert words in page


def test_the_proof_page_says_how_sure_in_words(client: TestClient) -> None:
    def said(field: str) -> list[str]:
        tree = html.fromstring(client.get(f"/preuve/contracts/{DREUX.id}/{field}").text)
        return [span.text_content() for span in tree.xpath("//span[contains(@class, 'sure')]")]

    assert said("territory") == ["sûr"]
    assert said("end_date") == ["à vérifier"]
    assert said("generation") == [], "a field that no calibration knows promises nothing"


def test_the_api_carries_confidences_and_suggestions(client: TestClient) -> None:
    contract = client.get(f"/api/v1/contracts/{DREUX.id}").json()["contract"]
    assert contract["evidence"]["end_date"][0]["confidence"] == 0.62
    assert contract["suggestions"][0]["value"] == "2019-06-12"
    answer = client.get(f"/api/v1/evidence/contracts/{DREUX.id}/suggestions").json()
    assert answer["evidence"][0]["quote"] == "le 12 juin 2019"
