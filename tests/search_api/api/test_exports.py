"""Exports over HTTP: every list in every format, streamed, named, typed, cached, documented."""

import pytest
from fastapi.testclient import TestClient

from models.lists import LISTS
from search_api.exports.choose import FILTERS, UNDATED
from search_api.exports.formats import FORMATS, endings_of
from tests.search_api.exports.reading import READERS
from tests.search_api.published import ACTIONS, CONTRACTS, DOCUMENTS

API = "/api/v1"
COUNTS = {"contracts": len(CONTRACTS), "actions": len(ACTIONS), "documents": len(DOCUMENTS), "judgements": 0}


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_every_format(client: TestClient, name: str) -> None:
    found = []
    for ending in READERS:
        answer = client.get(f"{API}/{name}.{ending}")
        assert answer.status_code == 200
        assert answer.headers["content-type"] == FORMATS[ending].media_type
        assert f'"{LISTS[name].file}.{ending}"' in answer.headers["content-disposition"]
        found.append(len(READERS[ending](answer.content, LISTS[name])))
    assert len(set(found)) == 1
    assert found[0] == COUNTS.get(name, found[0])
    assert found[0] or name in {"judgements", "codes"}


def test_a_byte_order_mark_is_a_choice(client: TestClient) -> None:
    assert client.get(f"{API}/actions.csv").content.startswith(b"\xef\xbb\xbfid,")
    assert client.get(f"{API}/actions.csv?bom=false").content.startswith(b"id,")


def test_an_unchanged_export_is_not_sent_again(client: TestClient) -> None:
    first = client.get(f"{API}/axes.csv?region=28")
    again = client.get(f"{API}/axes.csv?region=28", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(f"{API}/axes.csv?region=24", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200 and other.headers["etag"] != first.headers["etag"]


def test_evidence_is_of_contracts_or_of_actions(client: TestClient) -> None:
    def kinds(query: str) -> set[object]:
        answer = client.get(f"{API}/evidence.jsonl?region=28{query}")
        rows = READERS["jsonl"](answer.content, LISTS["evidence"])
        assert all(str(row["contract_id"]).startswith(("c-caen", "c-orne", "c-eure")) for row in rows)
        return {row["record_type"] for row in rows}

    assert kinds("") == {"contract", "action"}
    assert kinds("&of=action") == {"action"}
    assert kinds("&of=contract") == {"contract"}


def test_documents_are_filtered(client: TestClient) -> None:
    answer = client.get(f"{API}/documents.csv?q=PERDU&bom=0")
    assert answer.text.count("\r\n") == 2 and "perdu.pdf" in answer.text


def test_wrong_exports_are_told(client: TestClient) -> None:
    assert client.get(f"{API}/axes.pdf").status_code == 422
    answer = client.get(f"{API}/judgements.csv?region=28")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["parameter"] == "region"


def test_the_schema_tells_filters_formats_and_answers(client: TestClient) -> None:
    paths = client.get(f"{API}/openapi.json").json()["paths"]
    for name in LISTS:
        operation = paths[f"{API}/{name}.{{ending}}"]["get"]
        told = {p["name"]: p for p in operation["parameters"]}
        assert set(told) >= {*FILTERS[name].model_fields, "bom", "ending"}
        assert set(told["ending"]["schema"]["enum"]) == set(endings_of(name))
        answers = {"200", "304", "422"} | (set() if name in UNDATED else {"404"})
        assert set(operation["responses"]) - {"503"} == answers  # 503: of every address
        assert "text/csv" in operation["responses"]["200"]["content"]
