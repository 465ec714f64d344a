"""Axes in tables: rows of a number and a title, a column of axes, a row "Axes | …".

In: blocks. Out: `Listed` axes, each proved by its cell.
"""

import re
from collections.abc import Sequence

from extractors.axes.inline import Listed
from extractors.axes.patterns import AXES_COLUMN, NO_AXIS, NONE_TOLD, OBJECTIVES_COLUMN
from extractors.axes.reading import axis_of, titled
from extractors.layout.marks import split_mark
from extractors.mentions.items import Item, clean_item, split_items
from models.layout import Block, Cell, Table
from models.records import Axis
from models.text import fold

MAX_TITLE = 160


def table_axes(block: Block) -> list[Listed]:
    """Rows of a number and a title, of a title and its objectives, or a column of axes."""
    if block.table is None:
        return []
    column = column_axes([block])
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
            listed.append(_cell(block, row[0], titled(first.replace("\n", " ")), None))
    ok = all(3 < len(item.axis.title) <= MAX_TITLE and not NO_AXIS.match(item.axis.title) for item in listed)
    return listed if ok and len(listed) > 1 else []


def column_axes(blocks: Sequence[Block]) -> list[Listed]:
    """The different values under "Axe", with what stands under "Objectifs" beside them."""
    listed: dict[str, Listed] = {}
    for block in blocks:
        table = block.table
        header = {c.col: c.text.strip() for c in table.cells if c.row == 0} if table is not None else {}
        at = next((col for col, text in header.items() if AXES_COLUMN.fullmatch(fold(text))), None)
        if table is None or at is None or table.rows < 3 or len(header) < 2:
            continue
        goals_at = next((col for col, text in header.items() if OBJECTIVES_COLUMN.fullmatch(text)), None)
        for row in _rows(table)[1:]:
            cell = next((c for c in row if c.col == at and c.text.strip()), None)
            if cell is None:
                continue
            axis = titled(" ".join(cell.text.split()))
            goals = next((c.text for c in row if c.col == goals_at), "")
            axis = axis.model_copy(update={"objectives": tuple(_lines(goals))})
            listed.setdefault(fold(axis.title), _cell(block, cell, axis, axis.number))
    return list(listed.values()) if len(listed) > 1 else []


def tabled_objectives(blocks: Sequence[Block]) -> dict[str, tuple[str, ...]]:
    """What a table of axes says under "Objectifs", by the folded title of the axis."""
    tables = (column_axes([block]) for block in blocks if block.table is not None)
    return {
        fold(one.axis.title): one.axis.objectives for table in tables for one in table if one.axis.objectives
    }


def value_axes(blocks: Sequence[Block]) -> list[Listed]:
    """ "Axes | santé des enfants ; santé mentale": a row of a label and its value."""
    for block in blocks:
        for row in _rows(block.table) if block.table is not None else ():
            if len(row) != 2 or not AXES_COLUMN.fullmatch(fold(row[0].text)):
                continue
            lines = [line for line in row[1].text.split("\n") if line.strip()]
            items = [Item(clean_item(line)) for line in lines] if len(lines) > 1 else split_items(lines[0])
            items = [item for item in items if item.text and not NONE_TOLD.match(item.text)]
            listed = [_cell(block, row[1], axis_of(item.text), item.rank) for item in items]
            if all(3 < len(one.axis.title) <= MAX_TITLE for one in listed):
                return listed
    return []


def _lines(text: str) -> list[str]:
    """One a line; a line without a mark goes on with the marked one above, and ";" parts too."""
    whole: list[str] = []
    for line in text.split("\n"):
        if whole and split_mark(whole[-1])[0] and not split_mark(line)[0]:
            whole[-1] = f"{whole[-1]} {line}"
        else:
            whole.append(line)
    parts = [part for line in whole for part in line.split(";")]
    return [clean for part in parts if (clean := clean_item(split_mark(part)[1]))]


def _rows(table: Table) -> list[list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.text.strip():
            rows.setdefault(cell.row, []).append(cell)
    return [rows[row] for row in sorted(rows)]


def part_of(block: Block, cell: Cell) -> Block:
    """The cell of a table as a block of its own, to prove what stands in it."""
    return block.model_copy(update={"text": cell.text, "bbox": cell.bbox, "lines": cell.lines, "table": None})


def _cell(block: Block, cell: Cell, axis: Axis, number: str | None) -> Listed:
    part = part_of(block, cell)
    return Listed(axis.model_copy(update={"number": number}), part, axis.title)
