"""The words of the texts of entries as numbers: where the words of a plan stand in twenty entries is told at once.

    words.num    the number of each word's stem, text after text; stop words are left out
    places.num   where each begins and ends in its text
    stems.txt    how many stems, and the stems

To read the texts of twenty hits anew took most of a search; to read their stems as text, a quarter of it.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from search_api.engines.analysis import stems_at
from search_api.engines.embedded.mapped import mapped
from search_api.engines.highlight import Begun, Phrases, PhrasesOfFields, Span, spans_of
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


class Texts(NamedTuple):
    """Of each text the first of its words in the file, and the one after its last."""

    starts: Numbers
    ends: Numbers


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
        self, plan: QueryPlan, runs: Iterable[tuple[int, int]], texts: Texts, field: Callable[[int], str]
    ) -> dict[int, list[Span]]:
        """Where a plan stands in some texts, by the number of the text among them.

        `runs` are the words of the texts, those of several that follow each other together; `field` tells which field
        a text is.
        """
        phrases = _NumberedPhrases(plan, self._numbers)
        words = np.concatenate([self._words[start:end] for start, end in runs])
        here = phrases.begun.take(words).nonzero()[0]
        lengths = texts.ends - texts.starts
        until = lengths.cumsum()
        of_text = until.searchsorted(here, side="right")
        shifts = texts.starts - until + lengths  # from the words here to those of the file
        at = here + shifts.take(of_text)
        places = self._places[at]
        begun: Iterator[Begun[int]] = zip(
            of_text.tolist(),
            at.tolist(),
            words.take(here).tolist(),
            places[:, 0].tolist(),
            places[:, 1].tolist(),
            strict=True,
        )

        ends = texts.ends.tolist()

        def stands(text: int, at: int, phrase: list[int]) -> int | None:
            end = at + len(phrase)
            if end > ends[text] or self._words[at + 1] != phrase[1] or self._words[at:end].tolist() != phrase:
                return None
            return int(self._places[end - 1, 1])

        return spans_of(begun, lambda text: phrases.of(field(text)), stands)


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
