"""Reads the label and axis-word lists: a folded wording in, the field it heads out (None when unknown)."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from models.text import fold
from models.vocabularies.data import read_yaml

_HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def label_fields() -> Mapping[str, str]:
    """Folded wording -> field name, or "title", "number", "axis", "axis_objective", "skip"."""
    families: dict[str, list[str]] = read_yaml(_HERE / "sheet_labels.yaml")
    return {fold(word): field for field, words in families.items() for word in words}


@lru_cache(maxsize=1)
def label_words() -> Mapping[str, tuple[str, ...]]:
    """label_words.yaml, folded: "articles", "qualifiers", and the stems of each field under its name."""
    lists: dict[str, list[str]] = read_yaml(_HERE / "label_words.yaml")
    return {name: tuple(fold(word) for word in words) for name, words in lists.items()}


@lru_cache(maxsize=1)
def word_lists() -> Mapping[str, tuple[str, ...]]:
    """The lists of axis_words.yaml, folded."""
    lists: dict[str, list[str]] = read_yaml(_HERE / "axis_words.yaml")
    return {name: tuple(fold(word) for word in words) for name, words in lists.items()}
