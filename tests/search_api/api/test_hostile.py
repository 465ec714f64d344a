"""Hostile texts through the API: answered, or refused by a status that the OpenAPI document tells."""

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from tests.search_api.engines.hostile import HOSTILE

PLACES = (
    "/search?q={}",
    "/search?q=bus&theme={}&year={}",
    "/search?{}=1",
    "/facets?q={}",
    "/suggest?q={}",
    "/contracts?q={}",
    "/actions?q={}&theme={}",
    "/contracts/{}",
    "/actions/{}",
    "/evidence/actions/{}/{}",
)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("place", PLACES)
def test_an_answer_or_a_documented_refusal(client: TestClient, place: str, name: str) -> None:
    most = 60_000 // place.count("{}")  # a longer address is refused before it comes here
    text = quote(HOSTILE[name].encode("utf-8", "surrogatepass"), safe="")[:most]
    answer = client.get("/api/v1" + place.replace("{}", text))
    assert answer.status_code in {200, 404, 422}
    if answer.status_code != 200:
        assert answer.headers["content-type"] in {"application/problem+json", "application/json"}
        assert len(answer.content) < 100_000


@pytest.mark.parametrize(
    "address", ["/recherche?q=", "/inventaire?q=", "/contrats/", "/actions/", "/territoires/"]
)
@pytest.mark.parametrize("name", HOSTILE)
def test_pages_too(client: TestClient, address: str, name: str) -> None:
    text = quote(HOSTILE[name].encode("utf-8", "surrogatepass")[:400], safe="")
    answer = client.get(address + text)
    assert answer.status_code in {200, 404, 422}
    assert "<script>alert(1)" not in answer.text
