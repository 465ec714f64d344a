"""What a collection leaves in the history."""

import pytest

from models.catalogue import CollectionOutcome
from models.records import Issue, Severity
from pipeline.collect.history import folder_run, run_of
from pipeline.collect.web import Collected
from pipeline.sources import Source
from tests.pipeline.store.contract_suite import document

FROM, TO = "2026-11-25T10:00:00+00:00", "2026-11-25T10:02:00+00:00"


def source(**values: object) -> Source:
    plain = {"id": "ars-bretagne", "publisher": "ARS Bretagne", "region": "53", "kind": "ars"}
    pages = ["https://ars.example/cls"]
    return Source.model_validate({**plain, "pages": pages, "licence": "Licence Ouverte", **values})


def issue(code: str) -> Issue:
    return Issue(code=code, severity=Severity.WARNING, message="…")


@pytest.mark.parametrize(
    ("collected", "outcome"),
    [
        (Collected([document()]), CollectionOutcome.COMPLETE),
        (Collected([document()], [issue("collect.http_error")]), CollectionOutcome.COMPLETE),
        (Collected([document()], [issue("collect.stopped")]), CollectionOutcome.PARTIAL),
        (Collected([document()], [issue("collect.too_few")]), CollectionOutcome.PARTIAL),
        (Collected([], [issue("collect.unreachable")]), CollectionOutcome.FAILED),
    ],
)
def test_how_a_collection_ended(collected: Collected, outcome: CollectionOutcome) -> None:
    run = run_of(source(), collected, FROM, TO)
    assert (run.outcome, run.documents, run.issues) == (
        outcome,
        len(collected.documents),
        len(collected.issues),
    )


@pytest.mark.parametrize(("kind", "covers"), [("ars", "53"), ("collectivite", None), ("autre", None)])
def test_only_the_site_of_an_ars_covers_its_region(kind: str, covers: str | None) -> None:
    assert run_of(source(kind=kind), Collected([document()]), FROM, TO).covers == covers


def test_a_folder_covers_no_region() -> None:
    run = folder_run("documents", 3, 0, FROM, TO)
    assert (run.source, run.covers, run.outcome) == ("dossier", None, CollectionOutcome.COMPLETE)
