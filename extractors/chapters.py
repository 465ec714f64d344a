"""The text of a contract as runs under their titles, lines broken by the layout joined, action sheets marked.

In: the blocks of a contract. Out: `Spot`s in order. A block set as a heading but written as a sentence is text,
one that begins with a bullet is an item: layouts that print prose in bold or in colour are read as the others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Literal

from extractors.outline.stream import Stream
from extractors.outline.wording import label_field
from models.evidence import BBox
from models.layout import Block, BlockKind, Line
from models.records import Action

_BULLET = re.compile(r"^\s*(?:[•●▪■◦○‣⁃·❖➢➤►▶→✓✔❑□◆◇*\uf0b7\uf0a7\uf0d8\uf0fc]|[-–—](?=\s))\s*")
_NUMBER = re.compile(r"^\d{1,2}[.)]\s+(?=\w)")
_LEADERS = re.compile(r"\.{4}|(?:\. ){4}|…{2}")
#: "Composition : …" at the start of a printed line.
_LABELLED = re.compile(r"^[A-ZÉ][\w'’ ()/-]{2,45}?\s?:(?:\s|$)")
_CHAPTER = re.compile(
    r"^(?:article\s+\d|chapitre|titre\s+[\dIVX]|annexes?\b|signatures?$|glossaire|sommaire|gouvernance|pilotage\s+(?:du|et))",
    re.IGNORECASE,
)
#: A title printed large that no other title stands under.
_APART = re.compile(r"(?:sommaire|table\s+des\s+matières|visas?|glossaire|lexique)\b", re.IGNORECASE)
LONGEST_TITLE = 140
SHORTEST_BROKEN = 55
#: Labels that only action sheets have, and how many blocks may stand between two of them.
SHEET_LABELS = frozenset(
    {"pilot", "partners", "target_population", "budget", "indicators", "expected_results"}
)
SHEET_GAP = 14
LEAST_LABELS = 3


@dataclass(frozen=True)
class Spot:
    """`titles` are those in force, the outermost first; `block.text` is without its bullet."""

    kind: Literal["title", "item", "text", "table"]
    block: Block
    titles: tuple[str, ...] = ()
    sheet: bool = False

    @property
    def text(self) -> str:
        return self.block.text


def spots(
    blocks: Sequence[Block], actions: Sequence[Action] = (), stream: Stream | None = None
) -> list[Spot]:
    """Tables of contents are left out. `actions`: those read from the blocks, whose places are in sheets."""
    whole = [part for block in joined(blocks) for part in _parts(block)]
    whole = [block for block in whole if not _LEADERS.search(block.text)]
    inside = sheet_blocks(whole, _places(actions), stream)
    found: list[Spot] = []
    stack: list[tuple[int, str]] = []
    titles: tuple[str, ...] = ()
    for index, block in enumerate(whole):
        kind = _kind(block)
        if kind == "title":
            level = block.level or 9
            stack = [entry for entry in stack if entry[0] < level and not _APART.match(entry[1])]
            stack.append((level, block.text))
            titles = tuple(title for _, title in stack)
        text = _NUMBER.sub("", _BULLET.sub("", block.text)) if kind == "item" else block.text
        named = block.model_copy(update={"text": text}) if text != block.text else block
        found.append(Spot(kind, named, titles, index in inside))
    return found


def _kind(block: Block) -> Literal["title", "item", "text", "table"]:
    if block.table is not None:
        return "table"
    text = block.text.strip()
    if block.kind is BlockKind.LIST_ITEM or _BULLET.match(text):
        return "item"
    if block.kind is BlockKind.PARAGRAPH and _NUMBER.match(text):
        return "item"
    sentence = text[:1].islower() or len(text) > LONGEST_TITLE or text.endswith((".", ";", ","))
    return "title" if block.kind is BlockKind.HEADING and not sentence else "text"


def joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """A sentence that the layout cut in two blocks of a page is one block again."""
    held: Block | None = None
    for block in blocks:
        if held is not None and _goes_on(held, block):
            text = f"{held.text} {block.text}"
            held = held.model_copy(
                update={"text": text, "lines": (*_lines(held), *_lines(block)), "kind": BlockKind.PARAGRAPH}
            )
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _goes_on(one: Block, other: Block) -> bool:
    return (
        one.table is None
        and other.table is None
        and one.page == other.page
        and len(one.text) >= SHORTEST_BROKEN
        and not one.text.rstrip().endswith((".", ":", ";", "!", "?"))
        and other.text[:1].islower()
        and not other.marker
    )


def _lines(block: Block) -> tuple[Line, ...]:
    return block.lines or (Line(text=block.text, bbox=block.bbox),)


def _parts(block: Block) -> Iterator[Block]:
    """A paragraph of labelled lines ("Composition : …", "Fréquence : …") is one part a label."""
    starts: list[int] = []
    if block.table is None and len(block.lines) > 1 and ":" in block.text:
        texts = (line.text for line in block.lines)
        starts = [n for n, t in enumerate(texts) if ":" in t and _LABELLED.match(_BULLET.sub("", t))]
    if not any(starts):
        yield block
        return
    edges = sorted({0, *starts, len(block.lines)})
    for start, end in pairwise(edges):
        lines = block.lines[start:end]
        yield block.model_copy(update={"text": " ".join(line.text for line in lines), "lines": lines})


Place = tuple[int | None, BBox]


def _places(actions: Sequence[Action]) -> frozenset[Place]:
    proofs = (
        proof
        for action in actions
        for name, found in action.evidence.items()
        if name != "axis"
        for proof in found
    )
    return frozenset((proof.page, proof.bbox) for proof in proofs if proof.bbox is not None)


def _holds(block: Block, places: frozenset[Place]) -> bool:
    cells = block.table.cells if block.table is not None else ()
    boxes = chain([block.bbox], (line.bbox for line in block.lines), (cell.bbox for cell in cells))
    return any(box is not None and (block.page, box) in places for box in boxes)


def values_of_actions(blocks: Sequence[Block], actions: Sequence[Action]) -> list[Block]:
    """The blocks in which a value of an action was read: a time told there is that of the action."""
    proofs = [
        proof
        for action in actions
        for name, found in action.evidence.items()
        if name not in {"title", "axis"}
        for proof in found
    ]
    places = frozenset((proof.page, proof.bbox) for proof in proofs if proof.bbox is not None)
    quotes = {proof.quote for proof in proofs if proof.bbox is None}
    return [block for block in blocks if _holds(block, places) or block.text in quotes]


def sheet_blocks(
    blocks: Sequence[Block], places: frozenset[Place] = frozenset(), stream: Stream | None = None
) -> frozenset[int]:
    """The blocks of action sheets: runs of what was read of actions and of the labels that only sheets have."""
    read = stream or Stream(blocks)
    inside: set[int] = set()
    run: list[int] = []
    fields: set[str] = set()

    def close() -> None:
        if len(fields) >= LEAST_LABELS:
            last = run[-1] + 1
            while last < len(blocks) and (_kind(blocks[last]) != "title" or label_field(blocks[last].text)):
                last += 1
            inside.update(range(run[0], last))
        run.clear()
        fields.clear()

    for index, block in enumerate(blocks):
        if (run and index - run[-1] > SHEET_GAP) or _CHAPTER.match(block.text):
            close()
        if places and _holds(block, places):
            labels = SHEET_LABELS
        else:
            labels = SHEET_LABELS & {t.field for t in read.of(block) if t.kind == "label"}
        if labels:
            run.append(index)
            fields |= labels
    close()
    return frozenset(inside)
