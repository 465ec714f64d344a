"""Words cut at the end of a printed line, put together again: "dé-/cembre", "Hauts-de-/France".

In: the lines of a document. Out: the same lines, each cut word whole on the line where it begins. Whether
the printed hyphen belongs to the word is asked of the document itself first, then of what French does.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from extractors.layout.compounds import is_compound
from models.layout import Line

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: The pieces on both sides of the cut: "d'accompa-" gives "accompa", "Hauts-de-" gives "Hauts-de".
_LEFT = re.compile(r"(?<![^\W\d_])(?<!-)(?:[^\W\d_]+-)*[^\W\d_]+(?=-$)")
_RIGHT = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_YEARS = re.compile(r"\d-$")
#: "court-, moyen- et long terme": the hyphen hangs, the next word is one of its own.
_HANGING = re.compile(r"(?:et|ou)(?:\s|$)", re.IGNORECASE)


class Healer:
    """Heals the lines of one document with the help of the words that stand whole in it."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts
        self._counted: Counter[str] | None = None

    @property
    def _words(self) -> Counter[str]:
        """Counted when the first cut is met: most documents have none."""
        if self._counted is None:
            self._counted = Counter(word for text in self._texts for word in _WORD.findall(text.lower()))
        return self._counted

    def heal(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        """The lines without a cut word; a line that held only the rest of a word is gone."""
        if not any(line.text.endswith("-") for line in lines[:-1]):
            return tuple(lines)
        result: list[Line] = []
        for line in lines:
            joined = self._joined(result[-1].text, line.text) if result else None
            if joined is None:
                result.append(line)
                continue
            whole, rest = joined
            result[-1] = result[-1].model_copy(update={"text": whole})
            if rest:
                result.append(line.model_copy(update={"text": rest, "lead": _shorter(line, rest)}))
        return tuple(result)

    def _joined(self, left: str, right: str) -> tuple[str, str] | None:
        """Both lines anew when a word or a number is cut between them."""
        if not left.endswith("-") or not right:
            return None
        token, _, rest = right.partition(" ")
        if _YEARS.search(left) and token[:1].isdigit():
            return left + token, rest
        before, after = _LEFT.search(left), _RIGHT.match(right)
        if before is None or after is None or _HANGING.match(right):
            return None
        kept = self._keeps(before[0], after[0])
        return (left if kept else left[:-1]) + token, rest

    def _keeps(self, left: str, right: str) -> bool:
        shouted = left.isupper() and right.isupper() and len(left) > 1
        if right[:1].isupper() and not shouted:
            return True  # "Saint-" + "Paul": French cuts no word before a capital
        fused, hyphened = f"{left}{right}".lower(), f"{left}-{right}".lower()
        seen = self._words[fused], self._words[hyphened]
        if seen[0] != seen[1]:
            return seen[1] > seen[0]
        return is_compound(left, right)


def _shorter(line: Line, rest: str) -> str | None:
    """The bold beginning of a line, without the piece of a word that went up."""
    if line.lead is None:
        return None
    return line.lead.partition(" ")[2] or None
