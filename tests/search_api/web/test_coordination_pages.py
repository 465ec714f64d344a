"""Archetypes, indicators and twins as pages and as API, over a few sheets of several territories."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from lxml import html

from pipeline.store.memory import MemoryStore
from search_api.app import create_app
from search_api.engines.memory import MemoryEngine
from search_api.indexing import index_entries
from search_api.services import Services
from tests.search_api.coordination.sheets import TODAY, catalogue
from tests.search_api.coordination.test_archetypes import BUSES, OTHER, TWICE

RECORDS = [*BUSES, *TWICE, *OTHER]


@pytest.fixture(scope="module")
def coordinators(  # its own name: `client` serves another catalogue
) -> Iterator[TestClient]:
    published = catalogue(RECORDS)
    store, engine = MemoryStore(), MemoryEngine()
    contracts = list(published.contracts.values())
    store.publish(contracts, RECORDS, ())
    engine.rebuild(index_entries(contracts, RECORDS, list(published.rows.values())))
    with TestClient(create_app(Services(store, engine, {}.get, {}.get, lambda: TODAY))) as client:
        yield client


def page(client: TestClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text[:300]
    tree = html.fromstring(answer.text)
    assert len(tree.findall(".//h1")) == 1
    return " ".join(" ".join(tree.find(".//main").itertext()).split())


def test_archetypes_lead_to_their_actions(coordinators: TestClient) -> None:
    (found,) = coordinators.get("/api/v1/archetypes").json()["items"]
    assert coordinators.get(f"/api/v1/archetypes/{found['id']}").json() == found
    assert f"{found['title']} 3 actions dans 3 territoires" in page(coordinators, "/actions-types")
    shown = page(coordinators, f"/actions-types/{found['id']}")
    assert "2 fiches écrivent un montant : de 12 000 € à 20 000 €" in shown
    assert "Nombre de passages 2 actions" in shown
    assert all(record.action.title in shown for record in BUSES)
    assert "Aucune action type ne correspond" in page(coordinators, "/actions-types?theme=tabac")


def test_an_action_shows_what_resembles_it_and_its_archetype(coordinators: TestClient) -> None:
    shown = page(coordinators, "/actions/c-chartres-a1")
    assert "Un bus santé itinérant Flers Agglo même thème : Prévention et bilans de santé" in shown
    assert "d’une même action type" in shown or "d'une même action type" in shown
    found = coordinators.get("/api/v1/actions/c-chartres-a1/similar").json()
    assert {s["action_id"] for s in found} == {"c-dreux-a1", "c-flers-a1"}


def test_indicators_tell_who_measures_them(coordinators: TestClient) -> None:
    shown = page(coordinators, "/indicateurs?q=passages")
    assert "1 indicateur," in shown and "Le bus santé de Dreux Dreux preuve" in shown
    assert "Aucun indicateur" in page(coordinators, "/indicateurs?q=passages&measure=rate")
    (found,) = coordinators.get("/api/v1/indicators", params={"theme": "prevention-generale"}).json()["items"]
    assert found["actions"] == ["c-chartres-a1", "c-dreux-a1"]


def test_twins_of_a_territory(coordinators: TestClient) -> None:
    shown = page(coordinators, "/territoires/28134/jumeaux")
    assert "Chartres population proche" in shown and "toutes deux communes" in shown
    found = coordinators.get("/api/v1/territories/28134/twins").json()
    assert [twin["name"] for twin in found["twins"]][:2] == ["Chartres", "Alençon"]
    assert 'href="/territoires/28134/jumeaux"' in coordinators.get("/territoires/28134").text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/actions-types/none", 404),
        ("/territoires/none/jumeaux", 404),
        ("/actions-types?page=no", 422),
        ("/indicateurs?measure=none", 422),
        ("/api/v1/archetypes/none", 404),
        ("/api/v1/actions/none/similar", 404),
        ("/api/v1/territories/none/twins", 404),
        ("/api/v1/indicators?measure=none", 422),
        ("/api/v1/archetypes?other=1", 422),
    ],
)
def test_what_is_wrong_is_told(coordinators: TestClient, address: str, status: int) -> None:
    assert coordinators.get(address).status_code == status


def test_a_new_publication_is_seen_at_once() -> None:
    store, engine = MemoryStore(), MemoryEngine()
    with TestClient(create_app(Services(store, engine, {}.get, {}.get, lambda: TODAY))) as client:
        assert client.get("/api/v1/archetypes").json()["total"] == 0
        store.publish(list(catalogue(RECORDS).contracts.values()), RECORDS, ())
        assert client.get("/api/v1/archetypes").json()["total"] == 1
