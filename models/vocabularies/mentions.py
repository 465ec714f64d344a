"""Finds names of places in running text by the longest match over folded words.

In: a text and the gazetteer. Out: mentions with offsets. A one-word name that is also an ordinary word,
or that of a small commune, counts only after words that announce a place.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from models.vocabularies.data import read_yaml
from models.vocabularies.folded import FoldedText
from models.vocabularies.places import Place, PlaceMention
from models.vocabularies.tables import load_tables

if TYPE_CHECKING:
    from models.vocabularies.gazetteer import Gazetteer

_FOLDED_ANNOUNCES = re.compile(
    r"(?:\b(?:communes?|villes?|mairie|maire|departements?|departementale?|departemental|prefecture|prefete?|"
    r"conseil general|delegation territoriale|cpam|habitants|canton|secteur|hopital|centre hospitalier|"
    r"quartier|bassin|territoire)(?: (?:de la|de l|de|du|des|d))?(?: (?:la|le|les|l))?"
    r"|\b(?:a|dans (?:le|la|les|l)|en))$"
)
#: Before a name that is part of something else: a street, a river, a person.
_FOLDED_DENIES = re.compile(
    r"\b(?:rue|avenue|boulevard|sur|sous|m|mme|dr|docteur|monsieur|madame|professeur|vallee d[eu])$"
)
#: Population from which a one-word commune counts without announcement.
KNOWN_COMMUNE = 5_000
_LONGEST = 9  # words


@lru_cache(maxsize=1)
def _ambiguous() -> dict[str, frozenset[str]]:
    words = read_yaml(Path(__file__).parent / "ambiguous.yaml")
    return {kind: frozenset(map(str, names)) for kind, names in words.items()}


@lru_cache(maxsize=1)
def _openings() -> dict[str, int]:
    """First two words of every key -> the most words that a name beginning so has."""
    tables = load_tables()
    openings: dict[str, int] = {}
    keys = (tables.communes_by_key, tables.department_names, tables.region_names, tables.groupings_by_key)
    for table in keys:
        for key in table:
            words = key.split()
            opening = " ".join(words[:2])
            openings[opening] = max(openings.get(opening, 0), len(words))
    return openings


def find(text: str, gazetteer: "Gazetteer") -> tuple[PlaceMention, ...]:
    words = FoldedText(text)
    return tuple(_mentions(words, gazetteer))


def _mentions(words: FoldedText, gazetteer: "Gazetteer") -> Iterator[PlaceMention]:
    number = 0
    while number < len(words.words):
        found = _longest(words, number, gazetteer)
        if found is None:
            number += 1
            continue
        last, candidates = found
        start, end = words.span(number, last)
        yield PlaceMention(start=start, end=end, text=words.text[start:end], candidates=candidates)
        number = last


def _longest(words: FoldedText, first: int, gazetteer: "Gazetteer") -> tuple[int, tuple[Place, ...]] | None:
    if not words.capitalised(first):
        return None
    openings = _openings()
    pair = " ".join(words.words[first : first + 2])
    most = max(openings.get(pair, 0), openings.get(words.words[first], 0))
    for length in range(min(most, _LONGEST, len(words.words) - first), 0, -1):
        last = first + length
        key = " ".join(words.words[first:last])
        if not words.unbroken(first, last) or not words.capitalised(last - 1):
            continue
        places = _named(key, words, first, last, gazetteer)
        if places:
            return last, places
    return None


def _named(key: str, words: FoldedText, first: int, last: int, gazetteer: "Gazetteer") -> tuple[Place, ...]:
    tables = load_tables()
    before = words.before(first)
    announced = bool(_FOLDED_ANNOUNCES.search(before))
    if _FOLDED_DENIES.search(before) and not announced:
        return ()
    places: list[Place] = []
    if key in tables.department_names and (announced or key not in _ambiguous()["departments"]):
        places.append(tables.departments[tables.department_names[key]])
    if key in tables.region_names:
        places.append(tables.regions[tables.region_names[key]])
    start, end = words.span(first, last)
    name = words.text[start:end]
    if key in tables.communes_by_key:
        places += _plausible(key, gazetteer.communes(name), announced)
    if last - first > 1 and key in tables.groupings_by_key:
        places += gazetteer.epcis(name)
    return tuple(places)


def _plausible(key: str, communes: Sequence[Place], announced: bool) -> list[Place]:
    """One-word names only when announced or known; hyphenated ones always."""
    if announced or " " in key:
        return list(communes)
    known = max((p.population or 0 for p in communes), default=0) >= KNOWN_COMMUNE
    return list(communes) if known and key not in _ambiguous()["communes"] and len(key) > 3 else []
