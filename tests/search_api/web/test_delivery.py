"""How answers travel: kept files, compression, headers on every answer."""

from dataclasses import replace
from datetime import date

from fastapi.testclient import TestClient
from lxml import html

from search_api.app import SECURITY_HEADERS, Services, create_app
from search_api.pages.here import static_address


def test_files_of_the_pages_are_kept_for_a_year_under_their_digest(client: TestClient) -> None:
    page = html.fromstring(client.get("/").text)
    for address in page.xpath("//link/@href"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable", address


def test_without_the_right_digest_a_file_is_asked_for_again(client: TestClient) -> None:
    for address in ("/static/atlas.css", "/static/atlas.css?v=0"):
        first = client.get(address)
        assert first.headers["cache-control"] == "no-cache"
        again = client.get(address, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
    assert static_address("absent.css") == "/static/absent.css"
    assert client.get("/static/absent.css").status_code == 404


def test_pages_are_compressed_and_pictures_are_not(client: TestClient) -> None:
    page = client.get("/inventaire", headers={"Accept-Encoding": "gzip"})
    assert page.headers["content-encoding"] == "gzip"
    assert int(page.headers["content-length"]) < len(page.content) / 3
    picture = client.get(f"/api/v1/documents/{'a' * 64}/pages/1.png", headers={"Accept-Encoding": "gzip"})
    original = client.get(f"/api/v1/documents/{'a' * 64}/original", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in picture.headers
    assert "content-encoding" not in original.headers


def test_every_answer_has_the_security_headers(client: TestClient) -> None:
    for address in (
        "/",
        "/rien",
        "/recherche?page=x",
        "/static/atlas.css",
        "/api/v1/contracts",
        "/api/v1/rien",
    ):
        answer = client.get(address)
        assert {name: answer.headers.get(name) for name in SECURITY_HEADERS} == SECURITY_HEADERS
    assert "unsafe" not in SECURITY_HEADERS["Content-Security-Policy"]


def test_the_navigation_tells_where_the_reader_is(client: TestClient) -> None:
    for address, label, how in (
        ("/inventaire", "Inventaire", "page"),
        ("/contrats/c-dreux", "Inventaire", "true"),
        (f"/documents/{'a' * 64}", "Documents", "true"),
    ):
        marked = html.fromstring(client.get(address).text).xpath("//header//nav//a[@aria-current]")
        assert [(a.text_content(), a.get("aria-current")) for a in marked] == [(label, how)]
    assert not html.fromstring(client.get("/").text).xpath("//header//nav//a[@aria-current]")


def test_an_unforeseen_error_is_a_french_page_too(services: Services) -> None:
    def broken() -> date:
        raise RuntimeError("out of order")

    app = create_app(replace(services, today=broken))
    with TestClient(app, raise_server_exceptions=False) as visitor:
        page, problem = visitor.get("/"), visitor.get("/api/v1/contracts")
    assert page.status_code == problem.status_code == 500
    assert html.fromstring(page.text).findtext(".//h1") == "Erreur interne"
    assert problem.json()["title"] == "Erreur interne"
    for answer in (page, problem):
        assert "out of order" not in answer.text
        assert answer.headers["content-security-policy"] == SECURITY_HEADERS["Content-Security-Policy"]
