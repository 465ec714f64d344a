"""Cited sheets to a Word document: a heading and a table a sheet, then its sources, numbered."""

import io
import re
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell

from search_api.citations import CitedField, CitedSheet

#: Characters that XML cannot hold.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LABEL, VALUE = Cm(4), Cm(12.5)


def word_document(title: str, note: str, sheets: Sequence[CitedSheet]) -> bytes:
    """French, with headings that a table of contents and a screen reader follow."""
    document = docx.Document()
    document.core_properties.title = _plain(title)[:255]
    document.core_properties.author = "Atlas CLS"
    document.core_properties.language = "fr-FR"
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Calibri", Pt(10)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    _speak_french(document)
    document.add_heading(_plain(title), 0)
    document.add_paragraph(_plain(note))
    for number, sheet in enumerate(sheets):
        if number:
            document.add_page_break()
        _sheet(document, sheet)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _speak_french(document: Document) -> None:
    fonts = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = fonts.find(qn("w:lang"))
    if language is None:
        language = fonts.makeelement(qn("w:lang"), {})
        fonts.append(language)
    language.set(qn("w:val"), "fr-FR")


def _sheet(document: Document, sheet: CitedSheet) -> None:
    document.add_heading(_plain(sheet.title), 1)
    document.add_paragraph(_plain(sheet.subtitle))
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    table.columns[0].width, table.columns[1].width = LABEL, VALUE
    for field in sheet.fields:
        label, value = table.add_row().cells
        label.width, value.width = LABEL, VALUE
        label.paragraphs[0].add_run(_plain(field.label)).bold = True
        _value(value, field)
    if sheet.citations:
        document.add_heading("Sources", 2)
    for citation in sheet.citations:
        paragraph = document.add_paragraph(f"[{citation.number}] {_plain(citation.place)} : ")
        paragraph.add_run(f"«\u00a0{_plain(citation.quote)}\u00a0»").italic = True
        paragraph.paragraph_format.space_after = Pt(2)
        if citation.uri:
            paragraph.add_run(f" {_plain(citation.uri)}")


def _value(cell: _Cell, field: CitedField) -> None:
    """One text as a paragraph, a list as bullets, each with the numbers of its sources."""
    for number, value in enumerate(field.values):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        if len(field.values) > 1:
            paragraph.style = "List Bullet"
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.add_run(_plain(value.text))
        if value.citations:
            marks = " " + "".join(f"[{cited}]" for cited in value.citations)
            paragraph.add_run(marks).font.superscript = True


def _plain(text: str) -> str:
    return _ILLEGAL.sub("", text)
