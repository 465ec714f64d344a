"""What of the contradictions and the quality of records is asked for, and in which order."""

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from models.records import Severity
from models.text import fold
from pipeline.regional.contradictions import GRAVEST_FIRST, Contradiction, ContradictionKind
from pipeline.regional.quality import QualityLevel, RecordQuality
from search_api.documentation.where import Where

LEVELS = (QualityLevel.WEAK, QualityLevel.CHECK, QualityLevel.GOOD)
_QUALITY_ORDER: Mapping[str, Callable[[RecordQuality], Any]] = {
    "level": lambda q: (LEVELS.index(q.level), q.completeness),
    "completeness": lambda q: q.completeness,
    "confidence": lambda q: q.least_sure.confidence if q.least_sure else 1.0,
    "issues": lambda q: -q.issues,
    "territory": lambda q: fold(q.territory),
}


class ContradictionFilter(Where):
    """Values of one criterion are alternatives; criteria add up."""

    severity: list[Severity] = Field([], description="Gravité")
    kind: list[ContradictionKind] = Field([], description="Nature de la contradiction")
    sort: Annotated[Literal["severity", "territory", "kind"], Field(description="Critère de tri")] = (
        "severity"
    )

    def chosen(self, found: Iterable[Contradiction]) -> list[Contradiction]:
        kept = [
            c
            for c in found
            if self.holds(c.region, c.departments)
            and (not self.severity or c.severity in self.severity)
            and (not self.kind or c.kind in self.kind)
        ]
        order: Mapping[str, Callable[[Contradiction], Any]] = {
            "severity": lambda c: GRAVEST_FIRST.index(c.severity),
            "territory": lambda c: fold(c.territory),
            "kind": lambda c: list(ContradictionKind).index(c.kind),
        }
        return sorted(kept, key=order[self.sort])


class QualityFilter(Where):
    """Worst first, whatever the criterion."""

    level: list[QualityLevel] = Field([], description="Qualité de la fiche")
    sort: Annotated[
        Literal["level", "completeness", "confidence", "issues", "territory"],
        Field(description="Critère de tri"),
    ] = "level"

    def chosen(self, found: Iterable[RecordQuality]) -> list[RecordQuality]:
        kept = [
            q
            for q in found
            if self.holds(q.region, q.departments) and (not self.level or q.level in self.level)
        ]
        return sorted(kept, key=lambda q: (_QUALITY_ORDER[self.sort](q), fold(q.territory), q.contract_id))
