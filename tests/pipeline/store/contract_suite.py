"""What every store promises. A test class inherits it and gives a `store` fixture."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from models.catalogue import (
    ActionRecord,
    CollectionOutcome,
    CollectionRun,
    ContractRecord,
    Decision,
    Document,
    Judgement,
    Source,
)
from models.errors import StoreError
from models.layout import Outcome
from models.records import (
    Action,
    Contract,
    ContractKind,
    DocumentError,
    DocumentResult,
    Territory,
    TerritoryType,
)
from pipeline.store.common import digest
from pipeline.store.protocol import Store

A, B = "a" * 64, "b" * 64


def document(sha256: str = A, **values: object) -> Document:
    plain = {"name": "redon.pdf", "uri": "https://ars.example/redon.pdf", "media_type": "application/pdf"}
    return Document.model_validate({"sha256": sha256, "size": 10, **plain, **values})


def result(sha256: str = A, version: str = "1", **values: object) -> DocumentResult:
    plain = {"document": "redon.pdf", "media_type": "application/pdf", "outcome": Outcome.PARSED}
    return DocumentResult.model_validate(
        {"sha256": sha256, "extractor_version": version, "page_count": 3, **plain, **values}
    )


def failure(sha256: str = A, version: str = "1") -> DocumentResult:
    error = DocumentError(type="timeout", message="Lecture trop longue")
    return result(sha256, version, outcome=Outcome.TIMEOUT, error=error, page_count=0)


def contract(name: str = "redon-cls-2019") -> ContractRecord:
    territory = Territory(name="Redon", type=TerritoryType.COMMUNE, code="35236")
    read = Contract(kind=ContractKind.CLS, territory=territory, signature_date="2019")
    return ContractRecord(id=name, contract=read, sources=(Source(document=A, name="redon.pdf"),))


def action(name: str = "redon-cls-2019-1", of: str = "redon-cls-2019", position: int = 0) -> ActionRecord:
    read = Action(number="1.1", title="Lutter contre l’isolement — « aller-vers »")
    return ActionRecord(id=name, contract_id=of, position=position, action=read, sources=())


def decision(judgement: Judgement = Judgement.SAME, by: str = "linker") -> Decision:
    return Decision(left="x", right="y", judgement=judgement, score=0.9, reasons=("même nom",), decided_by=by)


def collection(day: int = 3, source: str = "ars-bretagne", **values: object) -> CollectionRun:
    plain = {"publisher": "ARS Bretagne", "covers": "53", "documents": 2, "unchanged": 1, "issues": 0}
    times = {
        "started_at": f"2026-11-{day:02}T10:00:00+00:00",
        "finished_at": f"2026-11-{day:02}T10:05:00+00:00",
    }
    return CollectionRun.model_validate(
        {"source": source, "outcome": CollectionOutcome.COMPLETE, **plain, **times, **values}
    )


class StoreContract:
    def test_collections_are_kept_once_oldest_first(self, store: Store) -> None:
        assert store.collections() == []
        late, early, other = collection(20), collection(3), collection(3, "ars-corse", covers="94")
        for run in (late, early, other, late):
            store.put_collection(run)
        assert store.collections() == [early, other, late]

    def test_a_document_comes_back_as_it_was_put(self, store: Store) -> None:
        put = document(headers={"ETag": '"é"'}, fetched_at="2026-11-24T10:00:00Z", http_status=200)
        store.put_document(put)
        assert store.document(A) == put
        assert store.documents() == [put]
        assert store.document(B) is None

    def test_documents_come_in_the_order_of_their_names(self, store: Store) -> None:
        for sha256, name in ((A, "z.pdf"), (B, "É.pdf")):
            store.put_document(document(sha256, name=name))
        assert [d.name for d in store.documents()] == ["z.pdf", "É.pdf"]

    def test_each_fetch_is_kept_once_and_in_order(self, store: Store) -> None:
        first, second = (document(fetched_at=f"2026-11-2{day}T10:00:00Z") for day in (3, 4))
        for fetch in (first, second, second):
            store.put_document(fetch)
        assert store.fetches(A) == [first, second]
        assert store.fetches(B) == []

    def test_a_new_fetch_keeps_what_was_read(self, store: Store) -> None:
        store.put_document(document())
        store.put_result(result(title="Le contrat de Redon"))
        store.put_document(document(fetched_at="2026-11-24T10:00:00Z"))
        found = store.document(A)
        assert found is not None
        assert (found.outcome, found.page_count, found.title) == (Outcome.PARSED, 3, "Le contrat de Redon")
        assert found.fetched_at == "2026-11-24T10:00:00Z"

    def test_a_result_is_found_by_document_and_version(self, store: Store) -> None:
        store.put_document(document())
        store.put_result(result(contracts=(contract().contract,)))
        assert store.result(A, "1") == result(contracts=(contract().contract,))
        assert store.result(A, "2") is None

    def test_a_result_needs_its_document(self, store: Store) -> None:
        with pytest.raises(StoreError, match="n'est pas dans la base"):
            store.put_result(result())
        assert store.result(A, "1") is None

    def test_the_newest_result_counts(self, store: Store) -> None:
        store.put_document(document())
        for version in ("1", "2", "1"):
            store.put_result(result(version=version))
        assert store.latest_results() == [result(version="1")]

    def test_a_failure_never_hides_an_older_good_result(self, store: Store) -> None:
        for sha256 in (A, B):
            store.put_document(document(sha256))
        store.put_result(result(A, "1"))
        store.put_result(failure(A, "2"))
        store.put_result(failure(B, "1"))
        store.put_result(failure(B, "2"))
        assert store.latest_results() == [result(A, "1"), failure(B, "2")]

    def test_several_threads_put_results(self, store: Store) -> None:
        names = [f"{n:064x}" for n in range(24)]

        def put(sha256: str) -> None:
            store.put_document(document(sha256))
            store.put_result(result(sha256))

        with ThreadPoolExecutor(6) as pool:
            list(pool.map(put, names + names))
        assert [r.sha256 for r in store.latest_results()] == names
        assert all(d.outcome is Outcome.PARSED for d in store.documents())

    def test_a_catalogue_is_replaced_whole(self, store: Store) -> None:
        assert (store.contracts(), store.actions()) == ([], [])
        store.publish([contract("old")], [action("old-1", "old")], [])
        store.publish([contract()], [action("b", position=1), action("a", position=2)], [])
        assert store.contracts() == [contract()]
        assert [a.id for a in store.actions()] == ["b", "a"]
        assert store.contract("old") is None
        assert store.contract("redon-cls-2019") == contract()
        assert (store.action("a"), store.action("old-1")) == (action("a", position=2), None)

    def test_a_catalogue_that_is_wrong_leaves_the_old_one(self, store: Store) -> None:
        store.publish([contract()], [action()], [decision()])
        before = store.catalogue_digest()
        for contracts, actions in (([], [action()]), ([contract(), contract()], [])):
            with pytest.raises(StoreError, match="Le catalogue n'a pas été publié"):
                store.publish(contracts, actions, [])
        assert (store.contracts(), store.decisions()) == ([contract()], [decision()])
        assert store.catalogue_digest() == before

    def test_the_digest_tells_a_changed_catalogue(self, store: Store) -> None:
        empty = store.catalogue_digest()
        store.publish([contract("a"), contract("b")], [], [])
        both = store.catalogue_digest()
        store.publish([contract("b"), contract("a")], [], [])
        assert store.catalogue_digest() == both != empty
        store.publish([], [], [])
        assert store.catalogue_digest() == empty

    def test_each_publication_is_kept(self, store: Store) -> None:
        assert (store.publications(), store.published(1)) == ([], ([], []))
        days = [datetime(2026, 11, day, 12, tzinfo=UTC) for day in range(1, 6)]
        changed = action("a").model_copy(update={"position": 7})
        states = [
            ([contract()], [action("a"), action("b")]),
            ([contract("new"), contract()], [action("b"), changed]),
            ([contract()], [action("b")]),
            ([], []),
            ([contract()], [action("a"), action("b")]),
        ]
        for day, (contracts, actions) in zip(days, states, strict=True):
            for _ in range(2):  # the same catalogue again is no new publication
                store.publish(contracts, actions, [], at=day)
        found = store.publications()
        assert [p.number for p in found] == [1, 2, 3, 4, 5]
        assert [p.published_at for p in found] == [f"2026-11-0{n}T12:00:00+00:00" for n in range(1, 6)]
        assert [(p.contracts, p.actions) for p in found] == [(1, 2), (2, 2), (1, 1), (0, 0), (1, 2)]
        for publication, (contracts, actions) in zip(found, states, strict=True):
            then = store.published(publication.number)
            assert [r.id for r in then[0]] == sorted(r.id for r in contracts)
            assert {r.id: r for r in then[1]} == {r.id: r for r in actions}
            assert digest(*then) == publication.digest
        assert store.published(6) == ([], [])

    def test_a_publication_without_a_moment_is_of_now(self, store: Store) -> None:
        before = datetime.now(UTC).replace(microsecond=0)
        store.publish([contract()], [], [])
        (found,) = store.publications()
        assert before <= datetime.fromisoformat(found.published_at) <= datetime.now(UTC)

    def test_what_people_decided_survives(self, store: Store) -> None:
        ours = decision(Judgement.DIFFERENT, by="marie")
        store.put_decision(decision(Judgement.SAME, by="marie"))
        store.put_decision(ours)
        store.publish([], [], [decision()])
        assert store.decisions() == [decision(), ours]
        store.publish([], [], [])
        assert store.decisions() == [ours]
