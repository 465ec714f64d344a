"""Word processor files: DOCX by python-docx, ODT by odfpy. Headings, lists, paragraphs, tables in order."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax import SAXException

from lxml.etree import LxmlError

from extractors.layout.flow import flow_result, make_cell, table_block, text_block
from extractors.layout.marks import split_mark
from extractors.layout.options import ReadOptions, UnreadableError
from extractors.layout.text import clean
from models.layout import Block, BlockKind, Cell, LayoutResult, Line, Outcome

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    NotImplementedError,
    LxmlError,
    SAXException,
    AttributeError,
    OSError,
)


def read_docx(path: Path, options: ReadOptions) -> LayoutResult:
    """Raises UnreadableError when the file is damaged or empty."""
    import docx

    try:
        document = docx.Document(str(path))
        blocks = list(_docx_blocks(document))
        title = clean(document.core_properties.title or "") or None
    except BROKEN as error:
        raise UnreadableError(Outcome.DAMAGED, f"Le fichier Word est endommagé : {error}") from error
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return flow_result(blocks, media_type=media_type, reader="python-docx", title=title)


def _docx_blocks(document: Any) -> Iterator[Block]:
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            block = table_block(list(_docx_cells(item)))
            if block is not None:
                yield block
        else:
            yield from _docx_paragraph(item)


def _docx_paragraph(item: Any) -> Iterator[Block]:
    style = (item.style.name or "").lower() if item.style is not None else ""
    if style.startswith(("heading", "titre", "title")):
        digits = "".join(c for c in style if c.isdigit())
        if text := clean(item.text.replace("\n", " ")):
            yield text_block(BlockKind.HEADING, text, level=int(digits) if digits else 1)
        return
    for text, bold, lead in _printed(item):
        mark, rest = split_mark(text)
        if mark or _is_listed(item):
            yield text_block(BlockKind.LIST_ITEM, rest, marker=mark or "•", bold=bold, lead=lead)
        elif bold and len(text) < 160:
            yield text_block(BlockKind.HEADING, text, level=6)
        else:
            yield text_block(BlockKind.PARAGRAPH, text, bold=bold, lead=lead)


def _docx_cells(table: Any) -> Iterator[Cell]:
    # By element, not by its id: python-docx lets go of elements, and the next one may take the same id.
    seen: dict[Any, list[tuple[int, int]]] = {}
    held: dict[Any, tuple[Line, ...]] = {}
    for number, row in enumerate(table.rows):
        for col, cell in enumerate(row.cells):
            key = cell._tc
            seen.setdefault(key, []).append((number, col))
            if key not in held:  # a merged cell comes once for every column that it spans
                held[key] = tuple(_docx_cell_lines(cell))
    for key, places in sorted(seen.items(), key=lambda entry: entry[1][0]):
        (row, col), (last_row, last_col) = min(places), max(places)
        lines = held[key]
        yield make_cell(
            row,
            col,
            "\n".join(line.text for line in lines),
            row_span=last_row - row + 1,
            col_span=last_col - col + 1,
            header=bool(lines) and all(line.bold for line in lines),  # a label or a head, not a value
            lines=lines,
        )


def _docx_cell_lines(cell: Any) -> Iterator[Line]:
    for item in cell.paragraphs:
        for text, bold, lead in _printed(item):
            listed = _is_listed(item) and split_mark(text)[0] is None
            yield Line(text=f"• {text}" if listed else text, bold=bold, lead=lead)


def _is_listed(item: Any) -> bool:
    style = (item.style.name or "").lower() if item.style is not None else ""
    numbered = item._p.pPr is not None and item._p.pPr.numPr is not None
    return numbered or "list" in style


def _printed(item: Any) -> Iterator[tuple[str, bool, str | None]]:
    """The lines of a paragraph between its breaks: text, whether all of it is bold, the bold words it begins with."""
    lines: list[list[tuple[str, bool]]] = [[]]
    for run in item.runs:
        for number, part in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            lines[-1].append((part, bool(run.bold)))
    if not item.runs:
        lines = [[(part, False)] for part in item.text.split("\n")]
    for pieces in lines:
        worded = [piece for piece in pieces if piece[0].strip()]
        text = clean("".join(part for part, _ in pieces))
        if not text:
            continue
        bold = bool(worded) and all(strong for _, strong in worded)
        lead = None
        if worded and worded[0][1] and not bold:
            plain = next(place for place, (part, strong) in enumerate(pieces) if part.strip() and not strong)
            lead = clean("".join(part for part, _ in pieces[:plain])) or None
        yield text, bold, lead


def read_odt(path: Path, options: ReadOptions) -> LayoutResult:
    """Raises UnreadableError when the file is damaged or empty."""
    from odf.opendocument import load

    try:
        blocks = list(_odt_blocks(load(str(path)).text))
    except BROKEN as error:
        raise UnreadableError(Outcome.DAMAGED, f"Le fichier OpenDocument est endommagé : {error}") from error
    return flow_result(blocks, media_type="application/vnd.oasis.opendocument.text", reader="odfpy")


def _odt_blocks(node: Any) -> Iterator[Block]:
    from odf import teletype

    for child in node.childNodes:
        name = getattr(child, "qname", (None, ""))[1]
        if name == "h":
            level = int(child.getAttribute("outlinelevel") or 1)
            if text := clean(teletype.extractText(child)):
                yield text_block(BlockKind.HEADING, text, level=level)
        elif name == "p":
            if text := clean(teletype.extractText(child)):
                mark, rest = split_mark(text)
                yield text_block(BlockKind.LIST_ITEM if mark else BlockKind.PARAGRAPH, rest, marker=mark)
        elif name == "list-item":
            if text := clean(teletype.extractText(child)):
                yield text_block(BlockKind.LIST_ITEM, text, marker="•")
        elif name == "table":
            block = table_block(list(_odt_cells(child)))
            if block is not None:
                yield block
        elif hasattr(child, "childNodes"):
            yield from _odt_blocks(child)


def _odt_cells(table: Any) -> Iterator[Cell]:
    from odf import teletype
    from odf.table import CoveredTableCell, TableRow

    for number, row in enumerate(table.getElementsByType(TableRow)):
        for col, cell in enumerate(row.childNodes):
            if cell.qname == CoveredTableCell().qname:
                continue
            spans = (cell.getAttribute("numberrowsspanned"), cell.getAttribute("numbercolumnsspanned"))
            text = "\n".join(clean(teletype.extractText(p)) for p in cell.childNodes)
            yield make_cell(
                number, col, text.strip(), row_span=int(spans[0] or 1), col_span=int(spans[1] or 1)
            )
