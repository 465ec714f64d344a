"""A cluster of three nodes of Elasticsearch 9.2.0 loses the one that is written to, in the middle of a build."""

import json
from collections.abc import Iterator, Sequence
from urllib.request import urlopen

import pytest

from models.search import IndexEntry, SearchQuery
from search_api.engines.elastic import Address, ElasticEngine, connect
from tests.search_api.engines.elastic.between import many
from tests.search_api.engines.servers.elasticsearch import Node, nodes

NUMBER, LOST_AT = 20_000, 7_000


@pytest.mark.slow
@pytest.mark.elasticsearch
def test_a_node_killed_in_the_middle_of_a_build_loses_nothing() -> None:
    with nodes(3) as three:
        cluster = connect("elasticsearch", Address(tuple(node.url for node in three), seconds=60))
        engine = ElasticEngine(cluster)
        engine.rebuild(many(10))

        def entries() -> Iterator[IndexEntry]:
            for n, entry in enumerate(many(NUMBER)):
                if n == LOST_AT:
                    _primary(three).server.kill()
                yield entry

        assert engine.rebuild(entries()).entries == NUMBER
        assert list(engine.entries()) == list(many(NUMBER))
        assert engine.search(SearchQuery(text="bus")).total == NUMBER


def _primary(three: Sequence[Node]) -> Node:
    """The node that holds the first copy of what is being built."""
    with urlopen(
        f"{three[0].url}/_cat/shards/atlas-gen-*?format=json&h=index,prirep,node", timeout=30
    ) as answer:
        shards = json.load(answer)
    newest = max((shard for shard in shards if shard["prirep"] == "p"), key=lambda shard: shard["index"])
    return three[int(newest["node"].removeprefix("node-"))]
