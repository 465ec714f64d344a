"""Sentences that state a contract: it was signed, by whom, for how long, or it is being prepared.

In: blocks. Out: `Statement`s, one a paragraph at most.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.dates.cues import SIGN
from extractors.dates.parse import dates, durations
from extractors.dates.subjects import Things, What
from extractors.mentions import Passage, passages
from extractors.scopes.patterns import GENERAL, PREPARING, STATUS
from extractors.signatories.prose import items_of
from models.layout import Block, BlockKind

#: A proper name after the first word: "la ville de Bron", not "l'agence", "la collectivité".
PROPER = re.compile(r"\S\s+[A-ZÉÈÎÂŒ]")


@dataclass(frozen=True)
class Statement:
    """`number` of the block; `parties` told in the sentence; `dated`: a day, a year or a length stands in it."""

    number: int
    passage: Passage
    parties: int
    dated: bool
    preparing: bool
    named: bool  # the sentence itself names a contract


def find_statements(blocks: Sequence[Block], *, titled: bool = False) -> Iterator[Statement]:
    """`titled`: the page is about a contract, so that a sentence that names nothing is about it."""
    for number, block in enumerate(blocks):
        if block.table is not None or block.kind is BlockKind.HEADING:
            continue
        found = list(_stated(number, block, titled))
        if found:
            best = max(found, key=lambda s: (s.parties >= 2, s.parties > 0 and s.dated, s.dated, s.named))
            yield replace(best, dated=any(s.dated for s in found), named=any(s.named for s in found))


def _stated(number: int, block: Block, titled: bool) -> Iterator[Statement]:
    spoken_of = titled
    for passage in passages([block]):
        text = passage.text
        things = Things(text, succeeded=lambda: False, formal=False)
        about = [thing.what for thing in things.found if thing.what is not What.OTHER]
        follows = spoken_of and not things.found
        spoken_of = bool(about) or follows
        if GENERAL.search(text) or text.rstrip(" »").endswith("?") or not (about or follows):
            continue
        preparing = PREPARING.search(text) is not None
        if not (preparing or SIGN.search(text) or STATUS.search(text)):
            continue
        items = items_of(text)
        parties = len(items) if any(PROPER.search(item.name) for item in items) else min(len(items), 1)
        dated = bool(dates(text, years=True)) or any(True for _ in durations(text))
        earlier = about and all(what is What.EARLIER for what in about)
        if (
            dated and len(items) > parties
        ):  # "la ville et l'ARS", with a date: bare, but of this very contract
            parties = len(items)
        if (parties >= 2 or dated or preparing) and not (earlier and parties < 2):
            yield Statement(number, passage, parties, dated, preparing, bool(about))
