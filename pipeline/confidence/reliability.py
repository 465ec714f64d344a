"""How far promised probabilities are from what was right: reliability table, ECE, ranking of errors."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pipeline.confidence.model import Measured, Reliability
from pipeline.confidence.samples import Sample

#: Narrow bins where most values are.
EDGES = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)

Vector = NDArray[np.float64]


def measure(samples: Sequence[Sample], sure: Vector) -> Measured:
    """Over all samples, and the calibration error within each group of fields."""
    right = np.array([sample.right for sample in samples], dtype=np.float64)
    groups = np.array([sample.group for sample in samples])
    return Measured(
        ece=round(ece(right, sure), 4),
        ece_by_group={
            str(group): round(ece(right[groups == group], sure[groups == group]), 4)
            for group in np.unique(groups)
        },
        auc=round(auc(right, sure), 4),
        errors_in_least_sure_tenth=round(errors_among_least_sure(right, sure), 4),
        reliability=reliability(right, sure),
    )


def reliability(right: Vector, sure: Vector) -> tuple[Reliability, ...]:
    """Per bin of promised probability, what was promised and what was right; bins without values left out."""
    rows = []
    for low, high in pairwise(EDGES):
        inside = (sure >= low) & ((sure < high) | (high == EDGES[-1]))
        if inside.any():
            rows.append(
                Reliability(
                    low=low,
                    high=high,
                    values=int(inside.sum()),
                    promised=round(float(sure[inside].mean()), 4),
                    right=round(float(right[inside].mean()), 4),
                )
            )
    return tuple(rows)


def ece(right: Vector, sure: Vector) -> float:
    """Expected calibration error: the gap between promised and right, weighted by the values of each bin."""
    return sum(row.values * abs(row.promised - row.right) for row in reliability(right, sure)) / max(
        len(right), 1
    )


def auc(right: Vector, sure: Vector) -> float:
    """The chance that a right value is trusted more than a wrong one; ties count half. 1.0 without errors."""
    good, bad = np.sort(sure[right == 1]), sure[right == 0]
    if not len(good) or not len(bad):
        return 1.0
    above = len(good) - np.searchsorted(good, bad, side="right")
    ties = np.searchsorted(good, bad, side="right") - np.searchsorted(good, bad, side="left")
    return float((above + 0.5 * ties).sum() / (len(good) * len(bad)))


def errors_among_least_sure(right: Vector, sure: Vector, share: float = 0.1) -> float:
    """The share of all errors that a person finds who checks the least sure tenth of the values."""
    errors = (right == 0).sum()
    if not errors:
        return 1.0
    first = np.argsort(sure, kind="stable")[: max(int(len(sure) * share), 1)]
    return float((right[first] == 0).sum() / errors)
