"""Which entries hold a term in a zone: rows in ascending order, mapped from a file that processes share.

A term is a stem, or several that stand one after the other where the thesaurus or the names of places know
them so. tantivy answers for phrases that are not known when the index is built.

    postings.npy     the rows of all terms, one after the other
    terms.txt        zone, term and number of rows, a line a term
    phrases.txt      the phrases that were looked for
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search_api.engines.zones import WEIGHTS

Rows = NDArray[np.int32]
NONE: Rows = np.empty(0, np.int32)
_ROWS, _TERMS, _PHRASES = "postings.npy", "terms.txt", "phrases.txt"


class PostingsWriter:
    """Takes the stems of entries in the order of their rows."""

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        self._looked_for = sorted(phrases)
        self._starts: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        for phrase in self._looked_for:
            self._starts.setdefault(phrase[0], {}).setdefault(phrase[1], []).append(phrase)
        self._rows: Mapping[str, dict[str, array[int]]] = {zone: {} for zone in WEIGHTS}

    def add(self, row: int, zones: Mapping[str, Sequence[tuple[str, ...]]]) -> None:
        for zone, parts in zones.items():
            terms = set[str]().union(*parts)
            for part in parts:
                terms.update(self._phrases_in(part))
            known = self._rows[zone]
            for term in terms:
                rows = known.get(term)
                if rows is None:
                    rows = known[term] = array("i")
                rows.append(row)

    def _phrases_in(self, stems: tuple[str, ...]) -> Iterator[str]:
        for at in [n for n, stem in enumerate(stems[:-1]) if stem in self._starts]:
            for phrase in self._starts[stems[at]].get(stems[at + 1], ()):
                if stems[at : at + len(phrase)] == phrase:
                    yield " ".join(phrase)

    def write(self, folder: Path) -> None:
        total = sum(len(rows) for known in self._rows.values() for rows in known.values())
        flat = np.lib.format.open_memmap(folder / _ROWS, "w+", np.int32, (max(total, 1),))
        at = 0
        with (folder / _TERMS).open("w", encoding="utf-8") as terms:
            for zone, known in self._rows.items():
                for term in sorted(known):
                    rows = known.pop(term)
                    flat[at : at + len(rows)] = rows
                    at += len(rows)
                    terms.write(f"{zone}\t{term}\t{len(rows)}\n")
        flat.flush()
        (folder / _PHRASES).write_text("\n".join(map(" ".join, self._looked_for)), encoding="utf-8")


class Postings:
    """The terms of an index; raises ValueError or OSError when its files are damaged."""

    def __init__(self, folder: Path) -> None:
        self._flat: Rows = np.asarray(np.load(folder / _ROWS, mmap_mode="r"))  # memmap slices slowly
        self._phrases = frozenset((folder / _PHRASES).read_text(encoding="utf-8").splitlines())
        lines = (folder / _TERMS).read_text(encoding="utf-8").splitlines()
        cut = [line.split("\t") for line in lines]
        ends = accumulate(int(number) for _, _, number in cut)
        self._places: Mapping[str, dict[str, tuple[int, int]]] = {zone: {} for zone in WEIGHTS}
        start = 0
        for (zone, term, _), end in zip(cut, ends, strict=True):
            self._places[zone][term] = (start, end)
            start = end
        self._most: dict[str, int] = {}
        for _, term, number in cut:
            self._most[term] = max(int(number), self._most.get(term, 0))
        if lines and start != len(self._flat):
            raise ValueError(f"{_ROWS}: {len(self._flat)} rows where {start} are announced")

    def rows(self, zone: str, term: str) -> Rows:
        """The entries that hold the term in the zone."""
        place = self._places[zone].get(term)
        return NONE if place is None else self._flat[place[0] : place[1]]

    def knows(self, phrase: Sequence[str]) -> bool:
        """Whether the phrase was looked for when the index was built: a zone without it then has none."""
        return " ".join(phrase) in self._phrases

    def most(self, term: str) -> int:
        """How many entries hold the term in the zone that holds it most often."""
        return self._most.get(term, 0)

    def frequency(self, zone: str, term: str) -> int:
        start, end = self._places[zone].get(term, (0, 0))
        return end - start
