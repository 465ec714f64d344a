"""The second and third rung: PDFium, then pdfplumber. Words with positions, no tables, no OCR."""

import logging
from pathlib import Path
from typing import Any

from extractors.layout.cuts import Healer
from extractors.layout.options import ReadOptions, RungError, UnreadableError
from extractors.layout.pdf.blocks import healed
from extractors.layout.pdf.boxes import Drawn
from extractors.layout.pdf.furniture import split_furniture
from extractors.layout.pdf.headings import with_headings
from extractors.layout.pdf.page import page_blocks
from extractors.layout.text import clean
from models.layout import Layout, LayoutResult, Line, Outcome, Page

RawPage = tuple[float, float, list[Line]]


def pdfium(path: Path, options: ReadOptions) -> LayoutResult:
    """By PDFium, line by line. Raises RungError when it cannot."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError(
                Outcome.ENCRYPTED, "Le fichier PDF est protégé par un mot de passe."
            ) from error
        raise RungError(f"PDFium : {error}") from error
    try:
        pages = [_pdfium_page(document[i]) for i in range(min(len(document), options.max_pages))]
    except pypdfium2.PdfiumError as error:
        raise RungError(f"PDFium : {error}") from error
    finally:
        document.close()
    return _result(pages, f"pdfium-{pypdfium2.version.PYPDFIUM_INFO}")


def _pdfium_page(page: Any) -> RawPage:
    width, height = page.get_size()
    text = page.get_textpage()
    lines = []
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        words = clean(text.get_text_bounded(left, bottom, right, top))
        if words:
            box = (round(left, 2), round(height - top, 2), round(right, 2), round(height - bottom, 2))
            lines.append(Line(text=words, bbox=box, size=round(top - bottom, 1)))
    return width, height, lines


def plumber(path: Path, options: ReadOptions) -> LayoutResult:
    """By pdfplumber. Raises RungError when it cannot."""
    import pdfplumber
    from pdfminer.pdfexceptions import PDFException

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it tells every fault of a broken file
    try:
        with pdfplumber.open(path) as document:
            pages = [_plumber_page(page) for page in document.pages[: options.max_pages]]
    except (
        PDFException,
        pdfplumber.utils.exceptions.PdfminerException,
        ValueError,
        TypeError,
        KeyError,
    ) as error:
        raise RungError(f"pdfplumber : {error}") from error
    return _result(pages, f"pdfplumber-{pdfplumber.__version__}")


def _plumber_page(page: Any) -> RawPage:
    lines = []
    for found in page.extract_text_lines(return_chars=False):
        words = clean(found["text"])
        if words:
            box = (found["x0"], found["top"], found["x1"], found["bottom"])
            lines.append(Line(text=words, bbox=box, size=round(found["bottom"] - found["top"], 1)))
    return float(page.width), float(page.height), lines


def _result(raw: list[RawPage], reader: str) -> LayoutResult:
    if not any(lines for _, _, lines in raw):
        raise RungError(f"{reader} : aucun mot")
    healer = Healer(line.text for _, _, lines in raw for line in lines)
    pages = []
    for number, ((width, height, _), (body, furniture)) in enumerate(
        zip(raw, split_furniture([(height, lines) for _, height, lines in raw]), strict=True), 1
    ):
        blocks = tuple(healed(block, healer) for block in page_blocks(body, (), Drawn(), page=number))
        pages.append(
            Page(number=number, width=width, height=height, blocks=blocks, furniture=tuple(furniture))
        )
    layout = Layout(pages=with_headings(pages, ()), reader=reader)
    return LayoutResult(
        outcome=Outcome.PARTIAL,
        media_type="application/pdf",
        layout=layout,
        message="Fichier abîmé : le texte a été lu, sans les tableaux ni les pages numérisées.",
    )
