"""The coder agrees with a person; how far is kept from falling."""

from pathlib import Path

import pytest

from models.errors import ConfigurationError
from models.records import Scheme
from pipeline.evaluation.themes import (
    ENOUGH_SUPPORT,
    CodedAction,
    cohen_kappa,
    evaluate_themes,
    load_coded_actions,
)

CODED = Path(__file__).parent / "coded_actions.yaml"

#: Mean kappa of the well supported concepts, and precision, on the held-back documents; a little below the measure.
FLOORS = {
    Scheme.THEME: (0.95, 0.94),
    Scheme.DETERMINANT: (0.70, 0.87),
    Scheme.POPULATION: (0.85, 0.95),
    Scheme.ACTION_TYPE: (0.65, 0.83),
}
#: Of the documents it was developed on: settings are too few in the held-back ones.
DEVELOPMENT_FLOORS = {
    Scheme.THEME: (0.97, 0.95),
    Scheme.DETERMINANT: (0.88, 0.93),
    Scheme.POPULATION: (0.95, 0.96),
    Scheme.ACTION_TYPE: (0.76, 0.82),
    Scheme.SETTING: (0.84, 0.83),
}


@pytest.mark.parametrize(("held_back", "floors"), [(True, FLOORS), (False, DEVELOPMENT_FLOORS)])
def test_agreement_with_a_person_does_not_fall(
    held_back: bool, floors: dict[Scheme, tuple[float, float]]
) -> None:
    report = evaluate_themes(load_coded_actions(CODED, held_back=held_back))
    for scheme in report.schemes:
        if scheme.scheme in floors:
            kappa, precision = floors[scheme.scheme]
            assert scheme.kappa is not None and scheme.kappa >= kappa, scheme.scheme
            assert scheme.precision >= precision, scheme.scheme


def test_every_well_supported_theme_of_held_back_documents_is_agreed_on() -> None:
    report = evaluate_themes(load_coded_actions(CODED, held_back=True))
    (themes,) = (scheme for scheme in report.schemes if scheme.scheme is Scheme.THEME)
    supported = [row for row in themes.concepts if row.support >= ENOUGH_SUPPORT]
    assert len(supported) >= 4
    assert all(row.kappa is not None and row.kappa >= 0.7 for row in supported)


def test_the_sample_is_split_by_document() -> None:
    halves = [{a.document for a in load_coded_actions(CODED, held_back=half)} for half in (True, False)]
    assert not halves[0] & halves[1]
    assert len(load_coded_actions(CODED)) >= 120


def test_kappa_by_hand() -> None:
    # 20 yes and 15 no in common of 50, 5 and 10 apart: 0.70 agreed, 0.50 by chance
    assert cohen_kappa(20, 5, 10, 50) == pytest.approx(0.4)
    assert cohen_kappa(3, 0, 0, 10) == pytest.approx(1.0)
    assert cohen_kappa(0, 0, 0, 10) is None


def test_a_narrower_code_says_the_broader_and_a_missed_one_costs_recall() -> None:
    sample = [
        CodedAction(document="d", title="Mois sans tabac", codes={Scheme.THEME: ("addictions",)}),
        CodedAction(document="d", title="Réunir le comité", codes={Scheme.THEME: ("politique-locale",)}),
    ]
    (themes, *_) = evaluate_themes(sample).schemes
    rows = {row.concept: row for row in themes.concepts}
    assert (rows["addictions"].precision, rows["addictions"].recall) == (1.0, 1.0)
    assert rows["tabac"].precision == 0.0
    assert rows["politique-locale"].recall == 0.0
    assert themes.precision == 0.5


@pytest.mark.parametrize(
    "text",
    [
        "actions: []",
        "actions: [{title: A}]",
        "- a",
        "actions: [{document: d, title: A, codes: {theme: [rien]}}]",
        "a: [",
    ],
)
def test_a_sample_that_does_not_fit_is_refused_in_french(tmp_path: Path, text: str) -> None:
    file = tmp_path / "coded.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"actions codées|codes inconnus"):
        load_coded_actions(file)
