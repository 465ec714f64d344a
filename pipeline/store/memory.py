"""The store in memory: the same promises as the SQL one, for tests and for trying things out."""

from collections.abc import Sequence
from datetime import datetime
from threading import RLock

from models.catalogue import ActionRecord, CollectionRun, ContractRecord, Decision, Document, Publication
from models.records import DocumentResult
from pipeline.store.common import (
    LINKER,
    as_read,
    by_time,
    check_catalogue,
    digest,
    is_good,
    moment,
    unknown_document,
    updated,
)

Catalogue = tuple[Sequence[ContractRecord], Sequence[ActionRecord]]


class MemoryStore:
    def __init__(self) -> None:
        self._lock = RLock()
        self._documents: dict[str, Document] = {}
        self._fetches: dict[str, list[Document]] = {}
        self._collections: list[CollectionRun] = []
        self._results: dict[tuple[str, str], DocumentResult] = {}  # in order of writing
        self._decisions: dict[tuple[str, str, str], Decision] = {}
        self._contracts: dict[str, ContractRecord] = {}
        self._actions: dict[str, ActionRecord] = {}
        self._digest = digest((), ())
        self._publications: list[tuple[Publication, Catalogue]] = []

    def put_document(self, document: Document) -> None:
        with self._lock:
            self._documents[document.sha256] = updated(self._documents.get(document.sha256), document)
            fetches = self._fetches.setdefault(document.sha256, [])
            if document not in fetches:
                fetches.append(document)

    def documents(self) -> Sequence[Document]:
        with self._lock:
            return sorted(self._documents.values(), key=lambda d: (d.name, d.sha256))

    def document(self, sha256: str) -> Document | None:
        with self._lock:
            return self._documents.get(sha256)

    def fetches(self, sha256: str) -> Sequence[Document]:
        with self._lock:
            return list(self._fetches.get(sha256, ()))

    def put_collection(self, run: CollectionRun) -> None:
        with self._lock:
            if run not in self._collections:
                self._collections.append(run)

    def collections(self) -> Sequence[CollectionRun]:
        with self._lock:
            return sorted(self._collections, key=by_time)

    def put_result(self, result: DocumentResult) -> None:
        with self._lock:
            document = self._documents.get(result.sha256)
            if document is None:
                raise unknown_document(result.sha256)
            self._documents[result.sha256] = as_read(document, result)
            key = (result.sha256, result.extractor_version)
            self._results.pop(key, None)
            self._results[key] = result

    def result(self, sha256: str, extractor_version: str) -> DocumentResult | None:
        with self._lock:
            return self._results.get((sha256, extractor_version))

    def latest_results(self) -> Sequence[DocumentResult]:
        with self._lock:
            latest: dict[str, DocumentResult] = {}
            for result in self._results.values():
                if is_good(result) or result.sha256 not in latest or not is_good(latest[result.sha256]):
                    latest[result.sha256] = result
            return sorted(latest.values(), key=lambda result: (result.document, result.sha256))

    def decisions(self) -> Sequence[Decision]:
        with self._lock:
            return [self._decisions[key] for key in sorted(self._decisions)]

    def put_decision(self, decision: Decision) -> None:
        with self._lock:
            self._decisions[decision.left, decision.right, decision.decided_by] = decision

    def publish(
        self,
        contracts: Sequence[ContractRecord],
        actions: Sequence[ActionRecord],
        decisions: Sequence[Decision],
        *,
        at: datetime | None = None,
    ) -> None:
        check_catalogue(contracts, actions)
        with self._lock:
            self._remember(contracts, actions, moment(at))
            self._contracts = {record.id: record for record in contracts}
            self._actions = {record.id: record for record in actions}
            self._digest = digest(contracts, actions)
            self._decisions = {k: d for k, d in self._decisions.items() if d.decided_by != LINKER}
            for decision in decisions:
                self.put_decision(decision)

    def _remember(
        self, contracts: Sequence[ContractRecord], actions: Sequence[ActionRecord], at: str
    ) -> None:
        new = digest(contracts, actions)
        if new == self._digest:
            return
        publication = Publication(
            number=len(self._publications) + 1,
            published_at=at,
            digest=new,
            contracts=len(contracts),
            actions=len(actions),
        )
        kept = sorted(contracts, key=lambda r: r.id), sorted(actions, key=lambda r: r.id)
        self._publications.append((publication, kept))

    def publications(self) -> Sequence[Publication]:
        with self._lock:
            return [publication for publication, _ in self._publications]

    def published(self, number: int) -> Catalogue:
        with self._lock:
            return next((kept for p, kept in self._publications if p.number == number), ([], []))

    def contracts(self) -> Sequence[ContractRecord]:
        with self._lock:
            return list(self._contracts.values())

    def contract(self, contract_id: str) -> ContractRecord | None:
        with self._lock:
            return self._contracts.get(contract_id)

    def actions(self) -> Sequence[ActionRecord]:
        with self._lock:
            return list(self._actions.values())

    def action(self, action_id: str) -> ActionRecord | None:
        with self._lock:
            return self._actions.get(action_id)

    def catalogue_digest(self) -> str:
        with self._lock:
            return self._digest
