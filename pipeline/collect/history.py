"""What a collection leaves in the history, so that a silence can be told from a place where nobody looked."""

from models.catalogue import CollectionOutcome, CollectionRun
from pipeline.collect.web import Collected
from pipeline.sources import Source

#: Issues after which documents of the source may have been missed.
CUT_SHORT = frozenset({"collect.stopped", "collect.too_few"})


def run_of(source: Source, collected: Collected, started_at: str, finished_at: str) -> CollectionRun:
    """Only the site of an ARS lists the contracts of its whole region; a town's site speaks of the town."""
    return CollectionRun(
        source=source.id,
        publisher=source.publisher,
        covers=source.region if source.kind == "ars" else None,
        started_at=started_at,
        finished_at=finished_at,
        documents=len(collected.documents),
        unchanged=collected.unchanged,
        issues=len(collected.issues),
        outcome=_outcome(collected),
    )


def _outcome(collected: Collected) -> CollectionOutcome:
    if not collected.documents:
        return CollectionOutcome.FAILED
    cut_short = any(issue.code in CUT_SHORT for issue in collected.issues)
    return CollectionOutcome.PARTIAL if cut_short else CollectionOutcome.COMPLETE


def folder_run(folder: str, documents: int, issues: int, started_at: str, finished_at: str) -> CollectionRun:
    """A folder holds what somebody put there: it covers no region."""
    return CollectionRun(
        source="dossier",
        publisher=folder,
        covers=None,
        started_at=started_at,
        finished_at=finished_at,
        documents=documents,
        unchanged=0,
        issues=issues,
        outcome=CollectionOutcome.COMPLETE if documents else CollectionOutcome.FAILED,
    )
