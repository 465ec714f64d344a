"""Parquet with a type a column: lists as lists, days as days; the schema holds each column's French label."""

import io
from collections.abc import Iterator, Mapping
from itertools import islice

import pyarrow as pa
import pyarrow.parquet as pq

from models.fields import FieldInfo, FieldType
from search_api.exports.tables import Table

#: Rows in a row group.
GROUP = 20_000

TYPES: Mapping[FieldType, pa.DataType] = {
    FieldType.TEXT: pa.string(),
    FieldType.INTEGER: pa.int64(),
    FieldType.NUMBER: pa.float64(),
    FieldType.BOOLEAN: pa.bool_(),
    FieldType.DATE: pa.date32(),
    FieldType.PARTIAL_DATE: pa.string(),
    FieldType.DATETIME: pa.timestamp("s", tz="UTC"),
    FieldType.LIST: pa.list_(pa.string()),
}


def parquet_schema(fields: Mapping[str, FieldInfo]) -> pa.Schema:
    return pa.schema(
        [
            pa.field(
                info.name,
                TYPES[info.type],
                nullable=not info.required,
                metadata={"label": info.label, "description": info.description},
            )
            for info in fields.values()
        ]
    )


def parquet_chunks(table: Table) -> Iterator[bytes]:
    """A row group at a time."""
    schema, rows, out = parquet_schema(table.fields), iter(table.values()), _Drain()
    with pq.ParquetWriter(out, schema) as writer:
        while group := list(islice(rows, GROUP)):
            columns = zip(*group, strict=True)
            arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            yield out.drained()
    yield out.drained()


class _Drain(io.RawIOBase):
    """A file that is emptied while it is written."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]
        self._pieces.append(piece)
        self._written += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._written

    def drained(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
