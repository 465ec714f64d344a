"""In: the entries of one contract, the richest first. Out: its committees, assessment and plan links, merged."""

from collections.abc import Sequence
from itertools import chain

from models.evidence import Evidence
from models.records import Committee, HealthAssessment, PlanKind, PlanLink
from models.text import fold
from pipeline.linking.entries import Entry


def merged_committees(ranked: Sequence[Entry]) -> tuple[Committee, ...]:
    """Of the entry that tells most of them: two documents tell of the same bodies in other words."""

    def richness(entry: Entry) -> int:
        return sum(1 + len(c.composition) + bool(c.frequency) for c in entry.contract.committees)

    best = max(ranked, key=richness)
    return tuple(c.model_copy(update={"evidence": _of(best, c.evidence)}) for c in best.contract.committees)


def merged_assessment(ranked: Sequence[Entry]) -> HealthAssessment | None:
    """Field by field, from the first entry that has it; a contract rests on one assessment."""
    told = [(entry, entry.contract.health_assessment) for entry in ranked if entry.contract.health_assessment]
    values: dict[str, object] = {}
    proofs: dict[str, tuple[Evidence, ...]] = {}
    for name in ("date", "authors", "needs"):
        for entry, assessment in told:
            if assessment is not None and getattr(assessment, name):
                values[name] = getattr(assessment, name)
                proofs[name] = _of(entry, assessment.evidence.get(name, ()))
                break
    return HealthAssessment.model_validate({**values, "evidence": proofs}) if values else None


def merged_plans(ranked: Sequence[Entry]) -> tuple[PlanLink, ...]:
    """All of them, one a plan: by kind, the others by name; the longest name of each, the proofs of all."""
    found: dict[str, list[tuple[Entry, PlanLink]]] = {}
    for entry in ranked:
        for link in entry.contract.plan_links:
            key = fold(link.name) if link.kind is PlanKind.OTHER else link.kind.value
            found.setdefault(key, []).append((entry, link))
    return tuple(
        PlanLink(
            kind=links[0][1].kind,
            name=max((link.name for _, link in links), key=len),
            evidence=tuple(chain.from_iterable(_of(entry, link.evidence) for entry, link in links)),
        )
        for links in found.values()
    )


def _of(entry: Entry, proofs: Sequence[Evidence]) -> tuple[Evidence, ...]:
    return tuple(proof.model_copy(update={"document": entry.source.document}) for proof in proofs)
