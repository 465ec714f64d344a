"""The history of the published catalogue: which version of a record stood from which publication to which.

A version's body is copied here only when it is replaced, so that what does not change costs one short row.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Select, Table, bindparam, func, insert, select, update

from models.catalogue import Publication
from pipeline.store.sql import tables as t

#: Records as JSON, by id.
Bodies = Mapping[str, str]


def remember(connection: Connection, contracts: Bodies, actions: Bodies, digest: str, at: str) -> None:
    """Open a publication and the versions that are new in it, close those that are gone or changed.

    Call it before the tables of the catalogue are replaced.
    """
    number = (connection.scalar(select(func.max(t.publications.c.number))) or 0) + 1
    publication = Publication(
        number=number, published_at=at, digest=digest, contracts=len(contracts), actions=len(actions)
    )
    connection.execute(insert(t.publications).values(**publication.model_dump()))
    kinds: Mapping[str, tuple[Table, Bodies]] = {
        "contract": (t.contracts, contracts),
        "action": (t.actions, actions),
    }
    for kind, (table, new) in kinds.items():
        old = {row.id: row.body for row in connection.execute(select(table.c.id, table.c.body))}
        gone = {identifier: body for identifier, body in old.items() if new.get(identifier) != body}
        fresh = [identifier for identifier, body in new.items() if old.get(identifier) != body]
        _close(connection, kind, gone, number)
        _open(connection, kind, fresh, number)


def _close(connection: Connection, kind: str, bodies: Mapping[str, str], number: int) -> None:
    if not bodies:
        return
    v = t.versions.c
    statement = update(t.versions).where(
        v.kind == kind, v.record_id == bindparam("of_record"), v.until.is_(None)
    )
    rows = [{"of_record": identifier, "to": number, "was": body} for identifier, body in bodies.items()]
    connection.execute(statement.values(until=bindparam("to"), body=bindparam("was")), rows)


def _open(connection: Connection, kind: str, identifiers: Sequence[str], number: int) -> None:
    rows = [{"kind": kind, "record_id": identifier, "since": number} for identifier in identifiers]
    if rows:
        connection.execute(insert(t.versions), rows)


def bodies_of(kind: str, number: int) -> Select[str]:
    """The bodies of the records of a publication, by id; none where there is no such publication."""
    known = select(t.publications.c.number).where(t.publications.c.number == number).exists()
    v, table = t.versions.c, t.contracts if kind == "contract" else t.actions
    today = table.c.body
    query: Select[str] = (
        select(func.coalesce(v.body, today))
        .select_from(t.versions.outerjoin(table, (table.c.id == v.record_id) & v.until.is_(None)))
        .where(known, v.kind == kind, v.since <= number, v.until.is_(None) | (v.until > number))
        .order_by(v.record_id)
    )
    return query
