"""Whether a contract was found for a place, looked for in vain, or never looked for."""

from collections.abc import Sequence

import pytest

from models.catalogue import CollectionRun, ContractRecord
from models.vocabularies.census import load_census
from models.vocabularies.gazetteer import load_gazetteer
from pipeline.regional.perimeter import perimeter_of
from pipeline.regional.silences import LARGE_COMMUNE, Link, PlaceSearch, SearchState, silences
from tests.pipeline.regional.contracts import PAYS, REDON, RENNES, record
from tests.pipeline.store.contract_suite import collection

CENSUS = load_census()
REDON_CODE, RENNES_CODE, RENNES_METROPOLE = "243500741", "35238", "243500139"


def places(*records: ContractRecord, runs: Sequence[CollectionRun] = ()) -> dict[str, PlaceSearch]:
    contracts = {r.id: r for r in records}
    perimeters = {r.id: perimeter_of(r.contract, CENSUS, load_gazetteer()) for r in records}
    return {p.code: p for p in silences(contracts, perimeters, runs, CENSUS, load_gazetteer())}


def test_every_grouping_and_large_commune_is_followed() -> None:
    found = places()
    large = {c.code for c in CENSUS.communes.values() if c.population >= LARGE_COMMUNE}
    assert set(found) == set(CENSUS.groupings) | large
    assert {p.state for p in found.values()} == {SearchState.NEVER_SEARCHED}


def test_a_contract_of_the_place_itself_is_found_though_it_is_over() -> None:
    redon = places(record("redon", REDON, end_date="2025"))[REDON_CODE]
    assert (redon.state, redon.link, redon.contract_ids) == (SearchState.FOUND, Link.OWN, ("redon",))


def test_a_town_is_found_by_the_contract_of_its_grouping() -> None:
    metropole = {"name": "Rennes Métropole", "type": "epci", "code": RENNES_METROPOLE}
    town = places(record("metropole", metropole))[RENNES_CODE]
    assert (town.state, town.link) == (SearchState.FOUND, Link.WIDER)


def test_a_grouping_of_which_one_town_has_a_contract_is_covered_in_part() -> None:
    grouping = places(record("rennes", RENNES))[RENNES_METROPOLE]
    assert (grouping.state, grouping.link) == (SearchState.PARTLY, Link.MEMBER)


def test_a_grouping_that_signs_the_contract_of_a_pays_is_found() -> None:
    signs = record(
        "pays",
        PAYS,
        departments=("56",),
        signatories=({"name": "Centre Morbihan Communauté", "kind": "epci"},),
    )
    code = next(g.siren for g in CENSUS.groupings.values() if "Centre Morbihan" in g.name)
    found = places(signs)[code]
    assert (found.state, found.link) == (SearchState.FOUND, Link.SIGNATORY)


def test_where_the_regional_site_was_searched_the_silence_has_a_date() -> None:
    found = places(runs=[collection(3), collection(20)])
    assert (found[REDON_CODE].state, found[REDON_CODE].source) == (SearchState.NONE_FOUND, "ARS Bretagne")
    assert found[REDON_CODE].searched_at == "2026-11-20T10:05:00+00:00"
    assert found[REDON_CODE].complete
    others = [p for p in found.values() if p.region != "53"]
    assert {p.state for p in others} == {SearchState.NEVER_SEARCHED}


@pytest.mark.parametrize(
    ("run", "state", "complete"),
    [
        (collection(outcome="failed"), SearchState.NEVER_SEARCHED, False),
        (collection(covers=None), SearchState.NEVER_SEARCHED, False),
        (collection(outcome="partial"), SearchState.NONE_FOUND, False),
    ],
)
def test_a_site_that_did_not_answer_or_speaks_of_one_place_was_no_search(
    run: CollectionRun, state: SearchState, complete: bool
) -> None:
    redon = places(runs=[run])[REDON_CODE]
    assert (redon.state, redon.complete) == (state, complete)
