"""The region pages: a map, the same figures in tables, and the API that gives them."""

import pytest
from fastapi.testclient import TestClient
from lxml import html

from search_api.french import french_number

NORMANDIE = "28"


def plain(text: str) -> str:
    """Without the typography: no-break spaces, curly apostrophes."""
    return " ".join(text.replace("’", "'").split())


@pytest.mark.parametrize("colour", ["nombre", "statut", "part"])
def test_the_country_is_told_in_a_map_and_in_a_table(client: TestClient, colour: str) -> None:
    tree = html.fromstring(client.get(f"/inventaire/regions?couleur={colour}").text)
    first, second = tree.xpath("//main//table")
    table = [[plain(cell.text_content()) for cell in row] for row in first.xpath(".//tbody/tr")]
    assert len(table) == 18
    assert ["Normandie", "4", "1"] in [row[:3] for row in table]
    departments = {plain(row[0].text_content()): row for row in second.xpath(".//tbody/tr")}
    assert plain(departments["Calvados (14)"][3].text_content()).startswith(
        "Se termine dans l'année 1 En vigueur 1"
    )
    (drawing,) = tree.xpath("//svg[@aria-label and contains(@class, 'map')]")
    assert drawing.xpath(".//a[contains(@aria-label, 'Calvados')]")
    assert {plain(title.text) for title in drawing.xpath(".//title")} >= {"Guyane : aucun contrat"}


def test_a_region_shows_its_territories_on_the_map_and_in_the_table(client: TestClient) -> None:
    tree = html.fromstring(client.get(f"/inventaire/regions/{NORMANDIE}").text)
    assert tree.findtext(".//h1") == "Normandie"
    drawn = tree.xpath("//svg[contains(@class, 'territories')]//a/@aria-label")
    assert set(map(plain, drawn)) == {"Caen : en vigueur", "Évreux : en préparation"}
    rows = [
        plain(row.text_content()) for row in tree.xpath("//table[contains(@class, 'inventory')]/tbody/tr")
    ]
    assert len(rows) == 4
    assert any("Pays d'Ouche" in row and "inconnues" in row for row in rows)


def test_an_unknown_region_or_colour_is_refused(client: TestClient) -> None:
    assert client.get("/inventaire/regions/99").status_code == 404
    assert client.get("/inventaire/regions?couleur=rose").status_code == 422
    assert client.get("/api/v1/regions/99").status_code == 404


def test_the_api_gives_the_same_figures(client: TestClient) -> None:
    found = client.get(f"/api/v1/regions/{NORMANDIE}").json()
    assert found["contracts"] == 4
    assert [d["code"] for d in found["departments"]] == ["14", "27", "50", "61", "76"]
    caen = next(d for d in found["departments"] if d["code"] == "14")
    assert caen["coverage"]["communes"] == 1
    page = html.fromstring(client.get(f"/inventaire/regions/{NORMANDIE}").text).text_content()
    assert french_number(caen["coverage"]["population"]) in page
    assert len(client.get("/api/v1/regions").json()) == 18
