"""How good a record is. In: a contract and its row. Out: what is filled, the least sure value, what is open."""

from collections.abc import Mapping
from enum import StrEnum

from models.base import Record
from models.catalogue import ContractRecord, InventoryRow
from models.evidence import SURE, EvidenceStatus, MissingReason
from models.records import ContractKind, Severity, TerritoryType
from pipeline.inventory import NOT_YET

#: What an inventory of signed contracts cannot do without.
SIGNED = ("departments", "signature_date", "start_date", "end", "signatories", "axes", "actions")
#: An amendment or a protocol is a date and signatures; its axes are those of the contract.
SHORT = ("departments", "signature_date", "signatories")
#: Of what is only prepared, the place is all there is to know.
PLANNED = ("departments",)
#: These types of territory have an official code.
CODED = frozenset({TerritoryType.COMMUNE, TerritoryType.EPCI})

#: Below, a value is as likely wrong as right, and a record tells less than half of what it should.
HALF = 0.5


class QualityLevel(StrEnum):
    GOOD = "good"
    CHECK = "check"
    WEAK = "weak"


LEVEL_LABELS: Mapping[QualityLevel, str] = {
    QualityLevel.GOOD: "Complète",
    QualityLevel.CHECK: "À vérifier",
    QualityLevel.WEAK: "Fragile",
}


class Gap(Record):
    """A key field without a value; `reason` as the reading tells it."""

    field: str
    reason: MissingReason | None


class LeastSure(Record):
    """The value with the lowest calibrated confidence: the n-th proof of a field."""

    field: str
    n: int
    confidence: float


class RecordQuality(Record):
    """`completeness`: share of the key fields that are filled. `issues`: warnings and errors without a person's word;
    `errors` are among them.
    """

    contract_id: str
    territory: str
    departments: tuple[str, ...]
    region: str | None
    level: QualityLevel
    completeness: float
    key_fields: int
    gaps: tuple[Gap, ...]
    least_sure: LeastSure | None
    issues: int
    errors: int


def record_quality(record: ContractRecord, row: InventoryRow) -> RecordQuality:
    """Good: nothing is missing, unsure or open. Weak: half is missing, a value is likely wrong, or a reading failed."""
    keys = key_fields(record)
    gaps = tuple(
        Gap(field=name, reason=record.contract.missing.get(name)) for name in keys if not _value(name, row)
    )
    least = _least_sure(record)
    issues = [i for i in record.issues if i.severity is not Severity.INFO]
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    completeness = 1 - len(gaps) / len(keys)
    return RecordQuality(
        contract_id=record.id,
        territory=row.territory,
        departments=row.departments,
        region=row.region,
        level=_level(completeness, least, len(issues), errors),
        completeness=completeness,
        key_fields=len(keys),
        gaps=gaps,
        least_sure=least,
        issues=len(issues),
        errors=errors,
    )


def key_fields(record: ContractRecord) -> tuple[str, ...]:
    """Which fields the record should have, by its nature and how far it has come."""
    contract = record.contract
    if contract.modality in NOT_YET and contract.kind is not ContractKind.PROTOCOLE:
        asked: tuple[str, ...] = PLANNED
    elif contract.kind in {ContractKind.AVENANT, ContractKind.PROTOCOLE}:
        asked = SHORT
    else:
        asked = SIGNED
    return ("territory_code", *asked) if contract.territory.type in CODED else asked


def _value(name: str, row: InventoryRow) -> object:
    return getattr(row, name)


def _least_sure(record: ContractRecord) -> LeastSure | None:
    """Of the calibrated values that nobody has corrected; the first field in a tie."""
    judged = [
        LeastSure(field=field, n=n, confidence=proof.confidence)
        for field, proofs in record.contract.evidence.items()
        for n, proof in enumerate(proofs, 1)
        if proof.is_judged and proof.status is not EvidenceStatus.CORRECTED
    ]
    return min(judged, key=lambda value: value.confidence, default=None)


def _level(completeness: float, least: LeastSure | None, issues: int, errors: int) -> QualityLevel:
    confidence = least.confidence if least else 1.0
    if completeness < HALF or errors or confidence < HALF:
        return QualityLevel.WEAK
    whole = completeness == 1 and confidence >= SURE and not issues
    return QualityLevel.GOOD if whole else QualityLevel.CHECK
