"""Which engine answers: the settings in, a SearchEngine out."""

from enum import StrEnum
from pathlib import Path

from search_api.engines.elastic import Address, ElasticEngine, connect
from search_api.engines.embedded import EmbeddedEngine
from search_api.engines.protocol import SearchEngine


class EngineKind(StrEnum):
    EMBEDDED = "embedded"
    ELASTICSEARCH = "elasticsearch"
    OPENSEARCH = "opensearch"


def open_engine(kind: EngineKind, folder: Path, address: Address, index: str, shards: int) -> SearchEngine:
    """`folder` is for the embedded one, the rest for a cluster. Nothing is sent to a cluster yet.

    DependencyMissing without the client of the engine; ConfigurationError for an address it cannot use.
    """
    if kind is EngineKind.EMBEDDED:
        return EmbeddedEngine(folder)
    return ElasticEngine(connect(kind.value, address), index, shards=shards)
