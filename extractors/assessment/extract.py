"""The local health assessment of a contract: its date, its authors, the main needs it found.

In: the spots of a contract (`extractors.chapters`). Out: a `HealthAssessment` with evidence per field, or None.
An assessment to come or asked for is none; the dates of data, of contracts and of plans are not its own.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from extractors.assessment.needs import needs_after, table_needs
from extractors.assessment.patterns import (
    ADVERBIAL,
    ASSESSMENT,
    AUTHOR_END,
    AUTHOR_HEAD,
    AUTHORED,
    BARE,
    CALENDAR_TITLE,
    DATE_LABEL,
    FUTURE,
    GOES_ON,
    MADE,
    MADE_BY,
    NEEDS_OF_ASSESSMENT,
    NEEDS_TITLE,
    NEXT_TO_NAME,
    NOT_OURS,
    OPENING_DATE,
    OTHER_CHAPTER,
    OTHER_DATE,
    TITLE,
    UPDATED,
)
from extractors.chapters import Spot
from extractors.dates.parse import Found, dates
from extractors.enumerations import split_enumeration, starts_member
from extractors.mentions import evidence, sentences
from extractors.outline.titles import read_head
from models.evidence import Evidence
from models.layout import Block
from models.records import HealthAssessment

METHOD = "assessment-1"
AFTER_MADE = 110
LONGEST_NEED = 220
LONGEST_HEAD = 80
MOST_NEEDS = 40


@dataclass
class _Reader:
    date: str | None = None
    authors: list[str] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    proofs: dict[str, list[Evidence]] = field(default_factory=dict)
    chapter: bool = False  # under a title on the assessment
    listing: bool = False  # the items that follow are needs
    page: int | None = None
    about: Block | None = None  # the block of the last sentence on the assessment

    def read(self, spot: Spot) -> None:
        if spot.sheet:
            self.listing = self.chapter = False
        elif spot.kind == "title":
            self._title(spot)
        elif spot.kind == "item" and self.listing:
            self._need(spot.text, spot.block)
        elif spot.kind == "table":
            for text, cell in table_needs(spot.block, self.listing, self.chapter):
                self._need(text, cell)
        elif not (self.listing and _is_running_head(spot, self.page)):
            self.listing = False
            calendar = bool(CALENDAR_TITLE.search(" / ".join(spot.titles)))
            for _, sentence in sentences(spot.text):
                self._sentence(sentence, spot.block, calendar)
        self.page = spot.block.page

    def _title(self, spot: Spot) -> None:
        text = spot.text
        if TITLE.match(text):
            self.chapter = True
            self._date_by_name(text, spot.block, lambda: TITLE.match(text))
        elif OTHER_CHAPTER.match(text) or read_head(text).kind != "plain":
            self.chapter = False
        self.listing = bool(NEEDS_TITLE.search(text) and self.chapter) or bool(
            NEEDS_OF_ASSESSMENT.search(text)
        )

    def _need(self, text: str, block: Block) -> None:
        clean = " ".join(text.split()).strip(" ;,.")
        if clean and len(clean) <= LONGEST_NEED and len(self.needs) < MOST_NEEDS and clean not in self.needs:
            self.needs.append(clean)
            self._prove("needs", block, text)

    def _prove(self, name: str, block: Block, quote: str) -> None:
        place = evidence(block, quote, method=METHOD)
        if place not in self.proofs.setdefault(name, []):
            self.proofs[name].append(place)

    # --- sentences -------------------------------------------------------------------------------------

    def _sentence(self, text: str, block: Block, calendar: bool) -> None:
        named = _named(text)
        label = self.chapter and bool(
            DATE_LABEL.match(text)
            or re.match(r"^\s*(?:réalisé|conduit|élaboré|établi)e?\s+par\b", text, re.I)
        )
        goes_on = GOES_ON.match(text) and (
            self.chapter or self.about == block or (self.about is not None and named is None)
        )
        if named is None and not label and not goes_on and not self.chapter:
            return
        ours = named is not None or label or bool(goes_on)
        if calendar or NOT_OURS.search(text) or FUTURE.search(text):
            return
        if ours:
            self.about = block
            self._date(text, named, block, label)
            self._authors(text, named, block)
        self._needs(text, named, block, ours)

    def _date_by_name(self, text: str, block: Block, find: Callable[[], re.Match[str] | None]) -> None:
        named = find()
        found = dates(text, years=True)
        if named is not None and self.date is None and found and NEXT_TO_NAME.match(text[named.end() :]):
            near = next((f for f in found if f.start >= named.end() and f.start - named.end() < 14), None)
            if near is not None:
                self._keep_date(near.value, text, block)

    def _keep_date(self, value: str, text: str, block: Block) -> None:
        self.date = value
        self.proofs["date"] = [evidence(block, text, method=METHOD)]

    def _date(self, text: str, named: re.Match[str] | None, block: Block, label: bool) -> None:
        updated = UPDATED.search(text)
        if self.date is not None and not updated:
            return
        found = dates(text, years=True)
        made = updated or MADE.search(text)
        if found and (made or label):
            start = 0 if label else made.end() if made else 0
            after = [f for f in found if f.start >= start and f.start - start <= AFTER_MADE]
            if after and not OTHER_DATE.search(text[start : after[0].start]):
                self._keep_date(_end_of_range(text, after).value, text, block)
                return
            if (
                OPENING_DATE.match(text)
                and found[0].start < 40
                and not OTHER_DATE.search(text[: found[0].start])
            ):
                self._keep_date(found[0].value, text, block)
                return
        self._date_by_name(text, block, lambda: named)

    def _authors(self, text: str, named: re.Match[str] | None, block: Block) -> None:
        if self.authors:
            return
        who = ""
        by = AUTHORED.search(text)
        if by is not None:
            who = AUTHOR_END.split(text[by.end() :], maxsplit=1)[0]
        elif named is not None and (active := MADE_BY.match(text[: named.start()])):
            who = ADVERBIAL.sub("", active["who"])
        names = [name for name in split_enumeration(who) if len(name) <= LONGEST_HEAD and _is_author(name)]
        if names:
            self.authors = names
            self._prove("authors", block, text)

    def _needs(self, text: str, named: re.Match[str] | None, block: Block, ours: bool) -> None:
        found = needs_after(text, ours=ours, chapter=self.chapter)
        if found is None:
            return
        self.listing = not found
        for need in found:
            if len(self.needs) < MOST_NEEDS and need not in self.needs:
                self.needs.append(need)
                self._prove("needs", block, text)


def extract_assessment(spots: Sequence[Spot]) -> HealthAssessment | None:
    """None where the contract tells of no assessment that was made."""
    reader = _Reader()
    for spot in spots:
        reader.read(spot)
    if not (reader.date or reader.authors or reader.needs):
        return None
    return HealthAssessment(
        date=reader.date,
        authors=tuple(reader.authors),
        needs=tuple(reader.needs),
        evidence={name: tuple(places) for name, places in reader.proofs.items()},
    )


def _named(text: str) -> re.Match[str] | None:
    """The assessment in a sentence; a bare "le diagnostic" counts where it was made, or found something."""
    return ASSESSMENT.search(text) or (BARE.search(text))


def _is_author(name: str) -> bool:
    return name[:1].isupper() or starts_member(name) or bool(AUTHOR_HEAD.match(name))


def _end_of_range(text: str, found: Sequence[Found]) -> Found:
    """ "entre octobre 2021 et mars 2022": an assessment is of the day when it was ended."""
    last = found[0]
    for one in found[1:]:
        if text[last.end : one.start].strip().lower() not in {"et", "à", "au", "-", "–", "et le", "et en"}:
            break
        last = one
    return last


def _is_running_head(spot: Spot, page: int | None) -> bool:
    """A short line at the top of a page, between the items of a list."""
    return (
        spot.block.page != page
        and len(spot.text) < LONGEST_HEAD
        and not spot.text.rstrip().endswith((".", ":"))
    )
