import random

import pytest

from search_api.coordination.indicators import Measure, indicator_library, measure_of, words_of_indicator
from tests.search_api.coordination.sheets import sheet


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nombre de participants", "Nb de participants"),
        ("Nombre de participants", "nombre total des participants."),
        ("Nombre de professionnels formés", "Nbre de professionnels formés par an".removesuffix(" par an")),
        ("Part des habitants ayant un médecin traitant", "Taux d’habitants ayant un médecin traitant"),
        ("Délai moyen de rendez-vous", "Durée de rendez-vous"),
    ],
)
def test_wordings_of_one_indicator(one: str, other: str) -> None:
    assert words_of_indicator(one) == words_of_indicator(other) != ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nombre de personnes dépistées", "Nombre de personnes déplacées"),
        ("Nombre de personnes accueillies", "Nombre de personnes accompagnées"),
        ("Nombre de passages aux urgences classés CCMU 1", "Nombre de passages aux urgences classés CCMU 2"),
        (
            "Nombre de femmes dépistées pour le cancer du sein",
            "Nombre de femmes dépistées pour le cancer du col",
        ),
    ],
)
def test_indicators_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    library = indicator_library([sheet("dreux", "A", indicators=(one, other))])
    assert {i.label for i in library} == {one, other}


def test_a_typing_error_joins_the_usual_wording() -> None:
    usual = [sheet(place, "A", indicators=("Nombre de sentinelles formées",)) for place in ("dreux", "caen")]
    wrong = sheet("flers", "B", "theme:suicide", pilot="MSA", indicators=("Nombre de sentinnelles formées",))
    (found,) = indicator_library([wrong, *usual])
    assert found.label == "Nombre de sentinelles formées"
    assert found.wordings == ("Nombre de sentinelles formées", "Nombre de sentinnelles formées")
    assert found.actions == ("c-caen-a1", "c-dreux-a1", "c-flers-a1")
    assert (found.contracts, found.themes) == (3, ("suicide",))


def test_the_library_does_not_depend_on_the_order_of_actions() -> None:
    texts = ("Nombre de passages", "Nb de passages", "Nombre de pasages", "Taux de satisfaction")
    records = [sheet(p, "A", indicators=texts[n:]) for n, p in enumerate(("dreux", "caen", "flers", "ouche"))]
    first = indicator_library(records)
    for seed in range(4):
        random.Random(seed).shuffle(records)
        assert indicator_library(records) == first


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Nb de passages", Measure.COUNT),
        ("Pourcentage de retours positifs", Measure.RATE),
        ("Délai d'obtention d'un rendez-vous", Measure.DELAY),
        ("Questionnaire de satisfaction", Measure.OPINION),
        ("Date de publication", Measure.EVIDENCE),
        ("Niveau sonore mesuré", Measure.OTHER),
    ],
)
def test_an_indicator_measures_something(text: str, measure: Measure) -> None:
    assert measure_of(text) is measure
