"""The default engine: tantivy in the process, its index in a folder."""

from search_api.engines.embedded.engine import EmbeddedEngine

__all__ = ["EmbeddedEngine"]
