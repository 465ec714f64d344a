"""The vocabularies that actions and contracts are coded with, one YAML file a scheme, after SKOS.

`load_vocabularies` reads and checks them once; `concept_label` gives the French label of a code.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import Field, model_validator

from models.base import Record
from models.records import Scheme
from models.vocabularies.data import read_yaml

_FOLDER = Path(__file__).parent
_FILES = {
    Scheme.THEME: "themes.yaml",
    Scheme.DETERMINANT: "determinants.yaml",
    Scheme.POPULATION: "populations.yaml",
    Scheme.ACTION_TYPE: "action_types.yaml",
    Scheme.SETTING: "settings.yaml",
}


class Concept(Record):
    """One notion of a scheme. `fr` and `en` are the preferred labels, `alt_*` its other names.

    `cues` are French words of an action sheet that speak of it without naming it, `weak` words that only support it,
    `alone` words that count when they are all of an item of a list. `implies` names concepts of other schemes.
    """

    id: str
    fr: str
    en: str
    definition: str
    broader: str | None = None
    alt_fr: tuple[str, ...] = ()
    alt_en: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    implies: tuple[str, ...] = Field(default=(), description="scheme:concept")

    def implied(self) -> Iterator[tuple[Scheme, str]]:
        """The concepts of other schemes that go with this one."""
        for name in self.implies:
            scheme, _, concept = name.partition(":")
            yield Scheme(scheme), concept


class Vocabulary(Record):
    """A scheme. `neutral` are words that hold those of a concept and mean something else ("sécurité sociale")."""

    scheme: Scheme
    fr: str
    en: str
    definition: str
    neutral: tuple[str, ...] = ()
    concepts: tuple[Concept, ...]

    @model_validator(mode="after")
    def _coherent(self) -> "Vocabulary":
        ids = [concept.id for concept in self.concepts]
        twice = {name for name in ids if ids.count(name) > 1}
        unknown = {c.broader for c in self.concepts if c.broader and c.broader not in ids}
        if twice or unknown:
            raise ValueError(
                f"{self.scheme}: ids given twice {sorted(twice)}, unknown broader {sorted(unknown)}"
            )
        return self

    def get(self, concept: str) -> Concept | None:
        return next((c for c in self.concepts if c.id == concept), None)

    def ancestors(self, concept: str) -> tuple[str, ...]:
        """The broader concepts, nearest first."""
        found: list[str] = []
        known = self.get(concept)
        while known is not None and known.broader and known.broader not in found:
            found.append(known.broader)
            known = self.get(known.broader)
        return tuple(found)


@lru_cache(maxsize=1)
def load_vocabularies() -> Mapping[Scheme, Vocabulary]:
    """All schemes, in the order in which pages show them; ValueError when they do not fit together."""
    found = {scheme: Vocabulary.model_validate(read_yaml(_FOLDER / file)) for scheme, file in _FILES.items()}
    for vocabulary in found.values():
        for concept in vocabulary.concepts:
            for scheme, implied in concept.implied():
                if found[scheme].get(implied) is None:
                    raise ValueError(f"{concept.id} implies an unknown concept: {scheme}:{implied}")
    return found


def with_broader(scheme: Scheme, concept: str) -> tuple[str, ...]:
    """The concept and all that it says too: "tabac" → ("tabac", "addictions")."""
    return (concept, *load_vocabularies()[scheme].ancestors(concept))


@lru_cache(maxsize=1024)
def concept_label(scheme: Scheme, concept: str) -> str:
    """ "sante-mentale" → "Santé mentale"; the identifier itself when no vocabulary has it (older results)."""
    known = load_vocabularies()[scheme].get(concept)
    return known.fr if known else concept
