"""Blocks to DOCX, with the styles and tables that a word processor would use."""

import io
import re
import zipfile
from html import unescape
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from samples.varied.blocks import UL, Block, Box, Break, Cell, Columns, P, Side, Table, Toc
from samples.varied.look import Look

HEADINGS = {"cover": 0, "top": 0, "h1": 1, "divider": 1, "h2": 1, "h3": 3, "sheet": 2}
BOLD = {"label", "labelhead", "tag", "bar", "rowtitle", "framed", "small_label", "center", "strong"}


def render(blocks: list[Block], look: Look) -> bytes:
    document = docx.Document()
    document.styles["Normal"].font.name = look.font
    document.styles["Normal"].font.size = Pt(look.size)
    writer = _Writer(document, look)
    for block in blocks:
        writer.add(document, block)
    buffer = io.BytesIO()
    document.save(buffer)
    return _timeless(buffer.getvalue())


class _Writer:
    def __init__(self, document: Any, look: Look) -> None:
        self.document, self.look, self.wide, self.started = document, look, False, False

    def add(self, holder: Any, block: Block) -> None:
        match block:
            case P() if block.text or block.style != "anchor":
                self._paragraph(holder, block)
            case UL():
                for item in block.items:
                    _runs(holder.add_paragraph(style="List Bullet"), item, False)
            case Table():
                self._table(holder, block)
            case Box():
                self._table(holder, Table(((Cell(block.blocks, fill=block.fill),),), (1.0,)))
            case Columns():
                for inner in block.blocks:
                    self.add(holder, inner)
            case Side():
                cells = (Cell(block.main), Cell(block.side, fill=block.fill))
                self._table(holder, Table((cells[::-1] if block.left else cells,), (0.5, 0.5)))
            case Toc():
                for level, text, _ in block.lines:
                    _runs(holder.add_paragraph(), "\u2003" * level + text, False)
            case Break():
                self._break(block)

    def _break(self, block: Break) -> None:
        if not self.started:
            self.started = True
        elif block.wide != self.wide:
            section = self.document.add_section()
            section.orientation = WD_ORIENT.LANDSCAPE if block.wide else WD_ORIENT.PORTRAIT
            section.page_width, section.page_height = section.page_height, section.page_width
            self.wide = block.wide
        else:
            self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _paragraph(self, holder: Any, block: P) -> None:
        level = HEADINGS.get(block.style)
        if level is not None and holder is self.document and self.look.label_fill:
            holder.add_heading(_plain(block.text), level)
            return
        _runs(holder.add_paragraph(), block.text, level is not None or block.style in BOLD)

    def _table(self, holder: Any, table: Table) -> None:
        width = len(table.widths)
        made = holder.add_table(rows=len(table.rows), cols=width)
        if table.rules in ("grid", "outer"):
            made.style = "Table Grid"
        taken: set[tuple[int, int]] = set()
        for n, row in enumerate(table.rows):
            column = 0
            for cell in row:
                while (n, column) in taken:
                    column += 1
                last = made.cell(n + cell.rows - 1, column + cell.span - 1)
                target = made.cell(n, column)
                target = target.merge(last) if cell.rows > 1 or cell.span > 1 else target
                taken |= {(n + i, column + j) for i in range(cell.rows) for j in range(cell.span)}
                self._fill(target, cell)
                column += cell.span

    def _fill(self, target: Any, cell: Cell) -> None:
        first = target.paragraphs[0]
        for block in cell.blocks:
            self.add(target, block)
        if len(target.paragraphs) > 1:
            first._p.getparent().remove(first._p)
        if cell.fill:
            shade = OxmlElement("w:shd")
            shade.set(qn("w:val"), "clear")
            shade.set(qn("w:fill"), cell.fill.lstrip("#"))
            target._tc.get_or_add_tcPr().append(shade)


def _plain(text: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", text))


def _runs(paragraph: Any, text: str, bold: bool) -> None:
    heavy = bold
    for part in re.split(r"(</?b>|<br/>)", text):
        if part in ("<b>", "</b>"):
            heavy = bold or part == "<b>"
        elif part == "<br/>":
            paragraph.add_run().add_break()
        elif part:
            paragraph.add_run(unescape(part)).bold = heavy or None


def _timeless(archive: bytes) -> bytes:
    """The same archive with every file dated alike, so that the same text gives the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, (2026, 9, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return buffer.getvalue()
