"""The analysts' page: every link leads to a file."""

import re

from fastapi.testclient import TestClient

from models.lists import LISTS
from search_api.exports.formats import endings_of


def test_every_link_of_the_data_page_leads_somewhere(client: TestClient) -> None:
    page = client.get("/donnees").text
    links = set(re.findall(r'href="(/api/v1/[^"]+)"', page))
    assert {f"/api/v1/{name}.{ending}" for name in LISTS for ending in endings_of(name)} < links
    assert sum("/changes." in link for link in links) == 2
    for link in links:
        assert client.get(link).status_code == 200, link


def test_records_lead_to_their_sheets(client: TestClient) -> None:
    for address in ("/contrats/c-dreux", "/actions/a0-c-dreux"):
        links = re.findall(r'href="(/api/v1/[^"]+\.(?:docx|xlsx))"', client.get(address).text)
        assert links
        for link in links:
            assert client.get(link).status_code == 200, link
    page = client.get("/contrats/c-corse").text  # has no action
    assert "fiches.docx" not in page
