"""Documents not read whole: why, and what to do."""

from models.layout import Outcome
from models.records import DocumentError, Issue, Severity
from pipeline.regional.reading import NEXT_STEPS, reading_problems
from tests.pipeline.store.contract_suite import A, B, document, failure, result

C, D, E = "c" * 64, "d" * 64, "e" * 64


def issue(code: str, message: str) -> Issue:
    return Issue(code=code, severity=Severity.WARNING, message=message, next_step="Ouvrez l'original.")


def test_what_was_read_whole_is_no_problem() -> None:
    assert reading_problems([document(outcome=Outcome.PARSED)], [result()]) == ()


def test_each_problem_has_its_reason_and_its_next_step() -> None:
    documents = [
        document(A, name="a.pdf", outcome=Outcome.TIMEOUT),
        document(B, name="b.pdf", outcome=Outcome.PARTIAL, page_count=80),
        document(C, name="c.pdf", outcome=Outcome.ENCRYPTED),
        document(D, name="d.pdf"),
        document(E, name="e.pdf", outcome=Outcome.PARSED),
    ]
    locked = failure(C).model_copy(
        update={
            "outcome": Outcome.ENCRYPTED,
            "error": DocumentError(type="encrypted", message="Un mot de passe manque."),
        }
    )
    results = [
        failure(A),
        result(
            B,
            outcome=Outcome.PARTIAL,
            issues=(issue("document.partly_read", "Pages 3 et 4 illisibles."), issue("x.y", "…")),
        ),
        locked,
        result(E, issues=(issue("extraction.failed", "L'extraction a échoué."),)),
    ]
    found = reading_problems(documents, results)
    assert [(p.name, p.reason, p.next_step) for p in found] == [
        ("d.pdf", "Le document n'a pas encore été lu.", NEXT_STEPS[None]),
        ("b.pdf", "Pages 3 et 4 illisibles.", "Ouvrez l'original."),
        ("e.pdf", "L'extraction a échoué.", "Ouvrez l'original."),
        ("c.pdf", "Un mot de passe manque.", NEXT_STEPS[Outcome.ENCRYPTED]),
        ("a.pdf", "Lecture trop longue", NEXT_STEPS[Outcome.TIMEOUT]),
    ]


def test_every_outcome_has_a_next_step() -> None:
    assert set(NEXT_STEPS) == {None, *Outcome} - {Outcome.PARSED}
