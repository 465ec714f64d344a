"""Who lives under a contract in force: each inhabitant once."""

from collections.abc import Sequence

import pytest

from models.catalogue import ContractRecord
from models.vocabularies.census import load_census
from models.vocabularies.gazetteer import load_gazetteer
from pipeline.regional.coverage import CoverageTable, coverage
from pipeline.regional.perimeter import perimeter_of
from tests.pipeline.regional.contracts import PAYS, REDON, REDON_TOWN, RENNES, record, rows_of

CENSUS = load_census()


def covered(*records: ContractRecord) -> CoverageTable:
    perimeters = {r.id: perimeter_of(r.contract, CENSUS, load_gazetteer()) for r in records}
    return coverage(rows_of(records), perimeters, CENSUS)


def population(codes: Sequence[str]) -> int:
    return CENSUS.population(codes)


def test_a_grouping_across_regions_covers_its_communes_where_they_are() -> None:
    found = covered(record("redon", REDON, departments=("35", "56", "44")))
    members = CENSUS.groupings[str(REDON["code"])].members
    assert found.country.population == population(members)
    parts = [found.departments[code].population for code in ("35", "56", "44")]
    assert all(parts) and sum(parts) == population(members)
    assert found.regions["53"].population + found.regions["52"].population == population(members)


def test_a_town_inside_a_covered_grouping_adds_nothing() -> None:
    alone = covered(record("redon", REDON))
    both = covered(record("redon", REDON), record("town", REDON_TOWN))
    assert both.country.population == alone.country.population
    assert (both.country.contracts, both.country.communes) == (2, alone.country.communes)


def test_a_part_of_a_commune_counts_only_without_the_whole() -> None:
    part = record("part", {"name": "Marseille 1er", "type": "commune", "code": "13201"}, region="93")
    whole = record("whole", {"name": "Marseille", "type": "commune", "code": "13055"}, region="93")
    assert covered(part).regions["93"].population == CENSUS.parts["13201"]
    assert covered(part).regions["93"].communes == 0
    assert covered(part, whole).regions["93"].population == population(["13055"])


@pytest.mark.parametrize(
    "values",
    [
        {"end_date": "2025-12-31"},
        {"modality": "in_preparation"},
        {"kind": "clsm"},
        {"kind": "protocole"},
        {"start_date": "2027-01-01"},
    ],
)
def test_only_a_local_health_contract_in_force_covers(values: dict[str, object]) -> None:
    assert covered(record("rennes", RENNES, **values)).country.population == 0


def test_an_amendment_in_force_keeps_its_contract_going() -> None:
    assert covered(record("rennes", RENNES, kind="avenant")).departments["35"].communes == 1


def test_a_contract_of_unknown_communes_is_counted_as_unknown_not_as_nothing() -> None:
    found = covered(record("pays", PAYS), record("rennes", RENNES)).regions["53"]
    assert (found.contracts, found.unknown) == (2, 1)
    assert found.share == pytest.approx(population(["35238"]) / found.population_total)
