"""What a recogniser is: texts in, for each its mentions in order, apart from one another."""

from bisect import bisect
from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol, runtime_checkable

from pydantic import Field

from models.base import Record


class MentionLabel(StrEnum):
    PER = "PER"
    ORG = "ORG"
    LOC = "LOC"


class Mention(Record):
    """A name in a text: `text` is exactly `source[start:end]`."""

    start: int = Field(ge=0)
    end: int
    label: MentionLabel
    text: str = Field(min_length=1)
    confidence: float = Field(default=1.0, ge=0.0, le=1.0)


@runtime_checkable
class Recogniser(Protocol):
    """`name` and `version` go into the method of the evidence and into cache keys.

    Promises, tested for every implementation: one list per text, in the order of the texts; mentions in
    the order of the text, that do not overlap, without white space at their ends; same text, same answer.
    """

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]: ...


def apart(mentions: Sequence[Mention]) -> list[Mention]:
    """In the order of the text; of two that overlap the one named first stays."""
    kept: list[Mention] = []  # in order and apart, so that only its neighbours can overlap a mention
    for mention in mentions:
        at = bisect(kept, mention.start, key=lambda other: other.start)
        free_before = at == 0 or kept[at - 1].end <= mention.start
        if free_before and (at == len(kept) or mention.end <= kept[at].start):
            kept.insert(at, mention)
    return kept


def cut(source: str, start: int, end: int, label: MentionLabel, confidence: float) -> Mention | None:
    """A mention without white space at its ends; None where nothing is left."""
    text = source[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    if not text:
        return None
    return Mention(start=start, end=start + len(text), label=label, text=text, confidence=confidence)
