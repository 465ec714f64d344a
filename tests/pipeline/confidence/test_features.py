"""What makes a value doubtful: odd words, a label inside, a date that does not fit, a sheet unlike its template."""

import time
from collections.abc import Mapping

import pytest

from models.evidence import Evidence
from models.layout import Block, BlockKind, Layout, Page
from models.records import Action, Contract
from pipeline.confidence.document import DocumentView
from pipeline.confidence.features import features_of
from pipeline.confidence.values import values_of
from tests.pipeline.confidence.test_values import REDON


def pages(*texts: str, ocr: bool = False) -> Layout:
    return Layout(
        reader="test",
        pages=tuple(
            Page(number=n, ocr=ocr, blocks=(Block(kind=BlockKind.PARAGRAPH, text=text, page=n),))
            for n, text in enumerate(texts, 1)
        ),
    )


def figures(contract: Contract, field: str, layout: Layout | None = None, at: int = 0) -> Mapping[str, float]:
    view = DocumentView(layout or pages("Redon"), [contract])
    return features_of([v for v in values_of([contract]) if v.field == field][at], view)


def sheet(title: str, **fields: str) -> Action:
    return Action(
        title=title,
        evidence={name: (Evidence(page=2, quote="q"),) for name in ("title", *fields)},
        **fields,  # type: ignore[arg-type]
    )


def with_actions(*actions: Action, **values: object) -> Contract:
    return REDON.model_copy(update={"actions": actions, **values})


def test_a_title_in_the_contents_and_on_its_sheet_is_said_again() -> None:
    twice = pages("Sommaire : Bus santé page 9", "Fiche 1 Bus  santé", "Bus sanitaire")
    assert figures(REDON, "action", twice)["said_again"] == 1
    assert "said_again" not in figures(REDON, "action", pages("Bus santé", "le bus sanitaire"))


def test_a_date_is_looked_for_as_it_is_printed() -> None:
    layout = pages("signé le 12 juin 2019", "Fait à Redon, le 12 juin 2019")
    assert figures(REDON, "signature_date", layout)["said_again"] == 1


def test_words_that_a_bad_scan_leaves_are_odd() -> None:
    scanned = with_actions(sheet("n°1 — arr des |c0n~s en_ §x"))
    assert figures(scanned, "action", pages("x", "y", ocr=True))["ocr"] == 1
    assert figures(scanned, "action")["odd_words"] > 0.3
    assert "odd_words" not in figures(with_actions(sheet("L'accès aux soins à 25 km, d'ici 2028")), "action")


def test_dates_must_fit_each_other() -> None:
    period = {"start_date": "2019-01-01", "end_date": "2023-12-31"}
    fitting = REDON.model_copy(update={**period, "duration_months": 60})
    assert figures(fitting, "signature_date")["fits_duration"] == 1
    misfit = REDON.model_copy(update={**period, "duration_months": 36})
    assert figures(misfit, "signature_date")["misfits_duration"] == 1
    backwards = REDON.model_copy(update={"end_date": "2018"})
    assert figures(backwards, "signature_date")["ends_before"] == 1


def test_a_text_that_swallowed_the_next_label_or_was_cut_shows_it() -> None:
    good, bad = "Un bus passe chaque mois.", "Un bus passe chaque mois. Calendrier : de 2019 à"
    contract = with_actions(sheet("A", description=good), sheet("B", description=bad))
    assert not {"label_inside", "dangling"} & figures(contract, "action.description").keys()
    found = figures(contract, "action.description", at=1)
    assert (found["label_inside"], found["dangling"]) == (1, 1)


def test_a_sheet_unlike_the_others_is_poor_and_a_rare_label_has_no_support() -> None:
    full = {"pilot": "Ville", "schedule": "2019", "budget": "2 000 €"}
    contract = with_actions(*(sheet(f"Action {n}", **full) for n in "ABCD"), sheet("Page 12", area="Redon"))
    assert "poor_sheet" not in figures(contract, "action")
    last = figures(contract, "action", at=4)
    assert (last["poor_sheet"], last["not_a_title"]) == (1, 1)
    assert figures(contract, "action.pilot")["support"] == 0.8
    assert figures(contract, "action.area")["rare_label"] == 1


def test_announced_counts_speak_for_or_against_titles() -> None:
    assert figures(REDON.model_copy(update={"announced_axes": 2}), "axis")["as_announced"] == 1
    assert figures(REDON.model_copy(update={"announced_axes": 3}), "axis")["not_as_announced"] == 1


@pytest.mark.parametrize(
    "piece", ["a.", ".", "A ", " ", "Calendrier : ", "a" * 50 + "|", "d'", "1 ", "(", "de "]
)
def test_long_odd_texts_are_judged_in_time(piece: str) -> None:
    text = "Bus " + (piece * 20_000)[:20_000] + " |"
    contract = with_actions(sheet(text, description=text), sheet("B", description=text))
    began = time.perf_counter()
    figures(contract, "action")
    figures(contract, "action.description")
    assert time.perf_counter() - began < 20, "for a loaded machine: 0.5 s on a busy one"
