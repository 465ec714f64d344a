"""The page of a territory: its contracts in time, its communes."""

from fastapi.testclient import TestClient
from lxml import html

from tests.search_api.pages.documentation.test_regions import plain


def test_a_territory_tells_its_contracts_in_time_and_its_communes(client: TestClient) -> None:
    tree = html.fromstring(client.get("/territoires/200071454").text)
    assert plain(tree.findtext(".//h1")).startswith("Évreux")
    assert tree.xpath("//ol[@class='periods']/li//a[@href='/contrats/c-eure']")
    assert "Communes" in plain(tree.xpath("//svg[contains(@class, 'territories')]")[0].get("aria-label"))
    names = [plain(item.text_content()) for item in tree.xpath("//details//li")]
    assert any(name.startswith("Évreux ") for name in names)


def test_two_contracts_of_a_town_are_two_bars_and_two_lines(client: TestClient) -> None:
    tree = html.fromstring(client.get("/territoires/14118").text)
    assert len(tree.xpath("//ol[@class='periods']/li")) == 2
    assert len(tree.xpath("//rect[contains(@class, 'bar')]")) == 2
    assert tree.xpath("//td[@aria-hidden='true']//svg")


def test_communes_that_no_list_gives_are_said_to_be_unknown(client: TestClient) -> None:
    text = plain(html.fromstring(client.get("/territoires/Pays%20d'Ouche").text).text_content())
    assert "Communes inconnues. Ce type de territoire n'a pas de liste officielle de communes." in text
    assert client.get("/territoires/nulle%20part").status_code == 404


def test_the_chronology_is_that_of_the_place_asked_for(client: TestClient) -> None:
    def territories(query: str) -> list[str]:
        tree = html.fromstring(client.get(f"/inventaire/chronologie{query}").text)
        return [plain(cell.text_content()) for cell in tree.xpath("//tbody//th")]

    assert set(territories("?region=28")) == {"Caen", "Pays d'Ouche", "Évreux"}
    assert territories("?department=14") == ["Caen"]
    assert len(territories("")) > 5
    assert client.get("/inventaire/chronologie?region=Bretagne").status_code == 422


def test_the_api_gives_the_timeline_and_the_communes(client: TestClient) -> None:
    found = client.get("/api/v1/territories/14118").json()
    assert found["perimeter"]["communes"] == ["14118"]
    assert [p["contract_id"] for p in found["timeline"]["periods"]] == ["c-caen", "c-caen-2"]
    assert client.get("/api/v1/territories/absent").status_code == 404
    assert {t["name"] for t in client.get("/api/v1/timelines?department=14").json()} == {"Caen"}
