"""Draws names and words for the slots of templates, from the official lists and the word lists beside.

In: a slot ("de:commune", "organisation") and a random generator. Out: the marked text of evaluation/marked.py,
"du [Mans|LOC]", with nested marks for a name within a name.
"""

import random
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from extractors.ner.training.french import joined
from models.base import Record
from models.records import OrganisationKind
from models.vocabularies.tables import load_tables

DATA = Path(__file__).parent / "data"
SLOT = re.compile(r"\{(?:(?P<link>[Ll]e|de|a):)?(?P<name>[A-Za-z0-9_]+)\}")
_NATURE = re.compile(r"^(?:CC|CA|CU|METRO|EPT|Métropole|Communauté)\s+(?=\S)")
_OWN_NATURE = re.compile(r"(?:Agglo(?:mération)?|Métropole|Communauté|Intercom)$")
#: Communes are drawn by the logarithm of their size half of the time: big ones are named more often.
_BIG = 3000


class Slot(Record):
    forms: tuple[str, ...]
    label: str | None = None
    kind: OrganisationKind | None = None


@lru_cache(maxsize=1)
def slots() -> Mapping[str, Slot]:
    """The slots of slots.yaml, then the plain word lists."""
    named = _yaml("slots.yaml")
    words = _yaml("words.yaml")
    return {
        **{name: Slot(forms=tuple(map(str, forms))) for name, forms in words.items()},
        **{
            name: Slot.model_validate({**row, "forms": tuple(map(str, row["forms"]))})
            for name, row in named.items()
        },
    }


def _yaml(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((DATA / name).read_text(encoding="utf-8"))
    return read


@lru_cache(maxsize=1)
def _official() -> Mapping[str, tuple[str, ...]]:
    """Names of places of the official lists by slot."""
    tables = load_tables()
    today = [row for row in tables.communes if row[5] == "commune"]
    groupings = [_NATURE.sub("", row[0]) for row in tables.groupings]
    regions = dict.fromkeys(place.name for place in tables.regions.values())
    return {
        "commune": tuple(row[0] for row in today),
        "big_commune": tuple(row[0] for row in today if (row[3] or 0) >= _BIG),
        "department": tuple(
            place.name for code, place in tables.departments.items() if code < "975" or code == "976"
        ),
        "department_number": tuple(code for code in tables.departments if len(code) == 2),
        "region": tuple(regions),
        "epci_core": tuple(name for name in groupings if not _OWN_NATURE.search(name)),
        "epci_own": tuple(name for name in groupings if _OWN_NATURE.search(name)),
    }


class Names:
    """The same seed gives the same names."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._special: Mapping[str, Callable[[], str]] = {
            "initial": lambda: rng.choice("ABCDEFGHJLMNOPRSTVY"),
            "acronym3": lambda: "".join(rng.choices("ABCDEFILMOPRSTUV", k=3)),
            "acronym4": lambda: "".join(rng.choices("ABCDEFILMOPRSTUV", k=4)),
            "the_state": lambda: "[État|ORG]",
        }

    def fill(self, template: str) -> str:
        """Every slot filled; what is not a slot stays."""
        return SLOT.sub(lambda slot: self._drawn(slot["name"], slot["link"]), template)

    def _drawn(self, name: str, link: str | None) -> str:
        text, label = self._one(name)
        plain = re.sub(r"\[|\|[A-Z]+\]", "", text)
        if link is None:
            return f"[{text}|{label}]" if label else text
        organisation = label == "ORG"
        before, rest = joined(
            link, plain, organisation=organisation, region=name in {"area", "natural_place", "country"}
        )
        text = text.replace(plain, rest, 1) if plain != rest else text
        return before + (f"[{text}|{label}]" if label else text)

    def _one(self, name: str) -> tuple[str, str | None]:
        """A name and its label; suffixes change the case of what the slot gives, `_place` labels a place."""
        if name in self._special:
            return self._special[name](), None
        if name.isupper():
            return self._one(name.lower())[0].upper(), None
        for suffix, change in _CASES.items():
            if name.endswith(suffix) and name not in slots():
                text, label = self._one(name.removesuffix(suffix))
                return change(text), label
        if name.endswith(("_place", "_named")) and name not in slots():
            return self._one(name.rsplit("_", 1)[0])[0], "LOC"
        if name in _official():
            return self._place(name), None
        slot = slots()[name]
        inner = self.fill(self._rng.choice(slot.forms))
        # A choice among slots of one label ("organisation") is not marked twice.
        return _unwrapped(inner, slot.label), slot.label

    def _place(self, name: str) -> str:
        if name == "commune" and self._rng.random() < 0.5:
            name = "big_commune"
        return self._rng.choice(_official()[name])


def _upper(text: str) -> str:
    """Capitals outside of the labels."""
    return re.sub(
        r"[^|\]]+(?![A-Z]*\])|\|[A-Z]+\]",
        lambda m: m.group() if m.group()[0] == "|" else m.group().upper(),
        text,
    )


def _first(text: str) -> str:
    return text[:1].upper() + text[1:]


_CASES: Mapping[str, Callable[[str], str]] = {"_upper": _upper, "_first": _first}


def _unwrapped(text: str, label: str | None) -> str:
    """ "[Ville de Redon|ORG]" as "Ville de Redon" when that is the whole text and the label is to be put on anyway."""
    end = f"|{label}]"
    whole = text.startswith("[") and text.endswith(end) and _closes_at_end(text)
    return text[1 : -len(end)] if whole else text


def _closes_at_end(text: str) -> bool:
    depth = 0
    for number, letter in enumerate(text):
        depth += (letter == "[") - (letter == "]")
        if depth == 0:
            return number == len(text) - 1
    return False
