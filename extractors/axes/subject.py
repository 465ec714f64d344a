"""Whose axes a sentence tells: those of the contract, of an earlier one or of another plan.

In: blocks. Out: the sentences that speak of the contract, with their heading.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.axes.patterns import OTHER_CONTRACT, OTHER_PLAN, OWN, PRONOUN, REVIEW, THIS_ONE
from extractors.mentions import sentences
from models.layout import Block, BlockKind

#: A review of the contract before takes so many pages; a longer one has lost the heading that ends it.
REVIEW_PAGES = 4


@dataclass(frozen=True)
class Sentence:
    """`start` in the block; `first` of its block; `heading` that it stands under."""

    text: str
    block: Block
    start: int
    first: bool
    heading: str = ""


def is_foreign(text: str) -> bool:
    """Another plan's or an earlier contract's, and nothing brings it back to this one."""
    if OTHER_CONTRACT.search(text):
        return _of_other_contract(text)
    plan = OTHER_PLAN.search(text)
    if plan is None:
        return False
    rest = OTHER_PLAN.sub(" ", text)
    own = OWN.search(rest)
    subject = PRONOUN.match(text) if plan.start() > 40 else None
    return own is None and subject is None


def _of_other_contract(text: str) -> bool:
    return bool(OTHER_CONTRACT.search(text)) and not THIS_ONE.search(text)


def foreign_sections(blocks: Sequence[Block]) -> list[bool]:
    """For each block, whether it stands under a heading about another contract or plan."""
    flags: list[bool] = []
    level: int | None = None
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            depth = block.level or 6
            if level is not None and depth <= level:
                level = None
            told = len(block.text) < 160 and (is_foreign(block.text) or REVIEW.search(block.text))
            if level is None and told and not _own_title(block):
                level = depth
        flags.append(level is not None)
    return flags


def foreign_tables(blocks: Sequence[Block]) -> set[int]:
    """The indexes of the tables under such a heading, not far below it: those of a review of the contract before."""
    found: set[int] = set()
    first: int | None = None
    for index, (block, foreign) in enumerate(zip(blocks, foreign_sections(blocks), strict=True)):
        if not foreign:
            first = None
        elif first is None:
            first = block.page or 0
        if foreign and block.table is not None and (block.page or 0) - (first or 0) < REVIEW_PAGES:
            found.add(index)
    return found


def _own_title(block: Block) -> bool:
    return (block.level or 6) == 1


def own_sentences(blocks: Sequence[Block], *, plans: bool = False) -> Iterator[Sentence]:
    """Those of paragraphs and list items near words of a contract, whose subject is no other contract.

    `plans`: those that name another plan too; a CPTS or a PAT may be a partner.
    """
    heading, before = "", ""
    for block, foreign in zip(blocks, foreign_sections(blocks), strict=True):
        if block.kind is BlockKind.HEADING:
            heading = block.text
            before = f"{before} {heading}"
            continue
        if block.table is not None:
            continue
        if not foreign and (OWN.search(block.text) or OWN.search(before) or OWN.search(heading)):
            yield from _own(block, heading, plans=plans)
        before = (
            block.text if OWN.search(block.text) or len(block.text) > 200 else f"{before[-400:]} {block.text}"
        )


def _own(block: Block, heading: str, *, plans: bool) -> Iterator[Sentence]:
    other = False
    for number, (start, text) in enumerate(sentences(block.text)):
        foreign = _of_other_contract(text) if plans else is_foreign(text)
        other = foreign or (other and bool(PRONOUN.match(text)))
        if not other:
            yield Sentence(text, block, start, number == 0, heading)
