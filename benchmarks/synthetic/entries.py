"""Synthetic actions as a search engine gets them: a number and a seed in, index entries out, one at a time."""

from collections.abc import Iterator
from datetime import date

from benchmarks.synthetic.records import contracts
from models.search import EntryKind, IndexEntry
from pipeline.inventory import take_inventory
from search_api.indexing import index_entries

TODAY = date(2024, 6, 1)


def entries(actions: int, seed: int = 1) -> Iterator[IndexEntry]:
    """So many actions, by the same code that makes the entries of a real catalogue; contracts are left out."""
    for made in contracts(actions, seed):
        rows = take_inventory([made.record], made.actions, TODAY)
        found = index_entries([made.record], made.actions, rows)
        yield from (entry for entry in found if entry.kind is EntryKind.ACTION)
