"""Confidences are written into the evidence; what is too unsure is kept for a person, not told as a fact."""

import pytest

from models.evidence import MissingReason
from models.records import Contract
from pipeline.confidence.apply import with_confidence
from pipeline.confidence.document import DocumentView
from pipeline.confidence.features import features_of
from pipeline.confidence.model import HIGHEST, LOWEST, Calibration, load_calibration
from pipeline.confidence.values import values_of
from tests.pipeline.confidence.test_features import pages
from tests.pipeline.confidence.test_values import REDON


def calibration(**values: object) -> Calibration:
    plain = {"intercept": 2.0, "groups": {}, "fields": {}, "weights": {}, "group_weights": {}}
    return Calibration.model_validate({"date": "2026-01-01", "corpora": {}, **plain, **values})


def applied(**values: object) -> Contract:
    [contract] = with_confidence([REDON], pages("Redon"), calibration(**values))
    return contract


def test_every_judged_evidence_has_the_probability_of_its_value() -> None:
    contract = applied(fields={"signature_date": -2.0, "action.pilot": 1.0})
    assert contract.evidence["signature_date"][0].confidence == 0.5
    assert contract.evidence["axes"][0].confidence == 0.881
    assert contract.actions[0].evidence["pilot"][0].confidence == 0.953
    assert contract.model_copy(update={"evidence": {}, "actions": ()}) == REDON.model_copy(
        update={"evidence": {}, "actions": ()}
    ), "only the confidences change"


def test_nothing_is_certain() -> None:
    assert calibration(intercept=50).probability("kind", {}) == HIGHEST
    assert calibration(intercept=-50).probability("kind", {}) == LOWEST


def test_a_group_has_its_own_view_of_a_figure() -> None:
    model = calibration(weights={"ocr": -1.0}, group_weights={"dates": {"ocr": -1.0}})
    assert model.probability("signature_date", {"ocr": 1.0}) == 0.5
    assert model.probability("axis", {"ocr": 1.0}) == 0.731
    assert model.probability("axis", {"a figure of a later version": 1.0}) == 0.881


def test_an_unsure_date_becomes_a_suggestion_and_is_missing_as_ambiguous() -> None:
    contract = applied(fields={"signature_date": -3.0}, thresholds={"signature_date": 0.4})
    assert contract.signature_date is None
    assert contract.missing["signature_date"] is MissingReason.AMBIGUOUS
    assert "signature_date" not in contract.evidence
    [suggestion] = contract.suggestions
    assert (suggestion.field, suggestion.value, suggestion.confidence) == (
        "signature_date",
        "2019-06-12",
        0.269,
    )


def test_lists_keep_their_evidence_in_step() -> None:
    gone = applied(fields={"signatory": -3.0}, thresholds={"signatory": 0.4})
    assert (gone.signatories, "signatories" in gone.evidence) == ((), False)
    assert [s.value for s in gone.suggestions] == ["ARS Bretagne"]
    axes = applied(fields={"axis": -3.0}, thresholds={"axis": 0.4})
    assert [axis.title for axis in axes.axes] == ["Bien vieillir"], "without evidence it was not judged"


def test_an_unsure_action_goes_with_its_sheet_and_an_unsure_item_alone() -> None:
    contract = applied(fields={"action": -3.0}, thresholds={"action": 0.4})
    assert contract.actions == ()
    assert [(s.field, s.value) for s in contract.suggestions] == [("actions", "Bus santé")]
    [action] = applied(fields={"action.partners": -3.0}, thresholds={"action.partners": 0.4}).actions
    assert (action.partners, "partners" in action.evidence) == ((), False)
    assert [(s.field, s.value) for s in action.suggestions] == [("partners", "CPAM"), ("partners", "MSA")]


def test_the_shipped_calibration_judges_every_value_and_tells_what_it_learnt_from() -> None:
    shipped = load_calibration()
    view = DocumentView(pages("Redon"), [REDON])
    for value in values_of([REDON]):
        assert LOWEST <= shipped.probability(value.field, features_of(value, view)) <= HIGHEST
    assert shipped.corpora
    assert all(corpus.documents and len(corpus.digest) == 64 for corpus in shipped.corpora.values())
    assert shipped.measured is not None
    assert shipped.measured.ece <= 0.05


@pytest.mark.parametrize("field", ["kind", "territory"])
def test_no_contract_without_its_kind_and_territory(field: str) -> None:
    assert field not in load_calibration().thresholds
