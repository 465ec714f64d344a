"""Blocks to PDF through ReportLab: another producer, with other lines, tables and spaces than a browser's."""

import functools
import io
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus import Table as Grid

from samples.varied.blocks import UL, Block, Box, Break, Cell, Columns, P, Side, Table, Toc
from samples.varied.look import SERIF, Look

rl_config.invariant = 1
FOLDERS = (
    "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/truetype/dejavu",
)
FACES = {
    "serif": ("LiberationSerif-Regular", "LiberationSerif-Bold", "LiberationSerif-Italic",
              "LiberationSerif-BoldItalic"),
    "sans": ("LiberationSans-Regular", "LiberationSans-Bold", "LiberationSans-Italic", "LiberationSans-BoldItalic"),
    "dejavu": ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique", "DejaVuSans-BoldOblique"),
}  # fmt: skip
BASE = {"serif": "Times-Roman", "sans": "Helvetica", "dejavu": "Helvetica"}
MARGIN = 50.0


@functools.cache
def _family(kind: str) -> str:
    """Registers the four faces where the machine has them; else the base font of PDF."""
    found = [
        next((Path(d, f"{name}.ttf") for d in FOLDERS if Path(d, f"{name}.ttf").exists()), None)
        for name in FACES[kind]
    ]
    if None in found[:2]:
        return BASE[kind]
    names = [f"{kind}{n}" for n in range(4)]
    for name, path in zip(names, found, strict=True):
        pdfmetrics.registerFont(TTFont(name, str(path or found[0])))
    pdfmetrics.registerFontFamily(names[0], *names)
    return names[0]


def render(blocks: list[Block], look: Look, name: str) -> bytes:
    """PDF bytes, made twice when there is a contents page: once to learn the pages."""
    pages: dict[str, int] = {}
    pdf = _build(blocks, look, name, {}, pages)
    if any(isinstance(b, Toc) for b in blocks):
        pdf = _build(blocks, look, name, dict(pages), pages)
    return pdf


def _build(blocks: list[Block], look: Look, name: str, known: dict[str, int], pages: dict[str, int]) -> bytes:
    writer = _Writer(look, known, pages)
    buffer = io.BytesIO()
    document = BaseDocTemplate(buffer, title=name, leftMargin=MARGIN, rightMargin=MARGIN)
    templates = []
    for key, size in (("tall", A4), ("wide", landscape(A4))):
        frame = Frame(MARGIN, MARGIN, size[0] - 2 * MARGIN, size[1] - 2 * MARGIN, 0, 0, 0, 0)
        templates.append(PageTemplate(key, [frame], onPageEnd=writer.furniture(name, size), pagesize=size))
    document.addPageTemplates(templates)
    document.build(writer.story(blocks))
    return buffer.getvalue()


class _Mark(Flowable):  # type: ignore[misc]
    """Takes no room; tells where it was drawn."""

    width = height = 0

    def __init__(self, tell: Callable[[int], None]) -> None:
        super().__init__()
        self.tell = tell

    def draw(self) -> None:
        self.tell(self.canv.getPageNumber())


class _Writer:
    def __init__(self, look: Look, known: dict[str, int], pages: dict[str, int]) -> None:
        self.look, self.known, self.pages = look, known, pages
        self.head, self.blank, self.wide = "", False, False
        self.font = _family("serif" if look.font in SERIF else "dejavu" if "DejaVu" in look.font else "sans")
        self.styles = {name: self._style(name) for name in STYLES}

    def _style(self, name: str) -> ParagraphStyle:
        look = self.look
        grow, bold, colour, align, before = STYLES[name]
        kind = {"label": look.label_style, "labelhead": look.label_style}.get(name, "")
        size = look.size + grow
        font = f"{self.font}" if kind == "underline" or not bold else pdfmetrics.getFont(self.font).fontName
        style = ParagraphStyle(
            name, fontName=font, fontSize=size, leading=size * 1.25, spaceBefore=before, spaceAfter=3
        )
        style.textColor = HexColor({"main": look.colour, "white": "#ffffff"}.get(colour, "#111111"))
        if kind == "colour":
            style.textColor = HexColor(look.colour)
        style.alignment = {"c": TA_CENTER, "r": TA_RIGHT}.get(
            align, TA_JUSTIFY if align == "j" and look.justify else TA_LEFT
        )
        style.keepWithNext = int(name in ("h1", "h2", "h3", "sheet", "tag", "labelhead", "axisline"))
        return style

    def story(self, blocks: list[Block]) -> list[Any]:
        found: list[Any] = []
        for number, block in enumerate(blocks):
            if isinstance(block, Break):
                if number:
                    found += [NextPageTemplate("wide" if block.wide else "tall"), PageBreak()]
                self.wide = block.wide
                found.append(_Mark(functools.partial(self._turn, block)))
            else:
                found += self.one(block, self._room())
        return found

    def _turn(self, block: Break, page: int) -> None:
        self.head, self.blank = block.head, block.blank

    def _room(self) -> float:
        return float(A4[1] if self.wide else A4[0]) - 2 * MARGIN

    def furniture(self, name: str, size: tuple[float, float]) -> Callable[[Any, Any], None]:
        def draw(canvas: Any, document: Any) -> None:
            if self.blank:
                return
            canvas.setFont(self.font, 8)
            if self.head or self.look.head:
                canvas.drawString(MARGIN, size[1] - 30, unescape(self.head or name))
            page = document.page
            text = {
                "page": f"{page}",
                "page_of": f"Page {page}",
                "name_page": f"{name} – page {page}",
                "none": "",
            }[self.look.foot]
            canvas.drawCentredString(size[0] / 2, 26, text)

        return draw

    def many(self, blocks: tuple[Block, ...], width: float) -> list[Any]:
        return [f for b in blocks for f in self.one(b, width)]

    def one(self, block: Block, width: float) -> list[Any]:
        match block:
            case P():
                return self._paragraph(block)
            case UL():
                style = ParagraphStyle("item", self.styles["cell"], leftIndent=12, bulletIndent=2)
                return [Paragraph(i, style, bulletText=self._bullet()) for i in block.items]
            case Table():
                return [self._table(block, width), Spacer(1, 6)]
            case Box():
                table = Table(
                    ((Cell(block.blocks, fill=block.fill),),), (1.0,), "outer" if block.stroke else "none"
                )
                return [self._table(table, width), Spacer(1, 5)]
            case Columns():
                return self.many(block.blocks, width)
            case Side():
                cells = (Cell(block.main), Cell(block.side, fill=block.fill))
                shares = (0.66, 0.34)
                if block.left:
                    cells, shares = cells[::-1], shares[::-1]
                return [self._table(Table((cells,), shares, "none"), width), Spacer(1, 8)]
            case Toc():
                return [f for line in block.lines for f in self._toc_line(block, *line)]
            case Break():
                return []

    def _bullet(self) -> str:
        return self.look.mark if self.look.mark in "•-–" else "•"

    def _paragraph(self, block: P) -> list[Any]:
        found: list[Any] = []
        if block.anchor:
            found.append(_Mark(functools.partial(self.pages.__setitem__, block.anchor)))
        if block.text:
            bold = STYLES.get(block.style, STYLES["body"])[1]
            kind = self.look.label_style if block.style in ("label", "labelhead") else ""
            text = {"italic": f"<i>{block.text}</i>", "underline": f"<u>{block.text}</u>"}.get(
                kind, block.text
            )
            text = f"<b>{text}</b>" if bold and kind != "underline" else text
            found.append(Paragraph(text, self.styles.get(block.style, self.styles["body"])))
        return found

    def _toc_line(self, toc: Toc, level: int, text: str, anchor: str) -> list[Any]:
        style = ParagraphStyle("toc", self.styles["small" if level else "body"], leftIndent=10 * level)
        page = self.known.get(anchor, "")
        dots = "." * max(4, 104 - len(text)) if toc.leaders else "\u2003"
        return [Paragraph(f"{text} {dots} {page}" if anchor else text, style)]

    def _table(self, table: Table, width: float) -> Grid:
        columns = len(table.widths)
        widths = [w * width for w in table.widths]
        rows: list[list[Any]] = [["" for _ in range(columns)] for _ in table.rows]
        commands: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 2)]
        taken: set[tuple[int, int]] = set()
        for y, row in enumerate(table.rows):
            x = 0
            for cell in row:
                while (y, x) in taken:
                    x += 1
                right, below = x + cell.span - 1, y + cell.rows - 1
                taken |= {(i, j) for i in range(y, below + 1) for j in range(x, right + 1)}
                rows[y][x] = self.many(cell.blocks, sum(widths[x : right + 1]) - 12)
                # A tall cell is not spanned, so that the table may be cut anywhere: it only has no inner lines.
                if cell.span > 1:
                    commands.append(("SPAN", (x, y), (right, y)))
                if cell.fill:
                    commands.append(("BACKGROUND", (x, y), (right, below), HexColor(cell.fill)))
                commands += self._lines(table.rules, x, y, right, below)
                x += cell.span
        made = Grid(rows, widths, repeatRows=table.head, splitInRow=1, hAlign="LEFT")
        if table.rules == "outer":
            commands.append(("BOX", (0, 0), (-1, -1), 0.7, HexColor("#444444")))
        made.setStyle(commands)
        return made

    def _lines(self, rules: str, x: int, y: int, right: int, below: int) -> list[Any]:
        colour = HexColor("#444444" if self.look.label_fill else self.look.colour)
        if rules == "grid":
            return [("BOX", (x, y), (right, below), 0.6, colour)]
        return [("LINEBELOW", (x, below), (right, below), 0.5, colour)] if rules == "rows" else []


#: name: (size above the body's, bold, colour, alignment, space before)
STYLES: dict[str, tuple[float, bool, str, str, float]] = {
    "body": (0, False, "", "j", 0), "cell": (0, False, "", "l", 0), "small": (-1.5, False, "", "l", 0),
    "small_label": (-1.5, True, "", "l", 0),
    "label": (0, True, "", "l", 0), "labelhead": (0.5, True, "", "l", 6), "strong": (0, True, "", "l", 0),
    "caption": (-1, False, "", "l", 0),
    "cover": (16, True, "main", "c", 150), "cover2": (5, False, "", "c", 10), "top": (9, True, "main", "c", 0),
    "h1": (6, True, "main", "l", 12), "h2": (3, True, "main", "l", 10), "h3": (1, True, "", "l", 8),
    "divider": (14, True, "main", "l", 120), "sheet": (3, True, "main", "l", 8), "tag": (1, True, "", "l", 8),
    "bar": (1.5, True, "white", "l", 0), "rowtitle": (1.5, True, "white", "l", 0), "framed": (2, True, "", "c", 0),
    "axisline": (0, False, "main", "l", 8), "center": (0, True, "", "c", 6), "right": (0, False, "", "r", 0),
    "anchor": (0, False, "", "l", 0),
}  # fmt: skip
