"""What stands between the engine and a cluster in tests."""

from collections.abc import Iterator, Sequence
from typing import Any

from models.search import EntryKind, IndexEntry
from search_api.engines.elastic.cluster import Body, Cluster


class Between:
    """Passes everything on to a real cluster; subclasses fail, count or wait where they want to."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster

    def __getattr__(self, name: str) -> Any:
        return getattr(self.cluster, name)


class Counting(Between):
    """Counts the documents that are sent."""

    sent = 0

    def bulk(self, lines: Sequence[Body]) -> Body:
        self.sent += sum("index" in line for line in lines)
        return self.cluster.bulk(lines)


def many(number: int, start: int = 0) -> Iterator[IndexEntry]:
    """Short actions, all different."""
    for n in range(start, start + number):
        yield IndexEntry(
            id=f"a-{n:06}",
            kind=EntryKind.ACTION,
            contract_id=f"c-{n % 50}",
            title=f"Bus santé numéro {n}",
            fields={"description": f"Un véhicule va dans {n % 97} villages.", "territory": "Dreux"},
            facets={"region": (str(n % 7),)},
            date=f"{2010 + n % 10}",
        )
