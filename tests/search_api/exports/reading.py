"""Reads exports back, each with a reader that is not ours, to the values that the view had."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

import openpyxl
import pyarrow.parquet as pq

from models.fields import FieldInfo, FieldType
from models.lists import ListInfo
from search_api.exports.cells import Value, restored, split

Rows = list[dict[str, Value]]


def typed(info: FieldInfo, text: str) -> Value:
    """The value that a CSV cell stands for; "" is none, or no items."""
    if info.type is FieldType.LIST:
        return split(restored(text))
    if text == "":
        return None
    match info.type:
        case FieldType.INTEGER:
            return int(text)
        case FieldType.NUMBER:
            return float(text)
        case FieldType.BOOLEAN:
            return {"true": True, "false": False}[text]
        case FieldType.DATE:
            return date.fromisoformat(text)
        case FieldType.DATETIME:
            return datetime.fromisoformat(text)
        case _:
            return restored(text)


def read_csv(data: bytes, info: ListInfo) -> Rows:
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    assert lines[0] == list(info.fields)
    fields = info.fields.values()
    return [{f.name: typed(f, text) for f, text in zip(fields, line, strict=True)} for line in lines[1:]]


def read_jsonl(data: bytes, info: ListInfo) -> Rows:
    def value(field: FieldInfo, found: object) -> Value:
        if isinstance(found, list):
            return tuple(found)
        if isinstance(found, str) and field.type is FieldType.DATE:
            return date.fromisoformat(found)
        if isinstance(found, str) and field.type is FieldType.DATETIME:
            return datetime.fromisoformat(found)
        return found  # type: ignore[return-value]

    lines = [json.loads(line) for line in data.decode().split("\n")[:-1]]
    assert all(list(line) == list(info.fields) for line in lines)
    return [{f.name: value(f, line[f.name]) for f in info.fields.values()} for line in lines]


def read_parquet(data: bytes, info: ListInfo) -> Rows:
    table = pq.read_table(io.BytesIO(data))
    assert table.column_names == list(info.fields)
    return [
        {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
        for row in table.to_pylist()
    ]


def read_xlsx(data: bytes, info: ListInfo) -> Rows:
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]] == [field.label for field in info.fields.values()]
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)

    def value(field: FieldInfo, found: object) -> Value:
        if field.type is FieldType.LIST:
            return split(found if isinstance(found, str) else "")
        if isinstance(found, datetime):
            return found.date() if field.type is FieldType.DATE else found.replace(tzinfo=UTC)
        if field.type is FieldType.NUMBER and isinstance(found, int):
            return float(found)
        return found  # type: ignore[return-value]

    fields = info.fields.values()
    return [
        {f.name: value(f, cell) for f, cell in zip(fields, line, strict=True)}
        for line in sheet.iter_rows(min_row=2, values_only=True)
    ]


READERS: Mapping[str, Callable[[bytes, ListInfo], Rows]] = {
    "csv": read_csv,
    "xlsx": read_xlsx,
    "jsonl": read_jsonl,
    "parquet": read_parquet,
}
