"""What stands on one PDF page, and whether its picture says more than its text.

In: a PyMuPDF page and what was read from it. Out: yes when the page should go to OCR.
"""

from dataclasses import dataclass, field
from typing import Any

from extractors.layout.garbled import is_garbled
from extractors.layout.options import ReadOptions
from extractors.layout.pdf.boxes import Drawn
from models.evidence import BBox
from models.layout import Line, Table


@dataclass(frozen=True)
class PageParts:
    """Lines that are in no table, tables, and drawn boxes."""

    lines: list[Line] = field(default_factory=list)
    tables: list[tuple[BBox, Table]] = field(default_factory=list)
    drawn: Drawn = field(default_factory=Drawn)

    @property
    def text(self) -> str:
        cells = (cell.text for _, table in self.tables for cell in table.cells)
        return "\n".join([*(line.text for line in self.lines), *cells])

    @property
    def letters(self) -> int:
        return sum(map(str.isalnum, self.text))


#: A page with fewer letters than this and a picture, or letters drawn as paths, is a scan.
MIN_LETTERS = 25
MIN_PATHS = 60
#: One with a picture over this share of it and fewer letters than a stamp and a letterhead have, too.
WHOLE_PAGE, STAMP_LETTERS = 0.6, 300


def wants_ocr(page: Any, parts: PageParts, options: ReadOptions) -> bool:
    if max(page.rect.width, page.rect.height) > options.max_side:
        return False
    if is_garbled(parts.text):
        return True
    letters = parts.letters
    if letters < MIN_LETTERS:
        return bool(page.get_images()) or parts.drawn.paths >= MIN_PATHS
    return letters < STAMP_LETTERS and _covered(page) > WHOLE_PAGE


def _covered(page: Any) -> float:
    """The share of the page that pictures cover, strips of one scan added up."""
    area = abs(page.rect) or 1.0
    return float(sum(abs(page.rect & info["bbox"]) for info in page.get_image_info())) / area
