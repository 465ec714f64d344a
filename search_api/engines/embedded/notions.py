"""Notions of the thesaurus, scored when the index is built: a query adds the reader's own words to one.

A notion has up to fifty wordings, each in up to eight zones: to add them up anew took a quarter of a search.

    notions.json   of each notion its alternatives, its zones, and where its rows begin and end
    notions.….num  the rows of all notions, their best scores and the sums of their scores
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search_api.engines.embedded.clauses import Clause, clause, merged
from search_api.engines.embedded.mapped import mapped
from search_api.engines.embedded.postings import Postings
from search_api.engines.plan import Alternative, Group

_LIST, _ROWS, _BEST, _TOTAL = "notions.json", "notions.rows.num", "notions.best.num", "notions.total.num"
_SHARE = 100  # a notion that fewer than one entry in a hundred holds is added up in no time

Weights = Mapping[tuple[str, ...], float]
_Key = tuple[frozenset[tuple[tuple[str, ...], float]], tuple[str, ...]]


class _Writer:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = [(folder / name).open("wb") for name in (_ROWS, _BEST, _TOTAL)]
        self._listed: list[dict[str, object]] = []
        self._last: tuple[NDArray[Any], ...] = ()
        self._end = 0

    def add(self, weights: Weights, zones: tuple[str, ...], found: Clause) -> None:
        """The same as the one before, which no further zone changed, is written once."""
        arrays = (found.rows, found.best, found.total)
        if not self._last or not all(map(np.array_equal, self._last, arrays)):
            for file, values in zip(self._files, arrays, strict=True):
                file.write(values.tobytes())
            self._end += len(found.rows)
        self._last = arrays
        rows = (self._end - len(found.rows), self._end)
        self._listed.append({"weights": list(weights.items()), "zones": zones, "rows": rows})

    def close(self) -> None:
        for file in self._files:
            file.close()
        (self._folder / _LIST).write_text(json.dumps(self._listed, ensure_ascii=False), encoding="utf-8")


def write_notions(
    folder: Path, notions: Iterable[Weights], zones_asked: Iterable[tuple[str, ...]], count: int
) -> None:
    """Scores each notion, the weights of its wordings, in each set of zones; after the postings are written."""
    postings, zones_asked = Postings(folder), list(zones_asked)
    with closing(_Writer(folder)) as writer:
        for weights in notions:
            held = [(postings.holding(stems), weight) for stems, weight in weights.items()]
            for zones in zones_asked:
                found = merged([clause(h, zones, weight) for h, weight in held if h], count)
                if len(found.rows) >= max(count // _SHARE, 1):
                    writer.add(weights, zones, found)


@dataclass(frozen=True)
class Notion:
    """`beside`: the alternatives of a group that it does not count, or counts by the weight told, which is less."""

    clause: Clause
    beside: tuple[tuple[Alternative, float], ...]


class Notions:
    """Raises ValueError or OSError when the files are damaged."""

    def __init__(self, folder: Path) -> None:
        self._rows = mapped(folder / _ROWS, np.int32)
        self._best, self._total = mapped(folder / _BEST, np.float32), mapped(folder / _TOTAL, np.float32)
        listed = json.loads((folder / _LIST).read_text(encoding="utf-8"))
        clauses: dict[tuple[int, int], Clause] = {}
        self._notions: dict[_Key, Clause] = {}
        self._weights: set[float] = set()
        for one in listed:
            weights = {tuple(stems): weight for stems, weight in one["weights"]}
            start, end = one["rows"]
            if (start, end) not in clauses:
                best, total = self._best[start:end], self._total[start:end]
                clauses[start, end] = Clause(self._rows[start:end], best, total)
            self._notions[frozenset(weights.items()), tuple(one["zones"])] = clauses[start, end]
            self._weights.update(weights.values())
        end = max((one["rows"][1] for one in listed), default=0)
        if not len(self._rows) == len(self._best) == len(self._total) == end:
            raise ValueError(f"{_ROWS}: {len(self._rows)} rows where {end} are announced")

    def within(self, group: Group) -> Notion | None:
        """The notion that a group asks for, whatever words it was named by; None where there is none."""
        counted = {(a.stems, a.weight) for a in group.alternatives if a.weight in self._weights}
        own = [a for a in group.alternatives if a.weight not in self._weights]
        for named in self._named(own):
            if found := self._notions.get((frozenset(counted | named.items()), group.zones)):
                return Notion(found, tuple((a, named.get(a.stems, 0.0)) for a in own))
        return None

    def _named(self, own: list[Alternative]) -> Iterator[dict[tuple[str, ...], float]]:
        """The reader's words are one of the notion's wordings, of one or another weight, or they are none."""
        yield {}
        for weight in self._weights if own else ():
            yield {own[0].stems: weight}
