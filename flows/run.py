"""The whole run as a Prefect flow. Prefect orders, retries and shows; our own store remembers.

Goes in: a folder or declared sources. Comes out: a published, indexed inventory and a RunSummary.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flows import stages
from flows.progress import Progress, Report, silent
from flows.settings import Settings
from flows.workshop import Workshop
from models.catalogue import Document, InventoryRow
from models.layout import Outcome
from models.records import Issue
from pipeline.sources import Source


@dataclass(frozen=True)
class RunSummary:
    """What a run did. `outcomes` counts this run's documents; the inventory is of all that is published."""

    documents: int
    read_now: int
    outcomes: dict[Outcome, int]
    issues: tuple[Issue, ...]
    rows: tuple[InventoryRow, ...]

    @property
    def failed(self) -> int:
        """Documents that were not read, or only in part."""
        return sum(count for outcome, count in self.outcomes.items() if outcome is not Outcome.PARSED)


def configure_prefect(settings: Settings) -> None:
    """Offline, silent, its data under ours. Must run before `prefect` is first imported."""
    os.environ.setdefault("PREFECT_HOME", str(settings.prefect_home))
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    os.environ.setdefault("DO_NOT_TRACK", "1")
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")
    # The first start migrates Prefect's own database: 9-19 s measured on two cores, more when they are busy.
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "180")


def run_all(
    workshop: Workshop,
    *,
    folder: Path | None = None,
    sources: Sequence[Source] = (),
    only: bool = False,
    today: date,
    report: Report = silent,
) -> RunSummary:
    """Collect → extract → link → index → inventory. `only`: publish nothing but this run's documents."""
    configure_prefect(workshop.settings)
    from prefect import flow, task
    from prefect.cache_policies import NO_CACHE

    # Results are ours to remember, not Prefect's: no cache, no persistence, one task run per batch.
    collect = task(name="collect", cache_policy=NO_CACHE, persist_result=False)(stages.collect)
    extract = task(name="extract-batch", retries=1, cache_policy=NO_CACHE, persist_result=False)(
        stages.extract_batch
    )
    link = task(name="link", cache_policy=NO_CACHE, persist_result=False)(stages.link_results)
    index = task(name="index", retries=1, retry_delay_seconds=2, cache_policy=NO_CACHE, persist_result=False)(
        stages.index_catalogue
    )

    @flow(name="atlas-cls", validate_parameters=False)
    def atlas() -> RunSummary:
        documents, issues = collect(workshop, folder, sources, report)
        todo = stages.to_extract(workshop, documents)
        size = workshop.settings.batch_size
        for start in range(0, len(todo), size):
            batch = todo[start : start + size]
            extract(workshop, batch, _shifted(report, start, len(todo)))
        report(Progress("Rapprochement", 0, 1))
        issues += link(workshop, frozenset(d.sha256 for d in documents) if only else None)
        report(Progress("Rapprochement", 1, 1))
        report(Progress("Indexation", 0, 1))
        index(workshop, today)
        report(Progress("Indexation", 1, 1))
        return _summary(workshop, documents, len(todo), issues, today)

    return atlas()


def _shifted(report: Report, start: int, total: int) -> Report:
    return lambda p: report(Progress(p.stage, start + p.done, total, p.note))


def _summary(
    workshop: Workshop, documents: Sequence[Document], read_now: int, issues: Sequence[Issue], today: date
) -> RunSummary:
    shas = {document.sha256 for document in documents}
    outcomes: dict[Outcome, int] = {}
    for document in workshop.store.documents():
        if document.sha256 in shas and document.outcome is not None:
            outcomes[document.outcome] = outcomes.get(document.outcome, 0) + 1
    return RunSummary(len(documents), read_now, outcomes, tuple(issues), stages.inventory(workshop, today))
