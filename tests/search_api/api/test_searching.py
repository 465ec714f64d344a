from fastapi.testclient import TestClient

API = "/api/v1"


def test_search_finds_filters_and_pages(client: TestClient) -> None:
    found = client.get(f"{API}/search", params={"q": "bus santé", "type": "action", "region": ["28"]}).json()
    assert {hit["id"] for hit in found["hits"]} == {"a0-c-caen", "a0-c-caen-2", "a0-c-eure", "a0-c-orne"}
    assert found["total"] == 4
    pages = [
        client.get(
            f"{API}/search", params={"q": "bus santé", "type": "action", "region": "28", "size": 3, "page": n}
        ).json()["hits"]
        for n in (1, 2)
    ]
    assert [hit["id"] for page in pages for hit in page] == [hit["id"] for hit in found["hits"]]


def test_facets_count_all_matches_and_bring_no_hits(client: TestClient) -> None:
    parameters = {"q": "bus santé", "type": "action"}
    facets = client.get(f"{API}/facets", params=parameters).json()
    assert facets["hits"] == []
    for count in facets["facets"]["region"]:
        narrowed = client.get(f"{API}/search", params={**parameters, "region": count["value"]}).json()
        assert narrowed["total"] == count["count"]
    assert len(facets["facets"]["region"]) == 4


def test_suggestions_complete_what_is_typed(client: TestClient) -> None:
    assert "Un bus santé" in client.get(f"{API}/suggest", params={"q": "un bus"}).json()
    assert len(client.get(f"{API}/suggest", params={"q": "p", "size": 2}).json()) <= 2
