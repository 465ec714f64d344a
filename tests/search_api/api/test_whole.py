"""The whole base, schemas, the catalogue of data sets, sheets and plans over HTTP."""

import io
import zipfile

import openpyxl
import pytest
from docx import Document
from fastapi.testclient import TestClient
from rdflib import RDF, Graph, URIRef

from models.lists import LISTS
from search_api.exports.formats import endings_of
from tests.search_api.published import ACTIONS

API = "/api/v1"
DCAT = "http://www.w3.org/ns/dcat#"


def test_the_base_is_a_data_package(client: TestClient) -> None:
    answer = client.get(f"{API}/base.zip")
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        names = set(archive.namelist())
    assert names >= {"datapackage.json", "LISEZMOI.md", "data/contrats.csv", "schemas/contrats.json"}
    again = client.get(f"{API}/base.zip", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_the_base_is_a_workbook(client: TestClient) -> None:
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{API}/base.xlsx").content))
    assert book.sheetnames == [*(info.title for info in LISTS.values()), "Dictionnaire"]
    sheet = book["Actions"]
    assert sheet.max_row == len(ACTIONS) + 1
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", f"A1:Y{len(ACTIONS) + 1}")
    note = sheet["G1"].comment
    assert note is not None and note.text == "Titre de la fiche action.\nChamp : title"
    told = {
        row[2] for row in book["Dictionnaire"].iter_rows(min_row=2, values_only=True) if row[0] == "Actions"
    }
    assert told == set(LISTS["actions"].fields)


@pytest.mark.parametrize("name", LISTS)
def test_each_list_has_its_schema(client: TestClient, name: str) -> None:
    schema = client.get(f"{API}/schemas/{name}.json").json()
    assert [field["name"] for field in schema["fields"]] == list(LISTS[name].fields)


def test_an_unknown_schema_is_told(client: TestClient) -> None:
    assert client.get(f"{API}/schemas/contrats.json").status_code == 422


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_the_catalogue_leads_to_every_export(client: TestClient) -> None:
    graph = Graph().parse(data=client.get(f"{API}/catalog.jsonld").text, format="json-ld")
    assert len(set(graph.subjects(RDF.type, URIRef(f"{DCAT}Dataset")))) == len(LISTS) + 1
    addresses = {str(address) for address in graph.objects(None, URIRef(f"{DCAT}downloadURL"))}
    assert len(addresses) == 1 + sum(len(endings_of(name)) for name in LISTS)
    for address in addresses:
        assert client.get(address).status_code == 200, address


def test_sheets_are_served(client: TestClient) -> None:
    for address, titles in (
        ("actions/a0-c-dreux/fiche.docx", 1),
        ("contracts/c-dreux/fiches.docx", 4),
        ("actions.docx?region=28&q=bus", 4),
    ):
        answer = client.get(f"{API}/{address}")
        assert answer.headers["content-type"].endswith("wordprocessingml.document")
        word = Document(io.BytesIO(answer.content))
        heads = [p for p in word.paragraphs if p.style and p.style.name == "Heading 1"]
        assert len(heads) == titles, address


def test_a_contract_is_served_as_a_plan(client: TestClient) -> None:
    sheet = openpyxl.load_workbook(
        io.BytesIO(client.get(f"{API}/contracts/c-dreux/plan.xlsx").content)
    ).worksheets[0]
    assert (sheet["A2"].value, sheet.max_row) == ("Axe (x)", 7)


@pytest.mark.parametrize(
    "address", ["actions/rien/fiche.docx", "contracts/rien/fiches.docx", "contracts/rien/plan.xlsx"]
)
def test_what_is_not_there_is_told(client: TestClient, address: str) -> None:
    answer = client.get(f"{API}/{address}")
    assert answer.status_code == 404 and "« rien »" in answer.json()["detail"]
