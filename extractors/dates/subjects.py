"""What a sentence speaks of: this contract, an earlier or a later one, or another thing with dates of its own.

In: a sentence. Out: `Things` that answer, for a place in it, what a verb or a length of time there is about.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from extractors.dates.cues import (
    ACTIONS_FOR,
    COMPLEMENT,
    CONTRACT,
    EARLIER,
    FIRST,
    LATER,
    LONG_OVER,
    NEIGHBOUR,
    OTHER_KIND,
    OTHER_THING,
    OVER,
    OWN,
    PRESENT,
    SELF,
)
from extractors.guarded import Guarded

#: Longer sentences are lists or damaged texts: what stands further is not looked at.
LONGEST = 1500
#: A foreign thing further after the words than this has nothing to do with them.
NEAR_AFTER = 25
#: Characters between a thing and the words that go on about it, whatever its place in the sentence.
TOUCHING = 14


class What(Enum):
    OWN = "own"  # this very contract
    CONTRACT = "contract"  # a contract of ours, not further told
    OVER = "over"  # a contract told of in the pluperfect: an earlier one, if the text has another
    EARLIER = "earlier"  # a contract before this one, after it, or beside it
    OTHER = "other"


@dataclass(frozen=True)
class Thing:
    start: int
    end: int
    what: What


_ORDER: tuple[tuple[Guarded, What], ...] = (
    (PRESENT, What.OWN),
    (OTHER_KIND, What.OTHER),
    (EARLIER, What.EARLIER),
    (LATER, What.EARLIER),
    (OWN, What.OWN),
    (FIRST, What.EARLIER),
    (CONTRACT, What.CONTRACT),
    (OTHER_THING, What.OTHER),
)


class Things:
    """`succeeded` tells whether the document speaks of a later contract, so that "le premier" is another one.

    `amendment`: the document amends a contract, so that "le contrat" is the one before.
    """

    def __init__(
        self, text: str, *, succeeded: Callable[[], bool], formal: bool, amendment: bool = False
    ) -> None:
        self.text = " ".join(text[:LONGEST].split())
        self._amendment = amendment
        over = bool(OVER.search(self.text)) and (formal or succeeded())
        self._over = over or bool(NEIGHBOUR.search(self.text))
        self._long_over = bool(LONG_OVER.search(self.text))
        self._selves = {match.end() for match in SELF.finditer(self.text)}
        self.found = sorted(self._find(succeeded), key=lambda thing: thing.start)

    def _find(self, succeeded: Callable[[], bool]) -> Iterator[Thing]:
        taken: list[Thing] = []
        for pattern, what in _ORDER:
            for match in pattern.finditer(self.text):
                if any(t.start < match.end() and match.start() < t.end for t in taken):
                    continue
                said = What.CONTRACT if pattern is FIRST and not succeeded() else what
                if self._over and (said is What.CONTRACT or pattern is OWN):
                    said = What.EARLIER
                elif self._long_over and said is What.CONTRACT:
                    said = What.EARLIER if pattern is FIRST or succeeded() else What.OVER
                elif said is What.CONTRACT and match.end() in self._selves:
                    said = What.CONTRACT if self._amendment else What.OWN
                taken.append(Thing(match.start(), match.end(), said))
        if any(thing.what in {What.OWN, What.CONTRACT} for thing in taken):
            taken += [Thing(m.start(), m.end(), What.CONTRACT) for m in ACTIONS_FOR.finditer(self.text)]
        yield from taken

    def about(self, at: int, *, active: bool = False) -> What | None:
        """What the words at `at` are about; None: nothing is named.

        A passive verb has its subject before it: the thing right before it, else the last that is no complement.
        An active one has its object after it.
        """
        before = [t for t in self.found if t.end <= at]
        after = [t for t in self.found if t.start >= at]
        if active and after:
            return after[0].what
        if before and at - before[-1].end <= TOUCHING:
            return before[-1].what
        subjects = [t for t in before if not self._is_complement(t)]
        if after and after[0].what is What.OTHER and after[0].start - at > NEAR_AFTER:
            after = []
        order = [*subjects[-1:], *before[-1:], *after[:1]]
        return order[0].what if order else None

    def _is_complement(self, thing: Thing) -> bool:
        return bool(COMPLEMENT.search(self.text[max(0, thing.start - 24) : thing.start]))

    @property
    def only_other(self) -> bool:
        return bool(self.found) and all(t.what in {What.OTHER, What.EARLIER} for t in self.found)
