"""The pages: French, escaped, usable without JavaScript, each value one click from its words."""

import re

import pytest
from fastapi.testclient import TestClient
from lxml import html

ADDRESSES = [
    "/",
    "/recherche",
    "/recherche?q=bus+sant%C3%A9",
    "/recherche?q=%3Cscript%3E",
    "/inventaire",
    "/inventaire?department=29&sort=end",
    "/inventaire?q=rien+du+tout",
    "/territoires/28134",
    "/contrats/c-dreux",
    "/contrats/c-hostile",
    "/actions/a-bus",
    "/actions/a-formule",
    "/preuve/contracts/c-dreux/signature_date",
    "/preuve/contracts/c-dreux/territory",
    "/preuve/contracts/c-dreux/end_date",
    "/preuve/contracts/c-dreux/committees.1",
    "/preuve/contracts/c-dreux/health_assessment.needs",
    "/preuve/contracts/c-dreux/plan_links",
    "/a-verifier",
    "/documents",
    f"/documents/{'a' * 64}",
    "/a-propos",
    "/api",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_is_french_labelled_and_escaped(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    tree = html.fromstring(answer.text)
    assert tree.get("lang") == "fr"
    assert tree.findtext(".//title")
    assert len(tree.findall(".//h1")) == 1
    for script in tree.iterfind(".//script"):  # only our own files: the pages' CSP allows no inline script
        assert script.get("src", "").startswith("/static/") and not script.text
    assert not tree.xpath("//*[@style or @onclick]")
    for field in tree.xpath("//input[not(@type='hidden')] | //select"):
        labelled = field.xpath("ancestor::label") or tree.xpath(f"//label[@for='{field.get('id')}']")
        assert labelled or field.get("aria-label"), html.tostring(field)
    assert "'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "address",
    [
        "/contrats/absent",
        "/actions/absent",
        "/rien",
        "/preuve/contracts/x/y",
        "/preuve/contracts/c-dreux/committees.2",
        "/preuve/contracts/c-dreux/health_assessment.absent",
    ],
)
def test_a_missing_page_is_a_page(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert html.fromstring(answer.text).get("lang") == "fr"


def test_links_between_pages_lead_somewhere(client: TestClient) -> None:
    for start in ("/", "/inventaire?department=28", "/contrats/c-dreux", "/actions/a-bus"):
        tree = html.fromstring(client.get(start).text)
        inside = {a.get("href") for a in tree.findall(".//a") if (a.get("href") or "").startswith("/")}
        assert inside
        for address in sorted(inside):
            assert client.get(address).status_code == 200, address


def test_a_value_leads_to_its_line_on_the_page(client: TestClient) -> None:
    contract = html.fromstring(client.get("/contrats/c-dreux").text)
    (link,) = [a for a in contract.findall(".//a") if a.text_content().strip() == "12\u00a0juin 2021"]
    proof = html.fromstring(client.get(link.get("href")).text)
    assert "Signé à Dreux le 12 juin 2021" in proof.text_content()
    (picture,) = proof.xpath("//img[contains(@class, 'page')]")
    assert re.search(r"/pages/1\.png\?highlight=70", picture.get("src"))
    assert picture.get("alt")
    assert client.get(picture.get("src")).headers["content-type"] == "image/png"


def test_the_words_of_a_web_page_are_marked(client: TestClient) -> None:
    proof = html.fromstring(client.get("/preuve/contracts/c-dreux/territory").text)
    assert "le CLS de Dreux" in [mark.text_content() for mark in proof.findall(".//mark")]


@pytest.mark.parametrize(
    ("text", "label"),
    [("Comité de pilotage", "Gouvernance"), ("mars 2020", "Diagnostic"), ("PRS 2018-2028", "Articulation")],
)
def test_who_governs_the_assessment_and_the_plans_lead_to_their_words(
    client: TestClient, text: str, label: str
) -> None:
    contract = html.fromstring(client.get("/contrats/c-dreux").text)
    assert label in [title.text_content() for title in contract.findall(".//h2")]
    (link,) = [a for a in contract.findall(".//a") if a.text_content().strip() == text]
    proof = html.fromstring(client.get(link.get("href")).text)
    assert label in proof.findtext(".//h1")
    assert "Signé à Dreux le 12 juin 2021" in proof.text_content()


def test_the_contract_page_tells_its_history_and_issues(client: TestClient) -> None:
    text = html.fromstring(client.get("/contrats/c-dreux").text).text_content()
    assert "Renouvelle" in text
    assert "<script>alert('x')</script>" in text  # as text, not as a tag
    assert "dreux.pdf" in text


def test_the_search_does_not_repeat_the_question(client: TestClient) -> None:
    text = html.fromstring(client.get("/recherche?q=bus+sante").text).text_content()
    assert "Cherché aussi\u00a0: bus santé" not in text


def test_codes_are_tags_that_lead_to_the_words_of_the_document(client: TestClient) -> None:
    for page, label, quote in (
        ("/actions/a-bus", "Aller vers", "Bus santé mobile"),
        ("/contrats/c-dreux", "Santé mentale", "santé mentale"),
    ):
        tree = html.fromstring(client.get(page).text)
        (tag,) = [a for a in tree.xpath("//a[contains(@class, 'tag')]") if a.text_content() == label]
        proof = html.fromstring(client.get(tag.get("href")).text).text_content()
        assert quote in proof and label in proof
    assert client.get("/preuve/actions/a-bus/theme.sommeil").status_code == 404


def test_search_pages_filter_by_theme(client: TestClient) -> None:
    tree = html.fromstring(client.get("/recherche?theme=addictions").text)
    assert [a.get("href") for a in tree.xpath("//ol[@class='hits']//h3/a")] == ["/actions/a-bus"]
    legends = [legend.text_content() for legend in tree.findall(".//legend")]
    assert {"Thème", "Type d’action"} <= set(legends)
    assert "Tabac" in tree.xpath("//aside")[0].text_content()
