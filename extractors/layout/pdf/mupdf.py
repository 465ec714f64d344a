"""The first rung: PyMuPDF, with tables, boxes, bookmarks and OCR of the pages that have no text."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from extractors.layout.cuts import Healer
from extractors.layout.garbled import is_garbled
from extractors.layout.ocr import OcrError, ocr_page
from extractors.layout.options import ReadOptions, RungError, UnreadableError
from extractors.layout.pdf.blocks import healed
from extractors.layout.pdf.boxes import Drawn, drawn_on
from extractors.layout.pdf.fonts import Fonts
from extractors.layout.pdf.furniture import split_furniture
from extractors.layout.pdf.headings import with_headings
from extractors.layout.pdf.lines import centre_in, page_lines, with_dots
from extractors.layout.pdf.page import page_blocks
from extractors.layout.pdf.parts import PageParts, wants_ocr
from extractors.layout.pdf.tables import FoundTable, fill_grid, find_grids
from extractors.layout.text import clean
from extractors.pdf_library import pymupdf
from models.evidence import BBox
from models.layout import Bookmark, Layout, LayoutResult, Line, Outcome, Page, Table

#: MuPDF's own errors are not one family, and broken files raise ordinary ones from inside it.
MUPDF_ERRORS = (
    RuntimeError,
    ValueError,
    TypeError,
    IndexError,
    KeyError,
    AttributeError,
    OverflowError,
    pymupdf.mupdf.FzErrorBase,
)
#: OCR replaces a page's own text when it reads so many times its letters: a stamp typed on a scan.
MORE_BY_OCR = 2


def read(path: Path, options: ReadOptions) -> LayoutResult:
    """All pages. Raises RungError when MuPDF fails, UnreadableError for encrypted, empty and 0 pages."""
    try:
        with pymupdf.open(path, filetype="pdf") as document:
            return _read(document, options)
    except MUPDF_ERRORS as error:
        raise RungError(f"PyMuPDF : {error}") from error


def _read(document: Any, options: ReadOptions) -> LayoutResult:
    if document.needs_pass:
        raise UnreadableError(Outcome.ENCRYPTED, "Le fichier PDF est protégé par un mot de passe.")
    if document.page_count == 0:
        raise RungError("le fichier s'ouvre sans aucune page")
    raw = _RawPages(options, _fonts(document))
    for index in range(min(document.page_count, options.max_pages)):
        raw.add(document, index)
    sizes = [(height, lines) for _, height, lines in raw.sizes]
    pages = raw.pages(split_furniture(sizes, scanned=bool(raw.ocr)))
    if not any(page.blocks for page in pages):  # what is repeated on every page may be all there is
        pages = raw.pages([(lines, []) for _, _, lines in raw.sizes])
    if not any(page.blocks for page in pages):
        why = f" ({raw.ocr_error})" if raw.ocr_error else ""
        raise UnreadableError(Outcome.EMPTY, f"Aucun mot n'a pu être lu dans ce PDF{why}.")
    bookmarks = _bookmarks(document)
    layout = Layout(
        title=clean((document.metadata or {}).get("title") or "") or None,
        pages=with_headings(pages, bookmarks),
        bookmarks=bookmarks,
        reader=f"pymupdf-{pymupdf.__version__}",
    )
    return _result(document, layout, raw, options)


def _fonts(document: Any) -> Fonts:
    try:
        return Fonts(document)
    except MUPDF_ERRORS:  # a page that cannot be opened; each is told of when it is read
        return Fonts()


def _result(document: Any, layout: Layout, raw: "_RawPages", options: ReadOptions) -> LayoutResult:
    unread = sorted(raw.unread | set(range(options.max_pages + 1, document.page_count + 1)))
    message = None
    if unread:
        message = f"{len(unread)} page(s) non lue(s)" + (f" : {raw.ocr_error}" if raw.ocr_error else ".")
    return LayoutResult(
        outcome=Outcome.PARTIAL if unread else Outcome.PARSED,
        media_type="application/pdf",
        layout=layout,
        message=message,
        unread_pages=tuple(unread),
    )


class _RawPages:
    """The lines, tables and boxes of every page, read one by one: no page's pictures stay in memory."""

    def __init__(self, options: ReadOptions, fonts: Fonts) -> None:
        self.options, self.fonts = options, fonts
        self.sizes: list[tuple[float, float, list[Line]]] = []
        self.tables: list[list[tuple[BBox, Table]]] = []
        self.drawn: list[Drawn] = []
        self.ocr: set[int] = set()
        self.unread: set[int] = set()
        self.ocr_error: str | None = None
        self.ocr_spent = 0.0  # seconds

    def add(self, document: Any, index: int) -> None:
        try:
            page = document[index]
            parts = _text_page(page, self.fonts)
            width, height = page.rect.width, page.rect.height
            if self.options.ocr and wants_ocr(page, parts, self.options):
                parts = self._scan(page, index + 1, parts)
        except MUPDF_ERRORS:
            self.unread.add(index + 1)
            width, height, parts = 0.0, 0.0, PageParts()
        self.sizes.append((width, height, parts.lines))
        self.tables.append(parts.tables)
        self.drawn.append(parts.drawn)

    def pages(self, split: Sequence[tuple[list[Line], list[Line]]]) -> list[Page]:
        """The pages of their body and furniture lines, with the words that were cut at line ends whole."""
        healer = Healer(self._texts())
        pages = []
        for number, ((width, height, _), (body, furniture)) in enumerate(
            zip(self.sizes, split, strict=True), 1
        ):
            ocr = number in self.ocr
            blocks = page_blocks(body, self.tables[number - 1], self.drawn[number - 1], page=number, ocr=ocr)
            pages.append(
                Page(
                    number=number,
                    width=width,
                    height=height,
                    blocks=tuple(healed(block, healer) for block in blocks),
                    furniture=tuple(furniture),
                    ocr=ocr,
                )
            )
        return pages

    def _texts(self) -> Iterator[str]:
        for (_, _, lines), tables in zip(self.sizes, self.tables, strict=True):
            yield from (line.text for line in lines)
            yield from (cell.text for _, table in tables for cell in table.cells)

    def _scan(self, page: Any, number: int, typed: PageParts) -> PageParts:
        """What OCR reads, unless the page's own text says as much."""
        garbled = is_garbled(typed.text)
        start = time.monotonic()
        try:
            if self.ocr_spent > self.options.ocr_total_seconds:
                raise OcrError("le temps de reconnaissance de caractères du document est épuisé")
            found = ocr_page(page, self.options)
        except OcrError as error:
            self.ocr_error = str(error)
            self.unread.add(number)
            return PageParts() if garbled else typed
        finally:
            self.ocr_spent += time.monotonic() - start
        if not garbled and found.letters < MORE_BY_OCR * typed.letters:
            return typed
        self.ocr.add(number)
        return found


def _text_page(page: Any, fonts: Fonts) -> PageParts:
    paths = page.get_cdrawings()
    drawn = drawn_on(paths, page.rect.width, page.rect.height)
    turned: list[Line] = []
    lines = with_dots(page_lines(page, fonts, turned), drawn.dots)
    tables, free = [], lines
    for grid in find_grids(paths, lines):
        if not _is_table(grid):
            continue
        inside = [line for line in free if line.bbox and centre_in(line.bbox, grid.bbox, slack=1.5)]
        if not inside:
            continue
        table = fill_grid(page, grid, inside, turned)
        placed = sum(len(cell.text.replace("\n", "")) for cell in table.cells)
        if placed < 0.9 * sum(len(line.text) for line in inside):
            continue  # a drawing that looks like a grid: its words stand outside the cells
        tables.append((grid.bbox, table))
        taken = {id(line) for line in inside}
        free = [line for line in free if id(line) not in taken]
    return PageParts(free, tables, drawn)


def _is_table(grid: FoundTable) -> bool:
    """One column of cells is a stack of boxes; boxes.py reads it better."""
    return grid.cols > 1


def _bookmarks(document: Any) -> tuple[Bookmark, ...]:
    try:
        contents = document.get_toc()
    except MUPDF_ERRORS:
        return ()
    return tuple(
        Bookmark(level=level, title=clean(title), page=page if page > 0 else None)
        for level, title, page, *_ in contents
        if clean(title)
    )
