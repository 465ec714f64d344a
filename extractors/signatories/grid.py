"""The signature page: "Pour X, / Président / M. Y", in a table, one below the other, or in columns side by side.

In: blocks. Out: groups of printed lines, each one the signature of one party, with the block of its first line.
Columns are told apart by where the lines stand: a line belongs to the "Pour …" right above it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from extractors.signatories.patterns import FOR
from models.layout import Block, Cell, Line

#: A line of another column stands further to the side than this, one of another signature further below, in points.
ASIDE, BELOW = 60.0, 170.0
#: A line wider than this runs over the columns; a block longer than this is no signature.
WIDEST, LONGEST = 330.0, 260


@dataclass
class Signature:
    block: Block
    lines: list[Line] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]


def signatures(blocks: Sequence[Block]) -> Iterator[Signature]:
    """In the order of the document; page by page where lines have places, block by block where they have none."""
    placed: list[Block] = []
    for block in blocks:
        if block.table is not None:
            yield from _cells(block)
        elif FOR.match(block.text) or placed:
            if placed and block.page != placed[0].page:
                yield from in_columns(placed, FOR.match)
                placed = []
            if block.bbox is not None and len(block.text) < LONGEST * 2:
                placed.append(block)
            elif FOR.match(block.text) and len(block.text) < LONGEST:
                yield Signature(block, list(block.lines) or [Line(text=block.text)])
    if placed:
        yield from in_columns(placed, FOR.match)


def _cells(block: Block) -> Iterator[Signature]:
    """A cell that begins with "Pour …", and the cells below it in its column up to the next one."""
    assert block.table is not None
    open_cells: dict[int, Signature] = {}
    found: list[Signature] = []
    for cell in block.table.cells:
        if FOR.match(cell.text):
            text = cell.text.replace("\n", " ")
            part = block.model_copy(
                update={"bbox": cell.bbox, "lines": cell.lines, "table": None, "text": text}
            )
            open_cells[cell.col] = Signature(part, _lines(cell))
            found.append(open_cells[cell.col])
        elif cell.col in open_cells and len(cell.text) < LONGEST:
            open_cells[cell.col].lines += _lines(cell)
    yield from found


def _lines(cell: Cell) -> list[Line]:
    return [Line(text=line) for line in cell.text.split("\n") if line.strip()]


def in_columns(blocks: Sequence[Block], begins: Callable[[str], object]) -> list[Signature]:
    """Each line of a page that begins a signature with the lines below it in its column."""
    lines = [(line, block) for block in blocks for line in block.lines if line.bbox is not None]
    lines.sort(key=lambda pair: (round(_box(pair[0])[1]), _box(pair[0])[0]))
    found: list[Signature] = []
    for line, block in lines:
        if begins(line.text):
            found.append(Signature(block, [line]))
            continue
        above = [s for s in found if _belongs(line, s)]
        if above:
            near = max(above, key=lambda s: (round(_box(s.lines[0])[1]), -_aside(line, s.lines[0])))
            near.lines.append(line)
    return found


def _belongs(line: Line, signature: Signature) -> bool:
    head, box = signature.lines[0], _box(line)
    width = box[2] - box[0]
    below = box[1] - _box(signature.lines[-1])[1]
    return (
        width < WIDEST
        and 0 < below < BELOW / 2
        and box[1] - _box(head)[1] < BELOW
        and _aside(line, head) < ASIDE
    )


def _aside(one: Line, other: Line) -> float:
    a, b = _box(one), _box(other)
    return min(abs(a[0] - b[0]), abs((a[0] + a[2]) - (b[0] + b[2])) / 2)


def _box(line: Line) -> tuple[float, float, float, float]:
    assert line.bbox is not None
    return line.bbox
