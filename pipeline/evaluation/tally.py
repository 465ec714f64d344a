"""Counting of right, wrong and missed values per field."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from models.base import Record
from pipeline.evaluation.similarity import Node, pair

T = TypeVar("T")

NOTHING: Node = {}


class FieldScore(Record):
    """`support` is the number of values in the gold."""

    field: str
    support: int
    tp: int
    fp: int
    fn: int
    precision: float
    recall: float
    f1: float


class Tally:
    def __init__(self) -> None:
        self._right: Counter[str] = Counter()
        self._wrong: Counter[str] = Counter()
        self._missed: Counter[str] = Counter()

    def value(self, field: str, gold: object, found: object, same: Callable[[object, object], bool]) -> None:
        """One value: a wrong one counts as wrong and as missed, one that the gold has not as wrong."""
        if gold is None:
            if found not in (None, "", [], 0):
                self._wrong[field] += 1
            return
        absent = found in (None, "")
        right = not absent and same(gold, found)
        self._right[field] += right
        self._wrong[field] += not right and not absent
        self._missed[field] += not right

    def items(
        self,
        field: str,
        gold: Sequence[T],
        found: Sequence[T],
        alike: Callable[[T, T], float],
        minimum: float,
    ) -> dict[int, int]:
        """A list, item by item; an optional gold item counts neither way when it is missing."""
        pairs = pair(gold, found, alike, minimum)
        missed = sum(i not in pairs and not is_optional(item) for i, item in enumerate(gold))
        self._right[field] += len(pairs)
        self._wrong[field] += len(found) - len(pairs)
        self._missed[field] += missed
        return pairs

    def scores(self) -> Iterator[FieldScore]:
        for field in sorted(self._right.keys() | self._wrong.keys() | self._missed.keys()):
            tp, fp, fn = self._right[field], self._wrong[field], self._missed[field]
            precision = tp / (tp + fp) if tp + fp else 1.0
            recall = tp / (tp + fn) if tp + fn else 1.0
            both = precision + recall
            yield FieldScore(
                field=field,
                support=tp + fn,
                tp=tp,
                fp=fp,
                fn=fn,
                precision=precision,
                recall=recall,
                f1=2 * precision * recall / both if both else 0.0,
            )


def is_optional(item: object) -> bool:
    return isinstance(item, Mapping) and bool(item.get("optional"))


def with_missed(
    gold: Sequence[Node], found: Sequence[Node], pairs: Mapping[int, int]
) -> Iterator[tuple[Node, Node]]:
    """Each gold record with the one found for it, or with nothing: then its fields are missed."""
    for i, record in enumerate(gold):
        if i in pairs:
            yield record, found[pairs[i]]
        elif not is_optional(record):
            yield record, NOTHING
