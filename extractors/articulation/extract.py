"""The plans and schemes that a contract says it is articulated with.

In: the spots of a contract (`extractors.chapters`). Out: `PlanLink`s, one a plan, in order, each with its evidence.
A mention needs a cue in its sentence, a title on articulation, or a rubric of an action sheet; a visa, a definition,
a person's career is no link.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors.articulation.patterns import (
    ARTICULATION_TITLE,
    CUE,
    DEFINITION,
    NO_LINK,
    OTHER_PLANS,
    OTHER_TITLE,
    PLANS,
    RUBRIC,
    STRONG_CUE,
)
from extractors.chapters import Spot
from extractors.mentions import evidence, sentences
from extractors.sheets.values import is_empty
from models.evidence import Evidence
from models.layout import Block, Cell
from models.records import PlanKind, PlanLink

METHOD = "articulation-1"
LONGEST_RUBRIC = 110
#: Places kept for a plan that every sheet names.
MOST_PLACES = 12
_CONNECTIVE = re.compile(r"(?:\b(?:et|de|du|des|la|le|les|au|aux|avec)|[dl]['’])$")


@dataclass(frozen=True)
class Mention:
    kind: PlanKind
    family: str
    name: str
    start: int
    dated: bool
    bare: str = ""  # without its place, as a label gives it


@dataclass
class _Link:
    kind: PlanKind
    name: str
    dated: bool
    places: list[Evidence] = field(default_factory=list)


def extract_articulation(spots: Sequence[Spot], *, own: PlanKind | None = None) -> tuple[PlanLink, ...]:
    """`own`: what the contract itself is, so no link: a contract for mental health is a "CLSM"."""
    links: dict[str, _Link] = {}
    for mention, block, quote in _found(spots):
        if mention.kind is own:
            continue
        link = links.setdefault(mention.family, _Link(mention.kind, mention.name, mention.dated))
        if mention.dated and not link.dated:
            link.name, link.dated = mention.name, True
        place = evidence(block, quote, method=METHOD)
        if place not in link.places and len(link.places) < MOST_PLACES:
            link.places.append(place)
    return tuple(
        PlanLink(kind=link.kind, name=link.name, evidence=tuple(link.places)) for link in links.values()
    )


def plan_mentions(text: str) -> list[Mention]:
    """The plans named in a text, in order; of two that overlap the first of the list of patterns."""
    found: list[tuple[re.Match[str], PlanKind, str]] = []
    for kind, family, pattern in PLANS:
        for match in pattern.finditer(text):
            if all(match.end("base") <= m.start() or match.start() >= m.end("base") for m, _, _ in found):
                found.append((match, kind, family.removesuffix("_bare")))
    found.sort(key=lambda entry: entry[0].start())
    limits = [match.start() for match, _, _ in found[1:]] + [len(text)]  # one too many where none is found
    return [
        Mention(kind, family, _name(match, limit), match.start(), bool(match["period"]), match["base"])
        for (match, kind, family), limit in zip(found, limits, strict=False)
    ]


def _name(match: re.Match[str], limit: int) -> str:
    """As printed, with its place and period, before the next plan; an acronym only where more follows it."""
    base, tail = match["base"], match["tail"]
    if match.end() > limit:
        tail = _without_connectives(match.string[match.end("base") : limit])
    if match["acronym"] and tail.strip() == f"({match['acronym']})":
        tail = ""
    name = " ".join(f"{base}{tail}".split()).strip(" ,")
    return name[:-1].replace("(", "") if name.endswith(")") and match["period"] else name


def _without_connectives(text: str) -> str:
    """ "de santé, et avec le" → "de santé": the words that lead to the next plan."""
    text = text.rstrip()
    while last := _CONNECTIVE.search(text, max(0, len(text) - 5)):
        text = text[: last.start()].rstrip(" \t\n\u00a0,")
    return text


def _found(spots: Sequence[Spot]) -> Iterator[tuple[Mention, Block, str]]:
    rubric: Spot | None = None
    for spot in spots:
        titles = " / ".join(spot.titles)
        if OTHER_TITLE.search(titles):
            continue
        if spot.sheet:
            yield from _of_sheet(spot, rubric)
            rubric = spot if spot.kind != "table" and _is_rubric(spot.text) else None
        elif spot.kind == "table":
            if ARTICULATION_TITLE.search(titles):
                yield from (
                    (m, cell, cell.text) for cell in _cells(spot.block) for m in plan_mentions(cell.text)
                )
            else:
                yield from _rubric_rows(spot.block)
        elif spot.kind == "title":
            if ARTICULATION_TITLE.search(titles):
                yield from ((mention, spot.block, spot.text) for mention in plan_mentions(spot.text))
        else:
            yield from _of_text(spot, bool(ARTICULATION_TITLE.search(titles)))


def _of_text(spot: Spot, inside: bool) -> Iterator[tuple[Mention, Block, str]]:
    label, colon, value = spot.text.partition(":")
    if colon and value.strip() and _is_rubric(label) and plan_mentions(label):
        yield from _rubric(label, value, spot.block, spot.block, spot.text)
        return
    for _, sentence in sentences(spot.text):
        linked = CUE.search(sentence) or (inside and not DEFINITION.search(sentence))
        if not linked or NO_LINK.search(sentence):
            continue
        strong = inside or STRONG_CUE.search(sentence)
        for mention in plan_mentions(sentence):
            if strong or not _is_partner(mention):
                yield mention, spot.block, sentence


def _is_partner(mention: Mention) -> bool:
    """A community of professionals without its "projet de santé"."""
    return mention.kind is PlanKind.CPTS and not mention.name.lower().startswith("projet")


# --- action sheets -------------------------------------------------------------------------------------


def _is_rubric(text: str) -> bool:
    return len(text) <= LONGEST_RUBRIC and bool(RUBRIC.match(text))


def _of_sheet(spot: Spot, rubric: Spot | None) -> Iterator[tuple[Mention, Block, str]]:
    """The rubrics of a sheet: as rows of its table, as "label : value", or as a label above its value."""
    if spot.kind == "table":
        yield from _rubric_rows(spot.block)
        return
    label, colon, value = spot.text.partition(":")
    if colon and value.strip() and _is_rubric(label):
        yield from _rubric(label, value, spot.block, spot.block, spot.text)
    elif rubric is not None and not _is_rubric(spot.text):
        yield from _rubric(rubric.text, spot.text, rubric.block, spot.block, spot.text)


def _rubric_rows(block: Block) -> Iterator[tuple[Mention, Block, str]]:
    assert block.table is not None
    cells = sorted(block.table.cells, key=lambda cell: (cell.row, cell.col))
    for index, cell in enumerate(cells):
        label = " ".join(cell.text.split())
        if not _is_rubric(label):
            continue
        after = next((c for c in cells[index + 1 :] if c.row == cell.row or c.col == cell.col), None)
        if after is not None:
            value = _cell(block, after)
            yield from _rubric(label, value.text, _cell(block, cell), value, value.text)


def _rubric(
    label: str, value: str, label_block: Block, value_block: Block, quote: str
) -> Iterator[tuple[Mention, Block, str]]:
    """The plan that the label names; where it speaks of others, those of the value."""
    if is_empty(value):
        return
    named = plan_mentions(label)
    yield from ((replace(mention, name=mention.bare), label_block, label_block.text) for mention in named)
    if not named or OTHER_PLANS.search(label):
        yield from ((m, value_block, quote) for m in plan_mentions(value) if not _is_partner(m))


def _cells(block: Block) -> Iterator[Block]:
    assert block.table is not None
    return (_cell(block, cell) for cell in block.table.cells if cell.text.strip())


def _cell(block: Block, cell: Cell) -> Block:
    text = " ".join(cell.text.split())
    return block.model_copy(update={"text": text, "bbox": cell.bbox, "lines": cell.lines, "table": None})
