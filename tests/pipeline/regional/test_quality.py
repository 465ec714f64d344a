"""How good a record is, by what its nature asks for."""

from models.catalogue import ContractRecord
from models.evidence import Evidence, EvidenceStatus
from models.records import Issue, Severity
from pipeline.inventory import take_inventory
from pipeline.regional.quality import QualityLevel, RecordQuality, key_fields, record_quality
from tests.pipeline.regional.contracts import PAYS, RENNES, TODAY, record

FULL = {
    "signature_date": "2023-12-12",
    "signatories": ({"name": "ARS Bretagne", "kind": "ars"},),
    "axes": ({"title": "Accès aux soins"},),
}


def quality(contract: ContractRecord, actions: int = 5) -> RecordQuality:
    (row,) = take_inventory([contract], (), TODAY)
    return record_quality(contract, row.model_copy(update={"actions": actions}))


def proof(confidence: float, **more: object) -> Evidence:
    return Evidence.model_validate({"page": 1, "quote": "…", "confidence": confidence, **more})


def issue(severity: Severity) -> Issue:
    return Issue(code="x", severity=severity, message="…")


def test_a_record_with_all_its_key_fields_sure_and_without_issue_is_good() -> None:
    found = quality(record("rennes", RENNES, **FULL, evidence={"end_date": (proof(0.97),)}))
    assert (found.level, found.completeness, found.gaps) == (QualityLevel.GOOD, 1.0, ())
    assert found.key_fields == 8


def test_what_is_missing_is_named_with_its_reason() -> None:
    found = quality(
        record("rennes", RENNES, **{**FULL, "signature_date": None}, missing={"signature_date": "unreadable"})
    )
    assert found.level is QualityLevel.CHECK
    assert [(gap.field, gap.reason) for gap in found.gaps] == [("signature_date", "unreadable")]
    assert found.completeness == 7 / 8


def test_the_least_sure_value_is_told_unless_a_person_said_so() -> None:
    evidence = {
        "end_date": (proof(0.97), proof(0.62)),
        "signatories": (proof(0.3, status=EvidenceStatus.CORRECTED),),
        "title": (proof(1.0),),
    }
    least = quality(record("rennes", RENNES, **FULL, evidence=evidence)).least_sure
    assert least is not None
    assert (least.field, least.n, least.confidence) == ("end_date", 2, 0.62)
    assert quality(record("rennes", RENNES, **FULL)).least_sure is None


def test_a_likely_wrong_value_a_failed_reading_or_half_a_record_is_weak() -> None:
    rennes = record("rennes", RENNES, **FULL)
    wrong = record("rennes", RENNES, **FULL, evidence={"end_date": (proof(0.4),)})
    failed = rennes.model_copy(update={"issues": (issue(Severity.ERROR),)})
    half = record("rennes", RENNES, departments=(), start_date=None, end_date=None)
    assert {quality(one).level for one in (wrong, failed, half)} == {QualityLevel.WEAK}


def test_warnings_are_counted_and_information_is_not() -> None:
    issues = (issue(Severity.WARNING), issue(Severity.INFO))
    found = quality(record("rennes", RENNES, **FULL).model_copy(update={"issues": issues}))
    assert (found.issues, found.errors, found.level) == (1, 0, QualityLevel.CHECK)


def test_key_fields_follow_the_nature_of_the_contract() -> None:
    assert "axes" not in key_fields(record("x", RENNES, kind="avenant"))
    assert key_fields(record("x", RENNES, modality="announced")) == ("territory_code", "departments")
    assert "territory_code" not in key_fields(record("x", PAYS)), "a pays has no official code"
