"""The work lists of a person who checks: contradictions, unread documents, weak records."""

import csv
from datetime import date

import pytest
from fastapi.testclient import TestClient
from lxml import html

from models.layout import Outcome
from pipeline.store.memory import MemoryStore
from search_api.app import create_app
from search_api.engines.memory import MemoryEngine
from search_api.services import Services
from tests.pipeline.regional.contracts import RENNES, record
from tests.pipeline.regional.test_contradictions import A, B, disputed
from tests.pipeline.store.contract_suite import document, failure, result
from tests.search_api.pages.documentation.test_regions import plain


@pytest.fixture(scope="module")
def checked() -> TestClient:
    """Redon's end is disputed; Rennes announces axes that were not read; one document took too long."""
    store = MemoryStore()
    store.put_document(document(A, name="a.pdf", outcome=Outcome.PARSED))
    store.put_result(result(A))
    store.put_document(document(B, name="b.pdf"))
    store.put_result(failure(B))
    store.publish([disputed(), record("rennes", RENNES, announced_axes=3)], [], [])
    services = Services(store, MemoryEngine(), lambda _: None, lambda _: None, lambda: date(2026, 11, 25))
    return TestClient(create_app(services))


def rows(client: TestClient, address: str) -> list[list[str]]:
    tree = html.fromstring(client.get(address).text)
    return [[plain(cell.text_content()) for cell in row] for row in tree.xpath("//main//tbody/tr")]


def test_contradictions_are_sorted_filtered_and_lead_to_their_words(checked: TestClient) -> None:
    found = rows(checked, "/a-verifier/contradictions")
    assert [row[:3] for row in found] == [
        ["Grave", "Redon Agglomération", "Sources en désaccord"],
        ["À vérifier", "Rennes", "Nombre annoncé"],
    ]
    assert [row[1] for row in rows(checked, "/a-verifier/contradictions?kind=count")] == ["Rennes"]
    assert [row[1] for row in rows(checked, "/a-verifier/contradictions?severity=error")] == [
        "Redon Agglomération"
    ]
    tree = html.fromstring(checked.get("/a-verifier/contradictions").text)
    (proof,) = tree.xpath("//a[@class='proof']/@href")
    assert proof == "/preuve/contracts/redon/end_date?n=2"
    assert "2029" in checked.get(proof).text


def test_unread_documents_have_a_reason_and_a_next_step(checked: TestClient) -> None:
    (row,) = rows(checked, "/a-verifier/documents")
    assert row[:3] == ["b.pdf", "Trop long à lire", "Lecture trop longue"]
    assert "ATLAS_READ_SECONDS" in row[3]
    (item,) = checked.get("/api/v1/checks/documents").json()["items"]
    assert (item["name"], item["outcome"]) == ("b.pdf", "timeout")


def test_the_quality_of_a_record_stands_in_lists_and_on_its_page(checked: TestClient) -> None:
    listed = {row[0]: row[1:] for row in rows(checked, "/a-verifier/fiches")}
    assert listed["Rennes CLS 2024"][:2] == ["À vérifier", "4 sur 8"]
    page = html.fromstring(checked.get("/contrats/rennes").text)
    (told,) = page.xpath("//*[@id='qualite']")
    assert "4 champs clés remplis sur 8 ; manque : date de signature, signataires, axes, actions" in plain(
        told.text_content()
    )
    inventory = html.fromstring(checked.get("/inventaire").text)
    assert inventory.xpath("//td//a[contains(@class, 'quality-check')]/@href")


def test_the_tabs_lead_to_every_work_list(checked: TestClient) -> None:
    tree = html.fromstring(checked.get("/a-verifier").text)
    links = tree.xpath("//nav[@class='tabs']//a/@href")
    assert len(links) == 4
    assert all(checked.get(link).status_code == 200 for link in links)


def test_exports_and_lists_agree(checked: TestClient) -> None:
    for name, pages in (("contradictions", "contract_id"), ("quality", "contract_id")):
        items = checked.get(f"/api/v1/checks/{name}").json()["items"]
        text = checked.get(f"/api/v1/checks/{name}.csv").text.lstrip("\ufeff")
        lines = list(csv.DictReader(text.splitlines()))
        assert [line[pages] for line in lines] == [item[pages] for item in items] != []
    assert checked.get("/api/v1/checks/quality.xlsx?sort=confidence&level=check").status_code == 200
    assert checked.get("/api/v1/checks/quality?sort=colour").status_code == 422
