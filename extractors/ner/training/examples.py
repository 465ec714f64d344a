"""Makes annotated sentences out of the templates.

In: how many, a seed, which part (`train` or `held_back`). Out: `Annotated` sentences, two thirds of them without names.
"""

import random
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import yaml

from extractors.ner.evaluation.marked import Annotated, read_marked
from extractors.ner.training.names import DATA, Names
from extractors.ner.training.noise import noisy

NEGATIVES = "negatives"
#: Share of sentences without any name, about that of contracts. Half gives more false mentions (ADR 5).
UNNAMED_SHARE = 0.65


class Part(StrEnum):
    TRAIN = "train"
    HELD_BACK = "held_back"


@lru_cache(maxsize=1)
def templates() -> Mapping[str, Mapping[Part, tuple[str, ...]]]:
    """Templates by style (the file's name) and part."""
    return {path.stem: _read(path) for path in sorted((DATA / "templates").glob("*.yaml"))}


def _read(path: Path) -> Mapping[Part, tuple[str, ...]]:
    parts = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {Part(name): tuple(texts) for name, texts in parts.items()}


def from_templates(
    count: int, *, seed: int, part: Part = Part.TRAIN, unnamed: float = UNNAMED_SHARE, noise: float = 0.35
) -> list[Annotated]:
    """The same seed gives the same sentences. Every template is used about equally often."""
    rng = random.Random(seed)
    names = Names(rng)
    styles = [style for style in templates() if style != NEGATIVES]
    named = [(style, text) for style in styles for text in templates()[style][part]]
    without = [(NEGATIVES, text) for text in templates()[NEGATIVES][part]]
    negatives = round(count * unnamed)
    drawn = [without[n % len(without)] for n in range(negatives)]
    drawn += [named[n % len(named)] for n in range(count - negatives)]
    sentences = [
        noisy(read_marked(_opened(names.fill(text), rng), style), rng, noise) for style, text in drawn
    ]
    rng.shuffle(sentences)
    return sentences


def _opened(marked: str, rng: random.Random) -> str:
    """A sentence that opens with a slot mostly begins with a capital."""
    at = 1 if marked.startswith("[") else 0
    return marked[:at] + marked[at : at + 1].upper() + marked[at + 1 :] if rng.random() < 0.7 else marked
