"""The rows that answer a plan: scored groups in, how many of them must be answered chosen, rows and scores out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search_api.engines.embedded.clauses import Scores
from search_api.engines.embedded.facets import Totals
from search_api.engines.embedded.postings import Rows
from search_api.engines.embedded.scoring import Scored
from search_api.engines.snapshot import ENOUGH

_FEW = 16  # rows are looked for among others while they are fewer than one in sixteen
Weighed = Sequence[tuple[Scored, float]]
#: The rows that the filters of a search let pass.
Filter = Callable[[Rows], Rows]


@dataclass(frozen=True)
class Asked:
    """Scored groups with their importance, by how much they are wanted."""

    binding: Weighed
    wanted: Weighed
    welcome: Weighed

    @property
    def every(self) -> Weighed:
        return [*self.binding, *self.wanted, *self.welcome]


@dataclass(frozen=True)
class Answered:
    rows: Rows
    scores: Scores
    counted: Totals  # of facets over the rows, as far as they were asked for


def answered(count: int, asked: Asked, levels: Sequence[int], admitted: Filter) -> Answered:
    """The rows that answer every binding group and as many wanted ones as the strictest level that finds enough.

    Without a wanted group: those that answer a welcome one, unless some are binding.
    """
    if not asked.every:
        rows = admitted(np.arange(count, dtype=np.int32))
        return Answered(rows, np.ones(len(rows), np.float32), {})
    for rows in _candidates(count, asked, levels):
        found = admitted(rows)
        if len(found) >= ENOUGH:
            break
    whole = len(asked.every) == 1 and len(found) == len(asked.every[0][0].rows)
    return Answered(found, _scores(count, found, asked.every), asked.every[0][0].counted if whole else {})


def _candidates(count: int, asked: Asked, levels: Sequence[int]) -> Iterator[Rows]:
    """The rows of each level, the strictest first."""
    if not asked.wanted:
        yield _bound(count, asked.binding) if asked.binding else _union(count, asked.welcome)
    elif len(asked.every) == 1:
        yield asked.wanted[0][0].rows
    else:
        yield from _levels(count, asked, levels)


def _levels(count: int, asked: Asked, levels: Sequence[int]) -> Iterator[Rows]:
    bound = _bound(count, asked.binding) if asked.binding else None
    if bound is not None and len(bound) < count // _FEW:
        told = np.zeros(len(bound), np.uint8)
        for scored, _ in asked.wanted:
            told += _held(scored, bound)[0]
        for level in levels:
            yield bound[told >= level]
        return
    told = np.zeros(count, np.uint8)
    for scored, _ in asked.wanted:
        np.add.at(told, scored.rows, np.uint8(1))
    if bound is not None:
        inside = np.zeros(count, np.uint8)
        inside[bound] = 1
        told *= inside
    for level in levels:
        yield np.flatnonzero(told >= level).astype(np.int32)


def _bound(count: int, binding: Weighed) -> Rows:
    """The rows that answer every one of some groups."""
    first, *others = sorted((scored for scored, _ in binding), key=lambda scored: len(scored.rows))
    rows = first.rows
    for scored in others:
        rows = rows[_held(scored, rows)[0]]
    return rows


def _union(count: int, groups: Weighed) -> Rows:
    told = np.zeros(count, np.bool_)
    for scored, _ in groups:
        told[scored.rows] = True
    return np.flatnonzero(told).astype(np.int32)


def _held(scored: Scored, rows: Rows) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
    """Which of some rows have a score, and where each is that has one."""
    if not len(scored.rows):
        return np.zeros(len(rows), np.bool_), np.zeros(len(rows), np.intp)
    places = np.minimum(np.searchsorted(scored.rows, rows), len(scored.rows) - 1)
    return scored.rows.take(places) == rows, places


def _scores(count: int, rows: Rows, every: Weighed) -> Scores:
    """The sums of what the groups say of some rows."""
    if len(every) == 1 and len(rows) == len(every[0][0].rows):
        return every[0][0].scores * np.float32(every[0][1])
    scores = np.zeros(len(rows), np.float32)
    whole = None
    for scored, importance in every:
        if len(rows) * _FEW < len(scored.rows):
            held, places = _held(scored, rows)
            scores[held] += scored.scores[places[held]] * np.float32(importance)
        else:
            whole = np.zeros(count, np.float32) if whole is None else whole
            np.add.at(whole, scored.rows, scored.scores * np.float32(importance))
    return scores if whole is None else scores + whole.take(rows)


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
