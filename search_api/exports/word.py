"""Cited sheets to a Word document: a heading and a table a sheet, then its sources, numbered. By python-docx."""

import io
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from search_api.citations import Citation, CitedField, CitedSheet
from search_api.exports.workbook import xml_text
from search_api.french import NBSP

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LABEL, VALUE = Cm(4), Cm(13)
_INK, _GREY = RGBColor(0x1B, 0x3A, 0x5C), RGBColor(0x55, 0x55, 0x55)
_SHADE = "EEF2F6"


def word_document(title: str, note: str, sheets: Sequence[CitedSheet]) -> bytes:
    """French, with headings that a table of contents and a screen reader follow; each sheet begins a page.

    The title and the note stand before the first sheet; without a note, the title is a property of the file only.
    """
    word = _new(title)
    if note:
        word.add_heading(xml_text(title), 0)
        word.add_paragraph(xml_text(note))
    for number, sheet in enumerate(sheets):
        _sheet(word, sheet).paragraph_format.page_break_before = number > 0
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _new(title: str) -> Document:
    """A4, in French, the number of the page at the foot."""
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    style = word.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(10.5)
    style.paragraph_format.space_after = Pt(4)
    for level, size in ((1, 18), (2, 12)):
        heading = word.styles[f"Heading {level}"]
        heading.font.name, heading.font.size, heading.font.color.rgb = "Calibri", Pt(size), _INK
    _speak_french(word)
    properties = word.core_properties
    properties.title, properties.author, properties.language = xml_text(title)[:255], "Atlas CLS", "fr-FR"
    foot = section.footer.paragraphs[0]
    foot.add_run("Atlas CLS – page ").font.size = Pt(8)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    foot._p.append(field)
    return word


def _speak_french(word: Document) -> None:
    fonts = word.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = fonts.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        fonts.append(language)
    language.set(qn("w:val"), "fr-FR")


def _sheet(word: Document, sheet: CitedSheet) -> Paragraph:
    """Returns the heading."""
    heading = word.add_heading(xml_text(sheet.heading), 1)
    _mark(heading, sheet.title_citations)
    run = word.add_paragraph().add_run(xml_text(sheet.subtitle))
    run.italic, run.font.color.rgb = True, _GREY
    table = word.add_table(rows=0, cols=2)
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    table.columns[0].width, table.columns[1].width = LABEL, VALUE
    for field in sheet.fields:
        label, value = table.add_row().cells
        label.width, value.width = LABEL, VALUE
        _label(label, field.label)
        _value(value, field)
    if sheet.citations:
        word.add_heading("Sources", 2)
    for citation in sheet.citations:
        _citation(word.add_paragraph(), citation)
    return heading


def _label(cell: _Cell, text: str) -> None:
    run = cell.paragraphs[0].add_run(xml_text(text))
    run.bold, run.font.color.rgb = True, _INK
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _SHADE)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _value(cell: _Cell, field: CitedField) -> None:
    """One text as a paragraph, a list as bullets, each with the numbers of its sources."""
    for number, value in enumerate(field.values):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        if len(field.values) > 1:
            paragraph.style = "List Bullet"
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.add_run(xml_text(value.text))
        _mark(paragraph, value.citations)


def _mark(paragraph: Paragraph, numbers: Sequence[int]) -> None:
    if numbers:
        run = paragraph.add_run(f" [{', '.join(map(str, numbers))}]")
        run.font.superscript, run.font.color.rgb, run.bold = True, _GREY, False


def _citation(paragraph: Paragraph, citation: Citation) -> None:
    """ "[2] contrat.pdf, p. 12 : « ses mots » https://…"."""
    paragraph.paragraph_format.space_after = Pt(1)
    paragraph.paragraph_format.left_indent = Cm(0.8)
    paragraph.paragraph_format.first_line_indent = Cm(-0.8)
    told = [
        (f"[{citation.number}] {citation.place}{NBSP}: ", False),
        (f"«{NBSP}{citation.quote}{NBSP}»", True),
        *([(f" {citation.uri}", False)] if citation.uri else ()),
    ]
    for text, italic in told:
        run = paragraph.add_run(xml_text(text))
        run.italic, run.font.size = italic, Pt(8.5)
