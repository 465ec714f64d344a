"""Which entries hold a term, and in which zones: rows in ascending order, mapped from files that processes share.

A term is a stem, or several that stand one after the other where the thesaurus or the names of places know
them so. tantivy answers for phrases that are not known when the index is built.

    postings.num  the rows of all terms, one after the other
    zones.num     for each of them the zones that hold the term, a bit each
    counts.num    of each term, how many rows have it, then how many in each zone
    terms.txt     the terms
    phrases.txt   the phrases that were looked for
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search_api.engines.embedded.mapped import mapped
from search_api.engines.zones import WEIGHTS

Rows = NDArray[np.int32]
Zones = NDArray[np.uint8]
NONE: Rows = np.empty(0, np.int32)
BITS: Mapping[str, int] = {zone: 1 << number for number, zone in enumerate(WEIGHTS)}
_ROWS, _ZONES, _COUNTS = "postings.num", "zones.num", "counts.num"
_TERMS, _PHRASES = "terms.txt", "phrases.txt"


class Held(NamedTuple):
    """The rows that hold a term, and the zones of each that do."""

    rows: Rows
    zones: Zones


NOWHERE = Held(NONE, np.empty(0, np.uint8))


class PostingsWriter:
    """Takes the stems of entries in the order of their rows."""

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        self._looked_for = sorted(phrases)
        self._starts: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        for phrase in self._looked_for:
            self._starts.setdefault(phrase[0], {}).setdefault(phrase[1], []).append(phrase)
        self._rows: dict[str, array[int]] = {}
        self._zones: dict[str, array[int]] = {}

    def add(self, row: int, zones: Mapping[str, Sequence[tuple[str, ...]]]) -> None:
        holding: dict[str, int] = {}
        for zone, parts in zones.items():
            bit = BITS[zone]
            for part in parts:
                for term in (*part, *self._phrases_in(part)):
                    holding[term] = holding.get(term, 0) | bit
        for term, bits in holding.items():
            if term not in self._rows:
                self._rows[term], self._zones[term] = array("i"), array("B")
            self._rows[term].append(row)
            self._zones[term].append(bits)

    def _phrases_in(self, stems: tuple[str, ...]) -> Iterator[str]:
        for at in [n for n, stem in enumerate(stems[:-1]) if stem in self._starts]:
            for phrase in self._starts[stems[at]].get(stems[at + 1], ()):
                if stems[at : at + len(phrase)] == phrase:
                    yield " ".join(phrase)

    def write(self, folder: Path) -> None:
        """What was taken is let go while it is written."""
        bits = np.array(list(BITS.values()), np.uint8)
        terms = sorted(self._rows)
        names = (_ROWS, _ZONES, _COUNTS)
        with ExitStack() as opened:
            rows, zones, counts = (opened.enter_context((folder / name).open("wb")) for name in names)
            for term in terms:
                held = self._zones.pop(term)
                in_zones = np.count_nonzero(np.frombuffer(held, np.uint8)[:, None] & bits, axis=0)
                array("i", [len(held), *in_zones.tolist()]).tofile(counts)
                held.tofile(zones)
                self._rows.pop(term).tofile(rows)
        (folder / _TERMS).write_text("\n".join(terms), encoding="utf-8")
        (folder / _PHRASES).write_text("\n".join(map(" ".join, self._looked_for)), encoding="utf-8")


class Postings:
    """The terms of an index; raises ValueError or OSError when its files are damaged."""

    def __init__(self, folder: Path) -> None:
        self._rows, self._zones = mapped(folder / _ROWS, np.int32), mapped(folder / _ZONES, np.uint8)
        self._phrases = frozenset((folder / _PHRASES).read_text(encoding="utf-8").splitlines())
        terms = (folder / _TERMS).read_text(encoding="utf-8").splitlines()
        counts = mapped(folder / _COUNTS, np.int32).reshape(-1, 1 + len(BITS))
        ends = list(accumulate(counts[:, 0].tolist(), initial=0))
        if len(terms) != len(counts) or not len(self._rows) == len(self._zones) == ends[-1]:
            raise ValueError(f"{len(self._rows)} rows of {len(terms)} terms where {ends[-1]} are announced")
        self._places = dict(zip(terms, pairwise(ends), strict=True))
        most: list[int] = counts[:, 1:].max(axis=1, initial=0).tolist()
        self._most = dict(zip(terms, most, strict=True))
        self._in_zones = {
            zone: {terms[at]: count for at, count in _held(counts[:, number])}
            for number, zone in enumerate(BITS, 1)
        }

    def holding(self, term: Sequence[str]) -> Held | None:
        """The entries that hold the stems of a term one after the other; None where none does, or nobody looked."""
        place = self._places.get(" ".join(term))
        return None if place is None else Held(self._rows[slice(*place)], self._zones[slice(*place)])

    def knows(self, phrase: Sequence[str]) -> bool:
        """Whether the phrase was looked for when the index was built: a zone without it then has none."""
        return " ".join(phrase) in self._phrases

    def most(self, term: str) -> int:
        """How many entries hold the term in the zone that holds it most often."""
        return self._most.get(term, 0)

    def frequency(self, zone: str, term: str) -> int:
        return self._in_zones[zone].get(term, 0)


def _held(counts: NDArray[np.int32]) -> Iterator[tuple[int, int]]:
    at = np.flatnonzero(counts)
    return zip(at.tolist(), counts[at].tolist(), strict=True)
