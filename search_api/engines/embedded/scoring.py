"""Scores of plans over the postings: groups in, rows with their scores and what each answers out.

The score of a group is that of its best alternative in its best zone, plus TIE of the others. tantivy's own
disjunctions gave the same in 5 to 20 ms of CPU for 200,000 actions, of which a search needs several; whole
columns at a time take a tenth of it (docs/performance.md).
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from search_api.engines.embedded.postings import NONE, Postings, Rows
from search_api.engines.plan import Alternative, Group
from search_api.engines.snapshot import TIE
from search_api.engines.zones import WEIGHTS

Scores = NDArray[np.float32]
_KEPT = (
    64_000_000  # bytes of scored groups that are kept: notions of the domain are asked for again and again
)
_SPARSE = 16  # rows are sorted together while they are fewer than one in sixteen

#: The rows that hold a phrase in a zone, where the postings do not know it.
Phrase = Callable[[str, Sequence[str]], Rows]
_Key = tuple[tuple[Alternative, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Scored:
    """Rows in ascending order, with a score each, before the importance of the group."""

    rows: Rows
    scores: Scores

    @property
    def size(self) -> int:
        return self.rows.nbytes + self.scores.nbytes


class Scorer:
    """Scores groups of alternatives; keeps the last ones. Safe for several threads."""

    def __init__(self, postings: Postings, count: int, phrase: Phrase) -> None:
        self._postings, self._count, self._phrase = postings, count, phrase
        self._kept: OrderedDict[_Key, Scored] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def scored(self, group: Group) -> Scored:
        key = (group.alternatives, group.zones)
        with self._lock:
            if found := self._kept.get(key):
                self._kept.move_to_end(key)
                return found
        made = self._scored(group)
        with self._lock:
            if key not in self._kept:
                self._kept[key] = made
                self._size += made.size
            while self._size > _KEPT and len(self._kept) > 1:
                self._size -= self._kept.popitem(last=False)[1].size
        return made

    def _scored(self, group: Group) -> Scored:
        clauses = [
            (alternative.weight * WEIGHTS[zone], rows)
            for alternative in group.alternatives
            for zone in group.zones
            if len(rows := self._rows(zone, alternative.stems))
        ]
        clauses.sort(key=lambda clause: clause[0])  # a later, better one overwrites
        total = sum(len(rows) for _, rows in clauses)
        if not clauses:
            return Scored(NONE, np.empty(0, np.float32))
        return _sparse(clauses) if total < self._count // _SPARSE else _dense(clauses, self._count)

    def _rows(self, zone: str, stems: tuple[str, ...]) -> Rows:
        rows = self._postings.rows(zone, " ".join(stems))
        if len(rows) or len(stems) == 1:
            return rows
        if not all(self._postings.frequency(zone, stem) for stem in stems):
            return NONE
        return NONE if self._postings.knows(stems) else self._phrase(zone, stems)


def _sparse(clauses: Sequence[tuple[float, Rows]]) -> Scored:
    every = np.concatenate([rows for _, rows in clauses])
    each = np.repeat(
        np.array([score for score, _ in clauses], np.float32), [len(rows) for _, rows in clauses]
    )
    rows, place = np.unique(every, return_inverse=True)
    best = np.zeros(len(rows), np.float32)
    best[place] = each  # of several for one place the last, which is the best, stays
    return Scored(rows, _tied(best, np.bincount(place, each, len(rows)).astype(np.float32)))


def _dense(clauses: Sequence[tuple[float, Rows]], count: int) -> Scored:
    best, total = np.zeros(count, np.float32), np.zeros(count, np.float32)
    for score, same in groupby(clauses, key=lambda clause: clause[0]):
        at = np.concatenate(
            [rows for _, rows in same], dtype=np.intp
        )  # numpy's own type of places: half the time
        best[at] = score
        np.add.at(total, at, np.float32(score))
    rows = np.flatnonzero(best > 0).astype(np.int32)  # of numbers themselves it takes five times as long
    return Scored(rows, _tied(best[rows], total[rows]))


def _tied(best: Scores, total: Scores) -> Scores:
    scores: Scores = best * np.float32(1 - TIE) + total * np.float32(TIE)
    return scores


@dataclass(frozen=True)
class Answered:
    """`wanted`: how many of the groups that may be given up each row answers."""

    rows: Rows
    scores: Scores
    wanted: NDArray[np.uint8]

    def at(self, kept: NDArray[np.bool_] | NDArray[np.intp]) -> "Answered":
        return Answered(self.rows[kept], self.scores[kept], self.wanted[kept])


def answered(
    count: int,
    binding: Sequence[tuple[Scored, float]],
    wanted: Sequence[tuple[Scored, float]],
    welcome: Sequence[tuple[Scored, float]],
) -> Answered:
    """The rows that answer every binding group, and one wanted group (else one welcome group) where there are any.

    Groups come with their importance.
    """
    every = [*binding, *wanted, *welcome]
    if len(every) == 1:
        scored, importance = every[0]
        told = np.full(len(scored.rows), len(wanted), np.uint8)
        return Answered(scored.rows, scored.scores * np.float32(importance), told)
    if binding:
        rows = min((scored.rows for scored, _ in binding), key=len)
        if len(rows) < count // _SPARSE:
            return _among(rows, binding, wanted, welcome)
    scores = np.zeros(count, np.float32)
    bound, free = np.zeros(count, np.uint8), np.zeros(count, np.uint8)
    for scored, importance in every:
        np.add.at(scores, scored.rows, scored.scores * np.float32(importance))
    for groups, told in ((binding, bound), (wanted, free)):
        for scored, _ in groups:
            np.add.at(told, scored.rows, np.uint8(1))
    admitted = bound == len(binding)
    if wanted or not binding:
        admitted &= (free if wanted else scores) > 0
    rows = np.flatnonzero(admitted).astype(np.int32)
    return Answered(rows, scores[rows], free[rows])


def _among(
    rows: Rows,
    binding: Sequence[tuple[Scored, float]],
    wanted: Sequence[tuple[Scored, float]],
    welcome: Sequence[tuple[Scored, float]],
) -> Answered:
    """The same, of few rows among which all answers are: those of a place."""
    scores, free = np.zeros(len(rows), np.float32), np.zeros(len(rows), np.uint8)
    admitted = np.ones(len(rows), np.bool_)
    for groups in (binding, wanted, welcome):
        for scored, importance in groups:
            places = np.minimum(np.searchsorted(scored.rows, rows), max(len(scored.rows) - 1, 0))
            held = scored.rows[places] == rows if len(scored.rows) else np.zeros(len(rows), np.bool_)
            scores[held] += scored.scores[places[held]] * np.float32(importance)
            if groups is binding:
                admitted &= held
            elif groups is wanted:
                free += held
    if wanted:
        admitted &= free > 0
    return Answered(rows, scores, free).at(admitted)


def best(scores: Scores, number: int) -> NDArray[np.intp]:
    """The places of the highest scores, best first; of equal ones the first rows first."""
    if 0 < number < len(scores):
        least = np.partition(scores, len(scores) - number)[len(scores) - number]
        over = np.flatnonzero(scores > least)
        equal = np.flatnonzero(scores == least)[: number - len(over)]
        places = np.sort(np.concatenate((over, equal)))
    else:
        places = np.arange(len(scores) if number else 0)
    return places[np.argsort(-scores[places], kind="stable")][:number]
