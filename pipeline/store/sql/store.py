"""In: records. Out: the same records, from a SQL database that several threads and processes may share."""

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection, Engine, Select, Table, delete, insert, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from models.base import Record
from models.catalogue import ActionRecord, CollectionRun, ContractRecord, Decision, Document, Publication
from models.records import DocumentResult
from pipeline.store.common import (
    LINKER,
    as_json,
    as_read,
    by_time,
    check_catalogue,
    digest,
    digest_of,
    is_good,
    moment,
    unknown_document,
    updated,
)
from pipeline.store.sql import tables as t
from pipeline.store.sql.connect import open_engine, store_errors
from pipeline.store.sql.history import bodies_of, remember

R = TypeVar("R", bound=Record)
_DIGEST = select(t.facts.c.value).where(t.facts.c.name == "catalogue_digest")


def open_store(url: str) -> "SqlStore":
    """Open or create the base and migrate it. Raises StoreError or DependencyMissing."""
    return SqlStore(open_engine(url))


class SqlStore:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(atlas_write=True)

    def close(self) -> None:
        self._engine.dispose()

    # --- what was fetched -------------------------------------------------------------------------
    def put_document(self, document: Document) -> None:
        with self._writing("l'enregistrement d'un document") as connection:
            old = _one(connection, _document(document.sha256, lock=True), Document)
            _put_document(connection, updated(old, document))
            body = document.model_dump_json()
            known = select(t.fetches.c.id).where(
                t.fetches.c.sha256 == document.sha256, t.fetches.c.body == body
            )
            if connection.execute(known).first() is None:
                connection.execute(insert(t.fetches).values(sha256=document.sha256, body=body))

    def documents(self) -> Sequence[Document]:
        order = select(t.documents.c.body).order_by(t.documents.c.name, t.documents.c.sha256)
        return sorted(self._all(order, Document), key=_by_name)

    def document(self, sha256: str) -> Document | None:
        return self._one(_document(sha256), Document)

    def fetches(self, sha256: str) -> Sequence[Document]:
        query = select(t.fetches.c.body).where(t.fetches.c.sha256 == sha256).order_by(t.fetches.c.id)
        return self._all(query, Document)

    def put_collection(self, run: CollectionRun) -> None:
        row = {"source": run.source, "body": run.model_dump_json()}
        with self._writing("l'enregistrement d'une collecte") as connection:
            known = select(t.collections.c.id).filter_by(**row)
            if connection.execute(known).first() is None:
                connection.execute(insert(t.collections).values(**row))

    def collections(self) -> Sequence[CollectionRun]:
        return sorted(self._all(select(t.collections.c.body), CollectionRun), key=by_time)

    # --- what was read ----------------------------------------------------------------------------
    def put_result(self, result: DocumentResult) -> None:
        key = {"sha256": result.sha256, "extractor_version": result.extractor_version}
        with self._writing("l'enregistrement d'un résultat") as connection:
            document = _one(connection, _document(result.sha256, lock=True), Document)
            if document is None:
                raise unknown_document(result.sha256)
            _put_document(connection, as_read(document, result))
            connection.execute(delete(t.results).filter_by(**key))
            connection.execute(
                insert(t.results).values(**key, good=int(is_good(result)), body=result.model_dump_json())
            )

    def result(self, sha256: str, extractor_version: str) -> DocumentResult | None:
        query = select(t.results.c.body).filter_by(sha256=sha256, extractor_version=extractor_version)
        return self._one(query, DocumentResult)

    def latest_results(self) -> Sequence[DocumentResult]:
        rank = select(t.results.c.sha256, t.results.c.id).order_by(t.results.c.good, t.results.c.id)
        with store_errors("la lecture"), self._engine.begin() as connection:
            latest = {row.sha256: row.id for row in connection.execute(rank)}
            bodies = [
                connection.scalar(select(t.results.c.body).where(t.results.c.id == latest[sha256]))
                for sha256 in sorted(latest)
            ]
            found = [DocumentResult.model_validate_json(body) for body in bodies if body is not None]
        return sorted(found, key=lambda result: (result.document, result.sha256))

    # --- what was decided and published -----------------------------------------------------------
    def decisions(self) -> Sequence[Decision]:
        found = self._all(select(t.decisions.c.body), Decision)
        return sorted(found, key=lambda d: (d.left, d.right, d.decided_by))

    def put_decision(self, decision: Decision) -> None:
        with self._writing("l'enregistrement d'une décision") as connection:
            _put_decision(connection, decision)

    def publish(
        self,
        contracts: Sequence[ContractRecord],
        actions: Sequence[ActionRecord],
        decisions: Sequence[Decision],
        *,
        at: datetime | None = None,
    ) -> None:
        check_catalogue(contracts, actions)
        contract_bodies, action_bodies = as_json(contracts), as_json(actions)
        new = digest_of(contract_bodies, action_bodies)
        with self._writing("la publication") as connection:
            if new != (connection.scalar(_DIGEST) or digest((), ())):
                remember(connection, contract_bodies, action_bodies, new, moment(at))
            connection.execute(delete(t.actions))
            connection.execute(delete(t.contracts))
            connection.execute(delete(t.decisions).where(t.decisions.c.decided_by == LINKER))
            rows = [{"id": i, "position": n, "body": b} for n, (i, b) in enumerate(contract_bodies.items())]
            _insert(connection, t.contracts, rows)
            rows = [
                {"id": r.id, "position": n, "body": action_bodies[r.id], "contract_id": r.contract_id}
                for n, r in enumerate(actions)
            ]
            _insert(connection, t.actions, rows)
            for decision in decisions:
                _put_decision(connection, decision)
            fact = {"name": "catalogue_digest", "value": new}
            _upsert(connection, t.facts, fact)

    def contracts(self) -> Sequence[ContractRecord]:
        return self._all(select(t.contracts.c.body).order_by(t.contracts.c.position), ContractRecord)

    def contract(self, contract_id: str) -> ContractRecord | None:
        return self._one(select(t.contracts.c.body).filter_by(id=contract_id), ContractRecord)

    def actions(self) -> Sequence[ActionRecord]:
        return self._all(select(t.actions.c.body).order_by(t.actions.c.position), ActionRecord)

    def action(self, action_id: str) -> ActionRecord | None:
        return self._one(select(t.actions.c.body).filter_by(id=action_id), ActionRecord)

    def publications(self) -> Sequence[Publication]:
        query = select(t.publications).order_by(t.publications.c.number)
        with store_errors("la lecture"), self._engine.begin() as connection:
            return [Publication.model_validate(dict(row._mapping)) for row in connection.execute(query)]

    def published(self, number: int) -> tuple[Sequence[ContractRecord], Sequence[ActionRecord]]:
        with store_errors("la lecture"):
            with self._engine.begin() as connection:
                contracts = connection.scalars(bodies_of("contract", number)).all()
                actions = connection.scalars(bodies_of("action", number)).all()
            return (
                [ContractRecord.model_validate_json(body) for body in contracts],
                [ActionRecord.model_validate_json(body) for body in actions],
            )

    def catalogue_digest(self) -> str:
        with store_errors("la lecture"), self._engine.begin() as connection:
            found = connection.scalar(_DIGEST)
        return found if found is not None else digest((), ())

    # --- how --------------------------------------------------------------------------------------
    @contextmanager
    def _writing(self, doing: str) -> Generator[Connection]:
        with store_errors(doing), self._writer.begin() as connection:
            yield connection

    def _all(self, query: Select[str], record: type[R]) -> list[R]:
        with store_errors("la lecture"):
            with self._engine.begin() as connection:
                bodies = connection.scalars(query).all()
            return [record.model_validate_json(body) for body in bodies]

    def _one(self, query: Select[str], record: type[R]) -> R | None:
        with store_errors("la lecture"), self._engine.begin() as connection:
            return _one(connection, query, record)


def _by_name(document: Document) -> tuple[str, str]:
    return document.name, document.sha256


def _document(sha256: str, *, lock: bool = False) -> Select[str]:
    """`lock` makes two writers of one document take turns; SQLite has one writer at a time anyway."""
    query: Select[str] = select(t.documents.c.body).where(t.documents.c.sha256 == sha256)
    return query.with_for_update() if lock else query


def _one(connection: Connection, query: Select[str], record: type[R]) -> R | None:
    body = connection.scalar(query)
    return None if body is None else record.model_validate_json(body)


def _insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
    if rows:
        connection.execute(insert(table), list(rows))


def _put_document(connection: Connection, document: Document) -> None:
    row = {"sha256": document.sha256, "name": document.name, "body": document.model_dump_json()}
    _upsert(connection, t.documents, row)


def _put_decision(connection: Connection, decision: Decision) -> None:
    row = {
        "left_id": decision.left,
        "right_id": decision.right,
        "decided_by": decision.decided_by,
        "body": decision.model_dump_json(),
    }
    _upsert(connection, t.decisions, row)


def _upsert(connection: Connection, table: Table, row: Mapping[str, object]) -> None:
    keys = [column.name for column in table.primary_key]
    make = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
    statement = make(table).values(**row)
    rest = {name: statement.excluded[name] for name in row if name not in keys}
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=rest))
