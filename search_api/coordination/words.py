"""The word lists of this folder (`words.yaml`), stemmed as the search engines stem."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypedDict

from models.vocabularies.data import read_yaml
from search_api.engines.analysis import forms, stems


class _Words(TypedDict):
    generic: str
    written_out: dict[str, str]
    idle: str
    measures: dict[str, str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    words: _Words = read_yaml(Path(__file__).parent / "words.yaml")
    return words


@lru_cache(maxsize=1)
def generic_stems() -> frozenset[str]:
    """Stems of the words that say that one acts, not what one does."""
    return frozenset(stems(_words()["generic"]))


@lru_cache(maxsize=1)
def written_out() -> Mapping[str, str]:
    """Folded abbreviations and other names of a measure -> the folded word that stands for them."""
    return {forms(short)[0]: forms(word)[0] for short, word in _words()["written_out"].items()}


@lru_cache(maxsize=1)
def idle_forms() -> frozenset[str]:
    return frozenset(forms(_words()["idle"]))


@lru_cache(maxsize=1)
def measure_words() -> Mapping[str, str]:
    """Folded word -> the measure that it names."""
    return {form: name for name, words in _words()["measures"].items() for form in forms(words)}
