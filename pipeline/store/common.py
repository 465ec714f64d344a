"""Rules that every store follows: which result counts as good, what an update keeps, the digest."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from models.catalogue import ActionRecord, CollectionRun, ContractRecord, Document
from models.errors import StoreError
from models.layout import READABLE
from models.records import DocumentResult

LINKER = "linker"


def is_good(result: DocumentResult) -> bool:
    return result.error is None and result.outcome in READABLE


def updated(old: Document | None, new: Document) -> Document:
    """The new fetch, with what was read from the same bytes before."""
    if old is None or new.outcome is not None:
        return new
    return new.model_copy(
        update={
            "outcome": old.outcome,
            "page_count": old.page_count,
            "title": new.title if new.title is not None else old.title,
        }
    )


def as_read(document: Document, result: DocumentResult) -> Document:
    """The document with the outcome of its reading."""
    return document.model_copy(
        update={
            "outcome": result.outcome,
            "page_count": result.page_count,
            "title": result.title if result.title is not None else document.title,
        }
    )


def by_time(run: CollectionRun) -> tuple[str, str, str]:
    """The order of the history of collections."""
    return run.started_at, run.finished_at, run.source


def unknown_document(sha256: str) -> StoreError:
    return StoreError(
        f"Le document {sha256[:12]}… n'est pas dans la base : enregistrez-le avant ses résultats."
    )


def check_catalogue(contracts: Sequence[ContractRecord], actions: Sequence[ActionRecord]) -> None:
    """A catalogue has each id once, and no action without its contract."""
    ids = [contract.id for contract in contracts]
    for what, values in (("contrat", ids), ("action", [action.id for action in actions])):
        if len(set(values)) != len(values):
            twice = next(value for value in values if values.count(value) > 1)
            raise StoreError(f"Le catalogue n'a pas été publié : {what} « {twice} » en double.")
    known = set(ids)
    for action in actions:
        if action.contract_id not in known:
            raise StoreError(
                f"Le catalogue n'a pas été publié : l'action « {action.id} » renvoie au contrat "
                f"« {action.contract_id} », qui n'y est pas."
            )


def digest(contracts: Iterable[ContractRecord], actions: Iterable[ActionRecord]) -> str:
    """Independent of the order in which the records were published."""
    return digest_of(as_json(contracts), as_json(actions))


def as_json(records: Iterable[ContractRecord | ActionRecord]) -> dict[str, str]:
    """The records as JSON, by id, in their order."""
    return {record.id: record.model_dump_json() for record in records}


def digest_of(contracts: Mapping[str, str], actions: Mapping[str, str]) -> str:
    """The digest of records that are JSON already."""
    sha = hashlib.sha256()
    for records in (contracts, actions):
        for identifier in sorted(records):
            sha.update(records[identifier].encode())
            sha.update(b"\n")
        sha.update(b"\x00")
    return sha.hexdigest()


def moment(at: datetime | None) -> str:
    """To the second, UTC; now when not given."""
    return (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
