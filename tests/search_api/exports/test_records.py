"""GeoJSON and JSON-LD: the same rows, with where they are and what they are about."""

import json
from datetime import date

import pytest
from hypothesis import given
from rdflib import RDF, Graph, URIRef

from models.records import Code, Scheme
from pipeline.regional.outlines import area, inside
from pipeline.store.memory import MemoryStore
from search_api.exports.choose import FILTERS, Base, list_table
from search_api.exports.formats import write_chunks
from search_api.exports.linked import iri
from search_api.exports.write import open_base
from tests.search_api.catalogue import PROOF
from tests.search_api.exports.catalogues import bases
from tests.search_api.exports.test_property import FILTER_VALUES, QUICK
from tests.search_api.published import ACTIONS, CONTRACTS, ODD


@pytest.fixture(scope="module")
def base() -> Base:
    store = MemoryStore()
    tobacco = Code(scheme=Scheme.THEME, concept="tabac", evidence=(PROOF,))
    coded = CONTRACTS[0].contract.model_copy(update={"codes": (tobacco,)})
    store.publish([CONTRACTS[0].model_copy(update={"contract": coded}), *CONTRACTS[1:]], ACTIONS, ())
    return open_base(store, date(2024, 3, 1))


def written(base: Base, name: str, ending: str, **values: object) -> str:
    table = list_table(base, name, FILTERS[name].model_validate(values))
    return b"".join(write_chunks(base.catalogue, table, ending)).decode()


def test_contracts_have_the_outline_of_their_communes(base: Base) -> None:
    found = json.loads(written(base, "contracts", "geojson"))
    features = {feature["id"]: feature for feature in found["features"]}
    assert len(features) == len(CONTRACTS)
    caen = features["c-caen"]["geometry"]
    assert caen["type"] == "MultiPolygon"
    ((ring,),) = caen["coordinates"]
    assert ring[0] == ring[-1] and area(ring[:-1]) > 0
    assert inside((-0.3707, 49.1828), ring[:-1])  # the town hall
    assert features["c-caen"]["properties"]["no_geometry"] is None
    assert features["c-orne"]["geometry"] is None
    assert "pas de liste officielle" in features["c-orne"]["properties"]["no_geometry"]
    epci = features["c-eure"]["geometry"]["coordinates"]
    assert inside((1.151, 49.024), epci[0][0][:-1])  # Évreux, in its grouping


def test_actions_have_a_point_in_their_territory(base: Base) -> None:
    found = json.loads(written(base, "actions", "geojson", contract_id="c-caen"))
    points = {tuple(feature["geometry"]["coordinates"]) for feature in found["features"]}
    ((x, y),) = points
    assert -0.45 < x < -0.3 and 49.1 < y < 49.3


def test_properties_are_the_columns_of_the_list(base: Base) -> None:
    lines = [json.loads(line) for line in written(base, "contracts", "jsonl").splitlines()]
    found = [
        feature["properties"] for feature in json.loads(written(base, "contracts", "geojson"))["features"]
    ]
    assert [{k: v for k, v in one.items() if k != "no_geometry"} for one in found] == lines


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib uses its own old class
def test_json_ld_is_read_as_triples(base: Base) -> None:
    graph = Graph().parse(data=written(base, "contracts", "jsonld"), format="json-ld")
    graph.parse(data=written(base, "actions", "jsonld"), format="json-ld")
    contracts = set(graph.subjects(RDF.type, URIRef("urn:atlas-cls:term:Contract")))
    assert contracts == {URIRef(iri("contract", record.id)) for record in CONTRACTS}
    assert URIRef(iri("contract", ODD)) in contracts
    dreux = URIRef("urn:atlas-cls:contract:c-dreux")
    subject = URIRef("http://purl.org/dc/terms/subject")
    assert set(graph.objects(dreux, subject)) == {URIRef("urn:atlas-cls:theme:tabac")}
    parts = set(graph.objects(dreux, URIRef("https://schema.org/hasPart")))
    assert parts == set(graph.subjects(URIRef("https://schema.org/isPartOf"), dreux)) and len(parts) == 4


@QUICK
@given(base=bases(), values=FILTER_VALUES)
def test_both_hold_the_filtered_view(base: Base, values: dict[str, object]) -> None:
    for name, key in (("contracts", "contract_id"), ("actions", "id")):
        wanted = {k: v for k, v in values.items() if k in FILTERS[name].model_fields}
        ids = [row[key] for row in list_table(base, name, FILTERS[name].model_validate(wanted)).rows]
        features = json.loads(written(base, name, "geojson", **wanted))["features"]
        assert [feature["id"] for feature in features] == ids
        graph = json.loads(written(base, name, "jsonld", **wanted))["@graph"]
        assert [node["id"] for node in graph] == [iri(name[:-1], str(found)) for found in ids]
