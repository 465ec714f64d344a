"""Odd and broken files end in an outcome they deserve. All of them, one process each: benchmarks/odd.py."""

from pathlib import Path

import pytest

from extractors.layout import ReadOptions, read_layout
from extractors.sandbox import run_limited
from models.layout import READABLE
from models.text import fold
from tests.extractors.layout.odd import OddFile, odd_files

SEED = 20261125
SECONDS, MEMORY_MB = 120.0, 2048
#: Files of each kind that the short run takes; pictures are read without OCR.
SHORT = tuple(odd for odd in odd_files(SEED) if not odd.slow)
PARTS = 6
PICTURES = ("scan", "map", "picture")


def wrongs(part: int, folder: Path) -> list[str]:
    """What is wrong with the outcomes of every sixth file."""
    found = []
    for odd in SHORT[part::PARTS]:
        path = folder / odd.name
        path.write_bytes(odd.make())
        found += wrong(odd, path)
    return found


def wrong(odd: OddFile, path: Path) -> list[str]:
    result = read_layout(path, options=ReadOptions(ocr=False))
    text = fold(" ".join(block.text for block in result.layout.blocks())) if result.layout else ""
    if result.outcome in READABLE:
        if not any(sign.isalnum() for block in result.layout.blocks() for sign in block.text):  # type: ignore[union-attr]
            return [f"{odd.name}: {result.outcome.value} without a word"]
        if odd.says and fold(odd.says) not in text and not odd.name.startswith(PICTURES):
            return [f"{odd.name}: {odd.says!r} is not said"]
    elif not result.message:
        return [f"{odd.name}: {result.outcome.value} without a message"]
    if result.outcome not in odd.outcomes and not odd.name.startswith(PICTURES):
        return [f"{odd.name}: {result.outcome.value}"]
    return []


def test_there_are_many() -> None:
    names = [odd.name for odd in odd_files(SEED)]
    assert len(names) >= 400
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_odd_file_ends_in_an_outcome_it_deserves(part: int, tmp_path: Path) -> None:
    assert run_limited(wrongs, part, tmp_path)(SECONDS, MEMORY_MB) == []
