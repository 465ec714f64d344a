"""Evidence: the words and the place on the page that a value came from."""

from enum import StrEnum

from pydantic import Field

from models.base import Record

#: (x0, y0, x1, y1) in PDF points, origin top left of the page.
BBox = tuple[float, float, float, float]


class EvidenceStatus(StrEnum):
    READ = "read"  # the words stand there
    DERIVED = "derived"  # computed from evidence: an end date from a start and a duration
    CORRECTED = "corrected"  # a person said so
    CONFLICT = "conflict"  # sources disagree; all readings are kept


class MissingReason(StrEnum):
    ABSENT = "absent"  # looked for, not there
    AMBIGUOUS = "ambiguous"
    UNREADABLE = "unreadable"
    NOT_ATTEMPTED = "not_attempted"


#: Surer values need no second look: of those promised 0.9 or more, 98 in 100 were right (docs/confidence.md).
SURE = 0.9


class Evidence(Record):
    """One place that proves a value. `page` counts from 1 and is None for a web page or plain text.

    `confidence` is the calibrated probability that the value is right; 1.0 where none was calibrated.
    """

    page: int | None
    bbox: BBox | None = None
    quote: str = Field(min_length=1)
    method: str = "rule"
    confidence: float = Field(default=1.0, ge=0.0, le=1.0)
    status: EvidenceStatus = EvidenceStatus.READ
    document: str | None = None  # sha256 of the document, set when records of several are merged

    @property
    def is_judged(self) -> bool:
        return self.confidence < 1.0

    @property
    def to_check(self) -> bool:
        """A person should look: the reading is unsure, or sources disagree."""
        if self.status is EvidenceStatus.CORRECTED:
            return False
        return self.confidence < SURE or self.status is EvidenceStatus.CONFLICT
