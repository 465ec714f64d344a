"""Folding of French text for comparison. Never applied to what is shown or quoted."""

import re
import unicodedata

_FOLD = str.maketrans({"’": "'", "‘": "'", "œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "\u00ad": None})
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Lower case, no accents, ligatures opened, everything but letters and digits one space."""
    plain = unicodedata.normalize("NFKD", text.translate(_FOLD)).encode("ascii", "ignore").decode().lower()
    return _NOT_WORD.sub(" ", plain).strip()


def slug(text: str) -> str:
    """Folded words joined by hyphens, for identifiers and addresses."""
    return fold(text).replace(" ", "-")
