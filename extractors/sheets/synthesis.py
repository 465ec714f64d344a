"""Tables with one action a row: a header row of labels, cells of axis and objective merged over rows and pages.

In: blocks. Out: rows as `SheetRow`s, and the blocks that were tables of actions.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors.outline.stream import Token, cell_lines
from extractors.outline.titles import read_head
from extractors.outline.wording import label_field, stem_field
from models.layout import Block, BlockKind, Cell, Table

MIN_COLUMNS = 2


@dataclass
class SheetRow:
    """An action: the tokens of each field, and the axis and objective that the row stands under."""

    title: Token
    number: str | None = None
    axis: str | None = None
    axis_number: str | None = None
    fields: dict[str, list[Token]] = field(default_factory=dict)
    table: int = -1  # index of its block


@dataclass
class _Columns:
    fields: dict[int, str]
    cols: int

    def group(self, cells: dict[int, Cell]) -> Cell | None:
        """The only cell of a row, over all the columns: it heads the rows below."""
        only = next(iter(cells.values())) if len(cells) == 1 else None
        return only if only is not None and only.col_span >= self.cols > 1 and only.text.strip() else None


def synthesis_rows(blocks: Sequence[Block]) -> tuple[list[SheetRow], set[int]]:
    """All rows, and the indexes of the tables they came from."""
    rows: list[SheetRow] = []
    used: set[int] = set()
    columns: _Columns | None = None
    kept: dict[str, str] = {}
    for index, block in enumerate(blocks):
        if block.table is None:
            head = read_head(block.text)
            if head.kind == "axis":
                kept = {"axis": head.title, "axis_number": head.number or ""}
            elif block.kind is BlockKind.HEADING:
                columns = None  # the table ended; it goes on over pages, not over chapters
            continue
        header = _header(block.table)
        if header is not None:
            columns = header
        elif columns is None or block.table.cols != columns.cols or is_labelled(block.table):
            continue
        used.add(index)
        found = _rows(block, block.table, columns, kept, skip_first=header is not None)
        rows += (replace(row, table=index) for row in found)
    return rows, used


def is_labelled(table: Table) -> bool:
    """A table of labels and values, in its first column or its second: a sheet, not more rows of actions."""
    for col in range(min(2, table.cols)):
        texts = [c.text.replace("\n", " ") for c in table.cells if c.col == col and c.text.strip()]
        if texts and sum(label_field(text.strip(" :")) is not None for text in texts) >= 0.5 * len(texts):
            return True
    return False


def _header(table: Table) -> _Columns | None:
    """The first row when all its cells are labels and one of them names the action."""
    if table.rows < 2 or table.cols < MIN_COLUMNS:
        return None
    first = [cell for cell in table.cells if cell.row == 0 and cell.text.strip()]
    fields = {cell.col: label_field(cell.text.replace("\n", " ").strip(" :")) for cell in first}
    known = {col: name for col, name in fields.items() if name}
    if len(first) < MIN_COLUMNS or len(known) < max(2, len(first) - 1) or "title" not in known.values():
        return None
    for cell in first:  # the one column that no list knows
        name = stem_field(cell.text) if cell.col not in known else None
        if name and name not in known.values():
            known[cell.col] = name
    return _Columns(known, table.cols)


def _rows(
    block: Block, table: Table, columns: _Columns, kept: dict[str, str], *, skip_first: bool
) -> Iterator[SheetRow]:
    by_row: dict[int, dict[int, Cell]] = {}
    for cell in table.cells:
        by_row.setdefault(cell.row, {})[cell.col] = cell
    for number in sorted(by_row):
        cells = by_row[number]
        if skip_first and number == 0:
            continue
        row = _row(block, cells, columns, kept)
        if row is not None:
            yield row


def _row(block: Block, cells: dict[int, Cell], columns: _Columns, kept: dict[str, str]) -> SheetRow | None:
    fields: dict[str, list[Token]] = {}
    group = columns.group(cells)
    if group is not None:
        head = read_head(" ".join(group.text.split()))
        if head.kind != "objective":
            kept.clear()
            kept.update(axis=head.title, axis_number=head.number or "")
        return None
    for col, cell in cells.items():
        name = columns.fields.get(col)
        if name is None or not cell.text.strip():
            continue
        if name == "axis":
            head = read_head(cell.text.replace("\n", " "))
            kept.clear()
            kept.update(axis=head.title, axis_number=head.number or "")
        elif name == "axis_objective" or (name == "objectives" and cell.row_span > 1):
            kept["objective"] = cell.text.replace("\n", " ")
        else:
            fields[name] = _tokens(block, cell)
    title = fields.pop("title", None)
    if not title:
        return None
    words = " ".join(token.text for token in title)
    if label_field(words) is not None:
        return None
    head = read_head(words)
    number = " ".join(token.text for token in fields.pop("number", [])) or head.number
    token = Token("line", head.title if head.number else words, "", block.page, title[0].bbox)
    return SheetRow(token, number, kept.get("axis"), kept.get("axis_number") or None, fields)


def _tokens(block: Block, cell: Cell) -> list[Token]:
    return list(cell_lines(cell, block))
