"""What sets two days apart. In: the catalogues of both, or none before the first publication. Out: changes.

Values are compared as the lists of contracts and actions show them, so a contract that has ended between the two days
has changed too: its status has.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from models.base import Record
from models.errors import ConfigurationError
from models.list_fields import ChangeKind, RecordType
from models.lists import ACTIONS, CHANGES, CONTRACTS, ListInfo
from search_api.exports.cells import told
from search_api.exports.tables import Row, Table, actions_table, contracts_table, row_of
from search_api.services import Catalogue


class FieldChange(Record):
    """Values as an export tells them; "" for none."""

    field: str
    label: str
    before: str
    after: str


class Change(Record):
    record_type: RecordType
    record_id: str
    contract_id: str
    territory: str
    title: str | None
    change: ChangeKind
    fields: tuple[FieldChange, ...] = ()


Rows = Mapping[str, Row]
#: A day → the catalogue of that day, None before the first publication.
Published = Callable[[date], Catalogue | None]


def changes_between(published: Published, since: date, until: date) -> Iterator[Change]:
    """From what was published on the first day to what was on the second. Raises ConfigurationError."""
    if until < since:
        raise ConfigurationError(
            f"Le second jour ({until.isoformat()}) précède le premier ({since.isoformat()})."
        )
    before, after = published(since), published(until)
    return chain(
        _compared(RecordType.CONTRACT, CONTRACTS, _contracts(before), _contracts(after)),
        _compared(RecordType.ACTION, ACTIONS, _actions(before), _actions(after)),
    )


def _contracts(catalogue: Catalogue | None) -> Rows:
    if catalogue is None:
        return {}
    table = contracts_table(catalogue, catalogue.rows.values())
    return {str(row["contract_id"]): row for row in table.rows}


def _actions(catalogue: Catalogue | None) -> Rows:
    if catalogue is None:
        return {}
    table = actions_table(catalogue, catalogue.actions.values())
    return {str(row["id"]): row for row in table.rows}


def _compared(kind: RecordType, info: ListInfo, before: Rows, after: Rows) -> Iterator[Change]:
    """In the order of the ids: gone, new and changed together."""
    for identifier in sorted(before.keys() | after.keys()):
        old, new = before.get(identifier), after.get(identifier)
        fields = _fields(info, old, new) if old is not None and new is not None else ()
        if old is not None and new is not None and not fields:
            continue
        shown = new if new is not None else old
        assert shown is not None
        yield Change(
            record_type=kind,
            record_id=identifier,
            contract_id=str(shown["contract_id"]),
            territory=str(shown["territory"]),
            title=told(shown["title"]) or None,
            change=ChangeKind.ADDED
            if old is None
            else ChangeKind.REMOVED
            if new is None
            else ChangeKind.CHANGED,
            fields=tuple(fields),
        )


def _fields(info: ListInfo, old: Row, new: Row) -> Sequence[FieldChange]:
    return [
        FieldChange(field=name, label=field.label, before=told(old[name]), after=told(new[name]))
        for name, field in info.fields.items()
        if old[name] != new[name]
    ]


def changes_table(changes: Iterator[Change]) -> Table:
    """A row a changed field, one row for what came or went."""
    return Table(CHANGES, (row for change in changes for row in _rows(change)))


def _rows(change: Change) -> Iterator[Row]:
    none = {"field": None, "label": None, "before": None, "after": None}
    for field in [dict(part) for part in change.fields] or [none]:
        yield row_of(CHANGES, change, **field)
