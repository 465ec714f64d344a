import pytest
from fastapi.testclient import TestClient

from tests.search_api.published import ACTIONS, CONTRACTS, DOCUMENTS

API = "/api/v1"


def ids(client: TestClient, address: str, **parameters: object) -> list[str]:
    answer = client.get(API + address, params=parameters).json()  # type: ignore[arg-type]
    return [item.get("contract_id") or item["id"] for item in answer["items"]]


def test_contracts_come_by_territory_and_are_filtered(client: TestClient) -> None:
    assert ids(client, "/contracts", region="28") == ["c-caen", "c-caen-2", "c-eure", "c-orne"]
    assert ids(client, "/contracts", department=["27", "2B"]) == ["c-corse", "c-eure", "c-orne"]
    assert ids(client, "/contracts", region="28", kind="cls", q="CAEN") == ["c-caen-2"]
    assert ids(client, "/contracts", ending_within=6) == ["c-caen"]
    assert ids(client, "/contracts", status="expired") == ["c-orne"]


def test_a_sort_puts_unknown_values_last(client: TestClient) -> None:
    for descending in (False, True):
        found = ids(client, "/contracts", sort="end", descending=descending)
        assert set(found[-2:]) == {"c-eure", "c-corse"}
    assert found[0] == "c-caen-2"


@pytest.mark.parametrize("address, total", [("/contracts", len(CONTRACTS)), ("/actions", len(ACTIONS))])
def test_pages_of_a_list_hold_each_record_once(client: TestClient, address: str, total: int) -> None:
    found, page, previous = [], 1, None
    while page:
        answer = client.get(API + address, params={"page": page, "size": 3}).json()
        assert (answer["total"], answer["page"], answer["previous"]) == (total, page, previous)
        found += [item.get("id") or item["contract_id"] for item in answer["items"]]
        previous, page = page, answer["next"]
    assert len(found) == len(set(found)) == total


def test_a_page_past_the_end_is_empty(client: TestClient) -> None:
    answer = client.get(f"{API}/contracts", params={"page": 99}).json()
    assert (answer["items"], answer["next"], answer["total"]) == ([], None, len(CONTRACTS))


def test_actions_follow_their_contracts(client: TestClient) -> None:
    answer = client.get(f"{API}/actions", params={"region": "28", "q": "bus santé"}).json()
    assert [item["id"] for item in answer["items"]] == ["a0-c-caen", "a0-c-caen-2", "a0-c-eure", "a0-c-orne"]
    assert client.get(f"{API}/actions", params={"contract_id": "c-corse"}).json()["total"] == 0


def test_documents_territories_and_inventory(client: TestClient) -> None:
    assert client.get(f"{API}/documents").json()["total"] == len(DOCUMENTS)
    territories = {t["name"]: t for t in client.get(f"{API}/territories").json()}
    assert territories["Caen"]["contracts"] == ["c-caen", "c-caen-2"]
    counts = client.get(f"{API}/inventory").json()
    assert counts["contracts"] == len(CONTRACTS)
    assert counts["by_region"] == {"28": 4, "24": 1, "84": 1, "93": 1, "94": 1}
    assert counts["by_department"]["27"] == counts["by_department"]["14"] == 2
    assert client.get(f"{API}/inventory", params={"kind": "clsm"}).json()["by_status"] == {"ending": 1}
