"""Exports of synthetic actions and of their publication, in one run: each format beside the plainest one.

usage: python -m benchmarks.exports [--actions N]

"plain" is `json.dumps` of the same rows, made beforehand. "first" is the time to the first piece: what a reader of a
streamed export waits. Publications go to a SQLite base in a temporary folder: whole, unchanged, one in a hundred
actions changed; a past day is read back.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from benchmarks.synthetic import contracts
from models.lists import LISTS
from pipeline.store.memory import MemoryStore
from pipeline.store.sql import open_store
from search_api.exports.choose import Base, list_table
from search_api.exports.formats import endings_of, write_chunks
from search_api.exports.lines import plain_row
from search_api.exports.package import package_chunks
from search_api.services import make_catalogue

TODAY = date(2026, 11, 24)
SHOWN = ("actions", "contracts", "evidence")


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def drained(chunks: Iterator[bytes]) -> tuple[float, float, int]:
    """Seconds to the first piece and to the last, and the bytes."""
    start, first, size = time.perf_counter(), 0.0, 0
    for chunk in chunks:
        first = first or time.perf_counter() - start
        size += len(chunk)
    return first, time.perf_counter() - start, size


def formats(base: Base) -> None:
    print(f"{'list':10} {'format':8} {'rows/s':>9} {'÷ plain':>8} {'first s':>8} {'MB':>7}")
    for name in SHOWN:
        rows = [plain_row(row) for row in list_table(base, name).rows]
        plain = timed(lambda rows=rows: [json.dumps(row, ensure_ascii=False) for row in rows])  # type: ignore[misc]
        for ending in endings_of(name):
            first, last, size = drained(write_chunks(base.catalogue, list_table(base, name), ending))
            told = f"{len(rows) / last:9.0f} {plain / last:8.3f} {first:8.3f} {size / 1e6:7.1f}"
            print(f"{name:10} {ending:8} {told}")
    first, last, size = drained(package_chunks(base))
    print(f"{'all':10} {'zip':8} {'':9} {'':8} {last:8.3f} {size / 1e6:7.1f}  ({len(LISTS)} lists)")


def publications(base: Base) -> None:
    made = list(base.catalogue.contracts.values()), list(base.catalogue.actions.values())
    changed = [
        record.model_copy(update={"position": record.position + 1000}) if number % 100 == 0 else record
        for number, record in enumerate(made[1])
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "atlas.db"
        store = open_store(f"sqlite:///{path}")
        for label, work in (
            ("publish", lambda: store.publish(*made, ())),
            ("publish unchanged", lambda: store.publish(*made, ())),
            ("publish 1 % changed", lambda: store.publish(made[0], changed, ())),
            ("read today", lambda: (store.contracts(), store.actions())),
            ("read a past day", lambda: store.published(1)),
        ):
            seconds = timed(work)
            print(f"{label:20} {seconds:7.2f} s  {path.stat().st_size / 1e6:8.1f} MB")
        store.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=20_000)
    made = list(contracts(parser.parse_args().actions))
    store = MemoryStore()
    for contract in made:
        store.put_document(contract.document)
    records, actions = [c.record for c in made], [a for c in made for a in c.actions]
    base = Base(make_catalogue(records, actions, "synthetic", TODAY), store, TODAY)
    print(f"{len(actions)} actions of {len(records)} contracts")
    formats(base)
    publications(base)


if __name__ == "__main__":
    main()
