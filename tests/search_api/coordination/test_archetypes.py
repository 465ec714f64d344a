import random

from search_api.coordination.insights import Insights, compute
from search_api.coordination.lists import ArchetypeFilter, archetypes_view
from tests.search_api.coordination.sheets import catalogue, sheet

ABOUT = ("theme:prevention-generale", "action_type:aller-vers")
BUSES = [
    sheet("dreux", "Le bus santé de Dreux", *ABOUT, pilot="Ville de Dreux", budget="20 000 € par an",
          indicators=("Nombre de passages",), partners=("CPAM", "MSA")),
    sheet("chartres", "Faire circuler un bus santé", *ABOUT, pilot="CPTS de Chartres", partners=("cpam",),
          budget="12 000 €, dont 4 000 € de l'ARS", indicators=("Nombre des passages",)),
    sheet("flers", "Un bus santé itinérant", ABOUT[0], "population:personnes-agees",
          pilot="Ville de Flers", budget="Crédits de droit commun"),
]  # fmt: skip
#: Alike, but of one territory alone.
TWICE = [sheet("alencon", f"Mois sans tabac {n}", "theme:tabac", number=n) for n in (1, 2)]
OTHER = [sheet("caen", "Conseil local de santé mentale", "theme:sante-mentale")]


def insights(*groups: list) -> Insights:
    return compute(catalogue([record for group in groups for record in group]))


def test_what_several_territories_do_alike_is_one_archetype() -> None:
    (bus,) = insights(BUSES, TWICE, OTHER).archetypes.values()
    assert set(bus.actions) == {record.id for record in BUSES}
    assert bus.title in {
        "Faire circuler un bus santé",
        "Un bus santé itinérant",
    }  # not that which names its town
    assert bus.territories == 3
    assert [(c.value, c.count) for c in bus.themes] == [("prevention-generale", 3)]
    assert [(c.value, c.count) for c in bus.pilot_kinds] == [("commune", 2), ("cpts", 1)]
    assert [(c.value.lower(), c.count) for c in bus.partners] == [("cpam", 2), ("msa", 1)]
    assert bus.costs is not None
    assert (bus.costs.stated, bus.costs.least, bus.costs.median, bus.costs.most) == (
        2,
        12_000,
        16_000,
        20_000,
    )
    assert bus.evidence == sum(sum(map(len, r.action.evidence.values())) + len(r.action.codes) for r in BUSES)


def test_its_indicators_are_those_of_the_library() -> None:
    known = insights(BUSES, OTHER)
    (bus,) = known.archetypes.values()
    (passages,) = bus.indicators
    assert (known.indicators[passages.value].label, passages.count) == ("Nombre de passages", 2)


def test_what_one_territory_does_twice_is_no_archetype() -> None:
    assert not insights(TWICE, OTHER).archetypes


def test_the_order_of_the_catalogue_changes_nothing() -> None:
    records = [*BUSES, *TWICE, *OTHER, *(r.model_copy(update={"id": r.id + "9"}) for r in BUSES)]
    first = compute(catalogue(records))
    for seed in range(5):
        random.Random(seed).shuffle(records)
        assert compute(catalogue(records)).archetypes == first.archetypes


def test_archetypes_are_filtered_by_words_theme_and_pilot() -> None:
    known = insights(BUSES, OTHER)
    (name,) = known.archetypes

    def found(**asked: object) -> list[str]:
        return [a.id for a in archetypes_view(known, ArchetypeFilter.model_validate(asked))]

    assert (
        found(q="bus itinérant")
        == found(theme=["prevention-generale"])
        == found(pilot_kind=["cpts"])
        == [name]
    )
    assert not found(q="tabac") and not found(theme=["tabac"]) and not found(pilot_kind=["ars"])


def test_an_empty_catalogue_has_none() -> None:
    assert not compute(catalogue([])).archetypes
