"""The registry of silences and the journal of collections, as pages and as data."""

import csv
from datetime import date

import pytest
from fastapi.testclient import TestClient
from lxml import html

from pipeline.store.memory import MemoryStore
from search_api.app import create_app
from search_api.engines.memory import MemoryEngine
from search_api.services import Services
from tests.pipeline.regional.contracts import REDON, record
from tests.pipeline.store.contract_suite import collection
from tests.search_api.pages.documentation.test_regions import plain


@pytest.fixture(scope="module")
def searched() -> TestClient:
    """Redon has a contract, Brittany was searched, Corsica did not answer."""
    store = MemoryStore()
    store.publish([record("redon", REDON, departments=("35", "56", "44"))], [], [])
    store.put_collection(collection(20))
    store.put_collection(
        collection(21, "ars-corse", covers="94", publisher="ARS Corse", outcome="failed", documents=0)
    )
    services = Services(store, MemoryEngine(), lambda _: None, lambda _: None, lambda: date(2026, 11, 25))
    return TestClient(create_app(services))


def rows(client: TestClient, query: str) -> dict[str, list[str]]:
    tree = html.fromstring(client.get(f"/inventaire/silences?{query}").text)
    (table,) = tree.xpath("//*[@aria-label='Tableau des territoires']")
    cells = [[plain(cell.text_content()) for cell in row] for row in table.xpath(".//tbody/tr")]
    return {row[0]: row[1:] for row in cells}


def test_found_looked_for_in_vain_and_never_looked_for(searched: TestClient) -> None:
    brittany = rows(searched, "region=53")
    assert brittany["CA Redon Agglomération"][3:5] == ["Trouvé", "CLS Redon Agglomération"]
    assert brittany["Rennes"][3:] == ["Cherché, non trouvé", "", "20 novembre 2026 ARS Bretagne"]
    assert rows(searched, "region=94&type=commune")["Ajaccio"][3:] == ["Jamais cherché", "", ""]


def test_the_registry_is_filtered_by_name_state_and_type(searched: TestClient) -> None:
    assert set(rows(searched, "state=found&department=35")) == {"CA Redon Agglomération"}
    assert set(rows(searched, "q=saint+malo&type=commune")) == {"Saint-Malo"}
    assert "Aucun territoire ne correspond à ces filtres." in rows(searched, "q=atlantide")
    assert searched.get("/inventaire/silences?state=lost").status_code == 422


def test_long_lists_are_cut_into_pages_and_counted_by_region(searched: TestClient) -> None:
    pages = [rows(searched, "").items(), rows(searched, "page=2").items()]
    first, second = ({(name, *cells) for name, cells in page} for page in pages)
    assert len(first) == len(second) == 100 and not first & second
    tree = html.fromstring(searched.get("/inventaire/silences").text)
    (table,) = tree.xpath("//*[@aria-label='Tableau des régions']")
    cells = {
        plain(r[0].text_content()): [plain(c.text_content()) for c in r[1:]]
        for r in table.xpath(".//tbody/tr")
    }
    assert cells["Bretagne"][0] == "1" and cells["Bretagne"][3] == ""
    assert cells["Corse"][:3] == ["", "", ""] and cells["Corse"][3]


def test_the_export_holds_what_the_page_shows(searched: TestClient) -> None:
    shown = rows(searched, "region=53&type=epci&state=none_found")
    text = searched.get("/api/v1/silences.csv?region=53&type=epci&state=none_found").text.lstrip("\ufeff")
    lines = list(csv.DictReader(text.splitlines()))
    assert [line["name"] for line in lines] == list(shown)
    assert {line["source"] for line in lines} == {"ARS Bretagne"}
    page = searched.get("/api/v1/silences?region=53&type=epci&state=none_found&size=5").json()
    assert (page["total"], len(page["items"])) == (len(shown), 5)


def test_the_journal_tells_what_was_searched_and_how_it_ended(searched: TestClient) -> None:
    tree = html.fromstring(searched.get("/inventaire/collectes").text)
    cells = [[plain(c.text_content()) for c in row] for row in tree.xpath("//tbody/tr")]
    assert [(row[1], row[2], row[3]) for row in cells] == [
        ("ARS Corse ars-corse", "Corse", "Sans document"),
        ("ARS Bretagne ars-bretagne", "Bretagne", "Complète"),
    ]
    assert [run["source"] for run in searched.get("/api/v1/collections").json()["items"]] == [
        "ars-corse",
        "ars-bretagne",
    ]
