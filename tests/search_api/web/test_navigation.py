"""A reader who starts at the home page and follows links comes to every page, and to no broken one."""

import re
from urllib.parse import urlsplit

from fastapi.testclient import TestClient
from lxml import html
from starlette.routing import compile_path

from tests.search_api.web.browser.addresses import page_paths

#: Addresses of one route that are opened: records of the same kind link alike.
OPENED = 4


def test_every_page_is_reached_from_home(client: TestClient) -> None:
    routes = {path: compile_path(path)[0] for path in page_paths()}
    #: The most particular route first, as in the application.
    order = sorted(routes, key=lambda path: (":path" in path, path.count("{"), -len(path)))
    opened: dict[str, set[str]] = {path: set() for path in routes}
    todo = ["/"]
    while todo:
        for address in _links(client, todo.pop()):
            route = next((path for path in order if routes[path].match(address)), None)
            if route and address not in opened[route] and len(opened[route]) < OPENED:
                opened[route].add(address)
                todo.append(address)
    assert [path for path, addresses in opened.items() if not addresses] == []


def test_the_name_of_a_territory_may_have_a_slash(client: TestClient) -> None:
    """It stands in its address where the territory has no official code."""
    (address,) = {href for href in _hrefs(client, "/contrats/c-hostile") if href.startswith("/territoires/")}
    assert "/" in address.removeprefix("/territoires/") or "%2F" in address
    assert client.get(address).status_code == 200
    key = address.removeprefix("/territoires/")
    assert client.get(f"/api/v1/territories/{key}").json()["timeline"]["name"]
    assert client.get(f"/api/v1/territories/{key}/twins").status_code == 200


def _hrefs(client: TestClient, address: str) -> set[str]:
    answer = client.get(address)
    assert answer.status_code == 200, address
    if not answer.headers["content-type"].startswith("text/html"):
        return set()
    return {
        href
        for href in html.fromstring(answer.text).xpath("//a/@href | //form/@action | //button/@formaction")
        if href[:1] == "/"
    }


def _links(client: TestClient, address: str) -> list[str]:
    return sorted({re.sub(r"#.*", "", urlsplit(href).path) for href in _hrefs(client, address)})
