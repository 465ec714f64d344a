"""Every value of a document judged against its gold: right, wrong, missed or unexpected."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, TypeVar

from pipeline.evaluation.similarity import Node, pair

T = TypeVar("T")

NOTHING: Node = {}


class Verdict(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"  # the gold has another value: wrong and missed
    MISSED = "missed"
    UNEXPECTED = "unexpected"  # the gold has none


class Place(NamedTuple):
    """Where a value stands in the prediction, by index; None where the prediction has nothing there."""

    contract: int | None = None
    action: int | None = None
    item: int | None = None


NOWHERE = Place()


class Judged(NamedTuple):
    """One value; `gold` and `found` as JSON gives them, None on the side that has nothing."""

    field: str
    verdict: Verdict
    gold: object
    found: object
    place: Place


class Tally:
    """The judged values of one document, in the order in which they were compared."""

    def __init__(self) -> None:
        self.judged: list[Judged] = []

    def value(
        self,
        field: str,
        gold: object,
        found: object,
        same: Callable[[object, object], bool],
        at: Place = NOWHERE,
    ) -> None:
        """One value: a wrong one counts as wrong and as missed, one that the gold has not as unexpected."""
        if gold is None:
            if found not in (None, "", [], 0):
                self._add(field, Verdict.UNEXPECTED, None, found, at)
        elif found in (None, ""):
            self._add(field, Verdict.MISSED, gold, None, at)
        else:
            verdict = Verdict.RIGHT if same(gold, found) else Verdict.WRONG
            self._add(field, verdict, gold, found, at)

    def items(
        self,
        field: str,
        gold: Sequence[T],
        found: Sequence[T],
        alike: Callable[[T, T], float],
        minimum: float,
        place: Callable[[int], Place] = lambda _: NOWHERE,
    ) -> dict[int, int]:
        """A list, item by item; an optional gold item counts neither way when it is missing.

        `place` says where the n-th found item stands. Out: gold index → found index of the pairs.
        """
        pairs = pair(gold, found, alike, minimum)
        for i, item in enumerate(gold):
            if i in pairs:
                self._add(field, Verdict.RIGHT, item, found[pairs[i]], place(pairs[i]))
            elif not is_optional(item):
                self._add(field, Verdict.MISSED, item, None, place(-1)._replace(item=None))
        taken = set(pairs.values())
        for j, item in enumerate(found):
            if j not in taken:
                self._add(field, Verdict.UNEXPECTED, None, item, place(j))
        return pairs

    def _add(self, field: str, verdict: Verdict, gold: object, found: object, at: Place) -> None:
        self.judged.append(Judged(field, verdict, gold, found, at))


def is_optional(item: object) -> bool:
    return isinstance(item, Mapping) and bool(item.get("optional"))


def with_missed(
    gold: Sequence[Node], found: Sequence[Node], pairs: Mapping[int, int]
) -> Iterator[tuple[Node, Node, int | None]]:
    """Each gold record with the one found for it and its index, or with nothing: then its fields are missed."""
    for i, record in enumerate(gold):
        if i in pairs:
            yield record, found[pairs[i]], pairs[i]
        elif not is_optional(record):
            yield record, NOTHING, None
