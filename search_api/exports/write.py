"""Exports to a file: what `atlas-cls export` does."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from models.errors import ConfigurationError
from models.lists import LISTS
from pipeline.store.protocol import Store
from search_api.exports.choose import Base, list_table, read_filter
from search_api.exports.formats import FORMATS, write_chunks
from search_api.exports.tables import Row, Table
from search_api.services import catalogue_of, make_catalogue


def open_base(store: Store, today: date, as_of: date | None = None) -> Base:
    """All that is published, or what was on a day. Raises InputNotFoundError when nothing was yet."""
    if as_of is not None:
        return Base(catalogue_of(store, as_of), store, as_of)
    catalogue = make_catalogue(store.contracts(), store.actions(), store.catalogue_digest(), today)
    return Base(catalogue, store, today)


def write_list(base: Base, name: str, filters: list[str], path: Path, *, bom: bool = True) -> int:
    """Write the rows of a list that fit. Returns how many there were. Raises ConfigurationError."""
    if name not in LISTS:
        raise ConfigurationError(f"Liste inconnue « {name} » : {', '.join(LISTS)}.")
    return write_rows(list_table(base, name, read_filter(name, filters)), path, bom=bom)


def write_rows(table: Table, path: Path, *, bom: bool = True) -> int:
    """Write a table; the file's ending says the format. Returns the number of rows. Raises ConfigurationError."""
    ending = path.suffix.lstrip(".").lower()
    if ending not in FORMATS:
        known = ", ".join(f".{known}" for known in FORMATS)
        raise ConfigurationError(f"Format inconnu pour {table.info.name} « .{ending} » : {known}.")
    counted = _Counted(table.rows)
    with path.open("wb") as file:
        file.writelines(write_chunks(Table(table.info, counted), ending, bom=bom))
    return counted.count


class _Counted:
    """Counts the rows that were read."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows, self.count = rows, 0

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.count += 1
            yield row
