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
    AXES_COLUMN,
    AXES_HEADING,
    BEARS_ON,
    NO_AXIS,
    OBJECTIVES_COLUMN,
    TELLS,
    TRANSVERSAL,
)
from extractors.axes.subject import foreign_sections, is_foreign
from extractors.mentions.items import Item, clean_item, split_items
from extractors.outline.titles import read_head
from models.layout import Block, BlockKind, Cell, Table
from models.records import Axis
from models.text import fold
from models.vocabularies.french import parse_number_word

MAX_TITLE = 160
#: "• la prévention, – les soins, – le logement" left in one item by a page that marks its list with dashes.
_DASHES = re.compile(r"[,;]\s+[–—-]\s+")
_RANK = re.compile(r"\(?([0-9]{1,2}|[A-Za-z]|[ivx]{1,4})[.)°]")
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
    return _column(blocks) or _value(blocks) or cited_axis(blocks)


def _announced(blocks: Sequence[Block]) -> Iterator[tuple[int, list[Listed]]]:
    foreign = foreign_sections(blocks)
    for index, block in enumerate(blocks):
        if block.table is not None or foreign[index] or not block.text.strip():
            continue
        count = _announcement(block)
        if count is None:
            continue
        below = blocks[index + 1 :]
        if not below:
            continue
        items = (
            _list(below, count)
            or _table(below[0])
            or _headings(block, below, count)
            or _paragraphs(below, count)
        )
        if items:
            yield index, items


def _announcement(block: Block) -> int | None:
    """How many axes the end of a block announces, 0 when it does not count them; None when it announces none."""
    last = re.split(r"(?<=[.!?])\s+(?=\W*\w)", block.text.strip())[-1].strip()
    if is_foreign(last):
        return None
    if block.kind is BlockKind.HEADING:
        found = AXES_HEADING.fullmatch(block.text.strip())
        return _count(block.text) if found else None
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
        Listed(_with(axis_of(block.text), ranks[place], inner.get(place, ())), block, block.text)
        for place, block in enumerate(items)
    ]


def _ranks(items: Sequence[Block]) -> list[str | None]:
    """ "1.", "2." or "a)", "b)" in front of all the items, else nothing."""
    found = [_RANK.fullmatch(block.marker or "") for block in items]
    ranks = [match[1].upper() if match else None for match in found]
    return ranks if all(ranks) and len(set(ranks)) == len(ranks) else [None] * len(items)


def _with(axis: Axis, number: str | None, inner: Sequence[Block]) -> Axis:
    goals = tuple(block.text.strip(" ;.") for block in inner)
    return axis.model_copy(update={"number": number, "objectives": axis.objectives + goals})


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
    return [Listed(_titled(block.text), block, block.text) for block in found]


def _titled(text: str) -> Axis:
    head = read_head(text)
    if head.number and head.title:
        return Axis(number=head.number.upper(), title=head.title.strip(" .;:"))
    return Axis(title=text.strip(" .;:"))


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
    return [Listed(_titled(block.text), block, block.text) for block in run]


# --- tables ----------------------------------------------------------------------------------------------------------


def _table(block: Block) -> list[Listed]:
    """Rows of a number and a title, of a title and its objectives, or a column of axes."""
    if block.table is None:
        return []
    column = _column([block])
    if column:
        return column
    table = block.table
    rows = _rows(table)
    if len(rows) < 2 or table.cols > 2:
        return []
    listed = []
    for row in rows:
        first, rest = row[0].text.strip(), row[1].text if len(row) > 1 else ""
        rank = re.fullmatch(r"(?:axe\s*)?(?:n\s?°\s*)?(\d{1,2}|[IVX]{1,4}|[A-H])[.):]?", first, re.IGNORECASE)
        if rank and rest:
            listed.append(_cell(block, row[1], axis_of(rest.replace("\n", " ")), rank[1].upper()))
        elif first:
            listed.append(_cell(block, row[0], _titled(first.replace("\n", " ")), None))
    ok = all(3 < len(item.axis.title) <= MAX_TITLE and not NO_AXIS.match(item.axis.title) for item in listed)
    return listed if ok and len(listed) > 1 else []


def _column(blocks: Sequence[Block]) -> list[Listed]:
    """The different values under "Axe", with what stands under "Objectifs" beside them."""
    listed: dict[str, Listed] = {}
    for block in blocks:
        table = block.table
        header = {c.col: c.text.strip() for c in table.cells if c.row == 0} if table is not None else {}
        at = next((col for col, text in header.items() if AXES_COLUMN.fullmatch(text)), None)
        if table is None or at is None or table.rows < 3 or len(header) < 2:
            continue
        goals_at = next((col for col, text in header.items() if OBJECTIVES_COLUMN.fullmatch(text)), None)
        for row in _rows(table)[1:]:
            cell = next((c for c in row if c.col == at and c.text.strip()), None)
            if cell is None:
                continue
            axis = _titled(" ".join(cell.text.split()))
            goals = next((c.text for c in row if c.col == goals_at), "")
            axis = axis.model_copy(update={"objectives": tuple(_lines(goals))})
            listed.setdefault(fold(axis.title), _cell(block, cell, axis, axis.number))
    return list(listed.values()) if len(listed) > 1 else []


def _value(blocks: Sequence[Block]) -> list[Listed]:
    """ "Axes | santé des enfants ; santé mentale": a row of a label and its value."""
    for block in blocks:
        for row in _rows(block.table) if block.table is not None else ():
            if len(row) != 2 or not AXES_COLUMN.fullmatch(row[0].text.strip()):
                continue
            lines = [line for line in row[1].text.split("\n") if line.strip()]
            items = [Item(clean_item(line)) for line in lines] if len(lines) > 1 else split_items(lines[0])
            listed = [_cell(block, row[1], axis_of(item.text), item.rank) for item in items if item.text]
            if all(3 < len(one.axis.title) <= MAX_TITLE for one in listed):
                return listed
    return []


def _lines(text: str) -> list[str]:
    parts = re.split(r"\n|;", text)
    return [clean for part in parts if (clean := clean_item(part))]


def _rows(table: Table) -> list[list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.text.strip():
            rows.setdefault(cell.row, []).append(cell)
    return [rows[row] for row in sorted(rows)]


def _cell(block: Block, cell: Cell, axis: Axis, number: str | None) -> Listed:
    part = block.model_copy(update={"text": cell.text, "bbox": cell.bbox, "lines": cell.lines, "table": None})
    return Listed(axis.model_copy(update={"number": number}), part, axis.title)


# --- titles of list items ---------------------------------------------------------------------------------------------


def axis_of(text: str) -> Axis:
    """ "les personnes âgées : parcours, maintien dans le logement ;" → title and objectives."""
    text = TRANSVERSAL.sub("", text.strip().rstrip(" ;."))
    title, colon, rest = text.partition(" :")
    if not colon or len(title) < 4:
        return Axis(title=clean_item(text) or text)
    return Axis(title=title.strip(), objectives=tuple(split_objectives(rest)))


def split_objectives(text: str) -> list[str]:
    """At commas, where what follows could stand alone: "dépistages et prise en charge, addictions" stays whole
    when the pieces are single words after an "et"."""
    parts = [part.strip(" .;") for part in re.split(r",(?![^(]*\))", text)]
    merged: list[str] = []
    for part in parts:
        words = part.split()
        if merged and (
            len(words) <= 4
            and " et " in f" {part} "
            and words[0].lower() != "lutter"
            and not part[:1].isupper()
            and not _is_verb(words[0])
        ):
            merged[-1] = f"{merged[-1]}, {part}"
        elif part:
            merged.append(part)
    return merged


def _is_verb(word: str) -> bool:
    return bool(re.fullmatch(r"[a-zéèêà]+(?:er|ir|re)", word))
