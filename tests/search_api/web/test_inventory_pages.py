"""The inventory is shown page by page; its counts, its map and its exports are of everything."""

import pytest
from fastapi.testclient import TestClient
from lxml import html

from search_api.pages import routes


def _rows(tree: html.HtmlElement) -> list[str]:
    return [str(link) for link in tree.xpath("//table[contains(@class, 'inventory')]/tbody//th/a/@href")]


def test_pages_together_are_the_inventory(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = html.fromstring(client.get("/inventaire?sort=end&kind=").text)
    assert not whole.xpath("//nav[@class='pager']")
    monkeypatch.setattr(routes, "ROWS", 25)
    found, address = list[str](), "/inventaire?sort=end&kind="
    for number in (1, 2, 3):
        tree = html.fromstring(client.get(address).text)
        assert f"Page {number} sur 3" in tree.text_content()
        found += _rows(tree)
        exports = [str(href) for href in tree.xpath("//a[starts-with(@href, '/api/v1/contracts.')]/@href")]
        assert exports and all(href.endswith("?sort=end") for href in exports)
        assert all("page=" not in str(href) for href in tree.xpath("//table[1]/thead//a/@href"))
        address = next(iter(tree.xpath("//nav[@class='pager']/a[@rel='next']/@href")), "")
    assert address == "" and found == _rows(whole) and len(found) > 50


def test_a_page_beyond_the_last_leads_back(client: TestClient) -> None:
    tree = html.fromstring(client.get("/inventaire?department=29&page=99").text)
    assert tree.xpath("//tbody//a[@href='/inventaire?department=29&page=1']")
    assert client.get("/inventaire?page=0").status_code == 422
