"""Blocks of documents without pages (web, text, word processors), built one by one in order."""

from collections.abc import Sequence

from extractors.layout.options import UnreadableError
from models.layout import Block, BlockKind, Cell, Layout, LayoutResult, Line, Outcome, Page, Table


def text_block(
    kind: BlockKind,
    text: str,
    *,
    level: int | None = None,
    marker: str | None = None,
    bold: bool = False,
    lead: str | None = None,
    region: int | None = None,
) -> Block:
    """A block with one line that carries its style."""
    line = Line(text=text, bold=bold, lead=lead)
    return Block(kind=kind, text=text, level=level, marker=marker, lines=(line,), region=region)


def table_block(cells: Sequence[Cell], region: int | None = None) -> Block | None:
    """A table of its cells; None when no cell has a word."""
    if not any(cell.text for cell in cells):
        return None
    rows = max(cell.row + cell.row_span for cell in cells)
    cols = max(cell.col + cell.col_span for cell in cells)
    by_row: dict[int, list[str]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell.text.replace("\n", " "))
    text = "\n".join(" | ".join(part for part in row if part) for row in by_row.values())
    return Block(
        kind=BlockKind.TABLE, text=text, table=Table(rows=rows, cols=cols, cells=tuple(cells)), region=region
    )


def make_cell(
    row: int,
    col: int,
    text: str,
    *,
    row_span: int = 1,
    col_span: int = 1,
    header: bool = False,
    lines: tuple[Line, ...] = (),
) -> Cell:
    """A cell whose lines are those of its text, unless `lines` tells their style."""
    lines = lines or tuple(Line(text=part, bold=header) for part in text.split("\n") if part)
    return Cell(row=row, col=col, row_span=row_span, col_span=col_span, text=text, lines=lines, header=header)


def flow_result(
    blocks: Sequence[Block],
    *,
    media_type: str,
    reader: str,
    title: str | None = None,
    furniture: tuple[Line, ...] = (),
) -> LayoutResult:
    """One page without a number. Raises UnreadableError(EMPTY) when there is no word."""
    if not any(any(c.isalnum() for c in block.text) for block in blocks):
        raise UnreadableError(Outcome.EMPTY, "Le document ne contient aucun mot.")
    layout = Layout(
        title=title, pages=(Page(number=None, blocks=tuple(blocks), furniture=furniture),), reader=reader
    )
    return LayoutResult(outcome=Outcome.PARSED, media_type=media_type, layout=layout)
