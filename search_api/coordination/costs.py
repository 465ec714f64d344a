"""Amounts of money that a budget states: a text in, euros out, each as it is written."""

import re
from collections.abc import Iterable
from statistics import median

from models.base import Record

_AMOUNT = re.compile(
    r"(?<![\d,.])(\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d+)(?:,(\d{1,2}))?[ \u00a0\u202f]?"
    r"(millions?(?: d['’] ?euros)?|m€|k€|€|euros?\b|keuros?\b)",
    re.IGNORECASE,
)
_FACTORS = {"k": 1_000, "m": 1_000_000}


class Costs(Record):
    """Of the sheets that state an amount: how many, and the least, middle and greatest of their amounts, in euros.

    A sheet counts with its greatest amount: what its parts add up to is not ours to guess.
    """

    stated: int
    least: int
    median: int
    most: int


def amounts(text: str) -> list[int]:
    """Whole euros, in the order of the text: "12 000 €" → 12000, "1,5 million d'euros" → 1500000."""
    found = []
    for whole, decimals, unit in _AMOUNT.findall(text):
        value = float(re.sub(r"[ \u00a0\u202f.]", "", whole) + ("." + decimals if decimals else ""))
        first = unit[0].lower()
        found.append(round(value * _FACTORS.get(first, 1)))
    return found


def costs_of(budgets: Iterable[str | None]) -> Costs | None:
    """None where no budget states an amount."""
    stated = sorted(max(found) for text in budgets if text and (found := amounts(text)))
    if not stated:
        return None
    return Costs(stated=len(stated), least=stated[0], median=round(median(stated)), most=stated[-1])
