"""Exports: exactly the rows of a filtered view, as CSV, XLSX, JSONL or Parquet."""

from datetime import date
from pathlib import Path

from models.errors import ConfigurationError
from pipeline.inventory import take_inventory
from pipeline.store.protocol import Store
from search_api.exports.formats import FORMATS, write_table
from search_api.exports.tables import Table, actions_table, contracts_table
from search_api.services import Catalogue
from search_api.views import ActionFilter, ContractFilter, actions_view, contracts_view

__all__ = ["FORMATS", "Table", "actions_table", "contracts_table", "write_export", "write_table"]


def write_export(store: Store, what: str, path: Path, *, today: date) -> int:
    """Write all contracts or actions to a file; its ending says the format. Returns the number of rows."""
    ending = path.suffix.lstrip(".").lower()
    if ending not in FORMATS:
        raise ConfigurationError(f"Format inconnu « .{ending} » : .csv, .xlsx, .jsonl ou .parquet.")
    if what not in {"contracts", "actions"}:
        raise ConfigurationError(f"« {what} » : donnez contracts ou actions.")
    contracts, actions = store.contracts(), store.actions()
    catalogue = Catalogue(
        digest="",
        contracts={r.id: r for r in contracts},
        actions={r.id: r for r in actions},
        rows={r.contract_id: r for r in take_inventory(contracts, actions, today)},
    )
    if what == "contracts":
        table = contracts_table(catalogue, contracts_view(catalogue, ContractFilter(), today))
    else:
        table = actions_table(catalogue, actions_view(catalogue, ActionFilter()))
    path.write_bytes(write_table(table, ending))
    return len(table.rows)
