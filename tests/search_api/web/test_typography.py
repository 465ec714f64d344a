"""Everything the atlas itself says is typographically French; the words of documents are left as they are."""

import re

import pytest
from fastapi.testclient import TestClient
from lxml import html

from tests.search_api.web.browser.addresses import WRONG, page_addresses

#: A plain space where a no-break one belongs; a straight apostrophe between letters.
SPACE = re.compile(r".{0,30}(?: [;:!?»%](?=[\s<]|$)|« ).{0,20}")
APOSTROPHE = re.compile(r".{0,30}[^\W\d_]'[^\W\d_].{0,20}")
#: What documents say, code, and the data of scripts.
QUOTED = "//q | //mark | //code | //script | //*[contains(@class, 'snippet') or contains(@class, 'webtext')]"
#: Names of places, actions and documents keep the apostrophe of their source.
NAMES = (
    "//a[starts-with(@href, '/actions') or starts-with(@href, '/contrats/') or starts-with(@href, '/territoires/')]"
    " | //h1 | //title | //tbody//th | //option | //ul[contains(@class, 'columns')]"
    " | //*[contains(@class, 'crumbs') or contains(@class, 'names')]"
)
TITLE = "Mise en place d'un Bus santé mobile"
SAID = "//@aria-label | //@title | //@alt | //@placeholder"


@pytest.mark.parametrize("address", [*page_addresses(), *WRONG])
def test_spaces_and_apostrophes_of_every_page(client: TestClient, address: str) -> None:
    tree = html.fromstring(client.get(address).text)
    for quoted in tree.xpath(QUOTED):
        quoted.drop_tree()
    faults = [found for text in [*tree.itertext(), *tree.xpath(SAID)] for found in SPACE.findall(text)]
    for name in tree.xpath(NAMES):
        name.drop_tree()
    faults += [found for text in tree.itertext() for found in APOSTROPHE.findall(text.replace(TITLE, ""))]
    assert not faults, "\n".join(faults)


def test_the_check_sees_faults() -> None:
    assert SPACE.findall("Origine : ici") and SPACE.findall("« oui") and SPACE.findall("87 %")
    assert APOSTROPHE.findall("l'an") and not SPACE.findall("à 10:30\u00a0; ok")
