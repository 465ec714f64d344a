"""The communes and groupings of today, counted once."""

from models.vocabularies.census import load_census


def test_a_commune_has_its_department_its_region_and_its_grouping() -> None:
    rennes = load_census().communes["35238"]
    assert (rennes.name, rennes.department, rennes.region) == ("Rennes", "35", "53")
    assert rennes.grouping == "243500139"
    assert rennes.population > 200_000


def test_a_grouping_across_regions_is_where_most_of_its_communes_are() -> None:
    redon = load_census().groupings["243500741"]
    assert redon.departments[0] == "35" and set(redon.departments) == {"35", "56", "44"}
    assert redon.region == "53"
    assert "35236" in redon.members


def test_an_arrondissement_is_a_part_of_its_commune_and_counts_with_it() -> None:
    census = load_census()
    assert "13201" not in census.communes
    assert census.successors["13201"] == "13055"
    assert census.population(["13055", "13055"]) == census.communes["13055"].population


def test_the_whole_country_counts_once() -> None:
    census = load_census()
    assert sum(len(found) for found in census.by_department.values()) == len(census.communes)
    assert 67_000_000 < census.population(census.communes) < 71_000_000
    assert all(code in census.communes for g in census.groupings.values() for code in g.members)
