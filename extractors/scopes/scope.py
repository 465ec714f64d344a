"""A run of a page that speaks of one contract."""

from dataclasses import dataclass

from extractors.mentions import Passage
from extractors.territory.labels import Label
from models.layout import Block


@dataclass(frozen=True)
class Scope:
    """`blocks` of one contract; `statement` states it; `heading` and `label` name its place on a page of several;
    `name` is its territory if that is all the page tells. `alone`: the whole page is about this one contract.
    `unsure`: no sentence states it, so that only what the page tells as a whole can show that there is one.
    """

    blocks: tuple[Block, ...]
    statement: Passage | None = None
    name: str | None = None
    heading: Block | None = None
    label: Label | None = None
    alone: bool = False
    unsure: bool = False
