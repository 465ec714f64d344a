from urllib.parse import parse_qsl

import pytest
from fastapi.testclient import TestClient

from benchmarks.synthetic import queries
from benchmarks.synthetic.asked import address
from search_api.api.searching import read_parameters

API = "/api/v1"


@pytest.mark.parametrize(
    "address, parameters",
    [
        (
            "/contracts",
            {"status": "fini", "page": "zero", "size": "1000", "region": "Bretagne", "couleur": "x"},
        ),
        (
            "/contracts.csv",
            {"sort": "color", "ending_within": "0", "department": "1000", "descending": "maybe"},
        ),
        ("/actions", {"kind": "x", "page": "0", "q": "a" * 300}),
        ("/inventory", {"modality": "x", "territory_type": "x"}),
        ("/search", {"type": "person", "sort": "x", "page": "0", "size": "x", "q": "a" * 501, "titre": "x"}),
        ("/facets", {"type": "person", "page": "501"}),
        ("/suggest", {"q": "", "size": "99"}),
        ("/documents", {"page": "0", "size": "0"}),
        (f"/documents/{'a' * 64}/pages/0.png", {"highlight": "1,2,3"}),
    ],
)
def test_all_errors_are_told_at_once(client: TestClient, address: str, parameters: dict[str, str]) -> None:
    answer = client.get(API + address, params=parameters)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    told = {error["parameter"].split(".")[0] for error in answer.json()["errors"]}
    assert told >= set(parameters)
    assert ("page" in told) == ("page" in parameters or "/pages/" in address)


def test_messages_are_french_and_name_the_choices(client: TestClient) -> None:
    answer = client.get(f"{API}/contracts", params={"status": "fini", "size": "beaucoup"}).json()
    messages = {error["parameter"]: error["message"] for error in answer["errors"]}
    assert messages["size"] == "un nombre entier est attendu"
    assert "in_force" in messages["status.0"] and "attendu" in messages["status.0"]
    assert client.get(f"{API}/suggest").json()["errors"] == [
        {"parameter": "q", "message": "paramètre requis"}
    ]
    short = client.get(f"{API}/suggest", params={"q": ""}).json()["errors"]
    assert short == [{"parameter": "q", "message": "trop court : 1 caractère au moins"}]


def test_a_query_string_is_the_query_again() -> None:
    for query in queries(60, seed=3):
        read = read_parameters(parse_qsl(address(query), keep_blank_values=True))
        assert read is not None and read.query() == query


@pytest.mark.parametrize("wrong", ["page=0", "size=many", "nothing=1", f"q={'a' * 501}", "type=street"])
def test_what_is_wrong_with_a_query_string_is_told(wrong: str) -> None:
    assert read_parameters(parse_qsl(wrong)) is None
