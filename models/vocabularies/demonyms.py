"""The departments that a text tells by their adjectives: "le premier territoire nivernais" → {"58"}."""

import re
from functools import lru_cache
from pathlib import Path

from models.text import fold
from models.vocabularies.data import read_yaml

#: What may be said to be of a department; a chef or a cheese may come from anywhere.
_AREAS = (
    r"(?:territoires?|departements?|communes?|collectivites?|intercommunalites?|cantons?|villes?|population)"
)


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    """Every written form, folded -> the code of its department."""
    forms: dict[str, str] = {}
    for code, words in read_yaml(Path(__file__).parent / "demonyms.yaml").items():
        for word in map(fold, words):
            doubled = word + "ne" if word.endswith("en") else word + "e"
            forms |= dict.fromkeys((word, word + "s", doubled, doubled + "s"), code)
    return forms


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_adjectives(), key=lambda form: (-len(form), form))
    return re.compile(rf"\b{_AREAS} ({'|'.join(map(re.escape, longest_first))})\b")


def departments_by_adjective(text: str) -> frozenset[str]:
    """INSEE codes of the departments whose adjective follows a word for an area."""
    return frozenset(_adjectives()[word] for word in _pattern().findall(fold(text)))
