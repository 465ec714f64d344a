"""The rows of a view as a table: one column a field, lists joined, codes kept as codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.catalogue import ActionRecord, InventoryRow
from models.fields import ACTION_FIELDS, CODE_FIELDS, CONTRACT_FIELDS, FieldInfo
from models.records import Code, Committee, HealthAssessment, Signatory
from models.vocabularies.themes import concept_label
from search_api.services import Catalogue

Value = str | int | bool | date | None


@dataclass(frozen=True)
class Table:
    name: str
    fields: Mapping[str, FieldInfo]
    rows: Sequence[Mapping[str, Value]]


def contracts_table(catalogue: Catalogue, rows: Sequence[InventoryRow]) -> Table:
    """Signatories, axes and sources by name; actions and issues by number."""
    return Table("contrats", CONTRACT_FIELDS, [_contract(catalogue, row) for row in rows])


def _contract(catalogue: Catalogue, row: InventoryRow) -> dict[str, Value]:
    record = catalogue.contracts[row.contract_id]
    shown: dict[str, Value] = {
        **_codes(record.contract.codes),
        "departments": ", ".join(row.departments),
        "signatories": " ; ".join(_signatory(s) for s in record.contract.signatories),
        "axes": " ; ".join(axis.title for axis in record.contract.axes),
        "title": record.contract.title,
        "committees": " ; ".join(map(committee_line, record.contract.committees)),
        "health_assessment": assessment_line(record.contract.health_assessment),
        "plan_links": " ; ".join(link.name for link in record.contract.plan_links),
        "sources": " ; ".join(source.name for source in record.sources),
    }
    return {
        name: shown[name] if name in shown else _plain(getattr(row, name, None)) for name in CONTRACT_FIELDS
    }


def _codes(codes: Sequence[Code]) -> dict[str, Value]:
    """One column a scheme, French labels."""
    return {
        info.name: " ; ".join(concept_label(c.scheme, c.concept) for c in codes if c.scheme is scheme)
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
    return value if value is None or isinstance(value, bool | int | date) else str(value)


def actions_table(catalogue: Catalogue, records: Sequence[ActionRecord]) -> Table:
    """One row an action, with the territory of its contract."""
    return Table("actions", ACTION_FIELDS, [_action(catalogue, record) for record in records])


def _action(catalogue: Catalogue, record: ActionRecord) -> dict[str, Value]:
    row, action = catalogue.rows[record.contract_id], record.action
    shown: dict[str, Value] = {
        **_codes(action.codes),
        "id": record.id,
        "contract_id": record.contract_id,
        "territory": row.territory,
        "departments": ", ".join(row.departments),
        "region": row.region,
        "partners": " ; ".join(action.partners),
        "indicators": " ; ".join(action.indicators),
        "sources": " ; ".join(source.name for source in record.sources),
    }
    return {name: shown[name] if name in shown else _plain(getattr(action, name)) for name in ACTION_FIELDS}
