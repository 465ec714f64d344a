"""The probability under which a value is told as a suggestion: only where that makes the facts more right.

Taking away a value that is right more often than F1/2 lowers F1. A threshold is therefore kept for a field only
when, on values of documents held out, it raises precision noticeably and lowers F1 by next to nothing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from models.base import Record
from pipeline.confidence.samples import Sample

GRID = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
MIN_GAIN = 0.005  # of precision
MAX_LOSS = 0.001  # of F1
MIN_TAKEN = 5  # fewer values taken away are an accident
MIN_DOCUMENTS = 8  # and so are those of a few documents
MOST_RIGHT = 0.4  # of the values taken away
#: A sheet goes with its title, and actions lose their axis: a loss that the F1 of the title does not show.
CARRIERS = frozenset({"action", "axis"})
MOST_RIGHT_CARRIERS = 0.15
#: Without them there is no contract to tell of.
NEVER = frozenset({"kind", "territory", "departments", "region"})


class TradeOff(Record):
    """What a threshold would do to a field. `f1_change` takes what the extraction missed as unchanged."""

    field: str
    threshold: float
    taken: int
    taken_right: int
    documents: int
    precision_before: float
    precision_after: float
    f1_change: float


def trade_offs(samples: Sequence[Sample], sure: NDArray[np.float64]) -> list[TradeOff]:
    """Each field at each threshold that takes something away."""
    by_field: defaultdict[str, list[int]] = defaultdict(list)
    for index, sample in enumerate(samples):
        by_field[sample.field].append(index)
    right = np.array([sample.right for sample in samples])
    found = []
    for field, indexes in sorted(by_field.items()):
        own, ok = sure[indexes], right[indexes]
        for threshold in GRID:
            kept = own >= threshold
            if kept.all():
                continue
            documents = {
                (samples[i].corpus, samples[i].document)
                for i, keep in zip(indexes, kept, strict=True)
                if not keep
            }
            found.append(_trade_off(field, threshold, ok, kept, len(documents)))
    return found


def _trade_off(
    field: str, threshold: float, ok: NDArray[np.bool_], kept: NDArray[np.bool_], documents: int
) -> TradeOff:
    before, after = ok.mean(), ok[kept].mean() if kept.any() else 1.0
    # F1 = 2 right / (found + gold); gold taken as the right ones and one more for each wrong one
    gold = len(ok)
    f1 = 2 * ok.sum() / (len(ok) + gold)
    f1_after = 2 * ok[kept].sum() / (kept.sum() + gold)
    return TradeOff(
        field=field,
        threshold=threshold,
        taken=int((~kept).sum()),
        taken_right=int(ok[~kept].sum()),
        documents=documents,
        precision_before=round(float(before), 4),
        precision_after=round(float(after), 4),
        f1_change=round(float(f1_after - f1), 4),
    )


def choose_thresholds(samples: Sequence[Sample], sure: NDArray[np.float64]) -> Mapping[str, float]:
    """Per field the threshold that gains most precision among those worth having; none for most fields."""
    best: dict[str, TradeOff] = {}
    for row in trade_offs(samples, sure):
        known = best.get(row.field)
        if _worth(row) and (known is None or row.precision_after > known.precision_after):
            best[row.field] = row
    return {field: row.threshold for field, row in best.items()}


def _worth(row: TradeOff) -> bool:
    return (
        row.field not in NEVER
        and row.precision_after - row.precision_before >= MIN_GAIN
        and row.f1_change >= -MAX_LOSS
        and row.taken >= MIN_TAKEN
        and row.documents >= MIN_DOCUMENTS
        and row.taken_right <= (MOST_RIGHT_CARRIERS if row.field in CARRIERS else MOST_RIGHT) * row.taken
    )
