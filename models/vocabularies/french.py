"""Reads French numbers: "vingt-sept" → 27, "2ème" → 2, "seconde" → 2, "II" → 2."""

import re
from functools import lru_cache
from pathlib import Path

from models.base import Record
from models.text import fold
from models.vocabularies.data import read_yaml

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_SHAPE = re.compile(r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_FIGURES = re.compile(r"(\d{1,4})(?:e|er|ere|re|eme|ieme|nd|nde|de|me)?")
_ROMAN_ORDINAL = re.compile(r"([ivxlc]+) ?(?:e|er|ere|eme|ieme|nd|nde)")
_IEME = re.compile(r"^(.+?)ieme")


class _Words(Record):
    units: dict[str, int]
    tens: dict[str, int]
    ordinals: dict[str, int]
    ordinal_stems: dict[str, int]


@lru_cache(maxsize=1)
def _words() -> _Words:
    raw = read_yaml(Path(__file__).parent / "french.yaml")
    return _Words(**raw)


def roman(text: str) -> int | None:
    """ "IV" → 4; None for what is not a well-formed number up to 399."""
    folded = text.strip().lower()
    if not _ROMAN_SHAPE.fullmatch(folded):
        return None
    values = [_ROMAN[letter] for letter in folded]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def parse_number_word(text: str) -> int | None:
    """A number in figures, words, ordinal or Roman form (in capitals); None for anything else."""
    folded = fold(text)
    if figures := _FIGURES.fullmatch(folded):
        return int(figures.group(1))
    if folded in _words().ordinals:
        return _words().ordinals[folded]
    number = _cardinal(folded)
    if number is None:
        number = _ordinal(folded)
    return number if number is not None else _roman_number(text, folded)


def _roman_number(text: str, folded: str) -> int | None:
    letters = text.strip()
    if letters.isupper():
        return roman(letters)
    ordinal = _ROMAN_ORDINAL.fullmatch(folded)
    return roman(ordinal.group(1)) if ordinal and letters[0].isupper() else None


def _cardinal(folded: str) -> int | None:
    """0 to 999: additions of units to tens, "quatre-vingt", "cent"."""
    known = _words()
    total = current = 0
    words = [word for word in folded.split() if word != "et"]
    if not words:
        return None
    for word in words:
        bare = word.removesuffix("s") if word in {"cents", "vingts"} else word
        if bare == "vingt" and current == 4:
            current = 80
        elif bare in known.tens and current == 0:
            current = known.tens[bare]
        elif bare in known.units and current % 10 == 0:  # also "dix-sept", "soixante-dix", "soixante et onze"
            current += known.units[bare]
        elif bare == "cent" and current < 10:
            total, current = (current or 1) * 100, 0
        else:
            return None
    return total + current


def _ordinal(folded: str) -> int | None:
    """ "troisième", "vingt et unième": the last word loses -ième and its stem gets its number back."""
    *before, last = folded.split() or [""]
    match = _IEME.fullmatch(last)
    if match is None:
        return None
    stem = match.group(1)
    known = _words()
    number = known.ordinal_stems.get(stem, known.units.get(stem, known.tens.get(stem)))
    if number is None:
        return None
    base = _cardinal(" ".join(before)) if before else 0
    return base + number if base is not None and (base == 0 or base > number) else None
