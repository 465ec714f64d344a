"""Scores of the groups of a plan: alternatives in, the rows that hold one of them with a score each out.

The score of a group is that of its best alternative in its best zone, plus TIE of the others. tantivy's own
disjunctions gave the same in 5 to 20 ms of CPU for 200,000 actions, of which a search needs several
(docs/performance.md).
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np

from search_api.engines.embedded.clauses import Clause, Scores, clause, merged, tied
from search_api.engines.embedded.facets import Known
from search_api.engines.embedded.notions import Notions
from search_api.engines.embedded.postings import BITS, NOWHERE, Held, Postings, Rows
from search_api.engines.plan import Alternative, Group, Sought

_KEPT = 64_000_000  # bytes of scored groups that are kept: the same words are asked for again and again

#: The rows that hold a phrase in a zone, where the postings do not know it.
Phrase = Callable[[str, Sequence[str]], Rows]


@dataclass(frozen=True)
class Scored:
    """Rows in ascending order, with a score each, before the importance of the group."""

    rows: Rows
    scores: Scores
    counted: Known  # of facets over the rows, as far as they were asked for

    @property
    def size(self) -> int:
        return self.rows.nbytes + self.scores.nbytes


class Scorer:
    """Scores groups of alternatives; keeps the last ones. Safe for several threads."""

    def __init__(self, postings: Postings, notions: Notions, count: int, phrase: Phrase) -> None:
        self._postings, self._notions, self._count, self._phrase = postings, notions, count, phrase
        self._kept: OrderedDict[Sought, Scored] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def scored(self, group: Group) -> Scored:
        key = group.sought
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
        named = self._notions.within(group)
        if named is None:
            every = [(alternative, 0.0) for alternative in group.alternatives]
            return self._together([], every, group.zones)
        notion, own = named.notion, named.own
        counted = notion.weights[own.stems] if own else 0.0
        beside = [(alternative, 0.0) for alternative in named.beside]
        if any(len(self._held(alternative.stems, group.zones).rows) for alternative in named.beside):
            return self._together([notion.clause], [*beside, *([(own, counted)] if own else [])], group.zones)
        more = list(self._clauses([(own, counted)], group.zones)) if own else []
        scores = notion.scores_with(own.stems, more[0]) if own and more else notion.scores
        return Scored(notion.rows, scores, notion.counted)

    def _together(
        self, first: list[Clause], more: list[tuple[Alternative, float]], zones: tuple[str, ...]
    ) -> Scored:
        every = merged([*first, *self._clauses(more, zones)], self._count)
        return Scored(every.rows, tied(every.best, every.total), {})

    def _clauses(
        self, alternatives: Iterable[tuple[Alternative, float]], zones: tuple[str, ...]
    ) -> Iterator[Clause]:
        """Of alternatives, each with the weight by which its total counts already."""
        for alternative, counted in alternatives:
            held = self._held(alternative.stems, zones)
            if len(held.rows):
                yield clause(held, zones, alternative.weight, counted)

    def _held(self, stems: tuple[str, ...], zones: tuple[str, ...]) -> Held:
        held = self._postings.holding(stems)
        if held is None and len(stems) > 1 and not self._postings.knows(stems):
            held = self._unforeseen(stems, zones)
        return held or NOWHERE

    def _unforeseen(self, stems: tuple[str, ...], zones: tuple[str, ...]) -> Held:
        """What holds a phrase that was not looked for when the index was built."""
        found = np.zeros(self._count, np.uint8)
        for zone in zones:
            if all(self._postings.frequency(zone, stem) for stem in stems):
                found[self._phrase(zone, stems)] |= BITS[zone]
        rows = np.flatnonzero(found).astype(np.int32)
        return Held(rows, found[rows])
