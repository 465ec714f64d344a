"""The API: lists, records, errors told all at once, exports that hold exactly the filtered view."""

import csv
import io
import json
from itertools import product

import openpyxl
import pyarrow.parquet as pq
import pytest
from fastapi.testclient import TestClient

FILTERS = [
    "&".join(part for part in parts if part)
    for parts in product(
        ("", "department=29", "department=29&department=28"),
        ("", "kind=clsm"),
        ("", "status=expired", "ending_within=12"),
        ("", "sort=end&descending=true"),
    )
]


def rows(client: TestClient, query: str) -> list[dict[str, object]]:
    """All rows over all pages."""
    found: list[dict[str, object]] = []
    page = 1
    while True:
        answer = client.get(f"/api/v1/contracts?size=25&page={page}&{query}").json()
        found += answer["items"]
        if len(found) >= answer["total"]:
            return found
        page += 1


@pytest.mark.parametrize("query", FILTERS)
def test_exports_hold_exactly_the_filtered_view(client: TestClient, query: str) -> None:
    ids = [row["contract_id"] for row in rows(client, query)]
    answers = {
        ending: client.get(f"/api/v1/contracts.{ending}?{query}").content
        for ending in ("csv", "jsonl", "parquet", "xlsx")
    }
    table = list(csv.DictReader(io.StringIO(answers["csv"].decode("utf-8-sig"))))
    assert [row["contract_id"] for row in table] == ids
    assert [json.loads(line)["contract_id"] for line in answers["jsonl"].splitlines()] == ids
    assert pq.read_table(io.BytesIO(answers["parquet"])).column("contract_id").to_pylist() == ids
    sheet = openpyxl.load_workbook(io.BytesIO(answers["xlsx"])).worksheets[0]
    assert sheet.max_row - 1 == len(ids)


def test_a_filter_that_nothing_fits_exports_the_header(client: TestClient) -> None:
    answer = client.get("/api/v1/contracts.csv?department=13").content.decode("utf-8-sig")
    assert answer.startswith("contract_id") and answer.count("\r\n") == 1


def test_no_export_runs_a_formula(client: TestClient) -> None:
    text = client.get("/api/v1/actions.csv").content.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text
    book = openpyxl.load_workbook(io.BytesIO(client.get("/api/v1/actions.xlsx").content))
    values = [
        cell for row in book.worksheets[0].iter_rows() for cell in row if "HYPERLINK" in str(cell.value)
    ]
    assert values and all(cell.data_type != "f" for cell in values)


def test_all_wrong_parameters_are_told_at_once(client: TestClient) -> None:
    answer = client.get("/api/v1/contracts?size=0&sort=foo&department=1&kind=bail")
    assert answer.status_code == 422
    assert {error["parameter"].split(".")[0] for error in answer.json()["errors"]} == {
        "size",
        "sort",
        "department",
        "kind",
    }


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/contracts/c-dreux",
        "/api/v1/actions/a-bus",
        "/api/v1/actions",
        "/api/v1/documents",
        f"/api/v1/documents/{'a' * 64}",
        "/api/v1/territories",
        "/api/v1/inventory?region=53",
        "/api/v1/facets",
        "/api/v1/evidence/contracts/c-dreux/signature_date",
        "/api/v1/search?q=bus",
        "/api/v1/suggest?q=bu",
        "/api/v1/openapi.json",
    ],
)
def test_every_resource_answers(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/contracts/absent",
        "/api/v1/contracts/..%2F..%2Fetc",
        "/api/v1/actions/absent",
        f"/api/v1/documents/{'f' * 64}",
        f"/api/v1/documents/{'c' * 64}/original",
        f"/api/v1/documents/{'a' * 64}/pages/99.png",
        "/api/v1/evidence/contracts/c-dreux/generation",
        "/api/v1/rien",
    ],
)
def test_what_is_not_there_is_said_as_a_problem(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (
        404,
        "application/problem+json",
    )


def test_inventory_counts_are_those_of_the_rows(client: TestClient) -> None:
    found = client.get("/api/v1/inventory?region=53").json()
    assert found["contracts"] == len(rows(client, "region=53")) == 60
    assert sum(found["by_status"].values()) == 60
    assert found["by_department"] == {"29": 30, "35": 30}


def test_a_page_comes_as_a_picture_with_its_words_marked(client: TestClient) -> None:
    plain = client.get(f"/api/v1/documents/{'a' * 64}/pages/1.png")
    marked = client.get(f"/api/v1/documents/{'a' * 64}/pages/1.png?highlight=70,80,300,100")
    assert plain.content[:8] == marked.content[:8] == b"\x89PNG\r\n\x1a\n"
    assert plain.content != marked.content


def test_an_original_is_never_run_in_our_pages(client: TestClient) -> None:
    answer = client.get(f"/api/v1/documents/{'b' * 64}/original")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-type"] == "application/octet-stream"


def test_every_operation_says_what_it_does(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert all(operation["summary"] for path in paths.values() for operation in path.values())


def test_actions_are_listed_and_exported_by_theme(client: TestClient) -> None:
    for query, expected in (
        ("theme=addictions", ["a-bus"]),
        ("theme=sommeil&theme=tabac&action_type=aller-vers", ["a-bus"]),
        ("theme=tabac&action_type=formation", []),
    ):
        found = client.get(f"/api/v1/actions?{query}").json()["items"]
        assert [item["id"] for item in found] == expected, query
    table = client.get("/api/v1/actions.csv?theme=tabac").content.decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(table))
    assert (row["themes"], row["action_types"], row["populations"]) == ("Tabac", "Aller vers", "")
    contracts = client.get("/api/v1/contracts.csv?department=28").content.decode("utf-8-sig")
    assert {row["themes"] for row in csv.DictReader(io.StringIO(contracts))} == {"Santé mentale"}


def test_search_filters_and_counts_by_code(client: TestClient) -> None:
    found = client.get("/api/v1/search?theme=addictions&action_type=aller-vers").json()
    assert [hit["id"] for hit in found["hits"]] == ["a-bus"]
    assert {count["value"] for count in found["facets"]["theme"]} == {"tabac", "addictions"}
    answer = client.get("/api/v1/evidence/actions/a-bus/action_type.aller-vers").json()
    assert answer["evidence"][0]["quote"] == "Bus santé mobile"
