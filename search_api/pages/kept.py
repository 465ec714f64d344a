"""What is worked out once for a state of the base and shown many times."""

from collections.abc import Callable, Hashable, Mapping
from threading import Lock
from typing import Generic, TypeVar

from models.catalogue import Document
from models.records import DocumentResult
from models.text import fold
from pipeline.store.protocol import Store

T = TypeVar("T")


class Kept(Generic[T]):
    """The last value that was computed, with the state that it was computed for. Safe for several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: tuple[Hashable, T] | None = None

    def get(self, state: Hashable, compute: Callable[[], T]) -> T:
        with self._lock:
            if self._kept is None or self._kept[0] != state:
                self._kept = state, compute()
            return self._kept[1]


class ReadDocuments:
    """The documents by name, each with its newest result; the contracts of a result come without their actions."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._results: Kept[Mapping[str, DocumentResult]] = Kept()

    def documents(self) -> list[tuple[Document, DocumentResult | None]]:
        """Results are large: they are read again only when a document was added or read since."""
        documents = self._store.documents()
        state = self._store.catalogue_digest(), tuple((d.sha256, d.outcome, d.page_count) for d in documents)
        results = self._results.get(state, self._read)
        found = sorted(documents, key=lambda document: fold(document.name))
        return [(document, results.get(document.sha256)) for document in found]

    def _read(self) -> Mapping[str, DocumentResult]:
        return {result.sha256: _light(result) for result in self._store.latest_results()}


def _light(result: DocumentResult) -> DocumentResult:
    contracts = tuple(contract.model_copy(update={"actions": ()}) for contract in result.contracts)
    return result.model_copy(update={"contracts": contracts})
