from search_api.coordination.insights import Insights, compute
from search_api.coordination.twins import Twins, likeness
from tests.search_api.coordination.sheets import PLACES, catalogue, sheet

RECORDS = [
    sheet("dreux", "Mois sans tabac", "theme:tabac"),
    sheet("chartres", "Un bus santé", "theme:prevention-generale"),
    sheet("chartres", "Le Mois sans tabac", "theme:tabac", number=2),
    sheet("alencon", "Faire circuler un bus santé", "theme:prevention-generale"),
    sheet("flers", "Un bus santé itinérant", "theme:prevention-generale"),
    sheet("ouche", "Réduire le bruit", "theme:bruit"),
    sheet("caen", "Réduire le bruit", "theme:bruit"),
]
KNOWN: Insights = compute(catalogue(RECORDS))


def twins(place: str) -> Twins:
    found = KNOWN.twins(PLACES[place][3] or PLACES[place][0])
    assert found is not None
    return found


def test_twins_are_territories_of_like_size_and_form_with_reasons() -> None:
    found = twins("dreux")
    assert [twin.name for twin in found.twins[:2]] == ["Chartres", "Alençon"]
    assert found.twins[0].reasons == (
        "population proche : 30\u202f664 et 38\u202f534 habitants",
        "toutes deux communes",
        "même département : Eure-et-Loir",
    )
    near = {twin.name: twin.reasons for twin in twins("chartres").twins}
    assert any(reason.startswith("densité proche : 2\u202f") for reason in near["Alençon"])
    assert "Pays d'Ouche" not in {twin.name for twin in found.twins}


def test_they_show_what_the_territory_does_not_do() -> None:
    found = twins("dreux")
    lacking = {lack.value: lack for lack in found.themes}
    assert lacking["prevention-generale"].twins[:2] == ("28085", "61001")
    assert lacking["prevention-generale"].actions[:2] == ("c-chartres-a1", "c-alencon-a1")
    assert (
        "tabac" not in lacking and "addictions" not in lacking
    )  # it has the theme itself, and the broader one
    bus = found.archetypes[0]
    assert bus.twins == ("28085", "61001")
    assert bus.actions == ("c-chartres-a1", "c-alencon-a1")


def test_what_it_does_already_is_not_shown() -> None:
    ways = [KNOWN.archetypes[lack.value] for lack in twins("chartres").archetypes]
    assert all("c-chartres" not in way.contracts for way in ways)
    assert not {"tabac", "prevention-generale"} & {lack.value for lack in twins("chartres").themes}


def test_likeness_goes_both_ways_and_unknown_counts_nothing() -> None:
    everyone = list(KNOWN.profiles.values())
    for one in everyone:
        for other in everyone:
            assert abs(likeness(one, other) - likeness(other, one)) < 1e-9
            assert 0 <= likeness(one, other) <= 1
    ouche = twins("ouche").territory
    assert ouche.population is None and ouche.size is None and ouche.density is None


def test_an_unknown_territory_has_no_page() -> None:
    assert KNOWN.twins("Nowhere") is None
