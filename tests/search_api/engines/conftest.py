"""The real servers: each is started once, for the tests that carry its mark.

A server that runs already is used instead when ATLAS_TEST_ELASTICSEARCH or ATLAS_TEST_OPENSEARCH has its address.
"""

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from search_api.engines.elastic import Address, ElasticEngine, connect
from tests.search_api.engines.servers import elasticsearch, opensearch
from tests.search_api.engines.servers.shared import shared

Engines = Callable[[], ElasticEngine]


@contextmanager
def _one_node() -> Iterator[str]:
    with elasticsearch.nodes(1) as (node,):
        yield node.url


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    if url := os.environ.get("ATLAS_TEST_ELASTICSEARCH"):
        yield url
        return
    with shared("elasticsearch", _one_node) as url:
        yield url


@pytest.fixture(scope="session")
def opensearch_url() -> Iterator[str]:
    if url := os.environ.get("ATLAS_TEST_OPENSEARCH"):
        yield url
        return
    with shared("opensearch", opensearch.opensearch_server) as url:
        yield url


@pytest.fixture(scope="session")
def elasticsearch_engines(elasticsearch_url: str) -> Engines:
    """Engines on Elasticsearch, each with indexes of its own."""
    return _engines("elasticsearch", elasticsearch_url)


@pytest.fixture(scope="session")
def opensearch_engines(opensearch_url: str) -> Engines:
    """The same on OpenSearch."""
    return _engines("opensearch", opensearch_url)


def _engines(kind: str, url: str) -> Engines:
    cluster = connect(kind, Address((url,), seconds=60))
    return lambda: ElasticEngine(cluster, f"test-{uuid.uuid4().hex[:12]}")
