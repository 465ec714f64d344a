"""One generation on a cluster, as `planned.py` asks it: plans become bodies, answers become Matches."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from models.errors import EngineError
from models.search import IndexEntry
from search_api.engines.elastic.bodies import Bodies
from search_api.engines.elastic.cluster import Body, Cluster
from search_api.engines.elastic.documents import read_entry
from search_api.engines.elastic.mapping import LONGEST_BEGINNING, WINDOW
from search_api.engines.elastic.scan import scan
from search_api.engines.elastic.words import Words
from search_api.engines.highlight import found
from search_api.engines.snapshot import Matches, Selection, chosen_level, counted

SEARCH_SECONDS = 5  # a search that takes longer is given up by the cluster


class ElasticSnapshot:
    """Goes on answering from its index until two more generations are built."""

    def __init__(self, cluster: Cluster, index: str, words: Words) -> None:
        self.index = index
        self._cluster = cluster
        self._words = words
        self._bodies = Bodies(words)

    def count(self) -> int:
        return self._words.entries

    def frequency(self, stem: str) -> int:
        return self._words.stems.get(stem, 0)

    def place_frequency(self, stem: str) -> int:
        return self._words.zones["place"].get(stem, 0)

    def words(self) -> Mapping[str, int]:
        return self._words.words

    def select(self, selection: Selection) -> Matches:
        if len(selection.levels) > 1:
            level = chosen_level(
                selection.levels, lambda level: self.total(replace(selection, levels=(level,)))
            )
            selection = replace(selection, levels=(level,))
        if selection.offset + selection.size > WINDOW:
            return self._deep(selection)
        answer = self.ask(self._bodies.page(selection))
        aggregations = answer.get("aggregations", {})
        return Matches(
            total=answer["hits"]["total"]["value"],
            entries=found(
                selection,
                [(hit["_score"] or 0.0, read_entry(hit["_source"])) for hit in answer["hits"]["hits"]],
            ),
            facets={
                name: counted(
                    {b["key"]: b["doc_count"] for b in aggregations.get(name, {}).get("buckets", ())}
                )
                for name in selection.facets
            },
        )

    def _deep(self, selection: Selection) -> Matches:
        """A page beyond the window: walk to it without the texts, then ask for its own."""
        matches = self.select(replace(selection, offset=0, size=0))
        if selection.offset >= matches.total:
            return matches
        body = {**self._bodies.page(selection), "_source": False}
        for name in ("from", "aggs"):
            del body[name]
        walked = scan(self._cluster, self.index, body, page=WINDOW)
        page = list(islice(walked, selection.offset, selection.offset + selection.size))
        entries = self._by_key([hit["_id"] for hit in page])
        scored = [(hit["_score"] or 0.0, entries[hit["_id"]]) for hit in page]
        return replace(matches, entries=found(selection, scored))

    def _by_key(self, keys: Sequence[str]) -> dict[str, IndexEntry]:
        answer = self.ask({"query": {"ids": {"values": list(keys)}}, "size": len(keys)})
        return {hit["_id"]: read_entry(hit["_source"]) for hit in answer["hits"]["hits"]}

    def total(self, selection: Selection) -> int:
        """How many entries answer; of a selection with one level."""
        body = {"query": self._bodies.query(selection), "size": 0, "track_total_hits": True}
        total: int = self.ask(body)["hits"]["total"]["value"]
        return total

    def entry(self, entry_id: str) -> IndexEntry | None:
        return self._by_key([entry_id]).get(entry_id)

    def entries(self) -> Iterator[IndexEntry]:
        """All of them, in the order of the catalogue."""
        everything = {"query": {"match_all": {}}, "sort": [{"position": "asc"}]}
        return (read_entry(hit["_source"]) for hit in scan(self._cluster, self.index, everything))

    def titles(self, words: Sequence[str], prefix: str, size: int) -> Sequence[str]:
        wanted: list[Body] = [{"term": {"title.unstemmed": word}} for word in words]
        if len(prefix) <= LONGEST_BEGINNING:
            wanted.append({"term": {"title.beginnings": prefix}})
        else:
            wanted.append({"prefix": {"title.unstemmed": prefix}})
        body = {
            "query": {"bool": {"filter": wanted}},
            "collapse": {"field": "title.keyword"},
            "sort": [{"title_order": "asc"}, {"position": "asc"}],
            "size": size,
            "_source": ["title"],
        }
        return tuple(dict.fromkeys(hit["_source"]["title"] for hit in self.ask(body)["hits"]["hits"]))

    def ask(self, body: Body) -> Body:
        """A search within its time. EngineError when the cluster gave up before it had seen everything."""
        answer = self._cluster.search(self.index, {**body, "timeout": f"{SEARCH_SECONDS}s"})
        if answer.get("timed_out"):
            raise EngineError(
                f"La recherche a duré plus de {SEARCH_SECONDS} secondes et a été abandonnée : précisez-la."
            )
        return answer
