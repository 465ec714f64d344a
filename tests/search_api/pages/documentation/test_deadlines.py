"""The page of deadlines and the feed that follows its filters."""

import csv

from fastapi.testclient import TestClient
from icalendar import Calendar
from lxml import html

from tests.search_api.pages.documentation.test_regions import plain


def shown(client: TestClient, query: str = "") -> list[list[str]]:
    """Per part of the page, the territories."""
    tree = html.fromstring(client.get(f"/echeances{query}").text)
    return [
        [plain(cell.text_content()) for cell in part.xpath(".//tbody//th")]
        for part in tree.xpath("//section[starts-with(@aria-labelledby, 'partie')]")
    ]


def test_contracts_stand_under_the_months_they_have_left(client: TestClient) -> None:
    assert shown(client) == [["Caen"], [], []]  # on 1 March 2024, until 30 June
    assert shown(client, "?region=24") == [[], [], []]
    assert shown(client, "?department=14") == [["Caen"], [], []]


def test_the_next_generation_is_named(client: TestClient) -> None:
    tree = html.fromstring(client.get("/echeances?department=14").text)
    assert tree.xpath("//tbody//td[last()]/a/@href") == ["/contrats/c-caen-2"]


def test_the_feed_has_one_event_a_contract_of_the_place_chosen(client: TestClient) -> None:
    tree = html.fromstring(client.get("/echeances?department=14").text)
    (address,) = {
        a.get("href") for a in tree.findall(".//a") if ".ics" in a.get("href") and a.get("href")[0] == "/"
    }
    answer = client.get(address)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert {str(event["uid"]) for event in events} == {"fin-c-caen@atlas-cls", "fin-c-caen-2@atlas-cls"}
    assert all(client.get(str(event["url"])).status_code == 200 for event in events)


def test_the_lists_agree_and_bad_filters_are_refused(client: TestClient) -> None:
    found = client.get("/api/v1/endings?within=6").json()
    lines = list(
        csv.DictReader(client.get("/api/v1/endings.csv?within=6").text.lstrip("\ufeff").splitlines())
    )
    assert [e["contract_id"] for e in found] == [line["contract_id"] for line in lines] == ["c-caen"]
    assert len(client.get("/api/v1/endings").json()) > 3
    for wrong in ("endings?within=0", "endings.ics?region=x", "endings.csv?other=1", "endings.pdf"):
        assert client.get(f"/api/v1/{wrong}").status_code == 422, wrong
