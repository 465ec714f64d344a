"""The one border between the product and a search engine."""

from collections.abc import Callable, Iterable
from typing import Protocol

from models.search import Hit, IndexEntry, IndexReport, SearchQuery, SearchResult


class SearchEngine(Protocol):
    """Every implementation passes tests/search_api/engines/contract_suite.py. Failures raise EngineError."""

    def rebuild(self, entries: Iterable[IndexEntry]) -> IndexReport:
        """Build a new index beside the old one, validate it (count, a probe query), then swap.

        A build that fails validation leaves the old index answering and raises EngineError.
        """

    def search(self, query: SearchQuery) -> SearchResult:
        """Ranked hits with highlights, the counts of the asked facets over all matches, and the total."""

    def similar(self, entry_id: str, size: int = 5) -> tuple[Hit, ...]:
        """Entries of the same kind and another contract that resemble this one, best first."""

    def suggest(self, prefix: str, size: int = 8) -> tuple[str, ...]:
        """Titles and terms that complete what is being typed."""

    def count(self) -> int:
        """How many entries answer now; 0 before the first build."""


def answer_json(engine: SearchEngine, query: SearchQuery) -> bytes:
    """`search` of an engine as JSON, by `search_json` of an engine that writes it without making the records."""
    write: Callable[[SearchQuery], bytes] | None = getattr(engine, "search_json", None)
    return write(query) if write else engine.search(query).model_dump_json().encode()


def answers_here(engine: SearchEngine) -> bool:
    """Whether it answers from this process's memory, within milliseconds: `in_process` of an engine that does."""
    return bool(getattr(engine, "in_process", False))
