"""The bodies that govern a contract, from its chapters, sentences, lists and tables.

In: the spots of a contract (`extractors.chapters`). Out: `Committee`s in order, each with its evidence. A body counts
where the contract sets it up: it is the subject of a sentence of a chapter on governance, or told with its members or
its meetings; a mention in passing, a meeting that was held, a body of an action sheet is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.chapters import Spot
from extractors.enumerations import split_enumeration, starts_member, tidy_item
from extractors.governance.patterns import (
    APART,
    BEFORE,
    COMPOSED,
    EACH,
    FREQUENCY,
    GLOSSARY_TITLE,
    GOES_ON,
    GOVERNANCE_TITLE,
    MEETS,
    NAME,
    NAMED_EACH,
    ONE_MEETING,
    PASSING,
    SET_UP,
    STOP,
    TASKS,
)
from extractors.governance.tables import table_rows
from extractors.mentions import evidence, sentences
from models.evidence import Evidence
from models.layout import Block
from models.records import Committee, CommitteeKind
from models.text import fold

METHOD = "governance-1"
LONGEST_NAME_LINE = 70
#: Characters before a name in which words make it a mention in passing.
CUE_WITHIN = 60
#: Outside a chapter on governance a body counts with so many members, or with its meetings.
LEAST_MEMBERS = 2
_ARTICLE_LEFT = re.compile(r",?(?<!\s)\s*(?:l[ea]s?|l['’]|une?)\s*$", re.IGNORECASE)
#: What leads to the next body of a sentence: "…, et sur un comité technique".
_NEXT_LEFT = re.compile(
    r",?(?<!\s)(?:\s*\bet\b)?(?:\s*\b(?:sur|par|à|de|d['’]|l[ea]s?|l['’]|une?|du|des)\b){0,6}\s*$",
    re.IGNORECASE,
)


@dataclass
class _Body:
    kind: CommitteeKind
    name: str
    members: list[str] = field(default_factory=list)
    frequency: str | None = None
    places: list[Evidence] = field(default_factory=list)
    told: bool = False  # its members, its meetings or what it is for are told

    def add(self, members: Sequence[str]) -> None:
        known = {fold(name) for name in self.members}
        for name in members:
            if fold(name) not in known and not NAME.fullmatch(name):
                self.members.append(name)
                known.add(fold(name))
                self.told = True

    def prove(self, block: Block, quote: str) -> None:
        place = evidence(block, quote, method=METHOD)
        if place not in self.places:
            self.places.append(place)


def extract_governance(spots: Sequence[Spot]) -> tuple[Committee, ...]:
    """In the order in which the bodies are first told."""
    reader = _Reader()
    for spot in spots:
        reader.read(spot)
    return tuple(
        Committee(
            kind=body.kind,
            name=body.name,
            composition=tuple(body.members),
            frequency=body.frequency,
            evidence=tuple(body.places),
        )
        for body in reader.bodies.values()
        if body.told and body.places
    )


class _Reader:
    def __init__(self) -> None:
        self.bodies: dict[tuple[CommitteeKind, str], _Body] = {}
        self.current: _Body | None = None
        self.listing: _Body | None = None  # the items that follow are its members

    def read(self, spot: Spot) -> None:
        titles = " / ".join(spot.titles)
        inside = bool(GOVERNANCE_TITLE.search(titles)) and not spot.sheet
        if spot.sheet or GLOSSARY_TITLE.search(titles):
            self.current = self.listing = None
        elif spot.kind == "title":
            self._title(spot)
        elif spot.kind == "table":
            self._table(spot, inside)
        elif spot.kind == "item" and self.listing is not None and not _name_first(spot.text):
            self._member(spot, self.listing)
        else:
            self._text(spot, inside)

    # --- titles and lists ------------------------------------------------------------------------------

    def _title(self, spot: Spot) -> None:
        named = NAME.search(spot.text)
        self.listing = None
        if named is None:
            if not re.match(
                r"^\s*(?:composition|membres|fréquence|périodicité|rôle|mission|réunion)",
                spot.text,
                re.IGNORECASE,
            ):
                self.current = None
            elif self.current is not None and COMPOSED.match(f"{spot.text} :"):
                self.listing = self.current
            return
        self.current = self._body(named)
        self.current.prove(spot.block, spot.text)
        self.listing = self.current

    def _member(self, spot: Spot, body: _Body) -> None:
        text = STOP.split(spot.text.partition(" : ")[0])[0]
        if starts_member(text) or body.members or len(text) < LONGEST_NAME_LINE:
            if re.match(r"^\w+(?:er|ir|re)\s", text) and not starts_member(text):
                self.listing = None  # "valider le programme": tasks
                return
            body.add(split_enumeration(text) if "," in text or ";" in text else [tidy_item(text)])
            body.prove(spot.block, spot.text)

    # --- sentences -------------------------------------------------------------------------------------

    def _text(self, spot: Spot, inside: bool) -> None:
        self.listing = None
        whole = NAME.fullmatch(spot.text.strip(" :"))
        if whole and inside:
            self.current = self.listing = self._body(whole)
            self.current.prove(spot.block, spot.text)
            return
        for _, sentence in sentences(spot.text):
            self._sentence(sentence, spot.block, inside)

    def _sentence(self, text: str, block: Block, inside: bool) -> None:
        owners = list(_owners(text))
        if not owners:
            if self.current is not None and (GOES_ON.match(text) or BEFORE.search(text)):
                self.current.told = self.current.told or inside
                self._told(self.current, text, text, block)
            else:
                self.listing = None
            return
        for index, owner in enumerate(owners):
            end = owners[index + 1].start() if index + 1 < len(owners) else len(text)
            before = text[: owner.start()] if index == 0 else ""
            part = _NEXT_LEFT.sub("", text[owner.end() : end]) if end < len(text) else text[owner.end() :]
            each = NAMED_EACH.match(text, owner.end())
            members = _members(before, part)
            frequency = each["each"] if each else _frequency(text[owner.start() : end])
            body = self.current = self._body(owner)
            if not inside and not (len(members) >= LEAST_MEMBERS or frequency):
                continue  # the next sentence may tell more
            body.told = body.told or bool(re.search(r"\w{3}", text[owner.end() :]))
            self._told(body, part, text, block, members, frequency)

    def _told(
        self,
        body: _Body,
        part: str,
        sentence: str,
        block: Block,
        members: Sequence[str] | None = None,
        frequency: str | None = None,
    ) -> None:
        """Members and meetings out of the words about a body; a list may follow a colon."""
        members = _members("", part) if members is None else members
        frequency = frequency or _frequency(part)
        body.add(members)
        if frequency and body.frequency is None:
            body.frequency, body.told = frequency, True
        if members or frequency or not body.places:
            body.prove(block, sentence)
        opens = (
            sentence.rstrip().endswith(":") and COMPOSED.search(sentence) and not TASKS.search(sentence[-40:])
        )
        self.listing = (
            body if opens or re.match(r"^\s*composition\s*:\s*$", sentence, re.IGNORECASE) else None
        )
        if (
            self.listing is None
            and sentence.rstrip().endswith(":")
            and re.search(r"compos", sentence, re.IGNORECASE)
        ):
            self.listing = body

    def _table(self, spot: Spot, inside: bool) -> None:
        self.listing = None
        for row in table_rows(spot.block, self.current.name if self.current and inside else None):
            named = NAME.match(row.name)
            if named is None or not (inside or (row.members and row.frequency)):
                continue
            body = self._body(named)
            body.add(row.members)
            if row.frequency and body.frequency is None:
                body.frequency, body.told = row.frequency, True
            for cell, quote in row.places:
                body.prove(cell, quote)

    def _body(self, named: re.Match[str]) -> _Body:
        """The body of this name: "COPIL" and "le comité de pilotage stratégique" are one."""
        kind = CommitteeKind(named.lastgroup or "other")
        name = " ".join(named.group().split())
        folded = fold(name)
        apart = next((word for word in APART if word in folded), "")
        family = folded if kind is CommitteeKind.OTHER else f"{_family(folded)} {apart}"
        shown = name if name[:2].isupper() else name[:1].upper() + name[1:]
        return self.bodies.setdefault((kind, family), _Body(kind, shown))


def _family(folded: str) -> str:
    """Several technical bodies may stand side by side: a committee, a team, a unit; one steers."""
    return next(
        (word for word in ("equipe", "cellule", "suivi", "coordination", "operationnel") if word in folded),
        "",
    )


def _name_first(text: str) -> bool:
    return bool(NAME.match(text))


def _owners(text: str) -> Iterator[re.Match[str]]:
    """The bodies that a sentence tells of, mentions in passing left out."""
    seen = False
    for named in NAME.finditer(text):
        if seen and named.group().lower().startswith("instance"):
            continue  # "le comité de pilotage : instance politique" says what the committee is
        before = text[max(0, named.start() - CUE_WITHIN) : named.start()]
        if ONE_MEETING.match(text[named.end() :]) or (PASSING.search(before) and not SET_UP.search(before)):
            continue
        seen = True
        yield named


def _members(before: str, after: str) -> list[str]:
    """Those who sit: told after a cue, in parentheses, after a colon, or before "y sont invités"."""
    found: list[str] = []
    opening = re.match(r"^\s*(?:co-?)?présidée?\s+par\s+", before, re.IGNORECASE)
    if opening:
        found += split_enumeration(_ARTICLE_LEFT.sub("", before[opening.end() :]))
    listed = re.search(
        r"(?:membres\s+du|composition\s+du|participent\s+au|siègent\s+au)\s+$", before, re.IGNORECASE
    )
    if listed:
        found += _list(re.sub(r"^[\s:]*(?:sont\s+)?", "", after))
    aside = re.match(r"^\s*\(([^(),;]*[,;][^()]*)\)", after)
    if aside:
        found += split_enumeration(aside[1])
    colon = re.match(r"^\s*(?:\([^()]{0,20}\)\s*)?:\s*", after)
    if colon and starts_member(after[colon.end() :]):
        found += _list(after[colon.end() :])
    cues = list(COMPOSED.finditer(after))
    for index, cue in enumerate(cues):
        end = cues[index + 1].start() if index + 1 < len(cues) else len(after)
        found += _list(after[cue.end() : end])
    invited = BEFORE.search(after) or BEFORE.search(before)
    if invited and not re.match(r"^\s*y\b", after, re.IGNORECASE):
        whole = after if BEFORE.search(after) else before
        found += split_enumeration(whole[: invited.start()])
    return found


def _list(text: str) -> list[str]:
    text = re.split(r"\.\s|\.$", STOP.split(text, maxsplit=1)[0])[0]
    if text.rstrip().endswith(":"):
        return []
    if re.match(r"^\s*aux?\b", text):
        return []  # "sont invités aux réunions du comité": the list follows
    return split_enumeration(text)


def _frequency(text: str) -> str | None:
    """As printed, after a word that says that the body meets."""
    meets = MEETS.search(text)
    if meets is None:
        return None
    each = EACH.search(text)
    found = FREQUENCY.search(text, meets.start())
    if each and (found is None or each.start("each") < found.start()):
        return each["each"]
    return " ".join(found.group().split()) if found else None
