"""XLSX: a sheet a list with French headers, notes, a frozen and filtered header, and a dictionary of the columns.

Texts stay as they are: a cell that would run as a formula is a text to Excel (its "quote prefix").
"""

import re
import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from models.fields import FieldInfo, FieldType
from models.lists import ListInfo
from search_api.exports.cells import Value, neutral, told
from search_api.exports.tables import Table

#: A write-only sheet; the stubs of openpyxl leave out what it inherits.
Sheet = Any

#: What a cell and a sheet can hold (Excel's own limits).
CELL, ROWS = 32_767, 1_048_576
CUT = " […]"
#: What XML has no place for.
_UNFIT = re.compile(f"{ILLEGAL_CHARACTERS_RE.pattern}|[\ud800-\udfff\ufffe\uffff]")
PIECE = 64 * 1024
HEAD = Font(bold=True)
GREY = PatternFill("solid", fgColor="FFE8E8E8")
TOP = Alignment(vertical="top", wrap_text=True)
_WIDTHS = {
    FieldType.INTEGER: 12,
    FieldType.NUMBER: 12,
    FieldType.BOOLEAN: 10,
    FieldType.DATE: 14,
    FieldType.PARTIAL_DATE: 14,
    FieldType.DATETIME: 20,
    FieldType.LIST: 40,
}
DICTIONARY = "Dictionnaire"


def xlsx_chunks(table: Table) -> Iterator[bytes]:
    """A workbook of one list. It can only be sent when it is whole: a zip ends with its contents."""
    return workbook_chunks([table])


def workbook_chunks(tables: Sequence[Table]) -> Iterator[bytes]:
    """A workbook of several lists, a sheet each, and one dictionary."""
    book = Workbook(write_only=True)
    for table in tables:
        _sheet(book, table)
    _dictionary(book, [table.info for table in tables])
    with tempfile.TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def _sheet(book: Workbook, table: Table) -> None:
    sheet: Sheet = book.create_sheet(table.info.title)
    sheet.freeze_panes = "A2"
    for number, info in enumerate(table.fields.values(), 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(info.type, 28)
    sheet.append([_header(sheet, info) for info in table.fields.values()])
    count = 1
    for values in table.values():
        if count == ROWS:
            break  # the dictionary says so
        sheet.append([_cell(sheet, value) for value in values])
        count += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.fields))}{count}"


def _header(sheet: Sheet, info: FieldInfo) -> Cell:
    cell: Cell = WriteOnlyCell(sheet, info.label)
    cell.font, cell.fill, cell.alignment = HEAD, GREY, TOP
    note = Comment(f"{info.description}\nChamp : {info.name}", "Atlas CLS")
    note.width, note.height = 280, 90
    cell.comment = note
    return cell


def _cell(sheet: Sheet, value: Value) -> object:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)  # Excel knows no time zone; the dictionary says UTC
    if isinstance(value, tuple):
        value = told(value)
    if not isinstance(value, str):
        return value
    text = sheet_text(value)
    if neutral(text) == text:
        return text
    cell: Cell = WriteOnlyCell(sheet, text)
    cell.data_type, cell.quotePrefix = "s", True
    return cell


def sheet_text(text: str) -> str:
    """What a cell can hold of a text: fit for XML, cut where too long."""
    text = xml_text(text)
    return text if len(text) <= CELL else text[: CELL - len(CUT)] + CUT


def xml_text(text: str) -> str:
    """Without the control characters that XML has no place for, line ends as Office has them."""
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _dictionary(book: Workbook, infos: Sequence[ListInfo]) -> None:
    sheet: Sheet = book.create_sheet(DICTIONARY)
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDEF", (14, 26, 24, 70, 16, 50), strict=True):
        sheet.column_dimensions[letter].width = width
    head = ("Feuille", "Colonne", "Champ", "Description", "Type", "Codes possibles")
    cells = [WriteOnlyCell(sheet, text) for text in head]
    for cell in cells:
        cell.font, cell.fill = HEAD, GREY
    sheet.append(cells)
    count = 1
    for info in infos:
        for field in info.fields.values():
            type_ = TYPE_LABELS[field.type]
            sheet.append(
                [info.title, field.label, field.name, field.description, type_, ", ".join(field.values)]
            )
            count += 1
    sheet.auto_filter.ref = f"A1:F{count}"
    for note in NOTES:
        sheet.append([])
        sheet.append([note])


TYPE_LABELS = {
    FieldType.TEXT: "texte",
    FieldType.INTEGER: "entier",
    FieldType.NUMBER: "nombre",
    FieldType.BOOLEAN: "vrai ou faux",
    FieldType.DATE: "jour",
    FieldType.PARTIAL_DATE: "date partielle",
    FieldType.DATETIME: "date et heure (UTC)",
    FieldType.LIST: "liste",
}
NOTES = (
    "Listes : éléments séparés par un point-virgule entre espaces ; un point-virgule dans un élément est écrit \\;",
    f"Un texte de plus de {CELL} caractères est coupé, ce que dit{CUT} ; une feuille a au plus {ROWS} lignes "
    "(le CSV et le Parquet n'ont pas ces limites).",
)
