"""The formats of a list: each a writer that gives bytes as the rows come, and its media type."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from search_api.exports.columnar import parquet_chunks
from search_api.exports.delimited import csv_chunks
from search_api.exports.lines import jsonl_chunks
from search_api.exports.tables import Table
from search_api.exports.workbook import xlsx_chunks


@dataclass(frozen=True)
class Format:
    """`write` gives the file in pieces; `label` is shown to people."""

    label: str
    media_type: str
    write: Callable[[Table], Iterator[bytes]]


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: What every list is written in.
FORMATS: Mapping[str, Format] = {
    "csv": Format("CSV", "text/csv; charset=utf-8", csv_chunks),
    "xlsx": Format("XLSX", XLSX, xlsx_chunks),
    "jsonl": Format("JSON Lines", "application/x-ndjson", jsonl_chunks),
    "parquet": Format("Parquet", "application/vnd.apache.parquet", parquet_chunks),
}


def write_chunks(table: Table, ending: str, *, bom: bool = True) -> Iterator[bytes]:
    """The file in pieces; `bom` is of CSV only. Raises KeyError for an ending that FORMATS does not have."""
    return csv_chunks(table, bom=bom) if ending == "csv" else FORMATS[ending].write(table)


def write_table(table: Table, ending: str) -> bytes:
    """The whole file."""
    return b"".join(write_chunks(table, ending))
