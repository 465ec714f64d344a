from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from models.catalogue import ActionRecord, ContractRecord
from tests.search_api.published import ACTIONS, CONTRACTS, GONE, PDF, WEB

API = "/api/v1"


def test_records_come_back_whole(client: TestClient) -> None:
    for contract in CONTRACTS:
        answer = client.get(f"{API}/contracts/{quote(contract.id, safe='')}")
        assert ContractRecord.model_validate_json(answer.content) == contract
    for action in ACTIONS:
        answer = client.get(f"{API}/actions/{quote(action.id, safe='')}")
        assert ActionRecord.model_validate_json(answer.content) == action


@pytest.mark.parametrize(
    "address",
    [
        "/contracts/inconnu",
        "/actions/inconnue",
        f"/documents/{'0' * 64}",
        f"/documents/{GONE}/original",
        f"/documents/{GONE}/pages/1.png",
        f"/documents/{PDF}/pages/3.png",
        f"/documents/{WEB}/pages/1.png",
        "/evidence/contracts/c-dreux/duration_months",
        "/evidence/actions/inconnue/title",
        "/nulle-part",
    ],
)
def test_what_is_not_there_is_a_problem_in_french(client: TestClient, address: str) -> None:
    answer = client.get(API + address)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["title"] == "Introuvable"
    assert answer.json()["detail"] not in {"", "Not Found"}


def test_evidence_gives_the_words_and_the_place(client: TestClient) -> None:
    answer = client.get(f"{API}/evidence/contracts/c-dreux/territory").json()
    (proof,) = answer["evidence"]
    assert (answer["field"], proof["quote"], proof["page"]) == ("territory", "Contrat local", 1)


def test_a_page_is_a_picture_and_boxes_change_it(client: TestClient) -> None:
    plain, marked = (
        client.get(f"{API}/documents/{PDF}/pages/1.png", params={"highlight": boxes})
        for boxes in ("", "72.0,90.0,200.0,104.0;10,10,20.5,20")
    )
    assert plain.headers["content-type"] == marked.headers["content-type"] == "image/png"
    assert plain.content.startswith(b"\x89PNG") and plain.content != marked.content


def test_only_a_pdf_opens_in_the_browser(client: TestClient) -> None:
    pdf, web = (client.get(f"{API}/documents/{sha256}/original") for sha256 in (PDF, WEB))
    assert pdf.content.startswith(b"%PDF") and pdf.headers["content-disposition"].startswith("inline")
    assert web.headers["content-disposition"].startswith("attachment")
    assert web.headers["content-type"] == "application/octet-stream"
    assert web.headers["x-content-type-options"] == "nosniff"
