"""In: the judged values of documents. Out: support, precision, recall and F1 per field, with intervals.

The interval is that of a bootstrap over documents: values of one document are right or wrong together,
so resampling values would promise more than the corpus can tell.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from models.base import Record
from pipeline.evaluation.tally import Judged, Verdict

RESAMPLES = 1000
SEED = 20240514
INTERVAL = (2.5, 97.5)

#: What a verdict adds to (tp, fp, fn).
COUNTS = {
    Verdict.RIGHT: (1, 0, 0),
    Verdict.WRONG: (0, 1, 1),
    Verdict.MISSED: (0, 0, 1),
    Verdict.UNEXPECTED: (0, 1, 0),
}


class FieldScore(Record):
    """`support` is the number of values in the gold; `low` to `high` is the 95 % interval of F1."""

    field: str
    support: int
    tp: int
    fp: int
    fn: int
    precision: float
    recall: float
    f1: float
    low: float | None = None
    high: float | None = None


class ScoreTable(Record):
    """The fields of a group of documents; `macro_f1` is the mean over its fields."""

    documents: int
    fields: tuple[FieldScore, ...]
    macro_f1: float
    macro_low: float | None = None
    macro_high: float | None = None


def score_table(
    documents: Sequence[Iterable[Judged]], *, resamples: int = RESAMPLES, seed: int = SEED
) -> ScoreTable:
    """One iterable of judged values a document. No intervals when `resamples` is 0 or there is one document."""
    fields = sorted({value.field for document in documents for value in document})
    counts = _counts(documents, fields)
    total = counts.sum(axis=0)
    f1 = _f1(total)
    low = high = macro = None
    if resamples and len(documents) > 1 and fields:
        low, high, macro = _intervals(counts, resamples, seed)
    scores = [
        FieldScore(
            field=field,
            support=int(tp + fn),
            tp=int(tp),
            fp=int(fp),
            fn=int(fn),
            precision=float(tp / (tp + fp)) if tp + fp else 1.0,
            recall=float(tp / (tp + fn)) if tp + fn else 1.0,
            f1=float(f1[index]),
            low=None if low is None else float(low[index]),
            high=None if high is None else float(high[index]),
        )
        for index, (field, (tp, fp, fn)) in enumerate(zip(fields, total, strict=True))
    ]
    return ScoreTable(
        documents=len(documents),
        fields=tuple(scores),
        macro_f1=float(f1.mean()) if fields else 0.0,
        macro_low=None if macro is None else float(macro[0]),
        macro_high=None if macro is None else float(macro[1]),
    )


def _counts(documents: Sequence[Iterable[Judged]], fields: Sequence[str]) -> NDArray[np.int64]:
    """(document, field, [tp, fp, fn])."""
    at = {field: index for index, field in enumerate(fields)}
    counts = np.zeros((len(documents), len(fields), 3), dtype=np.int64)
    for number, document in enumerate(documents):
        for value in document:
            counts[number, at[value.field]] += COUNTS[value.verdict]
    return counts


def _f1(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Over the last axis [tp, fp, fn]: 1 where there is nothing to find and nothing was found."""
    right = 2.0 * counts[..., 0]
    every = right + counts[..., 1] + counts[..., 2]
    return np.where(every > 0, right / np.maximum(every, 1), 1.0)


def _intervals(
    counts: NDArray[np.int64], resamples: int, seed: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Low and high of each field, and of the mean over the fields."""
    documents = len(counts)
    draws = np.random.default_rng(seed).multinomial(documents, [1 / documents] * documents, size=resamples)
    f1 = _f1(np.tensordot(draws, counts, axes=1))
    low, high = np.percentile(f1, INTERVAL, axis=0)
    return low, high, np.percentile(f1.mean(axis=1), INTERVAL)
