"""Exports to a file: what `atlas-cls export` does."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from models.errors import ConfigurationError, InputNotFoundError
from models.lists import ACTIONS, LISTS
from pipeline.evaluation.report import EvaluationReport
from pipeline.store.protocol import Store
from search_api.exports.choose import Base, list_table, read_filter
from search_api.exports.formats import TABULAR, endings_of, table_chunks, write_chunks
from search_api.exports.package import package_chunks
from search_api.exports.plan import plan_xlsx
from search_api.exports.sheets import sheets_docx
from search_api.exports.tables import Row, Table
from search_api.exports.workbook import workbook_chunks
from search_api.services import Catalogue, catalogue_of, make_catalogue
from search_api.views import ActionFilter, actions_view


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
    return write_rows(base.catalogue, list_table(base, name, read_filter(name, filters)), path, bom=bom)


def write_whole(base: Base, quality: EvaluationReport | None, path: Path) -> None:
    """Write the whole base: a data package (.zip) or a workbook (.xlsx). Raises ConfigurationError."""
    match path.suffix.lower():
        case ".zip":
            chunks = package_chunks(base, quality)
        case ".xlsx":
            chunks = workbook_chunks([list_table(base, name) for name in LISTS])
        case other:
            raise ConfigurationError(f"Format inconnu pour toute la base « {other} » : .zip, .xlsx.")
    with path.open("wb") as file:
        file.writelines(chunks)


def write_sheets(base: Base, filters: list[str], path: Path) -> int:
    """Write action sheets as a Word document. Returns how many there were. Raises ConfigurationError."""
    wanted = read_filter(ACTIONS.name, filters)
    assert isinstance(wanted, ActionFilter)
    records = actions_view(base.catalogue, wanted)
    path.write_bytes(sheets_docx(base.catalogue, records))
    return len(records)


def write_plan(base: Base, filters: list[str], path: Path) -> int:
    """Write a contract for Territoires en Transitions. Returns the number of actions. Raises ConfigurationError."""
    given = dict(text.partition("=")[::2] for text in filters)
    if given.keys() != {"contract_id"} or path.suffix.lower() != ".xlsx":
        raise ConfigurationError("--what plan demande --filter contract_id=IDENTIFIANT et un fichier .xlsx.")
    contract_id = given["contract_id"]
    if contract_id not in base.catalogue.contracts:
        raise InputNotFoundError(f"Aucun contrat « {contract_id} ».")
    path.write_bytes(plan_xlsx(base.catalogue, contract_id))
    return len(base.catalogue.actions_of(contract_id))


def write_rows(catalogue: Catalogue | None, table: Table, path: Path, *, bom: bool = True) -> int:
    """Write a table; the file's ending says the format. Returns the number of rows. Raises ConfigurationError."""
    ending = path.suffix.lstrip(".").lower()
    endings = endings_of(table.info.name) if catalogue is not None else tuple(TABULAR)
    if ending not in endings:
        known = ", ".join(f".{known}" for known in endings)
        raise ConfigurationError(f"Format inconnu pour {table.info.name} « .{ending} » : {known}.")
    counted = _Counted(table.rows)
    table = Table(table.info, counted)
    with path.open("wb") as file:
        if catalogue is None:
            file.writelines(table_chunks(table, ending, bom=bom))
        else:
            file.writelines(write_chunks(catalogue, table, ending, bom=bom))
    return counted.count


class _Counted:
    """Counts the rows that were read."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows, self.count = rows, 0

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.count += 1
            yield row
