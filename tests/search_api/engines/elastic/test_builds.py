import pytest

from tests.search_api.engines.elastic.builds import BuildsOnServer


@pytest.mark.elasticsearch
class TestBuildsOnElasticsearch(BuildsOnServer):
    kind = "elasticsearch"

    @pytest.fixture
    def url(self, elasticsearch_url: str) -> str:
        return elasticsearch_url


@pytest.mark.opensearch
class TestBuildsOnOpenSearch(BuildsOnServer):
    kind = "opensearch"

    @pytest.fixture
    def url(self, opensearch_url: str) -> str:
        return opensearch_url
