"""Exports to a file: what `atlas-cls export` does."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from models.errors import ConfigurationError
from models.lists import LISTS
from pipeline.inventory import take_inventory
from pipeline.store.protocol import Store
from search_api.exports.choose import Base, list_table, read_filter
from search_api.exports.delimited import csv_chunks
from search_api.exports.formats import FORMATS, endings_of
from search_api.exports.tables import Row, Table
from search_api.services import Catalogue


def open_base(store: Store, today: date) -> Base:
    """All that is published, as of a day."""
    contracts, actions = store.contracts(), store.actions()
    catalogue = Catalogue(
        digest=store.catalogue_digest(),
        contracts={r.id: r for r in contracts},
        actions={r.id: r for r in actions},
        rows={r.contract_id: r for r in take_inventory(contracts, actions, today)},
    )
    return Base(catalogue, store, today)


def write_list(base: Base, name: str, filters: list[str], path: Path, *, bom: bool = True) -> int:
    """Write the rows of a list that fit; the file's ending says the format. Returns how many there were.

    Raises ConfigurationError.
    """
    if name not in LISTS:
        raise ConfigurationError(f"Liste inconnue « {name} » : {', '.join(LISTS)}.")
    ending = path.suffix.lstrip(".").lower()
    if ending not in endings_of(name):
        known = ", ".join(f".{known}" for known in endings_of(name))
        raise ConfigurationError(f"Format inconnu pour {name} « .{ending} » : {known}.")
    table = list_table(base, name, read_filter(name, filters))
    counted = _Counted(table.rows)
    table = Table(table.info, counted)
    chunks = csv_chunks(table, bom=bom) if ending == "csv" else FORMATS[ending].write(table)
    with path.open("wb") as file:
        file.writelines(chunks)
    return counted.count


class _Counted:
    """Counts the rows that were read."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows, self.count = rows, 0

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.count += 1
            yield row
