"""The contract's own signature date, start, end and duration, each with its evidence.

In: the passages of a contract. Out: `Times`. Each date and each length of time of the text is a candidate for
the field that the words around it say, if they are about this contract; the best ranked candidate is kept.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from extractors.dates.cues import DURATION_HEADING, DURATION_LABEL, SUCCEEDED, TELLS_TIME
from extractors.dates.lengths import LONGEST, SHORTEST, TITLE, adjectives, lengths, own_years, periods, years
from extractors.dates.reading import Candidate, Reading
from extractors.dates.relative import written_on
from extractors.dates.signing import block_signatures, dateline, told_signatures
from extractors.mentions import Passage, evidence
from models.evidence import Evidence, EvidenceStatus
from models.layout import Block

METHOD = "dates-2"
#: Sentences in which a document can give its own period as a title.
TITLE_PASSAGES = 8
FIELDS = ("signature_date", "start_date", "end_date", "duration_months")


@dataclass
class Times:
    """What was read; `evidence` by field name."""

    signature_date: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    duration_months: int | None = None
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)


def extract_times(passages: Sequence[Passage], *, formal: bool, amendment: bool = False) -> Times:
    """`formal`: the text of a contract, with articles and "Fait à …"; else prose about it."""
    succeeded = cache(lambda: any(SUCCEEDED.search(p.text) for p in passages))  # seldom asked
    readings = list(_readings(passages, succeeded, formal, amendment))
    timed = [reading for reading in readings if TELLS_TIME.search(reading.text)]
    found = [c for reading in timed for c in told_signatures(reading)]
    if formal:
        found += block_signatures(passages)
    else:
        found += dateline(readings)
    for reading in timed:
        found += [*periods(reading), *lengths(reading), *own_years(reading), *adjectives(reading)]
    times = Times()
    for name in FIELDS:
        best = _best([c for c in found if c.field == name])
        if best is not None:
            _keep(times, best)
    _start_from_signature(times, [c for c in found if c.field == "from_signature"])
    _fill_years(times, readings)
    if not amendment:
        _length_of_period(times)
    return times


def _readings(
    passages: Sequence[Passage], succeeded: Callable[[], bool], formal: bool, amendment: bool
) -> Iterator[Reading]:
    """Each sentence with what it speaks of; a sentence that names nothing goes on about the one before."""
    before: Reading | None = None
    day = None if formal else written_on(passages)
    heading, headed = "", False
    for number, passage in enumerate(passages):
        if passage.heading != heading:
            heading, headed = passage.heading, DURATION_HEADING.search(passage.heading) is not None
        follows = before is not None and _same(before.passage.block, passage.block)
        reading = Reading(
            passage,
            formal=formal,
            succeeded=succeeded,
            amendment=amendment,
            in_article=headed or DURATION_LABEL.match(passage.text) is not None,
            in_title=number < TITLE_PASSAGES,
            before=before if follows else None,
            today=day[0] if day else None,
        )
        yield reading
        before = reading


def _same(one: Block, other: Block) -> bool:
    return one is other or (one.text == other.text and one == other)


def _best(found: Sequence[Candidate]) -> Candidate | None:
    """The first of the best rank, in its most precise writing: "en 2019" where "le 3 mars 2019" stands too."""
    if not found:
        return None
    best = min(found, key=lambda c: c.rank)
    finer = [c for c in found if str(c.value).startswith(str(best.value)) and c.field.endswith("_date")]
    return max(finer, key=lambda c: len(str(c.value))) if finer else best


def _keep(times: Times, found: Candidate) -> None:
    setattr(times, found.field, found.value)
    times.evidence[found.field] = (evidence(found.passage.block, found.passage.proof, method=METHOD),)


def _start_from_signature(times: Times, found: Sequence[Candidate]) -> None:
    if found and times.start_date is None and times.signature_date is not None:
        times.start_date = times.signature_date
        passage = found[0].passage
        proof = evidence(passage.block, passage.proof, method=METHOD, status=EvidenceStatus.DERIVED)
        times.evidence["start_date"] = (proof, *times.evidence["signature_date"])


def _length_of_period(times: Times) -> None:
    """ "2022-2026" is five years, both included; a period told by its days tells no length of its own."""
    start, end = times.start_date, times.end_date
    if times.duration_months is not None or not start or not end or not len(start) == len(end) == len("2022"):
        return
    months = 12 * (int(end) - int(start) + 1)
    if SHORTEST <= months <= LONGEST:
        times.duration_months = months
        proofs = (*times.evidence["start_date"], *times.evidence["end_date"])
        derived = (proof.model_copy(update={"status": EvidenceStatus.DERIVED}) for proof in proofs)
        times.evidence["duration_months"] = tuple(dict.fromkeys(derived))


def _fill_years(times: Times, readings: Sequence[Reading]) -> None:
    """ "2019 – 2023": for a contract that tells nothing more precise."""
    if times.start_date or times.end_date:
        return
    found = [c for reading in readings for c in years(reading)]
    if times.duration_months:  # a title is then no more than a label of the contract
        found = [c for c in found if c.rank < TITLE]
    for name in ("start_date", "end_date"):
        best = _best([c for c in found if c.field == name])
        if best is not None:
            _keep(times, best)
