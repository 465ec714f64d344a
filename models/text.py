"""Folding of French text for comparison. Never applied to what is shown or quoted."""

import re
import unicodedata
from functools import lru_cache

_FOLD = str.maketrans({"’": "'", "‘": "'", "œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "\u00ad": None})
_NOT_WORD = re.compile(r"[^a-z0-9]+")


#: The same titles and labels are compared again and again: 8 of 10 calls ask for a text asked before.
@lru_cache(maxsize=32_768)
def fold(text: str) -> str:
    """Lower case, no accents, ligatures opened, everything but letters and digits one space."""
    plain = unicodedata.normalize("NFKD", text.translate(_FOLD)).encode("ascii", "ignore").decode().lower()
    return _NOT_WORD.sub(" ", plain).strip()


def slug(text: str) -> str:
    """Folded words joined by hyphens, for identifiers and addresses."""
    return fold(text).replace(" ", "-")
