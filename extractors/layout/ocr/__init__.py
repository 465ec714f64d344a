"""Scans: a page picture into lines and ruled tables, by Tesseract with French.

In: a PyMuPDF page without text. Out: `Line`s and (bbox, `Table`)s in PDF points of the page.
"""

from typing import Any

from extractors.layout.ocr.picture import PagePicture, render
from extractors.layout.ocr.rules import Grid, find_ruled_grids, without_rules
from extractors.layout.ocr.tesseract import OcrError, Word, recognise
from extractors.layout.options import ReadOptions
from extractors.layout.pdf.lines import centre_in, union
from extractors.layout.text import clean
from models.evidence import BBox
from models.layout import Cell, Line, Table

__all__ = ["OcrError", "ocr_page"]


def ocr_page(page: Any, options: ReadOptions) -> tuple[list[Line], list[tuple[BBox, Table]]]:
    """Raises OcrError when Tesseract is missing, fails or takes too long."""
    picture = render(page, options.ocr_dpi)
    grids = find_ruled_grids(picture.ruled)
    words = recognise(without_rules(picture), options.ocr_dpi, options.ocr_seconds)
    tables, free = [], words
    for grid in grids:
        inside = [word for word in free if centre_in(word.bbox, grid.bbox)]
        if not inside:
            continue
        tables.append(_table(grid, inside, picture))
        taken = {id(word) for word in inside}
        free = [word for word in free if id(word) not in taken]
    rows: dict[tuple[int, ...], list[Word]] = {}
    for word in free:
        rows.setdefault(word.line, []).append(word)
    return [_line(row, picture) for row in rows.values()], tables


def _table(grid: Grid, words: list[Word], picture: PagePicture) -> tuple[BBox, Table]:
    cells = []
    for row, col, row_span, col_span, box in grid.cells:
        inside = [word for word in words if centre_in(word.bbox, box)]
        lines = tuple(_line(part, picture) for part in _by_baseline(inside))
        text = "\n".join(line.text for line in lines)
        place = picture.to_page(box)
        cells.append(
            Cell(row=row, col=col, row_span=row_span, col_span=col_span, text=text, bbox=place, lines=lines)
        )
    return picture.to_page(grid.bbox), Table(rows=grid.rows, cols=grid.cols, cells=tuple(cells))


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
    return [sorted(row, key=lambda w: w.bbox[0]) for row in rows]


def _middle(words: list[Word]) -> float:
    return (min(w.bbox[1] for w in words) + max(w.bbox[3] for w in words)) / 2


def _line(words: list[Word], picture: PagePicture) -> Line:
    bold = [picture.is_bold(word.bbox, word.size) for word in words]
    strong = sum(bold) > 0.6 * len(bold)
    lead = None
    for index, word in enumerate(words[:7]):
        if word.text.endswith(":") and index + 1 < len(words) and sum(bold[: index + 1]) > 0.6 * (index + 1):
            lead = clean(" ".join(w.text for w in words[: index + 1]))
            strong = strong and sum(bold[index + 1 :]) > 0.6 * (len(words) - index - 1)
            break
    return Line(
        text=clean(" ".join(word.text for word in words)),
        bbox=picture.to_page(union(word.bbox for word in words)),
        size=picture.points(max(word.size for word in words)),
        bold=strong,
        lead=None if strong else lead,
    )
