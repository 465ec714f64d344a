"""Ruled tables of a PDF page: the grid of cells, and the text clipped cell by cell."""

from collections.abc import Sequence
from typing import Any

from extractors.layout.pdf.grids import find_cells
from extractors.layout.pdf.lines import centre_in, union
from models.evidence import BBox
from models.layout import Cell, Line, Table

#: Pages with more vector paths than this are drawings, not tables.
MAX_PATHS = 3000
MIN_PATHS = 4


class FoundTable:
    """A grid on the page: the distinct cells with their place in rows and columns."""

    def __init__(
        self, bbox: BBox, rows: int, cols: int, cells: list[tuple[int, int, int, int, BBox]]
    ) -> None:
        self.bbox, self.rows, self.cols, self.cells = bbox, rows, cols, cells


def find_grids(paths: Sequence[dict[str, Any]], lines: Sequence[Line]) -> list[FoundTable]:
    """Grids of two cells and more, the outermost only."""
    if not lines or not MIN_PATHS <= len(paths) <= MAX_PATHS:
        return []
    printed = [line.bbox for line in lines if line.bbox is not None]
    found = [_grid(cells) for cells in find_cells(paths, printed)]
    found.sort(key=lambda g: -(g.bbox[2] - g.bbox[0]) * (g.bbox[3] - g.bbox[1]))
    kept: list[FoundTable] = []
    for grid in found:
        if not any(centre_in(grid.bbox, other.bbox) for other in kept):
            kept.append(grid)
    return kept


def _grid(found: Sequence[BBox]) -> FoundTable:
    boxes = sorted({_rounded(cell) for cell in found}, key=lambda b: (b[1], b[0]))
    xs = _edges([b[0] for b in boxes] + [b[2] for b in boxes])
    ys = _edges([b[1] for b in boxes] + [b[3] for b in boxes])
    cells = []
    for box in boxes:
        col, row = _nearest(xs, box[0]), _nearest(ys, box[1])
        cells.append((row, col, max(1, _nearest(ys, box[3]) - row), max(1, _nearest(xs, box[2]) - col), box))
    cells.sort(key=lambda c: (c[0], c[1]))
    bbox = union(c[4] for c in cells)
    return FoundTable(bbox, len(ys) - 1, len(xs) - 1, cells)


def _rounded(box: BBox) -> BBox:
    x0, y0, x1, y1 = (round(v, 1) for v in box)
    return (x0, y0, x1, y1)


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > 2.5:
            edges.append(value)
    return edges


def _nearest(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def fill_grid(page: Any, grid: FoundTable, lines: Sequence[Line], turned: Sequence[Line] = ()) -> Table:
    """Each printed line goes to the cell that holds its centre; lines across cells are cut at the rules.

    `turned`: words printed upright, the labels of some templates; a cell of nothing else holds them.
    """
    content: list[list[Line]] = [[] for _ in grid.cells]
    for line in lines:
        assert line.bbox is not None
        for piece in _pieces(page, line, grid):
            assert piece.bbox is not None
            for index, cell in enumerate(grid.cells):
                if centre_in(piece.bbox, cell[4]):
                    content[index].append(piece)
                    break
    cells = []
    for (row, col, row_span, col_span, box), inside in zip(grid.cells, content, strict=True):
        ordered = tuple(sorted(inside, key=_by_row))
        if not ordered:
            ordered = tuple(line for line in turned if line.bbox is not None and centre_in(line.bbox, box))
        text = "\n".join(line.text for line in ordered)
        cells.append(
            Cell(row=row, col=col, row_span=row_span, col_span=col_span, text=text, bbox=box, lines=ordered)
        )
    return Table(rows=grid.rows, cols=grid.cols, cells=tuple(cells))


def _by_row(line: Line) -> tuple[int, float]:
    assert line.bbox is not None
    return (round((line.bbox[1] + line.bbox[3]) / 4), line.bbox[0])


def _pieces(page: Any, line: Line, grid: FoundTable) -> list[Line]:
    """The line itself, or its words grouped by cell when it runs across a rule."""
    assert line.bbox is not None
    x0, y0, x1, y1 = line.bbox
    middle = (y0 + y1) / 2
    crossed = [
        c for c in grid.cells if c[4][1] <= middle <= c[4][3] and c[4][0] < x1 - 3 and c[4][2] > x0 + 3
    ]
    if len(crossed) < 2:
        return [line]
    groups: dict[int, list[Any]] = {}
    for word in page.get_text("words", clip=(x0 - 1, y0, x1 + 1, y1)):
        box = (word[0], word[1], word[2], word[3])
        if not y0 - 2 <= (box[1] + box[3]) / 2 <= y1 + 2:
            continue
        for index, cell in enumerate(crossed):
            if centre_in(box, cell[4]):
                groups.setdefault(index, []).append(word)
                break
    return [
        line.model_copy(update={"text": " ".join(w[4] for w in words), "bbox": union(w[:4] for w in words)})
        for words in groups.values()
    ] or [line]
