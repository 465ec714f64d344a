"""The basket and the comparison, as a reader without JavaScript uses them."""

from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import etree, html

from search_api.coordination.collections import key_of
from search_api.coordination.feed import ATOM

BUS, SMOKE, DREUX = key_of("a-bus"), key_of("a-tabac"), key_of("c-dreux")


@pytest.fixture
def reader(client: TestClient) -> TestClient:
    """A browser of its own: its cookies are not those of other tests."""
    return TestClient(client.app, follow_redirects=False)


def add(reader: TestClient, *keys: str, gesture: str = "ajouter", back: str = "/panier") -> str:
    answer = reader.post("/panier", data={"geste": gesture, "fiche": list(keys), "retour": back})
    assert answer.status_code == 303
    return str(answer.headers["location"])


def shown(reader: TestClient, address: str = "/panier") -> set[str]:
    tree = html.fromstring(reader.get(address).text)
    return {box.get("value") for box in tree.iterfind(".//input[@type='checkbox']")}


def test_records_are_kept_taken_out_and_all_forgotten(reader: TestClient) -> None:
    assert "Votre panier est vide" in reader.get("/panier").text
    form = html.fromstring(reader.get("/actions/a-bus").text).find(".//form[@class='keep']")
    assert form.get("method") == "post" and form.get("action") == "/panier"
    add(reader, form.find("input").get("value"))
    add(reader, SMOKE, DREUX)
    assert shown(reader) == {BUS, SMOKE, DREUX}
    add(reader, SMOKE, gesture="retirer")
    assert shown(reader) == {BUS, DREUX}
    add(reader, gesture="vider")
    assert not shown(reader)


def test_the_cookie_holds_the_keys_only_and_no_script_reads_it(reader: TestClient) -> None:
    cookie = reader.post("/panier", data={"geste": "ajouter", "fiche": BUS}).headers["set-cookie"]
    assert cookie.startswith(f"panier={BUS};")
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie


def test_a_shared_address_shows_the_same_records_to_anyone(reader: TestClient) -> None:
    address = f"/panier?fiches={BUS}.{SMOKE}.aaaaaaaaaa&titre=Pour+le+COPIL"
    assert shown(reader, address) == {BUS, SMOKE}
    text = reader.get(address).text
    assert "Pour le COPIL" in text and "n’est plus" in text
    add(reader, f"{BUS}.{SMOKE}", gesture="reprendre")
    assert shown(reader) == {BUS, SMOKE}


@pytest.mark.parametrize(
    "back", ["//elsewhere.fr", "https://elsewhere.fr", "/\\elsewhere.fr", "javascript:x", "", "/a\r\nX: y"]
)
def test_the_way_back_never_leaves_the_site(reader: TestClient, back: str) -> None:
    assert add(reader, BUS, back=back) == "/panier"
    assert add(reader, BUS, back="/recherche?q=bus") == "/recherche?q=bus"


def test_forms_of_other_sites_and_wrong_gestures_are_refused(reader: TestClient) -> None:
    body = {"geste": "vider"}
    assert reader.post("/panier", data=body, headers={"origin": "https://elsewhere.fr"}).status_code == 403
    assert reader.post("/panier", data=body, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert reader.post("/panier", data=body, headers={"origin": "http://testserver"}).status_code == 303
    assert reader.post("/panier", data={"geste": "voler"}).status_code == 422
    assert reader.post("/panier", content=b"\xff\xfe").status_code == 422
    assert reader.post("/panier", content=b"x" * 40_000).status_code == 413


@pytest.mark.parametrize(("ending", "start"), [("docx", b"PK"), ("xlsx", b"PK"), ("pdf", b"%PDF")])
def test_a_collection_can_be_taken_away(reader: TestClient, ending: str, start: bytes) -> None:
    assert reader.get(f"/panier.{ending}").status_code == 404  # nothing kept yet
    add(reader, BUS, DREUX)
    answer = reader.get(f"/panier.{ending}", params={"titre": "Été à Dreux"})
    assert answer.content.startswith(start)
    assert answer.headers["content-disposition"] == f'attachment; filename="ete-a-dreux.{ending}"'
    assert reader.get(f"/panier.{ending}", params={"fiches": BUS}).content.startswith(start)


def test_actions_are_compared_side_by_side(reader: TestClient) -> None:
    tree = html.fromstring(reader.get("/comparer?action=a-bus&action=a-tabac").text)
    heads = [" ".join(th.text_content().split()) for th in tree.iterfind(".//thead/tr/th")]
    assert (
        heads[0] == "Champ"
        and heads[1].startswith("Mise en place d")
        and heads[2].startswith("Mois sans tabac")
    )
    rows = {tr.find("th").text_content().split()[0]: tr for tr in tree.iterfind(".//tbody/tr")}
    assert "non renseigné" in rows["Pilote"].text_content()
    fewer = html.fromstring(reader.get("/comparer?action=a-bus&action=a-tabac&differences=true").text)
    assert 0 < len(fewer.findall(".//tbody/tr")) < len(rows)
    assert fewer.findall(".//tr[@class='same']") == []


def test_contracts_and_kept_records_are_compared_too(reader: TestClient) -> None:
    assert "Signataires" in reader.get("/comparer?contrat=c-dreux&contrat=c-00").text
    assert "Partenaires" in reader.get(f"/comparer?fiche={BUS}&fiche={SMOKE}").text


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/comparer", 200, "Choisissez de 2 à 5 actions"),
        ("/comparer?action=a-bus", 422, "Choisissez de 2 à 5 actions"),
        ("/comparer?action=a-bus&contrat=c-dreux", 422, "des contrats entre eux"),
        ("/comparer?" + "&".join(f"contrat=c-{n:02}" for n in range(6)), 422, "6 fiches sont trop"),
        ("/comparer?action=a-bus&action=none", 404, "Aucune action"),
        ("/comparer?contrat=none&contrat=c-dreux", 404, "Aucun contrat"),
    ],
)
def test_what_cannot_be_compared_is_told(reader: TestClient, address: str, status: int, told: str) -> None:
    answer = reader.get(address)
    assert answer.status_code == status
    assert told in " ".join(answer.text.replace("\u202f", " ").split())


def test_results_can_be_kept_and_compared_from_the_search(reader: TestClient) -> None:
    tree = html.fromstring(reader.get("/recherche?q=bus&type=action").text)
    boxes = tree.findall(".//input[@form='selection'][@type='checkbox']")
    assert BUS in {box.get("value") for box in boxes}
    assert all(box.get("aria-label") for box in boxes)
    form = tree.find(".//form[@id='selection']")
    assert (form.get("method"), form.get("action")) == ("post", "/panier")
    assert form.find("input").get("value") == "/recherche?q=bus&type=action"


def test_a_search_is_a_feed(reader: TestClient) -> None:
    tree = html.fromstring(reader.get("/recherche?q=bus&theme=tabac&page=1&sort=title").text)
    href = tree.find(".//link[@type='application/atom+xml']").get("href")
    assert parse_qs(urlsplit(href).query) == {"q": ["bus"], "theme": ["tabac"]}
    answer = reader.get(href)
    assert answer.headers["content-type"] == "application/atom+xml"
    feed = etree.fromstring(answer.content)
    assert feed.findtext(f"{{{ATOM}}}title") == "Atlas CLS : bus"
    assert reader.get("/recherche.atom?page=x").status_code == 422
