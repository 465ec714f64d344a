"""The search page: every choice can be taken back, nothing found is never a dead end."""

from fastapi.testclient import TestClient
from lxml import html
from lxml.html import HtmlElement

from search_api.api.searching import FACETS
from search_api.pages.searching import FACET_NAMES


def page(client: TestClient, address: str) -> HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text[:200]
    return html.fromstring(answer.text)


def text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_every_facet_of_the_api_has_its_place_on_the_page() -> None:
    assert set(FACETS) == set(FACET_NAMES)


def test_a_facet_in_use_still_shows_what_its_other_values_would_add(client: TestClient) -> None:
    tree = page(client, "/recherche?type=action&theme=tabac")
    (theme,) = [f for f in tree.iterfind(".//fieldset") if text(f.find("legend")) == "Thème"]
    values = {box.get("value"): box.get("checked") is not None for box in theme.iterfind(".//input")}
    assert values == {"tabac": True, "addictions": False}


def test_an_active_filter_is_a_link_that_removes_it(client: TestClient) -> None:
    tree = page(client, "/recherche?q=bus&department=28&pilot_kind=etablissement&page=1")
    chips = {text(chip): chip.get("href") for chip in tree.iterfind(".//a[@class='chip']")}
    assert chips == {
        "Retirer le filtre Pilote : Hôpital ou établissement ×": "/recherche?q=bus&department=28",
        "Retirer le filtre Département : Eure-et-Loir (28) ×": "/recherche?q=bus&pilot_kind=etablissement",
    }
    for href in chips.values():
        page(client, str(href))


def test_an_unknown_value_of_a_filter_can_be_taken_back_too(client: TestClient) -> None:
    tree = page(client, "/recherche?status=%3Cb%3E&pilot_kind=nobody&territory_size=huge&contract_id=c-none")
    assert len(tree.findall(".//a[@class='chip']")) == 4


def test_results_are_grouped_by_contract_on_demand(client: TestClient) -> None:
    tree = page(client, "/recherche?q=sant%C3%A9&group=contract")
    count = text(tree.find(".//h2[@id='resultats']"))
    assert " dans " in count and count.endswith("contrats")
    shown = [a.get("href") for a in tree.iterfind(".//ol[@class='hits groups']/li/h3/a")]
    assert len(shown) == len(set(shown)) == 10


def test_a_group_leads_to_all_the_results_of_its_contract(client: TestClient) -> None:
    tree = page(client, "/recherche?contract_id=c-dreux")
    assert {a.get("href") for a in tree.iterfind(".//ol[@class='hits']/li/h3/a")} == {
        "/contrats/c-dreux",
        "/actions/a-bus",
        "/actions/a-tabac",
    }
    assert "Contrat : Dreux" in text(tree.find(".//a[@class='chip']"))
    assert tree.find(".//input[@type='hidden'][@name='contract_id']").get("value") == "c-dreux"


def test_nothing_found_offers_searches_that_find_something(client: TestClient) -> None:
    tree = page(client, "/recherche?q=bus&type=action&year=1999")
    offers = tree.findall(".//div[@class='help']//li")
    assert "Retirer le filtre année « 1999 » 2 résultats" in [text(offer) for offer in offers]
    for offer in offers:
        found = page(client, offer.find("a").get("href"))
        assert text(found.find(".//h2[@id='resultats']")) == text(offer.find("span"))


def test_suggestions_are_a_script_of_our_own_and_the_form_works_without(client: TestClient) -> None:
    answer = client.get("/recherche")
    assert "script-src 'self'; connect-src 'self'" in answer.headers["content-security-policy"]
    tree = html.fromstring(answer.text)
    (script,) = tree.findall(".//script")
    assert client.get(script.get("src")).headers["content-type"].startswith("text/javascript")
    assert script.text is None
    field = tree.find(".//input[@data-suggest]")
    assert client.get(field.get("data-suggest"), params={"q": "bus"}).status_code == 200
    assert tree.find(".//form[@role='search']").get("action") == "/recherche"
