"""The words of the texts of entries as numbers: where the words of a plan stand in twenty entries is told at once.

    words.num    the number of each word's stem, text after text; stop words are left out
    places.num   where each begins and ends in its text
    stems.txt    how many stems, and the stems

To read the texts of twenty hits anew took most of a search; to read their stems as text, a quarter of it.
"""

from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search_api.engines.analysis import stems_at
from search_api.engines.embedded.mapped import mapped
from search_api.engines.highlight import Phrases, PhrasesOfFields, Span, matches
from search_api.engines.plan import QueryPlan

_WORDS, _PLACES, _STEMS = "words.num", "places.num", "stems.txt"
Numbers = NDArray[np.int64]


class WordsWriter:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._words, self._places = (folder / _WORDS).open("wb"), (folder / _PLACES).open("wb")
        self._stems: dict[str, int] = {}
        self.number = 0  # of words written so far

    def add(self, text: str) -> None:
        words, places = array("i"), array("H")
        for stem, start, end in stems_at(text):
            words.append(self._stems.setdefault(stem, len(self._stems)))
            places.extend((start, end))
        words.tofile(self._words)
        places.tofile(self._places)
        self.number += len(words)

    def close(self) -> None:
        self._words.close()
        self._places.close()
        lines = (str(len(self._stems)), *self._stems)
        (self._folder / _STEMS).write_text("\n".join(lines), encoding="utf-8")


class Words:
    """Raises ValueError or OSError when the files are damaged."""

    def __init__(self, folder: Path) -> None:
        self._words = mapped(folder / _WORDS, np.int32)
        self._places = mapped(folder / _PLACES, np.uint16).reshape(-1, 2)
        number, *stems = (folder / _STEMS).read_text(encoding="utf-8").split("\n")
        self._numbers = {stem: at for at, stem in enumerate(stems)}
        if len(self._words) != len(self._places) or int(number) != len(stems):
            raise ValueError(
                f"{len(self._words)} words, {len(self._places)} places; {len(stems)} stems of {number}"
            )

    def __len__(self) -> int:
        return len(self._words)

    def spans(
        self, plan: QueryPlan, starts: Numbers, ends: Numbers, field: Callable[[int], str]
    ) -> list[tuple[int, list[Span]]]:
        """Where a plan stands in some texts: which of them, and its spans there.

        Of each text its first word and the one after its last; `field` tells which field a text is.
        """
        phrases = _NumberedPhrases(plan, self._numbers)
        words = np.concatenate([self._words[start:end] for start, end in _runs(starts, ends)])
        places = np.flatnonzero(phrases.begun.take(words))
        ends_here = np.cumsum(ends - starts)
        texts = np.searchsorted(ends_here, places, side="right").tolist()
        stems, until = words.tolist(), ends_here.tolist()
        marked: list[tuple[int, list[tuple[int, int, float]]]] = []
        for text, same in groupby(zip(texts, places.tolist(), strict=True), key=itemgetter(0)):
            begun = [place for _, place in same]
            if found := matches(stems, phrases.of(field(text)), begun, until[text]):
                marked.append((text, found))
        return self._placed(marked, starts - ends_here + (ends - starts))

    def _placed(
        self, marked: Sequence[tuple[int, Sequence[tuple[int, int, float]]]], shifts: Numbers
    ) -> list[tuple[int, list[Span]]]:
        """Words as characters, those of all texts at once; `shifts` lead from the words taken to those of the file."""
        each = [(text, first, last) for text, found in marked for first, last, _ in found]
        if not each:
            return []
        texts, first, last = np.array(each, np.int64).T
        shift = shifts[texts]
        begins, stops = self._places[shift + first, 0].tolist(), self._places[shift + last, 1].tolist()
        places = zip(begins, stops, strict=True)
        return [(text, [(*next(places), weight) for _, _, weight in found]) for text, found in marked]


def _runs(starts: Numbers, ends: Numbers) -> list[tuple[int, int]]:
    """Texts that follow each other, taken together."""
    apart = np.flatnonzero(starts[1:] != ends[:-1])
    begins, stops = starts[np.r_[0, apart + 1]], ends[np.r_[apart, len(ends) - 1]]
    return list(zip(begins.tolist(), stops.tolist(), strict=True))


class _NumberedPhrases:
    """The phrases of a plan by the numbers of their stems; those that no entry can hold are left out."""

    def __init__(self, plan: QueryPlan, numbers: dict[str, int]) -> None:
        self._numbers = numbers
        self._phrases = PhrasesOfFields(plan)
        self._numbered: dict[int, Phrases[int]] = {}
        self._by_field: dict[str, Phrases[int]] = {}
        first = {alternative.stems[0] for group in plan.groups for alternative in group.alternatives}
        self.begun = np.zeros(len(numbers), np.bool_)  # by a stem of this number
        self.begun[[numbers[stem] for stem in first if stem in numbers]] = True

    def of(self, field: str) -> Phrases[int]:
        found = self._by_field.get(field)
        if found is None:
            phrases = self._phrases.of(field)
            if id(phrases) not in self._numbered:
                self._numbered[id(phrases)] = dict(self._known(phrases))
            found = self._by_field[field] = self._numbered[id(phrases)]
        return found

    def _known(self, phrases: Phrases[str]) -> Iterator[tuple[int, list[tuple[list[int], float]]]]:
        for stem, same_start in phrases.items():
            if stem in self._numbers:
                yield (
                    self._numbers[stem],
                    [
                        ([self._numbers[s] for s in stems], weight)
                        for stems, weight in same_start
                        if all(s in self._numbers for s in stems)
                    ],
                )
