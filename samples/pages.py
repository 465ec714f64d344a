"""A small page maker for the samples: flows pieces of HTML down pages and columns, draws boxes and rules.

In: HTML pieces with their width. Out: PDF bytes with a real text layer, the same for the same pieces.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

import pymupdf

A4 = pymupdf.paper_rect("a4")


@dataclass
class Sheet:
    """One page: pieces of HTML in their rectangles, boxes and rules below them."""

    pieces: list[tuple[pymupdf.Rect, str]] = field(default_factory=list)
    boxes: list[tuple[pymupdf.Rect, str | None, str | None]] = field(default_factory=list)  # fill, stroke


class Pages:
    """A cursor that runs down the columns of a page and opens the next page when full."""

    def __init__(self, css: str, *, margin: float = 56, columns: int = 1, gap: float = 22) -> None:
        self.css, self.margin, self.columns, self.gap = css, margin, columns, gap
        self.sheets: list[Sheet] = []
        self.head = ""
        self.new_page()

    @property
    def width(self) -> float:
        return (A4.width - 2 * self.margin - (self.columns - 1) * self.gap) / self.columns

    @property
    def left(self) -> float:
        return self.margin + self.column * (self.width + self.gap)

    @property
    def bottom(self) -> float:
        return A4.height - self.margin - 12

    def new_page(self) -> None:
        self.sheets.append(Sheet())
        self.column, self.y, self.top = 0, self.margin + 14, self.margin + 14

    def set_columns(self, columns: int) -> None:
        """From here down the page has this many columns."""
        self.columns, self.column, self.top = columns, 0, self.y

    def height(self, html: str, width: float) -> float:
        story = pymupdf.Story(html, user_css=self.css)
        _, filled = story.place(pymupdf.Rect(0, 0, width, 10_000))
        return float(pymupdf.Rect(filled).y1)

    def room(self, height: float) -> None:
        """Goes to the next column or page unless this much is left."""
        if self.y + height <= self.bottom:
            return
        if self.column + 1 < self.columns:
            self.column, self.y = self.column + 1, self.top
        else:
            self.new_page()

    def add(self, html: str, *, space: float = 6, fill: str | None = None, stroke: str | None = None) -> None:
        pad = 8 if fill or stroke else 0
        height = self.height(html, self.width - 2 * pad)
        self.room(height + 2 * pad)
        self._place(html, self.left + pad, self.y + pad, self.width - 2 * pad, height)
        if pad:
            box = pymupdf.Rect(self.left, self.y, self.left + self.width, self.y + height + 2 * pad)
            self.sheets[-1].boxes.append((box, fill, stroke))
        self.y += height + 2 * pad + space

    def row(self, cells: Sequence[str], widths: Sequence[float], fills: Sequence[str | None]) -> None:
        """A ruled row; `widths` are shares of the column. A row is never cut by a page."""
        pad = 4
        sizes = [self.width * share for share in widths]
        height = max(self.height(cell, size - 2 * pad) for cell, size in zip(cells, sizes, strict=True))
        self.room(height + 2 * pad)
        x = self.left
        for cell, size, fill in zip(cells, sizes, fills, strict=True):
            self.sheets[-1].boxes.append(
                (pymupdf.Rect(x, self.y, x + size, self.y + height + 2 * pad), fill, "#555555")
            )
            self._place(cell, x + pad, self.y + pad, size - 2 * pad, height)
            x += size
        self.y += height + 2 * pad

    def _place(self, html: str, x: float, y: float, width: float, height: float) -> None:
        self.sheets[-1].pieces.append((pymupdf.Rect(x, y, x + width, y + height + 2), html))

    def pdf(self, title: str) -> bytes:
        self._furniture()
        document = pymupdf.open("pdf", self._write())
        for page, sheet in zip(document, self.sheets, strict=True):
            for box, fill, stroke in sheet.boxes:
                page.draw_rect(box, color=_rgb(stroke), fill=_rgb(fill), width=0.6, overlay=False)
        document.set_metadata(
            {"title": title, "producer": "Atlas CLS samples", "creationDate": "D:20260901000000Z"}
        )
        document.subset_fonts()
        return bytes(document.tobytes(garbage=4, deflate=True, no_new_id=True))

    def _write(self) -> bytes:
        buffer = io.BytesIO()
        writer = pymupdf.DocumentWriter(buffer)
        for sheet in self.sheets:
            device = writer.begin_page(A4)
            for box, html in sheet.pieces:
                story = pymupdf.Story(html, user_css=self.css)
                story.place(box)
                story.draw(device)
            writer.end_page()
        writer.close()
        return buffer.getvalue()

    def _furniture(self) -> None:
        if not self.head:
            return
        for number, sheet in enumerate(self.sheets, 1):
            top = pymupdf.Rect(self.margin, 26, A4.width - self.margin, 52)
            foot = pymupdf.Rect(self.margin, A4.height - 44, A4.width - self.margin, A4.height - 18)
            sheet.pieces.append((top, f'<p class="furniture">{escape(self.head)}</p>'))
            sheet.pieces.append((foot, f'<p class="furniture">Page {number} sur {len(self.sheets)}</p>'))


def _rgb(color: str | None) -> tuple[float, float, float] | None:
    if color is None:
        return None
    return tuple(int(color[n : n + 2], 16) / 255 for n in (1, 3, 5))  # type: ignore[return-value]


def scanned(pdf: bytes, *, dpi: int = 150, quality: int = 55) -> bytes:
    """The same pages as grey pictures, a little askew, without any text."""
    source, target = pymupdf.open("pdf", pdf), pymupdf.open()
    for page in source:
        turn = pymupdf.Matrix(dpi / 72, dpi / 72).prerotate(0.35 if page.number % 2 else -0.3)
        pixmap = page.get_pixmap(matrix=turn, colorspace=pymupdf.csGRAY, alpha=False)
        target.new_page(width=A4.width, height=A4.height).insert_image(
            A4, stream=pixmap.tobytes("jpeg", jpg_quality=quality), keep_proportion=False
        )
    target.set_metadata({"producer": "Atlas CLS samples", "creationDate": "D:20260901000000Z"})
    return bytes(target.tobytes(garbage=4, deflate=True, no_new_id=True))
