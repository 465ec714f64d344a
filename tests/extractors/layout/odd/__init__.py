"""Hundreds of odd and broken files, the same for the same seed, each with what may come of it.

`odd_files(seed)` yields them lazily: the bytes of one are made when they are asked for.
"""

from collections.abc import Iterator
from random import Random

from tests.extractors.layout.odd import boxes, content, damage, disguise, lettering, structure, words
from tests.extractors.layout.odd.odd_file import OddFile

__all__ = ["OddFile", "odd_files"]


def odd_files(seed: int) -> Iterator[OddFile]:
    """At least 400 files; names are unique."""
    rolls = Random(seed)
    for part in (damage, structure, boxes, content, lettering, disguise, words):
        yield from part.files(rolls)
