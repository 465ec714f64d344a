"""A text as folded words that keep their place, so that folded patterns give offsets in the original."""

import re
from bisect import bisect_left, bisect_right

from models.text import fold

_WORD = re.compile(r"[^\W_]+")
_SHORT = {"st": "saint", "ste": "sainte"}


class FoldedText:
    """`joined` is the words folded and joined by one space; `span` leads from there back to `text`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[tuple[int, int]] = []
        self.words: list[str] = []
        self._starts: list[int] = []
        length = 0
        for match in _WORD.finditer(text):
            word = fold(match.group()).replace(" ", "")
            if word:
                self.spans.append(match.span())
                self.words.append(_SHORT.get(word, word))
                self._starts.append(length)
                length += len(self.words[-1]) + 1
        self.joined = " ".join(self.words)

    def first_word(self, position: int) -> int:
        """Number of the word that holds this position of `joined`."""
        return max(0, bisect_right(self._starts, position) - 1)

    def after_word(self, position: int) -> int:
        """Number of the first word that begins at or after this position of `joined`."""
        return bisect_left(self._starts, position)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the text of the words first to last, last excluded."""
        return self.spans[first][0], self.spans[last - 1][1]

    def before(self, first: int, count: int = 5) -> str:
        return " ".join(self.words[max(0, first - count) : first])

    def capitalised(self, number: int) -> bool:
        start = self.text[self.spans[number][0]]
        return start.isupper() or start.isdigit()

    def gap(self, number: int) -> str:
        """What stands in the text between this word and the next."""
        end = self.spans[number + 1][0] if number + 1 < len(self.spans) else len(self.text)
        return self.text[self.spans[number][1] : end]

    def unbroken(self, first: int, last: int) -> bool:
        """Only spaces, hyphens and apostrophes between the words: a name does not cross a comma."""
        gaps = (self.gap(number) for number in range(first, last - 1))
        return all(set(gap) <= set(" \u00a0\u202f\n'’-–‑") and gap.count("\n") < 2 for gap in gaps)
