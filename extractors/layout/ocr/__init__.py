"""Scans: a page picture into lines, ruled tables and boxes, by Tesseract with French.

In: a PyMuPDF page without text. Out: `PageParts` in PDF points of the page.
"""

from typing import Any

from extractors.layout.ocr.lines import LineMaker
from extractors.layout.ocr.picture import PagePicture, render
from extractors.layout.ocr.rules import find_ruled_grids, without_rules
from extractors.layout.ocr.tables import fill_grids
from extractors.layout.ocr.tesseract import OcrError, Word, recognise
from extractors.layout.options import ReadOptions
from extractors.layout.pdf.boxes import Box, Drawn
from extractors.layout.pdf.parts import PageParts
from models.evidence import BBox

__all__ = ["OcrError", "ocr_page"]


def ocr_page(page: Any, options: ReadOptions) -> PageParts:
    """Raises OcrError when Tesseract is missing, fails or takes too long."""
    picture = render(page, options.ocr_dpi)
    grids, frames = find_ruled_grids(picture.ruled)
    words = recognise(without_rules(picture), options.ocr_dpi, options.ocr_seconds)
    maker = LineMaker(picture, words)
    tables, free = fill_grids(grids, words, maker)
    rows: dict[tuple[int, ...], list[Word]] = {}
    for word in free:
        rows.setdefault(word.line, []).append(word)
    lines = [line for row in rows.values() for line in maker.lines(row)]
    return PageParts(lines, tables, _drawn(picture, frames))


def _drawn(picture: PagePicture, frames: list[BBox]) -> Drawn:
    """Frames without a fill, bands with the grey they had."""
    boxes = [Box(picture.to_page(frame), None) for frame in frames]
    for band in picture.bands:
        top, left, bottom, right = band.box
        boxes.append(Box(picture.to_page((left, top, right, bottom)), band.ground * 0x010101))
    return Drawn(boxes=tuple(sorted(boxes, key=lambda box: -box.area)))
