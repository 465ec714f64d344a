"""Candidates for the period of effect: from a day to another, a length, two years."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.dates.cues import (
    ADJECTIVE,
    ADJECTIVES,
    COVERS,
    COVERS_VERB,
    DURATION,
    END,
    ENDS_LATER,
    ENDS_THEN,
    FROM_SIGNATURE,
    FROM_SIGNATURE_VERB,
    IS_THE_LENGTH,
    LATER_BY,
    MOVED,
    NO_LONGER,
    NOT_DURATION_AFTER,
    NOT_DURATION_BEFORE,
    OVER,
    PORTED,
    START,
    THAT_IS,
    TO,
    VAGUE_END,
)
from extractors.dates.parse import Found, dates, durations
from extractors.dates.patterns import VAGUE_YEAR, YEARS
from extractors.dates.reading import UNNAMED, Candidate, Reading
from models.layout import BlockKind

#: Lengths that contracts have, in months; longest run of years that a title can give.
SHORTEST, LONGEST = 6, 180
MOST_YEARS = 10
#: Rank of the years of a title: the least sure reading of a period.
TITLE = 3.0


def periods(reading: Reading) -> Iterator[Candidate]:
    """ "du 1er janvier 2020 au 31 décembre 2022", "prend effet le …", "jusqu'au …"."""
    text = reading.text
    found = reading.dates
    yield from _vague_ends(reading, found)
    for index, item in enumerate(found):
        before = text[max(0, item.start - 80) : item.start]
        linked = index > 0 and bool(TO.match(text[found[index - 1].end : item.start]))
        starts, ends = START.search(before), END.search(before)
        opens = index + 1 < len(found) and bool(TO.match(text[item.end : found[index + 1].start]))
        if starts and starts.group().strip().lower() in {"du", "depuis le"} and not opens:
            starts = None
        if ends and ends.group().strip().lower() == "au" and not linked:
            ends = None
        closes = item.start < 4 and bool(ENDS_THEN.search(text[item.end : item.end + 30]))
        if not (starts or ends or linked or closes) or NO_LONGER.search(before):
            continue
        at = item.start - len(starts.group()) if starts else item.start
        rank = reading.rank(at)
        if rank is None and reading.amendment and MOVED.search(before) and not reading.things.only_other:
            rank = 1.0  # what the amendment changes of the contract: "est prolongé jusqu'au"
        if rank is None or (reading.general and not reading.in_article):
            continue
        name = "start_date" if starts and not linked else "end_date"
        moved = name == "end_date" and bool(MOVED.search(before))
        yield Candidate(name, item.value, rank - moved, reading.passage)
    from_signature = FROM_SIGNATURE.search(text)
    if from_signature and FROM_SIGNATURE_VERB.search(
        text[max(0, from_signature.start() - 60) : from_signature.end()]
    ):
        rank = reading.rank(from_signature.start())
        if rank is not None:
            yield Candidate("from_signature", "", rank, reading.passage)


def _vague_ends(reading: Reading, precise: Sequence[Found]) -> Iterator[Candidate]:
    """ "jusqu'en 2028", "échéance : fin 2026": a year is precise enough for an end."""
    text = reading.text
    for match in VAGUE_YEAR.finditer(text):
        if any(f.start < match.end() and match.start() < f.end for f in precise):
            continue
        before = text[max(0, match.start() - 80) : match.start("year")]
        if not VAGUE_END.search(before):
            continue
        rank = reading.rank(match.start())
        if rank is not None and not reading.general:
            yield Candidate("end_date", match["year"], rank + 0.2, reading.passage)


def lengths(reading: Reading) -> Iterator[Candidate]:
    """ "pour une durée de cinq ans", "Durée : 3 ans", "portée à quatre ans"; not "renouvelable pour un an"."""
    text, end = reading.text, 0
    for length in durations(text):
        before = text[max(end, length.start - 90) : length.start]
        end = length.end
        ported = bool(PORTED.search(text[: length.start]))
        after = text[length.end : length.end + 70]
        ends_later = bool(LATER_BY.match(after) and ENDS_LATER.search(before))
        cue = (
            ported
            or ends_later
            or (THAT_IS.search(before) and len(dates(text[: length.start])) >= 2)
            or IS_THE_LENGTH.match(after)
            or DURATION.search(before)
            or (reading.in_article and not before.strip())
        )
        if not cue or (not ends_later and NOT_DURATION_AFTER.search(text[length.end : length.end + 40])):
            continue
        if reading.amendment and not ported:  # the length of the contract that is amended
            continue
        if NOT_DURATION_BEFORE.search(before) and not ported:
            continue
        if (reading.general and not ported) or not SHORTEST <= int(length.value) <= LONGEST:
            continue
        rank = reading.rank(length.start)
        if rank is not None:
            yield Candidate("duration_months", int(length.value), rank - 2 * ported, reading.passage)


def adjectives(reading: Reading) -> Iterator[Candidate]:
    """ "un contrat local de santé quinquennal"."""
    for found in ADJECTIVE.finditer(reading.text):
        rank = reading.rank(found.start())
        if rank is not None and not reading.general:
            yield Candidate("duration_months", ADJECTIVES[found["word"].lower()], rank + 0.5, reading.passage)


def own_years(reading: Reading) -> Iterator[Candidate]:
    """ "Le présent contrat couvre les années 2016 à 2018": as good as days, where the contract itself says so."""
    for found in years(reading):
        if found.rank <= 1.0 and COVERS_VERB.search(reading.text):
            yield replace(found, rank=found.rank + 0.3)


def years(reading: Reading) -> Iterator[Candidate]:
    """ "Contrat local de santé 2019 – 2023", "couvre la période 2024-2029", "de 2020 à 2025"."""
    text = reading.text
    if reading.amendment and not MOVED.search(text):
        return
    for found in YEARS.finditer(text):
        if not 0 < int(found["end"]) - int(found["start"]) <= MOST_YEARS:
            continue
        alone = text.strip(" ()[]|–—-.") == found.group().strip()
        covers = COVERS.search(text[max(0, found.start() - 90) : found.start()])
        if reading.formal and OVER.search(text):
            continue
        cover = alone or (found.end() == len(text) and reading.passage.block.kind is BlockKind.HEADING)
        if not covers and not (cover and reading.in_title):
            continue
        title = reading.in_title and reading.formal
        rank = reading.rank(found.start())
        if rank is None and title and not reading.things.only_other:
            rank = TITLE
        if rank is not None and not (reading.formal and rank == UNNAMED):  # years of a sheet's calendar
            rank = TITLE if title and not reading.in_article else rank
            yield Candidate("start_date", found["start"], rank, reading.passage)
            yield Candidate("end_date", found["end"], rank, reading.passage)
