"""A table exported as text, one row a line: "dept;collectivite;date" over "57;Forbach;2022-03-25".

In: a block. Out: the same block as a table, or None.
"""

from collections.abc import Sequence

from models.layout import Block, BlockKind, Cell, Table

MARKS = (";", "\t", "|")
#: Columns and rows that a list with semicolons in a sentence does not have.
LEAST_COLUMNS, LEAST_ROWS = 3, 2


def delimited(block: Block) -> Block | None:
    """Each printed line has as many marks as the first; the first one names the columns."""
    printed = [line.text for line in block.lines] if len(block.lines) > 1 else block.text.split("\n")
    lines = [line for line in printed if line.strip()]
    if len(lines) < LEAST_ROWS:
        return None
    for mark in MARKS:
        rows = [line.strip().split(mark) for line in lines]
        if len(rows[0]) >= LEAST_COLUMNS and all(len(row) == len(rows[0]) for row in rows):
            return block.model_copy(
                update={
                    "kind": BlockKind.TABLE,
                    "table": Table(rows=len(rows), cols=len(rows[0]), cells=_cells(rows)),
                }
            )
    return None


def _cells(rows: Sequence[Sequence[str]]) -> tuple[Cell, ...]:
    return tuple(
        Cell(row=number, col=col, text=text.replace("_", " ").strip(), header=number == 0)
        for number, row in enumerate(rows)
        for col, text in enumerate(row)
    )
