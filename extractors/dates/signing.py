"""Candidates for the signature date: what a sentence tells of the signing, and the lines above the signatures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.dates.cues import (
    AMENDMENT,
    BOUND,
    DATELINE,
    END,
    IT_WAS,
    OPENING,
    OVER,
    OWN_DAY,
    PARTICIPLE,
    PERIOD_BETWEEN,
    PLACE_AND_DATE,
    PLANNED,
    SIGN,
    SIGNATURE_HEADING,
    SIGNATURE_LABEL,
    SIGNED_AT,
    SINCE,
    SINCE_OPENS,
    START,
    TODAY,
)
from extractors.dates.parse import Found, dates
from extractors.dates.patterns import VAGUE_YEAR
from extractors.dates.reading import Candidate, Reading
from extractors.dates.relative import relative_dates
from extractors.dates.subjects import What
from extractors.mentions import Passage

#: Between the verb and its date: further when the parties stand between ("signé par A, B et C le …").
NEAR, FAR = 70, 400
#: A year alone is less sure than a day or a month of the same rank: "engagée depuis 2012 dans une démarche".
BARE_YEAR = 0.4
_DATED = re.compile(r"\bdate\s+du\s*$")


def block_signatures(passages: Sequence[Passage]) -> Iterator[Candidate]:
    """ "Fait à Foix, le 12 juin 2018" first; else the last line that is a place and a date."""
    for passage in passages:
        signed = SIGNED_AT.search(passage.text)
        if signed and not OVER.search(passage.text):  # "Signé le 8 juillet 2015, ce contrat rassemblait …"
            after = [
                d for d in dates(passage.text) if signed.end() <= d.start + 3 and d.start - signed.end() < FAR
            ]
            found = [
                d
                for d in after
                if not PERIOD_BETWEEN.search(_DATED.sub("", passage.text[signed.end() : d.start]))
            ]
            if found:
                yield Candidate("signature_date", found[0].value, -2, passage)
                return
    lines = [
        p
        for p in map(_first_line, passages)
        if len(p.text) < 90 and PLACE_AND_DATE.match(p.text) and dates(p.text)
    ]
    lines = [p for p in lines if p.text.strip()[:1].isupper() and ("," in p.text or _is_signing(p))]
    if lines:
        yield Candidate("signature_date", dates(lines[-1].text)[0].value, -1, lines[-1])


def _first_line(passage: Passage) -> Passage:
    """The line above the signatures, where a page runs the first of them into its paragraph."""
    lines = passage.block.lines
    if passage.start or len(lines) < 2 or not PLACE_AND_DATE.match(lines[0].text):
        return passage
    return replace(passage, text=lines[0].text)


def _is_signing(passage: Passage) -> bool:
    return bool(SIGNATURE_HEADING.search(passage.heading) or SIGNATURE_HEADING.search(passage.text))


def told_signatures(reading: Reading) -> Iterator[Candidate]:
    """ "Le contrat a été signé le …", "Le 3 mars 2023, la ville et l'ARS ont signé …", "Signature : mars 2023"."""
    text = reading.text
    label = SIGNATURE_LABEL.match(text)
    if label and PLANNED.search(text[label.end() : label.end() + 25]):
        return
    if label and (found := dates(text[label.end() :], years=True)) and found[0].start < 25:
        yield Candidate("signature_date", found[0].value, 0, reading.passage)
        return
    if reading.general:
        return
    yield from _since(reading)
    if IT_WAS.match(text) and reading.before is not None and SIGN.search(reading.before.text):
        found = [f for f in reading.dates if f.start < NEAR]
        if found:
            yield Candidate("signature_date", found[0].value, 2.5, reading.passage)
    signs = list(SIGN.finditer(text))
    known = _known(text) if signs else []
    yield from _beside(reading, signs, known)
    for found_date in known:
        for sign in signs:
            active = _is_active(text, sign.start(), sign["verb"])
            if not (
                _follows(text, sign.start(), sign.end(), found_date) or _opens(text, found_date, sign.start())
            ):
                continue
            if reading.amendment and not AMENDMENT.search(text[: found_date.start]):
                continue
            rank = reading.rank(sign.start(), active=active)
            if rank is not None:
                vague = BARE_YEAR * (len(found_date.value) == 4)
                yield Candidate("signature_date", found_date.value, rank + vague, reading.passage)


def _beside(reading: Reading, signs: Sequence[re.Match[str]], known: Sequence[Found]) -> Iterator[Candidate]:
    """A day in the sentence of the signing that is nothing else: no end of a period, no day of another thing."""
    text = reading.text
    told = [found for found in known if len(found.value) > 4]
    relative = list(relative_dates(text, reading.today)) if reading.today and signs else []
    for found in [*told, *relative]:
        if reading.amendment and not AMENDMENT.search(text):
            continue
        before = text[max(0, found.start - 60) : found.start]
        if START.search(before) or END.search(before) or OWN_DAY.search(before):
            continue
        just_before = [s for s in signs if s.start() < found.start < s.end() + 40]
        if PARTICIPLE.search(before) and not just_before:
            continue
        sign = min(signs, key=lambda s: max(s.start() - found.end, found.start - s.end()), default=None)
        if sign is None or _parted(text, found, sign) or PLANNED.search(_clause(text, sign.start())):
            continue
        rank = reading.rank(sign.start(), active=_is_active(text, sign.start(), sign["verb"]))
        if rank is not None:
            yield Candidate(
                "signature_date", found.value, rank + (3.0 if found in relative else 0.6), reading.passage
            )


def _parted(text: str, found: Found, sign: re.Match[str]) -> bool:
    """Another date, a period, a new sentence or only a plan stand between the day and the verb."""
    first, last = sorted((found.end, found.start, sign.start(), sign.end()))[1:3]
    between = text[first:last]
    return (
        len(between) > FAR
        or bool(dates(between))
        or bool(re.search(r"[;!?]|\.\s", between))
        or bool(PLANNED.search(between))
        or (found.start > sign.end() and bool(PERIOD_BETWEEN.search(between)))
    )


def dateline(readings: Sequence[Reading]) -> Iterator[Candidate]:
    """ "Vaulx-en-Velin, le 9 février 2022" above "Ce mercredi, A et B ont signé …"."""
    today = any(TODAY.search(r.text) and SIGN.search(r.text) and not PLANNED.search(r.text) for r in readings)
    for reading in readings[:4] if today else ():
        line = DATELINE.search(reading.text[:120])
        found = dates(reading.text) if line and len(reading.text) < 120 else []
        if line and found and found[0].start - line.end() < 3:
            yield Candidate("signature_date", found[0].value, 4.0, reading.passage)
            return


def _since(reading: Reading) -> Iterator[Candidate]:
    """ "Un protocole lie depuis février 2024 la ville et l'ARS": the day since when is that of the signing."""
    for found in reading.dates:
        opens = SINCE_OPENS.match(reading.text[: found.start]) and BOUND.search(reading.text)
        since = opens or SINCE.search(reading.text[max(0, found.start - 130) : found.start])
        if since and any(thing.what in {What.OWN, What.CONTRACT} for thing in reading.things.found):
            yield Candidate("signature_date", found.value, 2.2, reading.passage)


def _known(text: str) -> list[Found]:
    """Days and months, and years after "en", "fin" …: a bare year belongs to whatever stands before it."""
    vague = {match.start("year") for match in VAGUE_YEAR.finditer(text)}
    return [
        found
        for found in dates(text, years=True)
        if len(found.value) > 4 or any(found.start <= at < found.end for at in vague)
    ]


def _is_active(text: str, at: int, verb: str) -> bool:
    """ "ont signé", "signaient", "ont officialisé par leur signature": the contract follows the verb."""
    if verb.lower() in {"signaient", "signait", "signent", "signèrent", "signer"}:
        return True
    before = text[max(0, at - 25) : at].lower()
    return (
        any(f"{word} " in before for word in ("ont", "vient de", "viennent de", " a", "leur"))
        and "été" not in before
    )


def _follows(text: str, start: int, end: int, found: Found) -> bool:
    """The date stands after the verb, and the words between hold no cue of a period and no other verb."""
    if found.start < end:
        return False
    between = _DATED.sub("", text[end : found.start])
    reach = (
        FAR if between.lstrip(" ,").lower().startswith(("par ", "entre ", "avec ", "conjointement")) else NEAR
    )
    if len(between) > reach or PERIOD_BETWEEN.search(between) or SIGN.search(between) or dates(between):
        return False
    return not PLANNED.search(_clause(text, start)) and not PLANNED.search(between)


def _opens(text: str, found: Found, at: int) -> bool:
    """The date opens the sentence, before the verb: "Le jeudi 20 octobre 2022, …"; or "…, date de sa signature"."""
    if found.end > at or dates(text[found.end : at]) or PLANNED.search(_clause(text, at)):
        return False
    between = text[found.end : at].strip(" ,").lower()
    if between in {"date de sa", "date de la", "jour de sa", "jour de la", "date de"}:
        return True
    return found.start < 60 and bool(OPENING.match(text[: found.start]))


def _clause(text: str, at: int) -> str:
    """The words before a verb that can say that it is only announced."""
    return text[max(0, at - 45) : at].rsplit(";", 1)[-1]
