"""The contract's own signature date, start, end and duration, each with its evidence.

In: the passages of a contract. Out: `Times`. Earlier contracts, plans, decrees and posts have dates too: a
passage counts only when it speaks of this contract.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from extractors.dates.parse import Found, dates, durations
from extractors.dates.patterns import (
    COVERED,
    DURATION_CUE,
    DURATION_HEADING,
    END_CUE,
    FROM_SIGNATURE,
    NOT_DURATION,
    OTHER_CONTRACT,
    OTHER_THING,
    PERIOD_BETWEEN,
    PLACE_AND_DATE,
    PLANNED,
    SELF,
    SIGNED,
    SIGNED_AT,
    START_CUE,
    THIS_CONTRACT,
    TITLE_PERIOD,
)
from extractors.mentions import Passage, evidence
from models.evidence import Evidence, EvidenceStatus

METHOD = "dates-1"
#: Sentences in which a document can give its own period as a title.
TITLE_PASSAGES = 6


@dataclass
class Times:
    """What was read; `evidence` by field name."""

    signature_date: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    duration_months: int | None = None
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)


def extract_times(passages: Sequence[Passage], *, formal: bool) -> Times:
    """`formal`: the text of a contract, with articles and "Fait à …"; else prose about it."""
    times = Times()
    own = [p for p in passages if _is_own(p)]
    _signature(times, passages if formal else own, formal)
    articles = [p for p in own if DURATION_HEADING.search(p.heading)]
    others = [p for p in own if THIS_CONTRACT.search(p.text) and p not in articles]
    for passage in [*articles, *others] if formal else own:
        _period(times, passage, in_article=passage in articles or not formal)
    if formal:
        told = _told(passages)
        _signed(times, told)
        for passage in told:
            _period(times, passage, in_article=True)
        _years(times, told, COVERED)
        _years(times, passages[:TITLE_PASSAGES], TITLE_PERIOD)
    else:
        _years(times, own, COVERED)
    return times


def _told(passages: Sequence[Passage]) -> list[Passage]:
    """What a contract says of itself outside its articles: "Le contrat …", and "Il …" right after."""
    told: list[Passage] = []
    for passage in passages:
        about = told and told[-1].block == passage.block and re.match(r"\s*Il\b", passage.text)
        if _is_own(passage) and (about or SELF.search(passage.text)):
            told.append(passage)
    return told


def _years(times: Times, passages: Sequence[Passage], period: re.Pattern[str]) -> None:
    """ "2019 – 2023" as a title, "couvre la période 2019-2023": for a contract that tells nothing more precise."""
    if times.start_date or times.end_date or (times.duration_months and period is TITLE_PERIOD):
        return
    for passage in passages:
        found = period.search(passage.text)
        if found and _is_own(passage) and 0 < int(found["end"]) - int(found["start"]) <= 10:
            _keep(times, "start_date", found["start"], passage)
            _keep(times, "end_date", found["end"], passage)
            return


def _is_own(passage: Passage) -> bool:
    return _speaks_of_this(passage.text)


@lru_cache(maxsize=4096)  # asked four times of every passage; a fifth of all extraction otherwise
def _speaks_of_this(text: str) -> bool:
    return not OTHER_THING.search(text) and not OTHER_CONTRACT.search(text)


def _keep(times: Times, name: str, value: str | int, passage: Passage) -> None:
    if getattr(times, name) is None:
        setattr(times, name, value)
        times.evidence[name] = (evidence(passage.block, passage.text, method=METHOD),)


def _signature(times: Times, passages: Sequence[Passage], formal: bool) -> None:
    if formal:
        for passage in passages:
            if SIGNED_AT.search(passage.text):
                found = [d for d in dates(passage.text) if not PERIOD_BETWEEN.search(passage.text[: d.start])]
                if found:
                    _keep(times, "signature_date", found[-1].value, passage)
                    return
        places = [p for p in passages if PLACE_AND_DATE.match(p.text) and dates(p.text)]
        if places:
            _keep(times, "signature_date", dates(places[-1].text)[0].value, places[-1])
            return
    if formal:
        passages = [p for p in passages if _is_own(p) and "présent" in p.text.lower()]
    _signed(times, passages)


def _signed(times: Times, passages: Sequence[Passage]) -> None:
    for passage in passages:
        found = [f for f in dates(passage.text, years=True) if _follows_signing(passage.text, f)]
        if found:
            _keep(times, "signature_date", found[0].value, passage)
            return


def _follows_signing(text: str, found: Found) -> bool:
    """ "signé … le 3 mars 2023": the words between hold no other cue of a period."""
    before = text[: found.start]
    signed = list(SIGNED.finditer(before))
    if not signed or PLANNED.search(before[: signed[-1].start()]):
        return False
    between = before[signed[-1].end() :]
    return len(between) < 60 and not PERIOD_BETWEEN.search(between)


def _period(times: Times, passage: Passage, *, in_article: bool) -> None:
    text = passage.text
    found = dates(text)
    for index, item in enumerate(found):
        before = text[max(0, item.start - 70) : item.start]
        follows = index > 0 and text[found[index - 1].end : item.start].strip().lower() in {
            "au",
            "jusqu'au",
            "jusqu’au",
            "–",
            "-",
        }
        if START_CUE.search(before) and (in_article or "présent" in text.lower()):
            _keep(times, "start_date", item.value, passage)
        elif follows or END_CUE.search(before):
            _keep(times, "end_date", item.value, passage)
    if FROM_SIGNATURE.search(text) and times.start_date is None and times.signature_date is not None:
        times.start_date = times.signature_date
        proof = evidence(passage.block, passage.text, method=METHOD, status=EvidenceStatus.DERIVED)
        times.evidence["start_date"] = (proof, *times.evidence["signature_date"])
    for length in durations(text):
        before = text[max(0, length.start - 90) : length.start]
        after = text[length.end : length.end + 40].lower()
        if (
            DURATION_CUE.search(before)
            and not NOT_DURATION.search(before)
            and not re.search(r"envisag|pourrait", after)
            and not after.startswith((" avant", " après"))
        ):
            if "portée" in text.lower() and "portée" not in before.lower():
                continue
            if 6 <= int(length.value) <= 180 and (in_article or "présent" in text.lower()):
                _keep(times, "duration_months", int(length.value), passage)
