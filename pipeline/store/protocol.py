"""The one border between the product and its database. Every method raises StoreError when it fails."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from models.catalogue import ActionRecord, CollectionRun, ContractRecord, Decision, Document, Publication
from models.records import DocumentResult


class Store(Protocol):
    """Every implementation passes tests/pipeline/store/contract_suite.py."""

    # --- what was fetched -------------------------------------------------------------------------
    def put_document(self, document: Document) -> None:
        """Insert or update by sha256, and append the fetch (uri, time, status, headers) to its history."""

    def documents(self) -> Sequence[Document]: ...
    def document(self, sha256: str) -> Document | None: ...
    def fetches(self, sha256: str) -> Sequence[Document]:
        """Every fetch of these bytes, oldest first."""

    def put_collection(self, run: CollectionRun) -> None:
        """Append to the history of collections; the same run again changes nothing."""

    def collections(self) -> Sequence[CollectionRun]:
        """Every collection of every source, oldest first."""

    # --- what was read ----------------------------------------------------------------------------
    def put_result(self, result: DocumentResult) -> None:
        """Keyed by (sha256, extractor_version); also sets the outcome and page count of the document."""

    def result(self, sha256: str, extractor_version: str) -> DocumentResult | None: ...
    def latest_results(self) -> Sequence[DocumentResult]:
        """Of each document its newest result; a failed one never hides an older good one."""

    # --- what was decided and published -----------------------------------------------------------
    def decisions(self) -> Sequence[Decision]:
        """All decisions; those with decided_by other than "linker" are people's and survive a publish."""

    def put_decision(self, decision: Decision) -> None: ...
    def publish(
        self,
        contracts: Sequence[ContractRecord],
        actions: Sequence[ActionRecord],
        decisions: Sequence[Decision],
        *,
        at: datetime | None = None,
    ) -> None:
        """Replace the published catalogue and the linker's decisions in one transaction.

        A catalogue that differs from the last one is a new publication of that moment (now when not given); the
        versions that it replaces are kept.
        """

    def contracts(self) -> Sequence[ContractRecord]: ...
    def contract(self, contract_id: str) -> ContractRecord | None: ...
    def actions(self) -> Sequence[ActionRecord]: ...
    def action(self, action_id: str) -> ActionRecord | None: ...
    def publications(self) -> Sequence[Publication]:
        """All publications, oldest first."""

    def published(self, number: int) -> tuple[Sequence[ContractRecord], Sequence[ActionRecord]]:
        """The contracts and actions of a publication, by id; nothing where there is no such publication."""

    def catalogue_digest(self) -> str:
        """A digest of the published catalogue: unchanged catalogue, unchanged digest."""
