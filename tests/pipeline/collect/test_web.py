"""Crawling a small site on loopback: what is followed, kept, refused and asked again."""

import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from pipeline.collect import Collected, Originals, collect_source
from pipeline.collect.addresses import is_public
from pipeline.sources import Source

HOME = """<html><body><h1>Les contrats locaux de santé</h1>
<a href="/docs/cls-redon.pdf">Le CLS de Redon</a> <a href="/contrat-local-de-sante-vitre">Vitré</a>
<a href="/prive/cls-secret.pdf">CLS réservé</a> <a href="/agenda">Agenda</a> <a href="/docs/enorme.pdf">Annexe</a>
<a href="http://10.1.2.3/cls.pdf">CLS ailleurs</a> <a href="/disparu-cls.pdf">CLS disparu</a></body></html>"""


class Site(BaseHTTPRequestHandler):
    asked: Counter[str]

    def do_GET(self) -> None:
        self.asked[self.path] += 1
        if self.path == "/docs/cls-redon.pdf" and self.asked[self.path] == 1:
            return self._answer(503, b"")
        if self.headers.get("If-None-Match") == '"v1"':
            return self._answer(304, b"")
        pages = {
            "/": HOME.encode(),
            "/robots.txt": b"User-agent: *\nDisallow: /prive/\n",
            "/docs/cls-redon.pdf": b"%PDF-1.7 Redon",
            "/contrat-local-de-sante-vitre": b"<html><body>Contrat de Vitr\xc3\xa9</body></html>",
            "/agenda": b"<html>Agenda</html>",
            "/docs/enorme.pdf": b"%PDF" + b"0" * 2_000_000,
        }
        found = pages.get(self.path)
        return self._answer(200 if found else 404, found or b"absent")

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        kind = "application/pdf" if self.path.endswith(".pdf") else "text/html; charset=utf-8"
        self.send_header("Content-Type", "text/plain" if self.path == "/robots.txt" else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", '"v1"')
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


@pytest.fixture
def site() -> Iterator[tuple[str, Counter[str]]]:
    asked: Counter[str] = Counter()
    handler = type("Counted", (Site,), {"asked": asked})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


def source(address: str, **more: object) -> Source:
    values = {
        "id": "test",
        "publisher": "ARS Essai",
        "licence": "essai",
        "pages": (f"{address}/",),
        "delay": 0,
    }
    return Source.model_validate(
        {**values, "allow_private": True, "max_mb": 1, "hosts": ("10.1.2.3",), **more}
    )


def collect(wanted: Source, tmp_path: Path) -> Collected:
    return collect_source(wanted, Originals(tmp_path / "originals"), cache_dir=tmp_path / "http", seconds=60)


def test_a_site_is_collected_politely_and_asked_again(site: tuple[str, Counter[str]], tmp_path: Path) -> None:
    address, asked = site
    wanted = source(address, links=(f"{address}/agenda",), hosts=(), expect={"documents": 9})
    found = collect(wanted, tmp_path)
    names = {document.name: document for document in found.documents}
    assert set(names) == {"127.0.0.1", "cls-redon.pdf", "contrat-local-de-sante-vitre", "agenda"}
    redon = names["cls-redon.pdf"]
    assert (redon.uri, redon.media_type) == (f"{address}/docs/cls-redon.pdf", "application/pdf")
    assert (redon.http_status, redon.headers["etag"], redon.source) == (200, '"v1"', "test")
    assert (tmp_path / "originals" / redon.sha256[:2] / redon.sha256).read_bytes() == b"%PDF-1.7 Redon"
    assert asked["/docs/cls-redon.pdf"] == 2  # the 503 was tried again
    assert asked["/prive/cls-secret.pdf"] == 0
    codes = Counter(issue.code for issue in found.issues)
    assert codes == {
        "collect.robots": 1,
        "collect.too_big": 1,
        "collect.http_error": 1,
        "collect.too_few": 1,
    }
    again = collect(wanted, tmp_path)
    assert {d.sha256 for d in again.documents} == {d.sha256 for d in found.documents}
    assert again.unchanged == 4


def test_private_addresses_are_refused_unless_declared(
    site: tuple[str, Counter[str]], tmp_path: Path
) -> None:
    address, asked = site
    for refused in (address, address.replace("127.0.0.1", "localhost")):
        found = collect(source(refused, allow_private=False), tmp_path)
        assert found.documents == []
        assert {issue.code for issue in found.issues} == {"collect.private_address"}
    assert not asked


def test_a_crawl_out_of_time_keeps_what_it_has(tmp_path: Path) -> None:
    wanted = source("http://127.0.0.1:9")
    found = collect_source(wanted, Originals(tmp_path / "o"), cache_dir=tmp_path / "h", seconds=0.1)
    assert [issue.code for issue in found.issues] == ["collect.stopped"]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("::1", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("224.0.0.1", False),
        ("pas une adresse", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public
