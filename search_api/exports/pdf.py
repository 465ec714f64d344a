"""Cited sheets to a PDF: a heading and a table a sheet, then its sources, numbered. By ReportLab.

The font comes with ReportLab (Bitstream Vera) and is embedded; what it cannot draw is written in the nearest
characters that it can, so that no text turns into boxes.
"""

import io
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from html import escape
from pathlib import Path

import reportlab
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from search_api.citations import CitedSheet

FAMILY = {
    "Vera": "Vera.ttf",
    "Vera-Bold": "VeraBd.ttf",
    "Vera-Italic": "VeraIt.ttf",
    "Vera-BoldItalic": "VeraBI.ttf",
}
INK, SOFT, LINE = HexColor("#1b2a30"), HexColor("#51636b"), HexColor("#d5dee1")
LABEL = 4.2 * cm
#: A row of a table cannot be taller than a page: longer texts are cut into rows of about this many characters.
LONGEST = 1500
_SPACES = {"\u202f": "\u00a0", "\u2009": " ", "\u2011": "-", "\u2192": "->", "\u00ad": ""}


def pdf_document(title: str, note: str, sheets: Sequence[CitedSheet]) -> bytes:
    """A4, with an outline of the sheets and numbered pages."""
    _fonts()
    body = ParagraphStyle("body", fontName="Vera", fontSize=8.5, leading=12, textColor=INK)
    styles = {
        "title": ParagraphStyle("title", body, fontName="Vera-Bold", fontSize=17, leading=22, spaceAfter=6),
        "heading": ParagraphStyle(
            "heading", body, fontName="Vera-Bold", fontSize=13, leading=17, spaceBefore=14
        ),
        "second": ParagraphStyle(
            "second", body, fontName="Vera-Bold", fontSize=10, leading=14, spaceBefore=8
        ),
        "body": body,
        "note": ParagraphStyle("note", body, fontSize=8, leading=11, textColor=SOFT),
    }
    story: list[Flowable] = [
        Paragraph(_marked(title), styles["title"]),
        Paragraph(_marked(note), styles["note"]),
    ]
    for sheet in sheets:
        story += _sheet(sheet, styles)
    out = io.BytesIO()
    template = SimpleDocTemplate(
        out, pagesize=A4, title=_drawn(title), author="Atlas CLS", lang="fr-FR",
        leftMargin=2 * cm, rightMargin=2 * cm, topMargin=1.8 * cm, bottomMargin=1.8 * cm,
    )  # fmt: skip
    template.build(
        story,
        onFirstPage=_numbered,
        onLaterPages=_numbered,
        canvasmaker=partial(Canvas, initialFontName="Vera"),
    )
    return out.getvalue()


def _sheet(sheet: CitedSheet, styles: dict[str, ParagraphStyle]) -> list[Flowable]:
    rows: list[list[Flowable | str]] = []
    for field in sheet.fields:
        label: Flowable | str = Paragraph(f"<b>{_marked(field.label)}</b>", styles["body"])
        for value in field.values:
            pieces = [_marked(piece) for piece in _pieces(value.text)]
            pieces[0] = f"• {pieces[0]}" if len(field.values) > 1 else pieces[0]
            pieces[-1] += _numbers(value.citations)
            for piece in pieces:
                rows.append([label, Paragraph(piece, styles["body"])])
                label = ""
    table = Table(rows, colWidths=[LABEL, A4[0] - 4 * cm - LABEL], splitInRow=1)
    lines = [("LINEABOVE", (0, n), (-1, n), 0.5, LINE) for n, row in enumerate(rows) if row[0]]
    table.setStyle(
        TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 2), *lines])
    )
    story: list[Flowable] = [
        _Mark(_drawn(sheet.heading), sheet.id),
        Paragraph(f"{_marked(sheet.heading)}{_numbers(sheet.title_citations)}", styles["heading"]),
        Paragraph(_marked(sheet.subtitle), styles["note"]),
        Spacer(1, 4),
        table,
    ]
    if sheet.citations:
        story.append(Paragraph("Sources", styles["second"]))
    for citation in sheet.citations:
        place = _marked(citation.place)
        if citation.uri:
            place = f'<link href="{escape(citation.uri)}"><u>{place}</u></link>'
        quote = f"<i>«\u00a0{_marked(citation.quote)}\u00a0»</i>"
        story.append(Paragraph(f"[{citation.number}] {place}\u00a0: {quote}", styles["note"]))
    return story


def _numbers(citations: Sequence[int]) -> str:
    return f" <super>[{', '.join(map(str, citations))}]</super>" if citations else ""


class _Mark(Flowable):
    """Takes no room; puts a line into the outline of the PDF."""

    def __init__(self, plain: str, key: str) -> None:
        super().__init__()
        self.keepWithNext = True
        self._plain, self._key = plain, key

    def draw(self) -> None:
        self.canv.bookmarkPage(self._key)
        self.canv.addOutlineEntry(self._plain[:120], self._key, 0)


def _numbered(canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.setFont("Vera", 7.5)
    canvas.setFillColor(SOFT)
    canvas.drawRightString(A4[0] - 2 * cm, 1 * cm, f"Atlas CLS – page {canvas.getPageNumber()}")


@lru_cache(maxsize=1)
def _fonts() -> Callable[[int], bool]:
    """Registers the fonts; answers whether they can draw a character."""
    folder = Path(reportlab.__file__).parent / "fonts"
    fonts = [TTFont(name, str(folder / file)) for name, file in FAMILY.items()]
    for font in fonts:
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily("Vera", "Vera", "Vera-Bold", "Vera-Italic", "Vera-BoldItalic")
    known = set.intersection(*(set(font.face.charToGlyph) for font in fonts))
    return known.__contains__


def _drawn(text: str) -> str:
    """The text in characters that the font has."""
    has = _fonts()

    def drawn(character: str) -> str:
        if has(ord(character)) and character >= " ":
            return character
        if character.isspace():
            return _SPACES.get(character, " ")
        near = _SPACES.get(character, unicodedata.normalize("NFKD", character))
        kept = "".join(c for c in near if has(ord(c)) and c >= " ")
        return kept if kept or unicodedata.category(character)[0] not in "LNPS" else "?"

    return "".join(map(drawn, text))


def _marked(text: str) -> str:
    """For ReportLab's own markup, in which text must be escaped."""
    return escape(_drawn(text), quote=False)


def _pieces(text: str) -> list[str]:
    """Lines, and long ones cut between words."""
    pieces = []
    for line in text.splitlines() or [text]:
        rest = line
        while len(rest) > LONGEST:
            cut = rest.rfind(" ", 1, LONGEST)
            cut = cut if cut > 0 else LONGEST
            pieces.append(rest[:cut])
            rest = rest[cut:].lstrip()
        pieces.append(rest)
    return [piece for piece in pieces if piece.strip()] or [""]
