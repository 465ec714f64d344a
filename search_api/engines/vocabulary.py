"""The unstemmed words of an index, filed by length, letters and in order, so that spelling looks at few of them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray


class Vocabulary(Mapping[str, int]):
    """Word -> how many entries hold it. Frozen."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self._words = words

    def prepare(self) -> None:
        """Works out now what the first misspelt word would wait for: 0.1 s for 25,000 words."""
        assert len(self._letters) == len(self._sorted)

    def __getitem__(self, word: str) -> int:
        return self._words[word]

    def __contains__(self, word: object) -> bool:
        return word in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def resembling(self, form: str, edits: int, shortest: int = 1) -> Sequence[str]:
        """Every word of so many letters at least that so many edits may lead to, and some others, shorter ones first.

        Of 17,000 words of the right lengths a hundred are left: to measure the distance of all took 3 ms.
        """
        lengths = [max(shortest, len(form) - edits), len(form) + edits + 1]
        start, end = np.searchsorted(self._lengths, lengths).tolist()
        differing = np.bitwise_count(self._letters[start:end] ^ np.uint64(_letters(form)))
        return [self._filed[start + at] for at in np.flatnonzero(differing <= 2 * edits).tolist()]

    def beginning_with(self, prefix: str) -> Sequence[str]:
        start = bisect_left(self._sorted, prefix)
        end = start
        while end < len(self._sorted) and self._sorted[end].startswith(prefix):
            end += 1
        return self._sorted[start:end]

    @cached_property
    def _filed(self) -> Sequence[str]:
        return sorted(self._words, key=len)

    @cached_property
    def _lengths(self) -> NDArray[np.intp]:
        return np.array([len(word) for word in self._filed], np.intp)

    @cached_property
    def _letters(self) -> NDArray[np.uint64]:
        return np.array([_letters(word) for word in self._filed], np.uint64)

    @cached_property
    def _sorted(self) -> Sequence[str]:
        return sorted(self._words)


def _letters(word: str) -> int:
    """Which letters stand in a word, which twice: a bit each. A letter more or less changes one bit at most."""
    once = twice = 0
    for letter in word:
        bit = 1 << (ord(letter) & 31)
        twice |= once & bit
        once |= bit
    return once | twice << 32


def vocabulary_of(words: Mapping[str, int]) -> Vocabulary:
    """The words as a vocabulary; one that is a vocabulary already stays."""
    return words if isinstance(words, Vocabulary) else Vocabulary(words)
