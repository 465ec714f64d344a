"""Tables with one action a row: a header row of labels, cells of axis and objective merged over rows and pages.

In: blocks. Out: rows as `SheetRow`s, and the blocks that were tables of actions.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors.outline.stream import cell_lines
from extractors.outline.titles import read_head
from extractors.outline.tokens import Token
from extractors.outline.wording import LABEL_MAX, label_field, stem_field
from extractors.sheets.resolve import likely_field
from extractors.sheets.sheet import FIELDS, Part
from models.layout import Block, BlockKind, Cell, Table
from models.text import fold
from models.vocabularies.labels import word_lists

MIN_COLUMNS = 2
#: The share of the columns whose headings must speak of a field where several are in no list.
MOST = 0.6


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
        if turned := _columns_as_rows(block, block.table, kept):
            used.add(index)
            rows += (replace(row, table=index) for row in turned)
            continue
        header = _header(block, block.table)
        if header is not None:
            columns = header
        elif columns is None or block.table.cols != columns.cols or is_labelled(block.table):
            continue
        used.add(index)
        found = _rows(block, block.table, columns, kept, skip_first=header is not None)
        rows += (replace(row, table=index) for row in found)
    return rows, used


def _columns_as_rows(block: Block, table: Table, kept: dict[str, str]) -> list[SheetRow]:
    """A table with one action a column: numbered titles in its first row, labels in its first column."""
    heads = {
        cell.col: read_head(" ".join(cell.text.split())) for cell in table.cells if cell.row == 0 and cell.col
    }
    if len(heads) < MIN_COLUMNS or not all(head.kind == "sheet" and head.number for head in heads.values()):
        return []
    labels = {
        cell.row: label_field(cell.text.replace("\n", " ").strip(" :"))
        for cell in table.cells
        if not cell.col
    }
    if sum(name is not None for name in labels.values()) < MIN_COLUMNS:
        return []
    found = []
    for title in (cell for cell in table.cells if cell.row == 0 and cell.col):
        head = heads[title.col]
        own = [cell for cell in table.cells if cell.col == title.col and cell.row and cell.text.strip()]
        fields = {name: _tokens(block, cell) for cell in own if (name := labels.get(cell.row))}
        token = Token("line", head.title, "", block.page, title.bbox)
        found.append(SheetRow(token, head.number, kept.get("axis"), kept.get("axis_number") or None, fields))
    return found


def is_labelled(table: Table) -> bool:
    """A table of labels and values, in its first column or its second: a sheet, not more rows of actions."""
    for col in range(min(2, table.cols)):
        texts = [c.text.replace("\n", " ") for c in table.cells if c.col == col and c.text.strip()]
        if texts and sum(label_field(text.strip(" :")) is not None for text in texts) >= 0.5 * len(texts):
            return True
    return False


def _header(block: Block, table: Table) -> _Columns | None:
    """The first row when its cells are labels and one of them names the action."""
    if table.rows < 2 or table.cols < MIN_COLUMNS:
        return None
    first = [cell for cell in table.cells if cell.row == 0 and cell.text.strip()]
    fields = {cell.col: label_field(cell.text.replace("\n", " ").strip(" :")) for cell in first}
    known = {col: name for col, name in fields.items() if name}
    if "title" not in known.values() and len(known) > MIN_COLUMNS:
        known |= {cell.col: "title" for cell in first if fold(cell.text) in word_lists()["title_columns"]}
    stems = {cell.col: stem_field(cell.text) for cell in first if cell.col not in known}
    told = len(known) + sum(name is not None for name in stems.values())
    if len(first) < MIN_COLUMNS or "title" not in known.values() or len(known) < MIN_COLUMNS:
        return None
    if len(known) < len(first) - 1 and (told < MOST * len(first) or any(map(_is_long, first))):
        return None
    for col, name in stems.items():  # the columns that no list knows: by a stem, else by what stands in them
        free = [field for field in FIELDS if field not in known.values()]
        found = name if name in free else likely_field(_column(block, table, col), free)
        if found:
            known[col] = found
    return _Columns(known, table.cols)


def _is_long(cell: Cell) -> bool:
    return len(cell.text) > LABEL_MAX


def _column(block: Block, table: Table, col: int) -> list[Part]:
    cells = [cell for cell in table.cells if cell.col == col and cell.row > 0 and cell.col_span == 1]
    return [Part("", _tokens(block, cell)) for cell in cells if cell.text.strip()]


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
