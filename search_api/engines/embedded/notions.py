"""Notions of the thesaurus, scored when the index is built: a query adds the reader's own words to one.

A notion has up to fifty wordings, each in up to eight zones: to add them up anew took a quarter of a search.

    notions.json        of each notion its wordings with their weights, its zones, and where it stands in the files
    notions.….num       the rows of all notions, their scores and the sums that are part of them
    notions.places.num  of each label of each notion, where the rows that hold it stand among those of the notion
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search_api.engines.embedded.clauses import Clause, Scores, clause, merged, tied, untied
from search_api.engines.embedded.facets import Known
from search_api.engines.embedded.mapped import mapped
from search_api.engines.embedded.postings import NONE, NOWHERE, Postings, Rows
from search_api.engines.plan import Alternative, Group

_LIST, _PLACES = "notions.json", "notions.places.num"
_ARRAYS = ("notions.rows.num", "notions.scores.num", "notions.total.num")
_SHARE = 100  # a notion that fewer than one entry in a hundred holds is added up in no time

Stems = tuple[str, ...]
Weights = Mapping[Stems, float]
_Key = tuple[frozenset[tuple[Stems, float]], tuple[str, ...]]


@dataclass(frozen=True)
class Notion:
    """What is known of a notion; `places`: of each label, where its rows stand among those of the notion."""

    weights: Weights
    rows: Rows
    scores: Scores
    total: Scores
    places: Mapping[Stems, NDArray[np.int32]]
    counted: Known = field(default_factory=dict)  # of facets over the rows, as far as they were asked for

    @property
    def clause(self) -> Clause:
        return Clause(self.rows, untied(self.scores, self.total), self.total)

    def scores_with(self, label: Stems, more: Clause) -> Scores:
        """The scores where a label counts more: `more` are its rows, what it scores, and what that adds."""
        at = self.places[label].astype(np.intp)
        scores, total = self.scores.copy(), self.total.take(at)
        best = np.maximum(untied(self.scores.take(at), total), more.best)
        scores[at] = tied(best, total + more.total)
        return scores


@dataclass(frozen=True)
class Named:
    """A notion as a group names it: the label that is the reader's own words, and alternatives beside the notion."""

    notion: Notion
    own: Alternative | None
    beside: Sequence[Alternative]


class Notions:
    """Raises ValueError or OSError when the files are damaged."""

    def __init__(self, folder: Path) -> None:
        rows = mapped(folder / _ARRAYS[0], np.int32)
        scores, total = (mapped(folder / name, np.float32) for name in _ARRAYS[1:])
        places = mapped(folder / _PLACES, np.int32)
        listed = json.loads((folder / _LIST).read_text(encoding="utf-8"))
        ends = [one["rows"][1] for one in listed], [one["places"][-1] for one in listed]
        if not len(rows) == len(scores) == len(total) == max(ends[0], default=0):
            raise ValueError(f"{_ARRAYS[0]}: {len(rows)} rows, others are announced")
        if len(places) != max(ends[1], default=0):
            raise ValueError(f"{_PLACES}: {len(places)} places, others are announced")
        self._notions: dict[_Key, Notion] = {}
        known: dict[int, Notion] = {}
        for one in listed:
            start, end = one["rows"]
            weights = {tuple(stems): weight for stems, weight in one["weights"]}
            at = slice(start, end)
            of_labels = zip(map(tuple, one["labels"]), pairwise(one["places"]), strict=True)
            notion = known.get(start) or Notion(
                weights, rows[at], scores[at], total[at], {w: places[a:b] for w, (a, b) in of_labels}
            )
            known[start] = self._notions[frozenset(weights.items()), tuple(one["zones"])] = notion
        self._weights = {weight for notion in known.values() for weight in notion.weights.values()}

    def within(self, group: Group) -> Named | None:
        """The notion that a group asks for, whatever words it was named by; None where there is none."""
        counted = {(a.stems, a.weight) for a in group.alternatives if a.weight in self._weights}
        more = [a for a in group.alternatives if a.weight not in self._weights]
        if found := self._notions.get((frozenset(counted), group.zones)):
            return Named(found, None, more)
        for weight in self._weights if more else ():  # the reader's words are one of its wordings
            own, *beside = more
            found = self._notions.get((frozenset(counted | {(own.stems, weight)}), group.zones))
            if found and own.stems in found.places:
                return Named(found, own, beside)
        return None


def write_notions(
    folder: Path,
    notions: Iterable[tuple[Weights, Sequence[Stems]]],
    zones_asked: Iterable[tuple[str, ...]],
    count: int,
) -> None:
    """Scores each notion in each set of zones, after the postings are written.

    A notion is the weights of its wordings, and those of them that are its labels.
    """
    postings, zones_asked = Postings(folder), list(zones_asked)
    with closing(_Writer(folder)) as writer:
        for weights, labels in notions:
            held = [postings.holding(stems) or NOWHERE for stems in weights]
            for zones in zones_asked:
                wordings = {
                    w: clause(h, zones, weight) for (w, weight), h in zip(weights.items(), held, strict=True)
                }
                found = merged([one for one in wordings.values() if len(one.rows)], count)
                if len(found.rows) >= max(count // _SHARE, 1):
                    writer.add(weights, zones, found, {label: wordings[label].rows for label in labels})


class _Writer:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = [(folder / name).open("wb") for name in (*_ARRAYS, _PLACES)]
        self._listed: list[dict[str, object]] = []
        self._last: Clause | None = None
        self._rows: tuple[int, int] = (0, 0)
        self._places = [0]

    def add(
        self, weights: Weights, zones: tuple[str, ...], found: Clause, labels: Mapping[Stems, Rows]
    ) -> None:
        """The same as the one before, which no further zone changed, is written once."""
        if self._last is None or not _same(self._last, found):
            places = [np.searchsorted(found.rows, rows).astype(np.int32) for rows in labels.values()]
            arrays = (found.rows, tied(found.best, found.total), found.total, np.concatenate([NONE, *places]))
            for file, values in zip(self._files, arrays, strict=True):
                file.write(values.tobytes())
            self._rows = (self._rows[1], self._rows[1] + len(found.rows))
            self._places = list(accumulate(map(len, places), initial=self._places[-1]))
        self._last = found
        where = {"zones": zones, "rows": self._rows, "labels": list(labels), "places": self._places}
        self._listed.append({"weights": list(weights.items()), **where})

    def close(self) -> None:
        for file in self._files:
            file.close()
        (self._folder / _LIST).write_text(json.dumps(self._listed, ensure_ascii=False), encoding="utf-8")


def _same(one: Clause, other: Clause) -> bool:
    pairs: Iterator[tuple[NDArray[Any], NDArray[Any]]] = iter(
        ((one.rows, other.rows), (one.best, other.best), (one.total, other.total))
    )
    return all(np.array_equal(a, b) for a, b in pairs)
