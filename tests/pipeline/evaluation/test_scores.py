"""Intervals come from resampling documents, not values."""

import time

from pipeline.evaluation.scores import score_table
from pipeline.evaluation.tally import Judged, Place, Verdict


def values(field: str, right: int, missed: int = 0, wrong: int = 0, unexpected: int = 0) -> list[Judged]:
    counts = {
        Verdict.RIGHT: right,
        Verdict.MISSED: missed,
        Verdict.WRONG: wrong,
        Verdict.UNEXPECTED: unexpected,
    }
    return [Judged(field, verdict, "a", "a", Place()) for verdict, n in counts.items() for _ in range(n)]


def test_a_wrong_value_counts_as_wrong_and_as_missed() -> None:
    [score] = score_table([values("signature_date", right=6, missed=1, wrong=2, unexpected=1)]).fields
    assert (score.support, score.tp, score.fp, score.fn) == (9, 6, 3, 3)
    assert (score.precision, score.recall, score.f1) == (6 / 9, 6 / 9, 6 / 9)


def test_one_bad_document_in_ten_makes_the_interval_wide_whatever_its_number_of_values() -> None:
    few = score_table([values("axis", 5)] * 9 + [values("axis", 0, missed=5)]).fields[0]
    many = score_table([values("axis", 50)] * 9 + [values("axis", 0, missed=50)]).fields[0]
    assert few.low is not None and few.high is not None
    assert few.low < 0.85 < few.f1 < few.high == 1.0
    assert (few.low, few.high) == (many.low, many.high)


def test_the_same_seed_gives_the_same_interval_and_one_document_none() -> None:
    documents = [values("axis", n, missed=10 - n) for n in range(10)]
    assert score_table(documents) == score_table(documents)
    assert score_table(documents, seed=1) != score_table(documents)
    [alone] = score_table(documents[:1]).fields
    assert (alone.low, alone.high) == (None, None)


def test_the_mean_over_fields_has_its_interval() -> None:
    table = score_table([values("axis", 1) + values("action", 0, missed=1), values("axis", 1)])
    assert table.macro_f1 == 0.5
    assert table.macro_low is not None and table.macro_high is not None
    assert table.macro_low <= 0.5 <= table.macro_high


def test_a_thousand_resamples_of_a_large_corpus_take_seconds() -> None:
    documents = [[v for f in range(30) for v in values(f"f{f}", 3, 1, 1)] for _ in range(300)]
    began = time.perf_counter()
    score_table(documents, resamples=1000)
    assert time.perf_counter() - began < 10
