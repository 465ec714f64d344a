"""The small index beside the generations: who is building (lease.py), and the words of each generation (words.py)."""

from collections.abc import Collection

from search_api.engines.elastic.bulk import Item, Patience, write
from search_api.engines.elastic.cluster import NOT_FOUND, Body, Cluster, ClusterFailure
from search_api.engines.elastic.scan import scan
from search_api.engines.elastic.words import Words

_BODY: Body = {
    "settings": {"number_of_shards": 1, "auto_expand_replicas": "0-1"},
    "mappings": {
        "dynamic": "strict",
        "properties": {
            "owner": {"type": "keyword"},
            "host": {"type": "keyword"},
            "process": {"type": "long"},
            "until": {"type": "double"},  # seconds since 1970
            "generation": {"type": "keyword"},
            "part": {"type": "integer"},
            "of": {"type": "integer"},
            "data": {"type": "binary"},
        },
    },
}


class State:
    def __init__(self, cluster: Cluster, index: str) -> None:
        self._cluster = cluster
        self.index = index

    def prepare(self) -> None:
        """Create the index where it is not yet there."""
        try:
            self._cluster.create(self.index, _BODY)
        except ClusterFailure as failure:
            if "resource_already_exists" not in str(failure):
                raise
        self._cluster.wait_for_shards(self.index)

    def words(self, generation: str) -> Words | None:
        """None when they are not all there."""
        body = {"query": {"term": {"generation": generation}}, "sort": [{"part": "asc"}]}
        try:
            return Words.unpacked([hit["_source"] for hit in scan(self._cluster, self.index, body, 100)])
        except ClusterFailure as failure:
            if failure.status == NOT_FOUND:
                return None
            raise

    def write_words(self, generation: str, words: Words, kept: Collection[str], patience: Patience) -> None:
        """Those of a generation, and no more of any but the kept ones. To be found at once."""
        self._cluster.refresh(self.index)
        others = {"bool": {"must_not": [{"terms": {"generation": list(kept)}}]}}
        parts = {"bool": {"filter": [{"exists": {"field": "part"}}, others]}}
        body = {"query": parts, "sort": [{"generation": "asc"}, {"part": "asc"}], "_source": False}
        old = [Item(self.index, hit["_id"], None) for hit in scan(self._cluster, self.index, body)]
        new = [Item(self.index, f"{generation}-{part['part']}", part) for part in words.packed(generation)]
        write(self._cluster, [*old, *new], patience)
        self._cluster.refresh(self.index)
