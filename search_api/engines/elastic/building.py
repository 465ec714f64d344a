"""Builds a generation: entries in, a complete and validated index out. A build that was stopped goes on.

What an unfinished generation already holds is not sent again (documents.py gives each a digest), what it holds
too much is deleted: in the end index and store are the same.
"""

from collections.abc import Iterable, Iterator

from models.errors import EngineError
from models.search import IndexEntry
from search_api.engines.elastic.bulk import Item, Patience, write
from search_api.engines.elastic.cluster import Cluster
from search_api.engines.elastic.documents import document
from search_api.engines.elastic.generations import Generations
from search_api.engines.elastic.lease import leased
from search_api.engines.elastic.mapping import index_body
from search_api.engines.elastic.scan import scan
from search_api.engines.elastic.snapshot import ElasticSnapshot
from search_api.engines.elastic.state import State
from search_api.engines.elastic.words import WordCounter, Words
from search_api.engines.planner import Planner
from search_api.engines.snapshot import Selection
from search_api.thesaurus.reader import Thesaurus


class Builder:
    def __init__(
        self, cluster: Cluster, alias: str, thesaurus: Thesaurus, shards: int, patience: Patience
    ) -> None:
        self._cluster = cluster
        self._generations, self._state = Generations(cluster, alias), State(cluster, f"{alias}-state")
        self._thesaurus, self._shards, self._patience = thesaurus, shards, patience

    def build(self, entries: Iterable[IndexEntry]) -> tuple[str, int]:
        """The name of the generation that answers now, and how many entries it holds."""
        self._state.prepare()
        with leased(self._cluster, self._state.index) as lease:
            body, before = index_body(self._thesaurus, self._shards), self._generations.current()
            unfinished = self._generations.unfinished(body)
            self._generations.clean({before, unfinished})
            index = unfinished or self._generations.new(body)
            filling = _Filling(self._cluster, index)
            write(self._cluster, filling.items(entries), self._patience, lease.renew)
            words = filling.counter.words()
            self._state.write_words(index, words, {before} if before else (), self._patience)
            self._cluster.refresh(index)
            try:
                self._validate(index, words, filling.first)
            except EngineError:
                self._generations.drop(index)
                raise
            lease.confirm()
            self._generations.publish(index)
            return index, words.entries

    def _validate(self, index: str, words: Words, first: IndexEntry | None) -> None:
        """The new index holds every entry, and finds one of them by its title."""
        if self._state.words(index) != words:
            raise EngineError(f"Les mots de l'index « {index} » ne peuvent pas être relus.")
        snapshot = ElasticSnapshot(self._cluster, index, words)
        held = snapshot.total(Selection())
        if held != words.entries:
            raise EngineError(f"Index incomplet : {held} fiches sur {words.entries}.")
        if first is not None:
            plan = Planner(self._thesaurus).plan(first.title, snapshot)
            found = snapshot.total(Selection(plan=plan, levels=plan.levels()[-1:]))
            if snapshot.entry(first.id) != first or not found:
                raise EngineError(f"L'index ne retrouve pas « {first.title} ».")


class _Filling:
    """What is to be sent to make an index hold exactly some entries."""

    def __init__(self, cluster: Cluster, index: str) -> None:
        self._index = index
        cluster.refresh(index)
        everything = {"query": {"match_all": {}}, "sort": [{"position": "asc"}], "_source": ["digest"]}
        self._held = {
            hit["_id"]: hit["_source"]["digest"] for hit in scan(cluster, index, everything, 10_000)
        }
        self.counter = WordCounter()
        self.first: IndexEntry | None = None

    def items(self, entries: Iterable[IndexEntry]) -> Iterator[Item]:
        """EngineError when an id comes twice."""
        seen: set[str] = set()
        for position, entry in enumerate(entries):
            if entry.id in seen:
                raise EngineError(f"Deux fiches à indexer portent l'identifiant « {entry.id} ».")
            seen.add(entry.id)
            self.first = self.first or entry
            self.counter.add(entry)
            source = document(entry, position)
            if self._held.get(entry.id) != source["digest"]:
                yield Item(self._index, entry.id, source)
        for extra in self._held.keys() - seen:
            yield Item(self._index, extra, None)
