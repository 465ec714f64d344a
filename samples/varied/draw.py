"""Chance and data: everything random in a document goes through one seeded `Random`; texts are yaml in `data/`."""

import functools
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import yaml

T = TypeVar("T")
DATA = Path(__file__).parent / "data"


@functools.cache
def data(name: str) -> Any:
    """The content of `name`.yaml; "topics" is spread over several files."""
    files = sorted(DATA.glob(f"{name}_*.yaml")) or [DATA / f"{name}.yaml"]
    read = [yaml.safe_load(f.read_text(encoding="utf-8")) for f in files]
    return read[0] if len(read) == 1 else [item for part in read for item in part]


def maybe(rng: Random, chance: float) -> bool:
    return rng.random() < chance


def some(rng: Random, items: list[T], low: int, high: int) -> list[T]:
    """Between `low` and `high` of the items, in their order."""
    count = min(len(items), rng.randint(low, high))
    kept = sorted(rng.sample(range(len(items)), count))
    return [items[n] for n in kept]


def weighted(rng: Random, choices: dict[T, float]) -> T:
    return rng.choices(list(choices), list(choices.values()))[0]
