"""Exports: exactly the rows of a filtered view, in the format that the reader's tool opens."""

from search_api.exports.formats import FORMATS, write_table
from search_api.exports.tables import Table, actions_table, contracts_table

__all__ = ["FORMATS", "Table", "actions_table", "contracts_table", "write_table"]
