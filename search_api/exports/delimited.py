"""CSV as RFC 4180 has it: commas, CRLF, quotes where needed, UTF-8; cells as search_api/exports/cells.py says."""

import csv
import io
from collections.abc import Iterator

from search_api.exports.cells import Value, neutral, told
from search_api.exports.tables import Table

#: Bytes in one piece: large enough that the pieces cost nothing, small enough to stream.
PIECE = 64 * 1024
#: Tells spreadsheets that the file is UTF-8; Excel needs it.
BOM = "\ufeff"


def csv_chunks(table: Table, *, bom: bool = True, safe: bool = True) -> Iterator[bytes]:
    """`safe`: no cell is run as a formula."""
    out = io.StringIO(BOM if bom else "", newline="")
    out.seek(0, io.SEEK_END)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.fields)
    for values in table.values():
        writer.writerow([_cell(value, safe) for value in values])
        if out.tell() > PIECE:
            yield _drained(out)
    yield _drained(out)


def _cell(value: Value, safe: bool) -> str:
    text = told(value)
    return neutral(text) if safe and isinstance(value, str | tuple) else text


def _drained(out: io.StringIO) -> bytes:
    piece = out.getvalue()
    out.seek(0)
    out.truncate()
    return piece.encode()
