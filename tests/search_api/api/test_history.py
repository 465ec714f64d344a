"""What was published on a day, and what changed between two: over HTTP and from the command line's functions."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from models.lists import CHANGES
from pipeline.store.memory import MemoryStore
from pipeline.store.protocol import Store
from pipeline.store.sql import open_store
from search_api.app import create_app
from search_api.engines.memory import MemoryEngine
from search_api.services import Services
from tests.search_api.exports.reading import READERS
from tests.search_api.published import ACTIONS, CONTRACTS

API = "/api/v1"
#: Published on 1 January, 1 February and 1 March 2024; asked on 15 March.
TODAY = date(2024, 3, 15)


def _publish(store: Store) -> Store:
    dreux, caen = CONTRACTS[0], CONTRACTS[2]
    sheets = [a for a in ACTIONS if a.contract_id == dreux.id]
    prolonged = dreux.model_copy(
        update={"contract": dreux.contract.model_copy(update={"end_date": "2028-12-31"})}
    )
    renamed = sheets[0].model_copy(
        update={"action": sheets[0].action.model_copy(update={"title": "Un bus dentaire"})}
    )
    for month, contracts, actions in (
        (1, [dreux], sheets),
        (2, [dreux, caen], sheets),
        (3, [prolonged, caen], [renamed, *sheets[1:-1]]),
    ):
        store.publish(contracts, actions, [], at=datetime(2024, month, 1, 9, tzinfo=UTC))
    return store


@pytest.fixture(scope="module", params=["memory", "sqlite"])
def client(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("history")
    store = open_store(f"sqlite:///{folder}/atlas.db") if request.param == "sqlite" else MemoryStore()
    services = Services(_publish(store), MemoryEngine(), lambda _: None, lambda _: None, lambda: TODAY)
    with TestClient(create_app(services)) as found:
        yield found


def test_publications_are_told(client: TestClient) -> None:
    found = client.get(f"{API}/publications").json()
    assert [(p["number"], p["published_at"][:10], p["contracts"], p["actions"]) for p in found] == [
        (1, "2024-01-01", 1, 4),
        (2, "2024-02-01", 2, 4),
        (3, "2024-03-01", 2, 3),
    ]


@pytest.mark.parametrize(
    ("day", "contracts", "actions", "end"),
    [
        ("2024-01-01", 1, 4, "2026-12-31"),
        ("2024-02-29", 2, 4, "2026-12-31"),
        ("2024-03-01", 2, 3, "2028-12-31"),
        ("2030-01-01", 2, 3, "2028-12-31"),
        (None, 2, 3, "2028-12-31"),
    ],
)
def test_lists_records_and_exports_are_of_that_day(
    client: TestClient, day: str | None, contracts: int, actions: int, end: str
) -> None:
    query = {"as_of": day} if day else {}
    assert client.get(f"{API}/contracts", params=query).json()["total"] == contracts
    assert client.get(f"{API}/actions", params=query).json()["total"] == actions
    assert client.get(f"{API}/inventory", params=query).json()["contracts"] == contracts
    assert len(client.get(f"{API}/territories", params=query).json()) == contracts
    record = client.get(f"{API}/contracts/c-dreux", params=query).json()
    assert record["contract"]["end_date"] == end
    lines = client.get(f"{API}/contracts.jsonl", params=query).text.splitlines()
    assert len(lines) == contracts
    assert len(client.get(f"{API}/actions.jsonl", params=query).text.splitlines()) == actions


def test_statuses_are_of_that_day_too(client: TestClient) -> None:
    def status(day: str) -> dict[str, int]:
        counts: dict[str, int] = client.get(f"{API}/inventory", params={"as_of": day}).json()["by_status"]
        return counts

    assert status("2024-01-15") == {"in_force": 1}
    assert status("2030-01-01") == {"expired": 2}


def test_before_the_first_publication_there_is_nothing(client: TestClient) -> None:
    for address in ("contracts", "actions", "inventory", "territories", "axes.csv", "contracts/c-dreux"):
        answer = client.get(f"{API}/{address}", params={"as_of": "2023-12-31"})
        assert answer.status_code == 404
        assert "Rien n'était encore publié le 2023-12-31" in answer.json()["detail"]


def test_changes_are_told_field_by_field(client: TestClient) -> None:
    found = client.get(f"{API}/changes", params={"since": "2024-02-01"}).json()["items"]
    told = {
        (c["record_id"], c["change"], f["field"], f["before"], f["after"]) for c in found for f in c["fields"]
    }
    assert told == {
        ("c-dreux", "changed", "actions", "4", "3"),
        ("c-dreux", "changed", "end_date", "2026-12-31", "2028-12-31"),
        ("c-dreux", "changed", "end", "2026-12-31", "2028-12-31"),
        ("a0-c-dreux", "changed", "title", "Un bus santé", "Un bus dentaire"),
    }
    assert ("a3-c-dreux", "removed") in {(c["record_id"], c["change"]) for c in found}
    added = client.get(f"{API}/changes", params={"since": "2024-01-01", "until": "2024-02-01"}).json()
    assert [(c["record_id"], c["change"]) for c in added["items"]] == [("c-caen", "added")]
    everything = client.get(f"{API}/changes", params={"since": "2023-01-01"}).json()
    assert everything["total"] == 5 and {c["change"] for c in everything["items"]} == {"added"}


@pytest.mark.parametrize("ending", READERS)
def test_changes_are_exported(client: TestClient, ending: str) -> None:
    answer = client.get(f"{API}/changes.{ending}", params={"since": "2024-02-01", "until": "2024-03-15"})
    rows = READERS[ending](answer.content, CHANGES)
    assert {
        "field": "title",
        "label": "Titre",
        "before": "Un bus santé",
        "after": "Un bus dentaire",
    }.items() <= next(row for row in rows if row["record_id"] == "a0-c-dreux").items()
    assert [row["field"] for row in rows if row["change"] == "removed"] == [None]
    again = client.get(str(answer.request.url), headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_nothing_has_changed_since_a_day_to_come(client: TestClient) -> None:
    assert client.get(f"{API}/changes", params={"since": "2031-01-01"}).json()["total"] == 0
    assert client.get(f"{API}/changes.csv", params={"since": "2031-01-01"}).text.count("\r\n") == 1


@pytest.mark.parametrize("day", ["1899-12-31", "9999-12-31"])
def test_days_out_of_the_calendar_are_refused(client: TestClient, day: str) -> None:
    for address, name in (("contracts", "as_of"), ("axes.csv", "as_of"), ("changes", "since")):
        assert client.get(f"{API}/{address}", params={name: day}).status_code == 422
    assert client.get(f"{API}/contracts/c-dreux", params={"as_of": day}).status_code == 422


def test_wrong_days_are_told(client: TestClient) -> None:
    answer = client.get(f"{API}/changes", params={"since": "2024-02-01", "until": "2024-01-01"})
    assert (answer.status_code, answer.json()["errors"][0]["message"]) == (422, "until précède since")
    answer = client.get(f"{API}/contracts", params={"as_of": "hier"})
    assert answer.json()["errors"] == [
        {"parameter": "as_of", "message": "une date est attendue : AAAA-MM-JJ"}
    ]
