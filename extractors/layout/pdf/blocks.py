"""From printed lines to blocks: paragraphs, list items and heading candidates of one column or box.

In: lines of one place in reading order. Out: `Block`s without heading levels (headings.py adds them).
"""

import re
from collections.abc import Sequence

from extractors.layout.cuts import Healer
from extractors.layout.marks import split_mark
from extractors.layout.pdf.lines import union
from extractors.layout.text import join_lines
from models.evidence import BBox
from models.layout import Block, BlockKind, Cell, Line, Table

#: A gap between baselines of more than this many line heights begins a new paragraph.
PARAGRAPH_GAP = 0.55
#: "Axe 2 – …", "Fiche action n° 4 : …" begin a block of their own; so does what follows a contents line.
_NUMBERED_HEAD = re.compile(
    r"(?:axe|volet|orientation|priorité|fiche|action|objectif|défi|enjeu|thématique|pilier|article)\b.{0,18}?"
    r"(?:\d{1,2}(?:[.-]\d{1,2})*|\b[IVX]{1,4}|\b[A-H]\d{0,2})\s*[–—:.-]\s",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.\s?){5,}")
_RANK = re.compile(r"(\d{1,2})\.\s+\S")


def make_blocks(
    lines: Sequence[Line], *, page: int, region: int | None = None, fill: int | None = None, ocr: bool = False
) -> list[Block]:
    """Group the lines: a mark, a gap, a change of style or a dedent begins a new block."""
    groups: list[list[Line]] = []
    right = max((box_of(line)[2] for line in lines), default=0.0)
    for line in lines:
        if groups and _continues(groups[-1], line, right) and not (ocr and _is_label(groups[-1][-1], line)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_block(group, page, region, fill, ocr) for group in groups]


def healed(block: Block, healer: Healer) -> Block:
    """The block without words cut at line ends, its cells likewise."""
    if block.table is not None:
        cells = tuple(_healed_cell(cell, healer) for cell in block.table.cells)
        if all(new is old for new, old in zip(cells, block.table.cells, strict=True)):
            return block
        table = block.table.model_copy(update={"cells": cells})
        return block.model_copy(update={"table": table, "text": table_text(table)})
    lines = healer.heal(block.lines)
    if lines == block.lines:
        return block
    text = join_lines(line.text for line in lines)
    return block.model_copy(update={"lines": lines, "text": split_mark(text)[1] if block.marker else text})


def _healed_cell(cell: Cell, healer: Healer) -> Cell:
    lines = healer.heal(cell.lines)
    if lines == cell.lines:
        return cell
    return cell.model_copy(update={"lines": lines, "text": "\n".join(line.text for line in lines)})


def table_text(table: Table) -> str:
    """The cells row by row, for a table that is read as text."""
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell.text.replace("\n", " "))
    return "\n".join(" | ".join(part for part in row if part) for row in rows.values() if any(row))


def box_of(line: Line) -> BBox:
    """The box of a line that comes from a page."""
    assert line.bbox is not None
    return line.bbox


def _continues(group: list[Line], line: Line, right: float) -> bool:
    last = group[-1]
    a, b = box_of(last), box_of(line)
    height = max(min(a[3] - a[1], b[3] - b[1]), 1.0)
    if (
        abs((a[1] + a[3]) - (b[1] + b[3])) < height * 0.8 and b[0] >= a[2] - 1
    ):  # goes on along the same baseline
        return b[0] - a[2] < 4 * height
    if b[1] - a[3] > PARAGRAPH_GAP * height or b[1] < a[1] - 2:
        return False
    if split_mark(line.text)[0] is not None:
        return False
    if _NUMBERED_HEAD.match(line.text) or _LEADERS.search(last.text) or _is_next(group[0], line):
        return False
    if last.text.endswith("-") and line.text[:1].islower() and abs(last.size - line.size) < 1.6:
        return True
    if _style(last) != _style(line) and not _mixed(last, line):
        return False
    if line.lead is not None and line.lead.rstrip().endswith(":"):
        return False
    first = box_of(group[0])
    if split_mark(group[0].text)[0] is not None:
        return b[0] > first[0] - 2
    if len(group) > 1 and b[0] < first[0] - 2 < box_of(group[1])[0] - 4:
        return False  # left of a paragraph whose first line hangs out
    if line.text[:1].islower():
        return True
    short = a[2] < right - 0.25 * (right - first[0])
    ended = last.text.rstrip().endswith((".", ";", ":", "!", "?"))
    return not (short and ended)


def _is_next(first: Line, line: Line) -> bool:
    """ "2. …" below a paragraph that began with "1. …"."""
    below = _RANK.match(line.text)
    above = _RANK.match(first.text) if below else None
    return below is not None and above is not None and int(below[1]) == int(above[1]) + 1


def _is_label(last: Line, line: Line) -> bool:
    """A line in capitals over one that is not: on a picture nothing else tells a label from its text."""
    return last.text.isupper() and not line.text.isupper() and sum(c.isalpha() for c in last.text) > 3


def _style(line: Line) -> tuple[bool, int, int]:
    return (line.bold, round(line.size), line.color)


def _mixed(one: Line, other: Line) -> bool:
    """A paragraph that begins or goes on in bold: same size, and one of the two lines mixes both."""
    return abs(one.size - other.size) < 0.8 and one.color == other.color and one.lead is not None


def _block(lines: list[Line], page: int, region: int | None, fill: int | None, ocr: bool) -> Block:
    text = join_lines(line.text for line in lines)
    mark, rest = split_mark(text)
    return Block(
        kind=BlockKind.LIST_ITEM if mark else BlockKind.PARAGRAPH,
        text=rest if mark else text,
        marker=mark,
        page=page,
        bbox=union(box_of(line) for line in lines),
        lines=tuple(lines),
        region=region,
        fill=fill,
        ocr=ocr,
    )
