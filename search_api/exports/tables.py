"""The rows of a view as a table: one column a field, made while they are read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from models.catalogue import ActionRecord, InventoryRow
from models.fields import ACTION_FIELDS, CODE_FIELDS, CONTRACT_FIELDS, FieldInfo
from models.lists import ACTIONS, CONTRACTS, ListInfo
from models.records import Code, Committee, HealthAssessment, Signatory
from models.vocabularies.themes import concept_label
from search_api.exports.cells import Value
from search_api.services import Catalogue

Row = Mapping[str, Value]


@dataclass(frozen=True)
class Table:
    """`rows` may be read once only; each has a value for every field of the list."""

    info: ListInfo
    rows: Iterable[Row]

    @property
    def fields(self) -> Mapping[str, FieldInfo]:
        return self.info.fields

    def values(self) -> Iterator[tuple[Value, ...]]:
        """The rows as tuples, in the order of the fields."""
        names = tuple(self.fields)
        return (tuple(row[name] for name in names) for row in self.rows)


def contracts_table(catalogue: Catalogue, rows: Iterable[InventoryRow]) -> Table:
    """Signatories, axes and sources by name; actions and issues by number."""
    return Table(CONTRACTS, (_contract(catalogue, row) for row in rows))


def _contract(catalogue: Catalogue, row: InventoryRow) -> Row:
    record = catalogue.contracts[row.contract_id]
    shown: dict[str, Value] = {
        **_codes(record.contract.codes),
        "signatories": tuple(map(_signatory, record.contract.signatories)),
        "axes": tuple(axis.title for axis in record.contract.axes),
        "title": record.contract.title,
        "committees": tuple(map(committee_line, record.contract.committees)),
        "health_assessment": assessment_line(record.contract.health_assessment),
        "plan_links": tuple(link.name for link in record.contract.plan_links),
        "sources": tuple(source.name for source in record.sources),
    }
    return {
        name: shown[name] if name in shown else _plain(getattr(row, name, None)) for name in CONTRACT_FIELDS
    }


def _codes(codes: Sequence[Code]) -> dict[str, Value]:
    """One column a scheme, French labels."""
    return {
        info.name: tuple(concept_label(c.scheme, c.concept) for c in codes if c.scheme is scheme)
        for scheme, info in CODE_FIELDS.items()
    }


def _signatory(signatory: Signatory) -> str:
    person = signatory.representative
    return f"{signatory.name} ({person.name})" if person else signatory.name


def committee_line(committee: Committee) -> str:
    """ "Comité de pilotage (ARS, Ville – deux fois par an)"."""
    told = [", ".join(committee.composition), committee.frequency or ""]
    aside = " – ".join(part for part in told if part)
    return f"{committee.name} ({aside})" if aside else committee.name


def assessment_line(assessment: HealthAssessment | None) -> str | None:
    """ "2021 – ORS Normandie – accès aux soins, santé mentale"."""
    if assessment is None:
        return None
    parts = (assessment.date or "", ", ".join(assessment.authors), ", ".join(assessment.needs))
    return " – ".join(part for part in parts if part)


def _plain(value: object) -> Value:
    """As it is, but a code as its text."""
    if value is None or isinstance(value, bool | int | float | date | tuple):
        return value
    return str(value)


def moment(text: str | None) -> datetime | None:
    """ISO 8601 to UTC; what names no zone is UTC."""
    if text is None:
        return None
    read = datetime.fromisoformat(text)
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)


def actions_table(catalogue: Catalogue, records: Iterable[ActionRecord]) -> Table:
    """One row an action, with the territory of its contract."""
    return Table(ACTIONS, (_action(catalogue, record) for record in records))


def _action(catalogue: Catalogue, record: ActionRecord) -> Row:
    row, action = catalogue.rows[record.contract_id], record.action
    shown: dict[str, Value] = {
        **_codes(action.codes),
        "id": record.id,
        "contract_id": record.contract_id,
        "territory": row.territory,
        "departments": row.departments,
        "region": row.region,
        "sources": tuple(source.name for source in record.sources),
    }
    return {name: shown[name] if name in shown else _plain(getattr(action, name)) for name in ACTION_FIELDS}


def row_of(info: ListInfo, record: object, **given: Value) -> Row:
    """A row from the attributes of a record that bear the names of the fields; `given` values go before."""
    return {name: given[name] if name in given else _plain(getattr(record, name)) for name in info.fields}
