"""Axes without numbers: what a heading or a sentence announces (a list, headings, paragraphs, a table), else the
enumeration in a sentence.

In: blocks. Out: `Listed` axes with the words that prove them, or nothing.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.axes.inline import Listed, cited_axis, inline_axes
from extractors.axes.patterns import (
    ANNOUNCED,
    ANNOUNCES,
    ASKS_FOR_AXES,
    AXES_HEADING,
    BEARS_ON,
    COUNTED_AIMS,
    NO_AXIS,
    NUMBERED_INLINE,
    OF_THIS_CONTRACT,
    TELLS,
)
from extractors.axes.reading import axis_of, titled
from extractors.axes.subject import foreign_sections, foreign_tables, is_foreign
from extractors.axes.tables import MAX_TITLE, column_axes, table_axes, value_axes
from extractors.mentions.items import split_items
from extractors.outline.wording import label_field
from models.layout import Block, BlockKind
from models.records import Axis
from models.text import fold
from models.vocabularies.french import parse_number_word

#: "• la prévention, – les soins, – le logement" left in one item by a page that marks its list with dashes.
_DASHES = re.compile(r"[,;]\s+[–—-]\s+")
_RANK = re.compile(r"\(?([0-9]{1,2}|[A-Za-z]|[ivx]{1,4})[.)°]")
#: A heading that comes so often is a label of the sheets.
REPEATED = 3
#: Forty marks at most before the word that opens a sentence.
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=\W{0,40}\w)")
_POINTS_DOWN = re.compile(r"\b(?:ci-(?:après|dessous)|suivante?s)\s*[.:]?\s*$", re.IGNORECASE)


def listed_axes(blocks: Sequence[Block]) -> list[Listed]:
    """The announced run whose titles come back as headings later, else the first one; a cited axis last of all."""
    heads = {fold(block.text) for block in blocks if block.kind is BlockKind.HEADING}
    best: list[Listed] = []
    most = -1
    for index, items in _announced(blocks):
        below = blocks[index + 1 :]
        again = sum(fold(listed.axis.title) in heads for listed in items) if heads and below else 0
        again = 0 if items[0].block.kind is BlockKind.HEADING else again
        if again > most:
            best, most = items, again
    if best:
        return best
    told = inline_axes(blocks)
    if told:
        return told[0]
    foreign = foreign_tables(blocks)
    own = [block for index, block in enumerate(blocks) if index not in foreign]
    return column_axes(own) or value_axes(own) or cited_axis(own)


def _announced(blocks: Sequence[Block]) -> Iterator[tuple[int, list[Listed]]]:
    foreign = foreign_sections(blocks)
    for index, block in enumerate(blocks):
        if block.table is not None or foreign[index] or not block.text.strip():
            continue
        count = None if _is_label(block, blocks) else _announcement(block)
        exact = (
            count is None
        )  # "Le contrat s'organise autour de trois défis." and three headings or bullets below
        if count is None and (count := _counted(block)) is None:
            continue
        below = blocks[index + 1 :]
        if not below:
            continue
        items = (
            _list(below, count)
            or table_axes(below[0])
            or _headings(block, below, count)
            or _paragraphs(below, count)
        )
        if items and (not exact or len(items) == count):
            yield index, items


def _is_label(block: Block, blocks: Sequence[Block]) -> bool:
    """ "AXE STRATÉGIQUE" in every sheet: a heading that comes back heads no list of axes."""
    if block.kind is not BlockKind.HEADING or label_field(block.text) != "axis":
        return False
    return sum(other.text == block.text for other in blocks if other.kind is BlockKind.HEADING) >= REPEATED


def _last_sentence(text: str) -> str:
    return _SENTENCE_END.split(text.strip())[-1].strip()


def _counted(block: Block) -> int | None:
    """How many axes a sentence counts that ends without a colon."""
    last = _last_sentence(block.text)
    if block.kind is BlockKind.HEADING or is_foreign(last):
        return None
    aims = COUNTED_AIMS.search(last)
    if aims is not None and aims.end() == len(last):
        return parse_number_word(aims["count"])
    return (_count(last) or None) if OF_THIS_CONTRACT.search(last) else None


def _announcement(block: Block) -> int | None:
    """How many axes the end of a block announces, 0 when it does not count them; None when it announces none."""
    last = _last_sentence(block.text)
    if is_foreign(last):
        return None
    if block.kind is BlockKind.HEADING:
        short = block.text.strip()
        if len(short) > MAX_TITLE:
            return None
        return _count(block.text) if AXES_HEADING.fullmatch(short) or ASKS_FOR_AXES.fullmatch(short) else None
    if last.endswith(":") and BEARS_ON.search(last):
        return 0
    if not (last.endswith(":") or _POINTS_DOWN.search(last)):
        return None
    if ANNOUNCES.search(last) or (TELLS.search(last) and _POINTS_DOWN.search(last)) or _only(last):
        return _count(last)
    return None


def _only(text: str) -> bool:
    """ "Il ne comporte qu'une orientation :" """
    return bool(re.search(r"qu.une?\s+(?:axe|orientation|priorité|thématique)\s*:$", text, re.IGNORECASE))


def _count(text: str) -> int:
    found = ANNOUNCED.search(text)
    return (parse_number_word(found["count"]) or 0) if found else 0


# --- what is announced ----------------------------------------------------------------------------------------------


def _list(below: Sequence[Block], count: int) -> list[Listed]:
    """List items; those of a list inside a list are objectives of the item above."""
    items: list[Block] = []
    inner: dict[int, list[Block]] = {}
    for block in below:
        if block.kind is not BlockKind.LIST_ITEM:
            break
        if items and block.region != items[0].region and block.marker == "–" and items[0].marker != "–":
            inner.setdefault(len(items) - 1, []).append(block)
        else:
            items.append(block)
    if len(items) == 1 and _DASHES.search(items[0].text):
        parts = split_items(_DASHES.sub(" ; ", items[0].text))
        return [Listed(Axis(title=part.text), items[0], part.text) for part in parts]
    if len(items) < (1 if count == 1 else 2):
        return []
    ranks = _ranks(items)
    return [
        Listed(_with(_of_item(block.text), ranks[place], inner.get(place, ())), block, block.text)
        for place, block in enumerate(items)
    ]


def _of_item(text: str) -> Axis:
    """ "Chantier 1 : la petite enfance" has its number; "les aînés : logement, parcours" its objectives."""
    numbered = NUMBERED_INLINE.match(text)
    if numbered is not None:
        return Axis(number=numbered["number"].upper(), title=text[numbered.end() :].strip(" .;"))
    return axis_of(text)


def _ranks(items: Sequence[Block]) -> list[str | None]:
    """ "1.", "2." or "a)", "b)" in front of all the items, else nothing."""
    found = [_RANK.fullmatch(block.marker or "") for block in items]
    ranks = [match[1].upper() if match else None for match in found]
    return ranks if all(ranks) and len(set(ranks)) == len(ranks) else [None] * len(items)


def _with(axis: Axis, number: str | None, inner: Sequence[Block]) -> Axis:
    goals = tuple(block.text.strip(" ;.") for block in inner)
    return axis.model_copy(update={"number": number or axis.number, "objectives": axis.objectives + goals})


def _headings(head: Block, below: Sequence[Block], count: int) -> list[Listed]:
    """The headings under it, all of one depth: "Les priorités" over three cards."""
    level = head.level or 6 if head.kind is BlockKind.HEADING else 0
    if head.kind is not BlockKind.HEADING and (not count or below[0].kind is not BlockKind.HEADING):
        return []
    found: list[Block] = []
    for block in below:
        if block.kind is not BlockKind.HEADING:
            continue
        depth = block.level or 6
        if depth <= level or (found and depth < (found[0].level or 6)):
            break
        if (
            (not found or depth == found[0].level)
            and not NO_AXIS.match(block.text)
            and len(block.text) <= MAX_TITLE
        ):
            found.append(block)
    if count and len(found) > count and head.kind is not BlockKind.HEADING:
        found = found[:count]
    if len(found) < 2 or (count and len(found) != count):
        return []
    return [Listed(titled(block.text), block, block.text) for block in found]


def _paragraphs(below: Sequence[Block], count: int) -> list[Listed]:
    """As many short paragraphs as were announced, one axis each."""
    if count < 2 or len(below) < count:
        return []
    run = below[:count]
    short = all(
        b.kind is BlockKind.PARAGRAPH and 3 < len(b.text) <= MAX_TITLE and b.table is None for b in run
    )
    if (
        not short
        or any(re.search(r"[.:]\s+\w", b.text) for b in run)
        or sum(b.text.endswith(".") for b in run[:-1])
    ):
        return []
    return [Listed(titled(block.text), block, block.text) for block in run]
