"""Names that departments and regions go by: official codes in, today's, former and short names out."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypedDict

import yaml

import models.vocabularies
from models.vocabularies.gazetteer import load_gazetteer
from search_api.engines.analysis import stems, words_of


class _Former(TypedDict):
    name: str
    departments: list[str]


class _Names(TypedDict):
    former: list[_Former]
    aliases: dict[str, str]


@lru_cache(maxsize=1)
def _names() -> _Names:
    path = Path(models.vocabularies.__path__[0]) / "names.yaml"
    names: _Names = yaml.safe_load(path.read_text(encoding="utf-8"))
    return names


def place_names(departments: Sequence[str], region: str | None) -> tuple[str, ...]:
    """ "61" and "28" → Orne, Normandie, Basse-Normandie. Unknown codes have no name."""
    gazetteer = load_gazetteer()
    places = [gazetteer.department(code) for code in departments]
    places.append(gazetteer.region(region) if region else None)
    found = [place.name for place in places if place]
    found += [
        former["name"] for former in _names()["former"] if set(departments) & set(former["departments"])
    ]
    found += [alias for alias, code in _names()["aliases"].items() if code == region]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1)
def _named() -> tuple[str, ...]:
    """Every name that a department or a region goes by."""
    gazetteer = load_gazetteer()
    codes = [f"{number:02}" for number in range(1, 96)] + ["2A", "2B", "971", "972", "973", "974", "976"]
    names = [place.name for code in codes if (place := gazetteer.department(code))]
    names += [place.name for code in codes if (place := gazetteer.region(code))]
    names += [former["name"] for former in _names()["former"]] + list(_names()["aliases"])
    return tuple(names)


@lru_cache(maxsize=1)
def place_phrases() -> frozenset[tuple[str, ...]]:
    """The folded words, articles too, of every name of several words: "la reunion", "seine saint denis"."""
    phrases = (tuple(word.form for word in words_of(name)) for name in _named())
    return frozenset(phrase for phrase in phrases if len(phrase) > 1)


@lru_cache(maxsize=1)
def place_stems() -> frozenset[tuple[str, ...]]:
    """The stems of those names that have several."""
    return frozenset(found for name in _named() if len(found := stems(name)) > 1)


def department_name(code: str) -> str | None:
    """ "93" → Seine-Saint-Denis; None for what is no code of a department."""
    place = load_gazetteer().department(code.upper()) if len(code) in (2, 3) else None
    return place.name if place else None
