"""The formats of a list: each a writer that gives bytes as the rows come, and its media type."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from models.lists import ACTIONS, CONTRACTS
from search_api.exports.columnar import parquet_chunks
from search_api.exports.delimited import csv_chunks
from search_api.exports.geography import geojson_chunks
from search_api.exports.lines import jsonl_chunks
from search_api.exports.linked import jsonld_chunks
from search_api.exports.tables import Table
from search_api.exports.workbook import xlsx_chunks
from search_api.services import Catalogue


@dataclass(frozen=True)
class Format:
    """`label` is shown to people. `write` gives the file in pieces; the catalogue has the records of the rows."""

    label: str
    media_type: str
    write: Callable[[Catalogue, Table], Iterator[bytes]]


def _of_table(write: Callable[[Table], Iterator[bytes]]) -> Callable[[Catalogue, Table], Iterator[bytes]]:
    return lambda _, table: write(table)


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: What every list is written in.
TABULAR: Mapping[str, Format] = {
    "csv": Format("CSV", "text/csv; charset=utf-8", _of_table(csv_chunks)),
    "xlsx": Format("XLSX", XLSX, _of_table(xlsx_chunks)),
    "jsonl": Format("JSON Lines", "application/x-ndjson", _of_table(jsonl_chunks)),
    "parquet": Format("Parquet", "application/vnd.apache.parquet", _of_table(parquet_chunks)),
}
#: What contracts and actions are written in, too.
OF_RECORDS: Mapping[str, Format] = {
    "geojson": Format("GeoJSON", "application/geo+json", geojson_chunks),
    "jsonld": Format("JSON-LD", "application/ld+json", jsonld_chunks),
}
FORMATS: Mapping[str, Format] = {**TABULAR, **OF_RECORDS}


def endings_of(name: str) -> tuple[str, ...]:
    """The formats of a list."""
    return tuple(FORMATS if name in {CONTRACTS.name, ACTIONS.name} else TABULAR)


def write_chunks(catalogue: Catalogue, table: Table, ending: str, *, bom: bool = True) -> Iterator[bytes]:
    """The file in pieces; `bom` is of CSV only. Raises KeyError for an ending that FORMATS does not have."""
    if ending == "csv":
        return csv_chunks(table, bom=bom)
    return FORMATS[ending].write(catalogue, table)


def table_chunks(table: Table, ending: str, *, bom: bool = True) -> Iterator[bytes]:
    """The same for the formats that need no more than the rows (TABULAR)."""
    return write_chunks(Catalogue(digest="", contracts={}, actions={}, rows={}), table, ending, bom=bom)


def write_table(table: Table, ending: str) -> bytes:
    """The whole file, in one of TABULAR."""
    return b"".join(table_chunks(table, ending))
