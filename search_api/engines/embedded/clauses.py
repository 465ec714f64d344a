"""Rows that hold a term, with what it scores there; several of them made one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from search_api.engines.embedded.postings import BITS, NONE, Held, Rows
from search_api.engines.snapshot import TIE
from search_api.engines.zones import WEIGHTS

Scores = NDArray[np.float32]


@dataclass(frozen=True)
class Clause:
    """Rows in ascending order, the best score of each and the sum of all its scores."""

    rows: Rows
    best: Scores
    total: Scores


@dataclass(frozen=True)
class _ZoneWeights:
    """By the bits of the zones that hold a term: the best weight, and the sum of the weights."""

    bits: int
    best: Scores
    total: Scores


@lru_cache
def _zone_weights(zones: tuple[str, ...]) -> _ZoneWeights:
    held = np.arange(256)[:, None] & [BITS[zone] for zone in zones] > 0
    weights = held * np.array([WEIGHTS[zone] for zone in zones], np.float32)
    bits = sum(BITS[zone] for zone in set(zones))
    return _ZoneWeights(bits, weights.max(axis=1), weights.sum(axis=1, dtype=np.float32))


def clause(held: Held, zones: tuple[str, ...], weight: float, counted: float = 0.0) -> Clause:
    """What a term scores in some zones; `counted`: the weight by which its total counts already."""
    weights = _zone_weights(zones)
    rows, bits = held
    if len(zones) < len(BITS):
        inside = ((bits & weights.bits) != 0).nonzero()[
            0
        ]  # of numbers themselves it takes eight times as long
        if len(inside) < len(rows):
            rows, bits = rows.take(inside), bits.take(inside)
    best, total = weights.best * np.float32(weight), weights.total * np.float32(weight - counted)
    return Clause(rows, best.take(bits), total.take(bits))


def merged(clauses: Sequence[Clause], count: int) -> Clause:
    """All clauses as one."""
    if len(clauses) < 2:
        return clauses[0] if clauses else Clause(NONE, np.empty(0, np.float32), np.empty(0, np.float32))
    best, total = np.zeros(count, np.float32), np.zeros(count, np.float32)
    for one in clauses:
        at = one.rows.astype(np.intp)  # numpy's own type of places: half the time
        best[at] = np.maximum(best.take(at), one.best)
        np.add.at(total, at, one.total)
    at = (best > 0).nonzero()[0]
    return Clause(at.astype(np.int32), best.take(at), total.take(at))


def tied(best: Scores, total: Scores) -> Scores:
    """The best score, plus a little of the others."""
    scores: Scores = best * np.float32(1 - TIE) + total * np.float32(TIE)
    return scores


def untied(scores: Scores, total: Scores) -> Scores:
    """The best score again."""
    best: Scores = (scores - total * np.float32(TIE)) * np.float32(1 / (1 - TIE))
    return best
