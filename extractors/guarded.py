"""Expressions that look first for the words without which they cannot match.

In: a pattern. Out: an expression that gives the same answers. Most sentences hold none of the words, and looking
for a dozen words takes a tenth of the time of an expression that tries as many alternatives at every letter.
"""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

#: Words of one letter stand everywhere.
SHORTEST = 2
#: "entr[ée]e" is two words; a set of more letters ends the word.
_MOST_WRITINGS = 8
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)

Words = frozenset[str]


def guarded(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> "Guarded":
    """As `re.compile`, for an expression that is looked for in every sentence."""
    return Guarded(re.compile(pattern, flags))


class Guarded:
    """`expression` asked only of texts that hold one of its `words`."""

    def __init__(self, expression: re.Pattern[str]) -> None:
        self.expression = expression
        self.match, self.fullmatch = expression.match, expression.fullmatch  # these fail at the first letter

    @cached_property
    def words(self) -> tuple[str, ...]:
        """In small letters. Each match holds one of them; empty where nothing can be told of all matches."""
        found = _of_sequence(_parser.parse(self.expression.pattern, self.expression.flags)) or frozenset()
        return tuple(sorted(word for word in found if not any(o in word for o in found if o != word)))

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self.expression.search(text, start) if self._may_match(text) else None

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        return self.expression.finditer(text, start) if self._may_match(text) else iter(())

    def _may_match(self, text: str) -> bool:
        low = _small(text)
        for word in self.words:
            if word in low:
                return True
        return not self.words


#: Several expressions are asked of one sentence, and every chapter asks the same blocks.
_small = lru_cache(maxsize=4096)(str.lower)


def _of_sequence(sequence: Any) -> Words | None:
    """The words of the part that tells most: the longest, then the fewest."""
    found: list[Words] = []
    written: Words = frozenset({""})
    for op, argument in sequence:
        letters = _letters(op, argument)
        if letters and len(written) * len(letters) <= _MOST_WRITINGS:
            written = frozenset(word + letter for word in written for letter in letters)
            continue
        if op not in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):  # these take no place
            found.append(written)
            written = frozenset({""})
        inner = _of_part(op, argument)
        if inner is not None:
            found.append(inner)
    best = max([*found, written], key=lambda words: (min(map(len, words)), -len(words)))
    return best if min(map(len, best)) >= SHORTEST else None


def _letters(op: Any, argument: Any) -> set[str]:
    """The letters that may stand in this one place; none for a place of many or of a class."""
    if op is ops.LITERAL:
        return {chr(argument).lower()}
    if op is ops.IN and all(kind is ops.LITERAL for kind, _ in argument):
        return {chr(code).lower() for _, code in argument}
    return set()


def _of_part(op: Any, argument: Any) -> Words | None:
    if op is ops.BRANCH:
        inner = [_of_sequence(branch) for branch in argument[1]]
        return frozenset().union(*(words for words in inner if words)) if all(inner) else None
    if op in (ops.SUBPATTERN, ops.ASSERT):
        return _of_sequence(argument[-1])
    if op in _REPEATS and argument[0]:
        return _of_sequence(argument[2])
    return _of_sequence(argument) if op is ops.ATOMIC_GROUP else None
