"""One sentence being read for its dates: where it stands, what it speaks of, and the candidates it gives."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from extractors.dates.cues import FOREIGN_SUBJECT, GENERAL
from extractors.dates.parse import Found, dates
from extractors.dates.subjects import LONGEST, Things, What
from extractors.mentions import Passage

#: Rank of a reading in an article on the duration where nothing is named: it may be a sheet's own calendar.
UNNAMED = 1.7


@dataclass(frozen=True)
class Candidate:
    """`rank`: the smaller, the surer. `field` is that of the contract, or "from_signature"."""

    field: str
    value: str | int
    rank: float
    passage: Passage


class Reading:
    """`before` is the sentence before it in the same paragraph, `today` the day that the text bears."""

    def __init__(
        self,
        passage: Passage,
        *,
        formal: bool,
        succeeded: Callable[[], bool],
        amendment: bool,
        in_article: bool,
        in_title: bool,
        before: "Reading | None",
        today: date | None = None,
    ) -> None:
        self.passage = passage
        self.text = " ".join(passage.text[:LONGEST].split())
        self.formal, self.amendment = formal, amendment
        self.in_article, self.in_title = in_article, in_title
        self._succeeded = succeeded
        self.before = before
        self.today = today

    @cached_property
    def things(self) -> Things:
        """Asked only of sentences with a date, or before one: most have none."""
        return Things(self.text, succeeded=self._succeeded, formal=self.formal, amendment=self.amendment)

    @cached_property
    def dates(self) -> list[Found]:
        """Its days and months."""
        return dates(self.text)

    @cached_property
    def general(self) -> bool:
        return bool(GENERAL.search(self.text))

    @property
    def carries(self) -> What | None:
        """What the sentence leaves for the next one, which may name nothing: "Il prend effet le …"."""
        if self.things.found:
            return self.things.found[0].what
        return self.before.carries if self.before else None

    def rank(self, at: int, *, active: bool = False) -> float | None:
        """How surely the words at this place are about this contract; None when they are about something else."""
        what = self.things.about(at, active=active)
        if (
            what is None
            and self.before is not None
            and not (self.formal and FOREIGN_SUBJECT.match(self.text))
        ):
            what = self.before.carries
        if what in {What.OTHER, What.EARLIER} or (what is What.OVER and self.formal):
            return None
        if what is What.OVER:
            return 5.0
        if what is What.OWN:
            return 0.0 if self.in_article else 1.0
        if not self.formal or self.in_article:
            if self.formal and what is None:
                return UNNAMED
            return 0.5 if self.in_article else 1.5 if what else 2.0
        return None
