"""The rows that answer a plan: scored groups in, how many of them must be answered chosen, rows and scores out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search_api.engines.embedded.clauses import Scores
from search_api.engines.embedded.facets import Known
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
    counted: Known  # of facets over the rows, as far as they were asked for


@dataclass(frozen=True)
class _Candidates:
    """Rows, and what the binding and the wanted groups say of them where that is known already."""

    rows: Rows
    scores: Scores | None = None


def answered(count: int, asked: Asked, levels: Sequence[int], admitted: Filter) -> Answered:
    """The rows that answer every binding group and as many wanted ones as the strictest level that finds enough.

    Without a wanted group: those that answer a welcome one, unless some are binding.
    """
    if not asked.every:
        rows = admitted(np.arange(count, dtype=np.int32))
        return Answered(rows, np.ones(len(rows), np.float32), {})
    for candidates in _candidates(count, asked, levels):
        found = admitted(candidates.rows)
        if len(found) >= ENOUGH:
            break
    if candidates.scores is None or len(found) < len(candidates.rows):
        return Answered(found, _scores(count, found, asked.every), {})
    scores = candidates.scores + _scores(count, found, asked.welcome) if asked.welcome else candidates.scores
    return Answered(found, scores, asked.every[0][0].counted if len(asked.every) == 1 else {})


def _candidates(count: int, asked: Asked, levels: Sequence[int]) -> Iterator[_Candidates]:
    """The rows of each level, the strictest first."""
    if not asked.wanted:
        yield _answering_all(count, asked.binding) if asked.binding else _union(count, asked.welcome)
    elif levels[0] == len(asked.wanted):
        yield _answering_all(count, [*asked.binding, *asked.wanted])
        if levels[1:]:
            yield from _levels(count, asked, levels[1:])
    else:
        yield from _levels(count, asked, levels)


def _levels(count: int, asked: Asked, levels: Sequence[int]) -> Iterator[_Candidates]:
    bound = _answering_all(count, asked.binding).rows if asked.binding else None
    if bound is not None and len(bound) < count // _FEW:
        told = np.zeros(len(bound), np.uint8)
        for scored, _ in asked.wanted:
            told += _held(count, scored.rows, bound)[0]
        for level in levels:
            yield _Candidates(bound[told >= level])
        return
    told = np.zeros(count, np.uint8)
    for scored, _ in asked.wanted:
        np.add.at(told, scored.rows.astype(np.intp), np.uint8(1))
    if bound is not None:
        inside = np.zeros(count, np.uint8)
        inside[bound] = 1
        told *= inside
    for level in levels:
        yield _Candidates((told >= level).nonzero()[0].astype(np.int32))


def _answering_all(count: int, groups: Weighed) -> _Candidates:
    """The rows that answer every one of some groups, with the sums of their scores."""
    (first, importance), *others = sorted(groups, key=lambda group: len(group[0].rows))
    rows, scores = first.rows, first.scores * np.float32(importance)
    for scored, importance in others:
        held, places = _held(count, scored.rows, rows)
        at = held.nonzero()[0]
        rows = rows.take(at)
        scores = scores.take(at) + scored.scores.take(places.take(at)) * np.float32(importance)
    return _Candidates(rows, scores)


def _union(count: int, groups: Weighed) -> _Candidates:
    told = np.zeros(count, np.bool_)
    for scored, _ in groups:
        told[scored.rows] = True
    return _Candidates(told.nonzero()[0].astype(np.int32))


def _held(count: int, among: Rows, rows: Rows) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
    """Which of some rows are among others, and where each is that is."""
    if not len(among):
        return np.zeros(len(rows), np.bool_), np.zeros(len(rows), np.intp)
    if len(rows) * _FEW < len(among):
        places = np.minimum(among.searchsorted(rows), len(among) - 1)
    else:
        every = np.zeros(count, np.int32)
        every[among.astype(np.intp)] = np.arange(len(among), dtype=np.int32)
        places = every.take(rows).astype(np.intp)
    return among.take(places) == rows, places


def _scores(count: int, rows: Rows, groups: Weighed) -> Scores:
    """The sums of what the groups say of some rows."""
    scores = np.zeros(len(rows), np.float32)
    whole = None
    for scored, importance in groups:
        if len(rows) * _FEW < len(scored.rows):
            held, places = _held(count, scored.rows, rows)
            at = held.nonzero()[0]
            scores[at] += scored.scores.take(places.take(at)) * np.float32(importance)
        else:
            whole = np.zeros(count, np.float32) if whole is None else whole
            np.add.at(whole, scored.rows.astype(np.intp), scored.scores * np.float32(importance))
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
