"""A calibration learnt from samples promises what is right, and is measured on documents held out."""

import random

import numpy as np
import pytest

from models.layout import Outcome
from models.records import DocumentResult
from pipeline.confidence.reliability import auc, ece, errors_among_least_sure, reliability
from pipeline.confidence.samples import Sample, samples_of
from pipeline.confidence.thresholds import choose_thresholds, trade_offs
from tests.pipeline.confidence.test_features import pages
from tests.pipeline.confidence.test_values import REDON

pytest.importorskip("sklearn")
from pipeline.confidence.training import train


def drawn(documents: int = 40, each: int = 25) -> list[Sample]:
    """Dates are right in nine cases of ten, in three of ten on scans; axes almost always."""
    draw = random.Random(7)
    samples = []
    for number in range(documents):
        scan = float(number % 4 == 0)
        for _ in range(each):
            for field, group, chance in (
                ("signature_date", "dates", 0.3 if scan else 0.9),
                ("axis", "titles", 0.98),
            ):
                right = draw.random() < chance
                samples.append(Sample("a", f"{number}.pdf", field, group, {"ocr": scan}, right))
    return samples


def test_promises_are_kept_on_documents_held_out() -> None:
    samples = drawn()
    model, held_out = train(samples, {}, "2026-01-01")
    assert model.measured is not None
    assert model.measured.ece < 0.05
    assert model.probability("signature_date", {"ocr": 1.0}) == pytest.approx(0.3, abs=0.12)
    assert model.probability("signature_date", {}) == pytest.approx(0.9, abs=0.05)
    assert model.probability("axis", {"ocr": 1.0}) > 0.9
    assert len(held_out) == len(samples)
    assert model.measured.auc > 0.8


def test_a_field_with_few_values_leans_on_its_group() -> None:
    few = [Sample("a", f"{n}.pdf", "end_date", "dates", {"ocr": 0.0}, n > 0) for n in range(3)]
    model, _ = train([*drawn(), *few], {}, "2026-01-01")
    assert model.probability("end_date", {}) == pytest.approx(0.88, abs=0.07)


def test_a_threshold_is_kept_only_where_it_takes_away_more_wrong_than_right() -> None:
    samples = drawn()
    _, held_out = train(samples, {}, "2026-01-01")
    chosen = choose_thresholds(samples, held_out)
    assert set(chosen) == {"signature_date"}
    rows = [row for row in trade_offs(samples, held_out) if row.field == "signature_date"]
    kept = next(row for row in rows if row.threshold == chosen["signature_date"])
    assert kept.precision_after > 0.85 > kept.precision_before
    assert kept.taken - kept.taken_right > kept.taken_right


def test_the_table_its_error_and_the_ranking() -> None:
    right, sure = np.array([1.0, 0, 1, 1]), np.array([0.85, 0.85, 0.99, 0.99])
    assert [(r.values, r.promised, r.right) for r in reliability(right, sure)] == [
        (2, 0.85, 0.5),
        (2, 0.99, 1.0),
    ]
    assert ece(right, sure) == pytest.approx((2 * 0.35 + 2 * 0.01) / 4)
    assert auc(right, sure) == pytest.approx(2.5 / 3)
    assert errors_among_least_sure(right, sure, 0.5) == 1.0
    assert (auc(np.ones(2), sure[:2]), errors_among_least_sure(np.ones(2), sure[:2])) == (1.0, 1.0)


def test_samples_are_the_judged_values_and_fall_with_a_contract_that_is_not_one() -> None:
    result = DocumentResult(
        document="redon.pdf",
        sha256="a",
        media_type="application/pdf",
        outcome=Outcome.PARSED,
        extractor_version="1",
        contracts=(REDON,),
    )
    wanted = {"kind": "cls", "territory": {"name": "Redon", "code": "35236"}, "signature_date": "2018", "actions": [
        {"title": "Bus santé", "partners": ["MSA"]},
    ]}  # fmt: skip
    found = samples_of({"document": "redon.pdf", "contracts": [wanted]}, result, pages("Redon"), "a")
    assert [(s.field, s.right) for s in found] == [
        ("kind", True),
        ("territory", True),
        ("signature_date", False),
        ("action", True),
        ("action.partners", False),
        ("action.partners", True),
    ], "the gold does not speak of the other values"
    none = samples_of({"document": "redon.pdf", "contracts": []}, result, pages("Redon"), "a")
    assert {s.field for s in none} == {
        "kind", "territory", "departments", "signature_date", "signatory", "axis", "action"
    }  # fmt: skip
    assert not any(s.right for s in none)
