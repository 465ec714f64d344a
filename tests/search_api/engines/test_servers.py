"""The contract on the real servers: Elasticsearch 9.2.0 (with our analysis plugin) and OpenSearch 3.8.0."""

from pathlib import Path

import pytest

from search_api.engines.elastic import ElasticEngine
from search_api.engines.hybrid import HybridEngine
from search_api.engines.protocol import SearchEngine
from tests.search_api.engines.conftest import Engines
from tests.search_api.engines.contract_suite import ENTRIES, EngineContract
from tests.search_api.engines.test_hybrid import WordEncoder
from tests.search_api.relevance.measure import assert_floors


class OnServer(EngineContract):
    """An index takes a second to make on a server: tests that only ask share one."""

    @classmethod
    def wrapped(cls, engine: ElasticEngine, folder: Path) -> SearchEngine:
        return engine

    @pytest.fixture
    def engine(self, engines: Engines, tmp_path: Path) -> SearchEngine:
        return self.wrapped(engines(), tmp_path)

    @pytest.fixture(scope="class")
    @classmethod
    def built(cls, engines: Engines, tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
        engine = cls.wrapped(engines(), tmp_path_factory.mktemp("vectors"))
        assert engine.rebuild(ENTRIES).entries == len(ENTRIES)
        return engine

    def test_the_judged_queries_keep_their_floors(self, engine: SearchEngine) -> None:
        assert_floors(engine)


@pytest.mark.elasticsearch
class TestElasticsearch(OnServer):
    @pytest.fixture(scope="class")
    @classmethod
    def engines(cls, elasticsearch_engines: Engines) -> Engines:
        return elasticsearch_engines


@pytest.mark.opensearch
class TestOpenSearch(OnServer):
    @pytest.fixture(scope="class")
    @classmethod
    def engines(cls, opensearch_engines: Engines) -> Engines:
        return opensearch_engines


@pytest.mark.opensearch
class TestHybridOnServer(OnServer):
    """Ranking by meaning over a cluster."""

    @classmethod
    def wrapped(cls, engine: ElasticEngine, folder: Path) -> SearchEngine:
        return HybridEngine(engine, WordEncoder(), folder)

    @pytest.fixture(scope="class")
    @classmethod
    def engines(cls, opensearch_engines: Engines) -> Engines:
        return opensearch_engines
