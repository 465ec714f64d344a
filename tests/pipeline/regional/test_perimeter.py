"""Which communes a contract is about."""

from collections.abc import Mapping

import pytest

from models.vocabularies.census import load_census
from models.vocabularies.gazetteer import load_gazetteer
from pipeline.regional.perimeter import NO_CODE, NO_OFFICIAL_LIST, Perimeter, perimeter_of, population_of
from tests.pipeline.regional.contracts import PAYS, REDON, RENNES, record

CENSUS = load_census()


def perimeter(territory: Mapping[str, object], **values: object) -> Perimeter:
    return perimeter_of(record("x", territory, **values).contract, CENSUS, load_gazetteer())


def test_a_grouping_is_its_member_communes() -> None:
    found = perimeter(REDON)
    assert "35236" in found.communes and len(found.communes) == 31
    assert population_of(found, CENSUS) == CENSUS.population(found.communes)


def test_a_town_is_itself() -> None:
    assert perimeter(RENNES).communes == ("35238",)


def test_a_departmental_contract_is_every_commune_of_the_department() -> None:
    found = perimeter({"name": "Lozère", "type": "departement", "code": None}, departments=("48",))
    assert len(found.communes) == len(CENSUS.by_department["48"])


def test_an_arrondissement_is_a_part_with_its_own_population() -> None:
    found = perimeter({"name": "Marseille 1er Arrondissement", "type": "commune", "code": "13201"})
    assert (found.communes, found.parts) == ((), ("13201",))
    assert population_of(found, CENSUS) == CENSUS.parts["13201"]


@pytest.mark.parametrize(
    ("territory", "reason"),
    [
        (PAYS, NO_OFFICIAL_LIST),
        ({"name": "Maurepas", "type": "quartier", "code": None}, NO_OFFICIAL_LIST),
        ({"name": "CC d'hier", "type": "epci", "code": None}, NO_CODE),
        ({"name": "Ailleurs", "type": "commune", "code": "99999"}, NO_CODE),
    ],
)
def test_what_the_lists_do_not_give_is_unknown_with_a_reason(
    territory: Mapping[str, object], reason: str
) -> None:
    found = perimeter(territory)
    assert found == Perimeter(unknown=reason)
    assert population_of(found, CENSUS) is None
