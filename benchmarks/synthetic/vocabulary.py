"""The words of synthetic contracts: vocabularies of the product in, weighted choices out."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

import yaml

from models.records import Scheme
from models.vocabularies.gazetteer import load_gazetteer
from models.vocabularies.places import Place
from models.vocabularies.tables import load_tables
from models.vocabularies.themes import Concept, load_vocabularies
from search_api.thesaurus.reader import default_thesaurus

#: The n-th commonest value is drawn about 1/n^SKEW as often as the first, as words and themes are.
SKEW = 0.7


@dataclass(frozen=True)
class Notion:
    """A code and the words that say it."""

    code: str
    words: Sequence[str]


@dataclass(frozen=True)
class Choice:
    values: Sequence[Notion]
    weights: Sequence[float]  # cumulated

    def draw(self, random_: random.Random) -> Notion:
        return random_.choices(self.values, cum_weights=self.weights)[0]


@dataclass(frozen=True)
class Words:
    """`labels` are the thesaurus's French labels: the words around a theme that its codes do not say."""

    frames: Mapping[str, Sequence[str]]
    schemes: Mapping[Scheme, Choice]
    labels: Choice
    english: Sequence[str]
    communes: Sequence[Place]
    groupings: Sequence[Place]


@lru_cache(maxsize=1)
def load_words() -> Words:
    """Frames of words.yaml, concepts of every scheme, labels of the thesaurus, places of the official lists."""
    concepts = default_thesaurus().concepts.values()
    tables = load_tables()
    return Words(
        frames=yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8")),
        schemes={
            scheme: _choice(Notion(c.id, _said(c)) for c in vocabulary.concepts)
            for scheme, vocabulary in load_vocabularies().items()
        },
        labels=_choice(Notion(c.id, (*c.fr, *c.narrower)) for c in concepts),
        english=[label for concept in concepts for label in concept.en],
        communes=_places(tables.commune_by_code),
        groupings=_places(tables.grouping_by_siren),
    )


def _said(concept: Concept) -> tuple[str, ...]:
    return (concept.fr, *concept.alt_fr, *concept.cues, *concept.weak)


def _choice(values: Iterable[Notion]) -> Choice:
    """In an order that has nothing to do with the files', so that whole themes are not rare."""
    shuffled = sorted(values, key=lambda notion: random.Random(notion.code).random())
    return Choice(shuffled, list(accumulate((n + 1) ** -SKEW for n in range(len(shuffled)))))


def _places(codes: Iterable[str]) -> list[Place]:
    found = (load_gazetteer().place(code) for code in codes)
    return [place for place in found if place and not place.former and place.departments]
