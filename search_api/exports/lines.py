"""JSON Lines: one object a row, lists as lists, dates as ISO 8601."""

import json
from collections.abc import Iterator
from datetime import date

from search_api.exports.cells import Value, told
from search_api.exports.tables import Row, Table

ROWS = 200


def plain(value: Value) -> object:
    """The value as JSON has it."""
    return told(value) if isinstance(value, date) else value


def plain_row(row: Row) -> dict[str, object]:
    return {name: plain(value) for name, value in row.items()}


def jsonl_chunks(table: Table) -> Iterator[bytes]:
    lines: list[str] = []
    for row in table.rows:
        lines.append(json.dumps(plain_row(row), ensure_ascii=False) + "\n")
        if len(lines) == ROWS:
            yield "".join(lines).encode()
            lines = []
    yield "".join(lines).encode()
