"""Action sheets as a Word document: one sheet a page or more, each value with a number that leads to its quotation.

Citations stand at the end of each sheet: the document, the page and the words. What is not known is left out.
"""

import io
from collections.abc import Iterator, Mapping, Sequence

from docx import Document
from docx.document import Document as Word
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from models.catalogue import ActionRecord, InventoryRow
from models.evidence import Evidence
from models.fields import ACTION_FIELDS, CODE_FIELDS
from models.records import ACTION_LISTS, Action, Scheme
from models.vocabularies.themes import concept_label
from search_api.exports.parts import proofs_of
from search_api.exports.workbook import sheet_text
from search_api.french import NBSP, french_date, typeset
from search_api.services import Catalogue

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#: More sheets than this make a document that nobody can use, and minutes of work.
MOST_SHEETS = 500
#: Quotations of one field in the list at the end of a sheet, and signs of one quotation.
MOST_QUOTES, LONGEST = 3, 300
_ORDER = (
    *("axis", "context", "objectives", "description", "target_population", "pilot", "partners", "area"),
    *("schedule", "budget", "expected_results", "indicators"),
)
_INK, _GREY = RGBColor(0x1B, 0x3A, 0x5C), RGBColor(0x55, 0x55, 0x55)
_SHADE = "EEF2F6"


def sheets_docx(catalogue: Catalogue, records: Sequence[ActionRecord]) -> bytes:
    """The sheets in the order given; a document that says so when there are none."""
    word = _new()
    names = {source.document: source.name for record in records for source in record.sources}
    for number, record in enumerate(records):
        _sheet(word, catalogue, record, names).paragraph_format.page_break_before = number > 0
    if not records:
        word.add_paragraph("Aucune action ne correspond à ces critères.")
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _new() -> Word:
    """A4, in French, the number of the page at the foot."""
    word = Document()
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    style = word.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(10.5)
    style.paragraph_format.space_after = Pt(4)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "fr-FR")
    style.element.get_or_add_rPr().append(language)
    for level, size in ((1, 18), (2, 12)):
        heading = word.styles[f"Heading {level}"]
        heading.font.name, heading.font.size, heading.font.color.rgb = "Calibri", Pt(size), _INK
    properties = word.core_properties
    properties.title, properties.author, properties.language = "Fiches action", "Atlas CLS", "fr-FR"
    foot = section.footer.paragraphs[0]
    foot.add_run("Atlas CLS – page ").font.size = Pt(8)
    _page_number(foot)
    return word


def _page_number(paragraph: Paragraph) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _sheet(word: Word, catalogue: Catalogue, record: ActionRecord, names: dict[str, str]) -> Paragraph:
    """Returns the heading."""
    action, row = record.action, catalogue.rows[record.contract_id]
    contract = catalogue.contracts[record.contract_id].contract
    title = f"{action.number} – {action.title}" if action.number else action.title
    citations = _Citations(proofs_of(action), names)
    heading = word.add_heading(_clean(title), level=1)
    _mark(heading, citations.numbers("title"))
    told = [contract.title or f"Contrat local de santé : {row.territory}", _period(row)]
    run = word.add_paragraph().add_run(_clean(typeset(" · ".join(filter(None, told)))))
    run.font.color.rgb, run.italic = _GREY, True
    table = word.add_table(rows=0, cols=2)
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    table.columns[0].width, table.columns[1].width = Cm(4), Cm(13)
    for label, lines, field in _lines(action):
        cells = table.add_row().cells
        cells[0].width, cells[1].width = Cm(4), Cm(13)
        _label(cells[0], typeset(label))
        _value(cells[1], lines, citations.numbers(field))
    citations.write(word)
    return heading


def _period(row: InventoryRow) -> str:
    """ "de 2021 à 31 décembre 2026" reads badly: "2021 → 31 décembre 2026"; one end alone says which it is."""
    start, end = french_date(row.start_date), french_date(row.end)
    if start and end:
        return f"{start} → {end}"
    return f"début : {start}" if start else f"fin : {end}" if end else ""


def _lines(action: Action) -> Iterator[tuple[str, Sequence[str], str]]:
    """Label, lines and field of what is known, then other labels of the sheet, then its codes."""
    for name in _ORDER:
        value = getattr(action, name)
        lines = list(value) if name in ACTION_LISTS else (value or "").splitlines()
        if kept := [line for line in lines if line.strip()]:
            yield ACTION_FIELDS[name].label, kept, name
    for label, text in action.other.items():
        yield label, text.splitlines(), f"other.{label}"
    for scheme in Scheme:
        if concepts := [c.concept for c in action.codes if c.scheme is scheme]:
            labels = list(dict.fromkeys(concept_label(scheme, concept) for concept in concepts))
            yield CODE_FIELDS[scheme].label, [", ".join(labels)], ""


def _label(cell: _Cell, text: str) -> None:
    run = cell.paragraphs[0].add_run(_clean(text))
    run.bold, run.font.color.rgb = True, _INK
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _SHADE)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _value(cell: _Cell, lines: Sequence[str], numbers: Sequence[int]) -> None:
    """One paragraph a line; the numbers of the quotations after the last, raised."""
    for number, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.add_run(_clean(f"• {line}" if len(lines) > 1 else line))
    _mark(cell.paragraphs[-1], numbers)


def _mark(paragraph: Paragraph, numbers: Sequence[int]) -> None:
    if numbers:
        run = paragraph.add_run(f" [{', '.join(map(str, numbers))}]")
        run.font.superscript, run.font.color.rgb, run.bold = True, _GREY, False


class _Citations:
    """The quotations of a sheet, numbered in the order in which its fields are told."""

    def __init__(self, proofs: Mapping[str, Sequence[Evidence]], names: dict[str, str]) -> None:
        self._proofs = proofs
        self._names = names
        self._told: list[tuple[Evidence, str]] = []

    def numbers(self, field: str) -> list[int]:
        found = []
        for place in list(self._proofs.get(field, ()))[:MOST_QUOTES]:
            entry = (place, _reference(place, self._names))
            if entry not in self._told:
                self._told.append(entry)
            found.append(self._told.index(entry) + 1)
        return list(dict.fromkeys(found))

    def write(self, word: Word) -> None:
        if not self._told:
            return
        word.add_heading("Sources", level=2)
        for number, (place, reference) in enumerate(self._told, 1):
            paragraph = word.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(1)
            paragraph.paragraph_format.left_indent = Cm(0.8)
            paragraph.paragraph_format.first_line_indent = Cm(-0.8)
            for text, italic in ((f"[{number}] ", False), (f"{reference} : ", False), (_quoted(place), True)):
                run = paragraph.add_run(_clean(typeset(text) if not italic else text))
                run.italic, run.font.size = italic, Pt(8.5)


def _reference(place: Evidence, names: dict[str, str]) -> str:
    """ "contrat.pdf, page 12"."""
    name = names.get(place.document or "", "document")
    return f"{name}, page {place.page}" if place.page is not None else name


def _quoted(place: Evidence) -> str:
    words = " ".join(place.quote.split())
    return f"«{NBSP}{words[:LONGEST]}…{NBSP}»" if len(words) > LONGEST else f"«{NBSP}{words}{NBSP}»"


def _clean(text: str) -> str:
    """Without the signs that XML has no place for."""
    return sheet_text(text)
