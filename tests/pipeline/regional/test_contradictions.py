"""What does not fit together, the gravest first."""

import pytest

from models.catalogue import ContractRecord, Reading
from models.evidence import Evidence
from models.records import Issue, Severity
from pipeline.regional.contradictions import Contradiction, ContradictionKind, PlacedReading, contradictions
from tests.pipeline.regional.contracts import REDON, RENNES, record, rows_of

A, B = "a" * 64, "b" * 64


def found(*records: ContractRecord) -> tuple[Contradiction, ...]:
    return contradictions({r.id: r for r in records}, {row.contract_id: row for row in rows_of(records)})


def disputed(field: str = "end_date") -> ContractRecord:
    proofs = tuple(Evidence(page=3, quote=quote, document=sha) for quote, sha in (("2028", A), ("2029", B)))
    redon = record("redon", REDON, evidence={field: proofs})
    readings = {
        field: (
            Reading(document=B, name="page.html", value="2029"),
            Reading(document="c" * 64, name="lost.pdf", value="2030"),
        )
    }
    return redon.model_copy(update={"readings": readings})


def test_sources_that_disagree_on_a_date_are_grave_and_lead_to_their_words() -> None:
    (one,) = found(disputed())
    assert (one.kind, one.severity, one.field) == (ContradictionKind.READINGS, Severity.ERROR, "end_date")
    assert one.readings == (
        PlacedReading(value="2029", document=B, name="page.html", n=2),
        PlacedReading(value="2030", document="c" * 64, name="lost.pdf", n=None),
    )
    assert found(disputed("generation"))[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("values", "severity", "told"),
    [
        ({"announced_axes": 3}, Severity.WARNING, "Le texte annonce 3 axes, aucun n'a été lu."),
        ({"announced_actions": 12}, Severity.WARNING, "Le texte annonce 12 actions, aucune n'a été lue."),
        (
            {"announced_axes": 1, "axes": ({"title": "Soins"}, {"title": "Prévention"})},
            Severity.INFO,
            "Le texte annonce 1 axes, 2 ont été lus.",
        ),
        (
            {"announced_axes": 2, "axes": ({"title": "Soins"},)},
            Severity.WARNING,
            "Le texte annonce 2 axes, 1 a été lu.",
        ),
        (
            {"announced_axes": 4, "kind": "avenant"},
            Severity.INFO,
            "Le texte annonce 4 axes, aucun n'a été lu.",
        ),
    ],
)
def test_an_announced_count_that_was_not_reached(
    values: dict[str, object], severity: Severity, told: str
) -> None:
    (one,) = found(record("rennes", RENNES, **values))
    assert (one.kind, one.severity, one.message) == (ContradictionKind.COUNT, severity, told)
    assert one.document_name == "rennes.pdf"


def test_counts_that_agree_and_undisputed_records_say_nothing() -> None:
    assert found(record("rennes", RENNES, announced_axes=1, axes=({"title": "Soins"},))) == ()


def test_issues_keep_their_place_and_what_is_told_otherwise_is_told_once() -> None:
    issues = tuple(
        Issue(
            code=code,
            severity=Severity.WARNING,
            message=code,
            document="rennes.pdf",
            page=7,
            next_step="Regardez.",
        )
        for code in ("contract.contradiction", "link.conflict", "structure.axes_count")
    )
    (one,) = found(record("rennes", RENNES).model_copy(update={"issues": issues}))
    assert (one.kind, one.message, one.page) == (ContradictionKind.ISSUE, "contract.contradiction", 7)
    assert (one.document, one.document_name, one.next_step) == ("a" * 64, "rennes.pdf", "Regardez.")


def test_the_gravest_come_first() -> None:
    order = found(record("rennes", RENNES, announced_axes=3), disputed())
    assert [c.contract_id for c in order] == ["redon", "rennes"]
