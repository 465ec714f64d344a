"""What does not fit together in a record. In: published contracts and their rows. Out: contradictions, gravest first.

Three kinds: sources that read a value differently, announced counts that were not reached, and issues of the reading.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from models.base import Record
from models.catalogue import ContractRecord, InventoryRow, Reading
from models.fields import CONTRACT_FIELDS
from models.records import ContractKind, Issue, Severity


class ContradictionKind(StrEnum):
    READINGS = "readings"
    COUNT = "count"
    ISSUE = "issue"


KIND_LABELS: Mapping[ContradictionKind, str] = {
    ContradictionKind.READINGS: "Sources en désaccord",
    ContradictionKind.COUNT: "Nombre annoncé",
    ContradictionKind.ISSUE: "Alerte de lecture",
}
SEVERITY_LABELS: Mapping[Severity, str] = {
    Severity.ERROR: "Grave",
    Severity.WARNING: "À vérifier",
    Severity.INFO: "Pour information",
}
GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)

#: A wrong one puts the contract under a wrong status.
DECISIVE = frozenset({"start_date", "end_date", "duration_months", "signature_date"})
#: Told by the readings and counts of the merged record.
TOLD_OTHERWISE = frozenset({"link.conflict", "structure.axes_count", "structure.actions_count"})


class PlacedReading(Record):
    """`n`: rank of its proof among those of the field, from 1; None where the words were not kept."""

    value: str
    document: str  # sha256
    name: str
    n: int | None


class Contradiction(Record):
    """`field` and `readings` for sources in disagreement; `document` (sha256) and `page` for an issue."""

    contract_id: str
    territory: str
    departments: tuple[str, ...]
    region: str | None
    kind: ContradictionKind
    severity: Severity
    message: str
    next_step: str | None = None
    field: str | None = None
    readings: tuple[PlacedReading, ...] = ()
    document: str | None = None
    document_name: str | None = None
    page: int | None = None
    quote: str | None = None


def contradictions(
    contracts: Mapping[str, ContractRecord], rows: Mapping[str, InventoryRow]
) -> tuple[Contradiction, ...]:
    """Of every contract, the gravest first, then by territory."""
    found = [c for record in contracts.values() for c in contradictions_of(record, rows[record.id])]
    return tuple(sorted(found, key=lambda c: (GRAVEST_FIRST.index(c.severity), c.territory, c.contract_id)))


def contradictions_of(record: ContractRecord, row: InventoryRow) -> list[Contradiction]:
    """Of one contract: readings, counts, issues."""
    return [*_readings(record, row), *_counts(record, row), *_issues(record, row)]


def _made(
    row: InventoryRow, kind: ContradictionKind, severity: Severity, message: str, **more: object
) -> Contradiction:
    return Contradiction.model_validate(
        {
            "contract_id": row.contract_id,
            "territory": row.territory,
            "departments": row.departments,
            "region": row.region,
            "kind": kind,
            "severity": severity,
            "message": message,
            **more,
        }
    )


def _readings(record: ContractRecord, row: InventoryRow) -> Iterator[Contradiction]:
    for field, readings in record.readings.items():
        label = CONTRACT_FIELDS[field].label if field in CONTRACT_FIELDS else field
        severity = Severity.ERROR if field in DECISIVE else Severity.WARNING
        yield _made(
            row,
            ContradictionKind.READINGS,
            severity,
            f"Les sources ne s'accordent pas : {label}.",
            next_step="Comparez les passages et retenez le bon.",
            field=field,
            readings=tuple(_placed(reading, record, field) for reading in readings),
        )


def _placed(reading: Reading, record: ContractRecord, field: str) -> PlacedReading:
    proofs = record.contract.evidence.get(field, ())
    n = next((n for n, proof in enumerate(proofs, 1) if proof.document == reading.document), None)
    return PlacedReading(value=reading.value, document=reading.document, name=reading.name, n=n)


def _counts(record: ContractRecord, row: InventoryRow) -> Iterator[Contradiction]:
    contract = record.contract
    for announced, read, what in (
        (contract.announced_axes, row.axes, "axes"),
        (contract.announced_actions, row.actions, "actions"),
    ):
        if announced is None or announced == read:
            continue
        # An amendment repeats the counts of its contract without the sheets; more than announced is no loss.
        lost = read < announced and contract.kind is not ContractKind.AVENANT
        seen = next((i for i in record.issues if i.code == f"structure.{what}_count"), None)
        yield _made(
            row,
            ContradictionKind.COUNT,
            Severity.WARNING if lost else Severity.INFO,
            f"Le texte annonce {announced} {what}, {_read(read, what)}.",
            next_step="Ouvrez le document et comparez avec la fiche.",
            field=what,
            **_place(seen, record),
        )


def _read(count: int, what: str) -> str:
    end = "e" if what == "actions" else ""
    if count == 0:
        return f"aucun{end} n'a été lu{end}"
    return f"1 a été lu{end}" if count == 1 else f"{count} ont été lu{end}s"


def _issues(record: ContractRecord, row: InventoryRow) -> Iterator[Contradiction]:
    for issue in record.issues:
        if issue.code not in TOLD_OTHERWISE:
            yield _made(
                row,
                ContradictionKind.ISSUE,
                issue.severity,
                issue.message,
                next_step=issue.next_step,
                **_place(issue, record),
            )


def _place(issue: Issue | None, record: ContractRecord) -> dict[str, object]:
    """Where the issue was seen; the first source where it does not say."""
    named = (s for s in record.sources if issue is not None and s.name == issue.document)
    source = next(named, None) or next(iter(record.sources), None)
    return {
        "document": source.document if source else None,
        "document_name": source.name if source else None,
        "page": issue.page if issue else None,
        "quote": issue.quote if issue else None,
    }
