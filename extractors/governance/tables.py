"""Tables of governing bodies: a body a row, a body a column, or the labels of one body.

In: a table block. Out: `BodyRow`s, each with the cells that prove it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.enumerations import split_enumeration
from extractors.governance.patterns import COMPOSITION_LABEL, EACH, FREQUENCY, FREQUENCY_LABEL, NAME
from extractors.outline.stream import cell_lines
from extractors.sheets.values import list_value
from models.layout import Block, Cell

Place = tuple[Block, str]


@dataclass(frozen=True)
class BodyRow:
    name: str
    members: tuple[str, ...]
    frequency: str | None
    places: tuple[Place, ...]


def table_rows(block: Block, about: str | None) -> Iterator[BodyRow]:
    """`about`: the body that the table stands under, for a table of labels."""
    assert block.table is not None
    rows: dict[int, dict[int, Cell]] = {}
    for cell in block.table.cells:
        rows.setdefault(cell.row, {})[cell.col] = cell
    ordered = [rows[number] for number in sorted(rows)]
    for index, header in enumerate(ordered):
        columns = {column: kind for column, cell in header.items() if (kind := _label(cell))}
        names = {column: cell for column, cell in header.items() if NAME.match(_flat(cell))}
        if columns and any(_named(row) for row in ordered[index + 1 :]):
            yield from _by_row(block, columns, ordered[index + 1 :])
            return
        if len(names) >= 2 or (names and 0 not in names):
            labels = [(kind, row) for row in ordered[index + 1 :] if (kind := _label(row.get(0)))]
            if labels:
                yield from (
                    _one(block, _flat(cell), cell, [(k, r.get(c)) for k, r in labels])
                    for c, cell in names.items()
                )
                return
    labels = [(kind, row) for row in ordered if (kind := _label(row.get(0)))]
    head = next((row[0] for row in ordered[:1] if 0 in row and NAME.match(_flat(row[0]))), None)
    name = _flat(head) if head is not None else about
    if labels and name:
        yield _one(block, name, head, [(kind, row.get(1)) for kind, row in labels])


def _by_row(block: Block, columns: dict[int, str], rows: list[dict[int, Cell]]) -> Iterator[BodyRow]:
    for row in rows:
        named = _named(row)
        if named is not None:
            yield _one(
                block, _flat(named), named, [(kind, row.get(column)) for column, kind in columns.items()]
            )


def _one(block: Block, name: str, head: Cell | None, values: list[tuple[str, Cell | None]]) -> BodyRow:
    members: list[str] = []
    frequency = None
    places = [_place(block, head)] if head is not None else []
    for kind, cell in values:
        if cell is None or not cell.text.strip():
            continue
        if kind == "members":
            items = list_value(list(cell_lines(cell, block)))
            members += items if len(items) > 1 else split_enumeration(" ".join(items))
        else:
            text = _flat(cell)
            found, each = FREQUENCY.search(text), EACH.search(text)
            frequency = found.group() if found else each["each"] if each else None
        places.append(_place(block, cell))
    return BodyRow(name, tuple(members), frequency, tuple(places))


def _label(cell: Cell | None) -> str | None:
    text = _flat(cell) if cell is not None else ""
    if COMPOSITION_LABEL.match(text):
        return "members"
    return "frequency" if FREQUENCY_LABEL.match(text) else None


def _named(row: dict[int, Cell]) -> Cell | None:
    first = row.get(min(row)) if row else None
    return first if first is not None and NAME.match(_flat(first)) else None


def _flat(cell: Cell) -> str:
    return " ".join(cell.text.split())


def _place(block: Block, cell: Cell) -> Place:
    text = _flat(cell)
    return block.model_copy(
        update={"text": text, "bbox": cell.bbox, "lines": cell.lines, "table": None}
    ), text
