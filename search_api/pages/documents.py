"""The documents with what was read in them, as the pages list them."""

from collections.abc import Mapping

from models.catalogue import Document
from models.records import DocumentResult
from models.text import fold
from pipeline.store.protocol import Store
from search_api.kept import Kept, state_of_readings


class ReadDocuments:
    """The documents by name, each with its newest result; the contracts of a result come without their actions."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._results: Kept[Mapping[str, DocumentResult]] = Kept()

    def documents(self) -> list[tuple[Document, DocumentResult | None]]:
        documents = self._store.documents()
        results = self._results.get(state_of_readings(self._store, documents), self._read)
        found = sorted(documents, key=lambda document: fold(document.name))
        return [(document, results.get(document.sha256)) for document in found]

    def _read(self) -> Mapping[str, DocumentResult]:
        return {result.sha256: _light(result) for result in self._store.latest_results()}


def _light(result: DocumentResult) -> DocumentResult:
    contracts = tuple(contract.model_copy(update={"actions": ()}) for contract in result.contracts)
    return result.model_copy(update={"contracts": contracts})
