"""A table to bytes: CSV (RFC 4180, BOM, formula-safe), XLSX with a dictionary, JSONL, typed Parquet."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from search_api.exports.tables import Table, Value

#: A cell that begins so is run as a formula by spreadsheets.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_INTEGERS = frozenset({"generation", "duration_months", "actions", "issues", "population"})
_DATES = frozenset({"end"})
_BOOLEANS = frozenset({"end_is_derived"})


def to_csv(table: Table) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.fields)
    for row in table.rows:
        writer.writerow([_cell(row[name]) for name in table.fields])
    return ("\ufeff" + out.getvalue()).encode()


def _cell(value: Value) -> str | int:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return value
    text = "" if value is None else value.isoformat() if isinstance(value, date) else value
    return f"'{text}" if text.startswith(_FORMULA) else text


def to_jsonl(table: Table) -> bytes:
    lines = (json.dumps(dict(row), ensure_ascii=False, default=str) for row in table.rows)
    return "".join(f"{line}\n" for line in lines).encode()


def to_parquet(table: Table) -> bytes:
    columns = {name: pa.array([row[name] for row in table.rows], _type(name)) for name in table.fields}
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def _type(name: str) -> pa.DataType:
    if name in _INTEGERS:
        return pa.int64()
    if name in _DATES:
        return pa.date32()
    return pa.bool_() if name in _BOOLEANS else pa.string()


def to_xlsx(table: Table) -> bytes:
    """French headers, frozen and filtered, and a sheet that explains each column."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = table.name
    sheet.append([field.label for field in table.fields.values()])
    for row in table.rows:
        sheet.append([_sheet_value(row[name]) for name in table.fields])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    for number, name in enumerate(table.fields, 1):
        longest = max([len(str(row[name] or "")) for row in table.rows[:200]] + [12])
        sheet.column_dimensions[get_column_letter(number)].width = min(longest + 2, 50)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    notes = book.create_sheet("Dictionnaire")
    notes.append(["Colonne", "Champ", "Description"])
    for field in table.fields.values():
        notes.append([field.label, field.name, field.description])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _sheet_value(value: Value) -> Value:
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)
        return f"'{value}" if value.startswith(_FORMULA) else value
    return value


#: Ending -> (writer, media type).
FORMATS: dict[str, tuple[Callable[[Table], bytes], str]] = {
    "csv": (to_csv, "text/csv; charset=utf-8"),
    "xlsx": (to_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "jsonl": (to_jsonl, "application/x-ndjson"),
    "parquet": (to_parquet, "application/vnd.apache.parquet"),
}


def write_table(table: Table, ending: str) -> bytes:
    """Raises KeyError for an ending that FORMATS does not have."""
    return FORMATS[ending][0](table)
