"""The unstemmed words of an index, filed by length and in order, so that spelling looks at few of them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property


class Vocabulary(Mapping[str, int]):
    """Word -> how many entries hold it. Frozen."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self._words = words
        self._ranges: dict[tuple[int, int], list[str]] = {}  # as many as lengths that words may have

    def __getitem__(self, word: str) -> int:
        return self._words[word]

    def __contains__(self, word: object) -> bool:
        return word in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def of_lengths(self, least: int, most: int) -> Sequence[str]:
        """The words of so many letters, in the order of the vocabulary within a length."""
        if (least, most) not in self._ranges:
            lengths = range(least, most + 1)
            self._ranges[least, most] = [word for n in lengths for word in self._by_length.get(n, ())]
        return self._ranges[least, most]

    def beginning_with(self, prefix: str) -> Sequence[str]:
        start = bisect_left(self._sorted, prefix)
        end = start
        while end < len(self._sorted) and self._sorted[end].startswith(prefix):
            end += 1
        return self._sorted[start:end]

    @cached_property
    def _by_length(self) -> Mapping[int, list[str]]:
        filed: dict[int, list[str]] = {}
        for word in self._words:
            filed.setdefault(len(word), []).append(word)
        return filed

    @cached_property
    def _sorted(self) -> Sequence[str]:
        return sorted(self._words)


def vocabulary_of(words: Mapping[str, int]) -> Vocabulary:
    """The words as a vocabulary; one that is a vocabulary already stays."""
    return words if isinstance(words, Vocabulary) else Vocabulary(words)
