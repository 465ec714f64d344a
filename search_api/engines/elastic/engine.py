"""ElasticEngine: index entries in, ranked answers out, from a cluster that many machines may ask."""

import time
from collections.abc import Iterable, Iterator
from threading import Lock

from models.errors import EngineError
from models.search import Hit, IndexEntry, IndexReport, SearchQuery, SearchResult
from search_api.engines import planned
from search_api.engines.elastic.building import Builder
from search_api.engines.elastic.bulk import Patience
from search_api.engines.elastic.cluster import Cluster
from search_api.engines.elastic.generations import Generations
from search_api.engines.elastic.snapshot import ElasticSnapshot
from search_api.engines.elastic.state import State
from search_api.engines.planner import Planner
from search_api.thesaurus.reader import Thesaurus, default_thesaurus

_FRESH = 1.0  # seconds after which the cluster is asked again which generation answers
_REBUILD = "Relancez « atlas-cls run » pour reconstruire l'index."


class ElasticEngine:
    """Safe to share between threads. `index` is the alias, and the beginning of the names of all our indexes."""

    def __init__(
        self,
        cluster: Cluster,
        index: str = "atlas",
        thesaurus: Thesaurus | None = None,
        shards: int = 1,
        patience: Patience | None = None,
    ) -> None:
        self._cluster = cluster
        self._thesaurus = thesaurus or default_thesaurus()
        self._planner = Planner(self._thesaurus)
        self._generations, self._state = Generations(cluster, index), State(cluster, f"{index}-state")
        self._builder = Builder(cluster, index, self._thesaurus, shards, patience or Patience())
        self._opened: ElasticSnapshot | None = None
        self._checked = float("-inf")
        self._opening = Lock()

    def rebuild(self, entries: Iterable[IndexEntry]) -> IndexReport:
        generation, count = self._builder.build(entries)
        self._forget()
        return IndexReport(entries=count, generation=generation)

    def search(self, query: SearchQuery) -> SearchResult:
        snapshot = self._snapshot()
        if snapshot is None:
            return SearchResult(total=0, hits=(), facets=dict.fromkeys(query.facets, ()))
        return planned.search(snapshot, self._planner, query)

    def similar(self, entry_id: str, size: int = 5) -> tuple[Hit, ...]:
        snapshot = self._snapshot()
        return planned.similar(snapshot, entry_id, size) if snapshot else ()

    def suggest(self, prefix: str, size: int = 8) -> tuple[str, ...]:
        snapshot = self._snapshot()
        return planned.suggest(snapshot, self._thesaurus, prefix, size) if snapshot else ()

    def count(self) -> int:
        try:
            snapshot = self._snapshot()
        except _OtherVersion:  # it answers nothing, and is to be rebuilt
            return 0
        return snapshot.count() if snapshot else 0

    def entries(self) -> Iterator[IndexEntry]:
        """Everything that the index holds, in the order of the catalogue."""
        snapshot = self._snapshot()
        return snapshot.entries() if snapshot else iter(())

    def _forget(self) -> None:
        with self._opening:
            self._checked = float("-inf")

    def _snapshot(self) -> ElasticSnapshot | None:
        """The generation that answers now, opened once; None before the first build."""
        with self._opening:
            if time.monotonic() - self._checked > _FRESH:
                current = self._generations.current()
                if current is None:
                    self._opened = None
                elif self._opened is None or self._opened.index != current:
                    self._opened = self._open(current)
                self._checked = time.monotonic()
            return self._opened

    def _open(self, index: str) -> ElasticSnapshot:
        if not self._generations.is_readable(index):
            raise _OtherVersion(f"L'index est d'une autre version. {_REBUILD}")
        words = self._state.words(index)
        if words is None:
            raise _OtherVersion(f"L'index est incomplet. {_REBUILD}")
        return ElasticSnapshot(self._cluster, index, words)


class _OtherVersion(EngineError):
    """There is an index, but not one that this program can read."""
