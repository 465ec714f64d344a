"""Ruled grids of a page picture filled with the recognised words.

In: grids, coloured bands and words in pixels. Out: (bbox, `Table`)s in PDF points, and the words left over.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.layout.ocr.bands import Band
from extractors.layout.ocr.lines import LineMaker
from extractors.layout.ocr.rules import SLACK, Grid
from extractors.layout.ocr.tesseract import Word
from extractors.layout.pdf.lines import centre_in
from models.evidence import BBox
from models.layout import Cell, Table


def fill_grids(
    grids: Sequence[Grid], words: Sequence[Word], maker: LineMaker
) -> tuple[list[tuple[BBox, Table]], list[Word]]:
    """Every word goes to one cell or is left over."""
    tables, free = [], list(words)
    for bare in grids:
        grid = _with_header(bare, maker.picture.bands, free)
        inside = [word for word in free if centre_in(word.bbox, grid.bbox)]
        if not inside:
            continue
        tables.append(_table(grid, inside, maker))
        taken = {id(word) for word in inside}
        free = [word for word in free if id(word) not in taken]
    return tables, free


def _with_header(grid: Grid, bands: Sequence[Band], words: Sequence[Word]) -> Grid:
    """The grid with the coloured bar on top of it as first row, when that has a word over every column.

    White rules part the names of columns in such a bar: no ink is there to be found.
    """
    left, top, right, _ = grid.bbox
    edges = sorted({cell[4][0] for cell in grid.cells} | {right})
    columns = list(pairwise(edges))
    for band in bands:
        y0, x0, y1, x1 = band.box
        if abs(x0 - left) > 3 * SLACK or abs(x1 - right) > 3 * SLACK or not -SLACK <= top - y1 <= 3 * SLACK:
            continue
        inside = [word.bbox for word in words if centre_in(word.bbox, (x0, y0, x1, y1))]
        crossing = any(b[0] < edge - 2 < b[2] - 4 for b in inside for edge in edges[1:-1])
        if grid.cols < 3 or crossing or not all(_any_between(inside, a, b) for a, b in columns):
            continue
        header = [(0, col, 1, 1, (a, float(y0), b, top)) for col, (a, b) in enumerate(columns)]
        below = [(row + 1, col, down, wide, box) for row, col, down, wide, box in grid.cells]
        return replace(
            grid, bbox=(left, float(y0), right, grid.bbox[3]), rows=grid.rows + 1, cells=(*header, *below)
        )
    return grid


def _any_between(boxes: Sequence[BBox], left: float, right: float) -> bool:
    return any(left <= (box[0] + box[2]) / 2 <= right for box in boxes)


def _table(grid: Grid, words: list[Word], maker: LineMaker) -> tuple[BBox, Table]:
    cells = []
    for row, col, row_span, col_span, box in grid.cells:
        inside = [word for word in words if centre_in(word.bbox, box)]
        lines = tuple(line for part in _by_baseline(inside) for line in maker.lines(part))
        text = "\n".join(line.text for line in lines)
        place = maker.picture.to_page(box)
        cells.append(
            Cell(row=row, col=col, row_span=row_span, col_span=col_span, text=text, bbox=place, lines=lines)
        )
    return maker.picture.to_page(grid.bbox), Table(rows=grid.rows, cols=grid.cols, cells=tuple(cells))


def _by_baseline(words: list[Word]) -> list[list[Word]]:
    """Words of a cell in the lines that Tesseract saw, top to bottom; pieces of one baseline joined."""
    found: dict[tuple[int, ...], list[Word]] = {}
    for word in words:
        found.setdefault(word.line, []).append(word)
    rows: list[list[Word]] = []
    for part in sorted(found.values(), key=_middle):
        if rows and _middle(part) - _middle(rows[-1]) < 0.4 * max(word.size for word in part):
            rows[-1] += part
        else:
            rows.append(part)
    return rows


def _middle(words: list[Word]) -> float:
    return (min(w.bbox[1] for w in words) + max(w.bbox[3] for w in words)) / 2
