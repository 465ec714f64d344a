"""Axes without numbers: the list under a sentence or a heading that announces them.

In: blocks. Out: axes with the blocks that prove them, or nothing.
"""

import re
from collections.abc import Sequence

from extractors.axes.patterns import ANNOUNCES, FOREIGN, TRANSVERSAL
from models.layout import Block, BlockKind
from models.records import Axis
from models.text import fold


def listed_axes(blocks: Sequence[Block]) -> list[tuple[Axis, Block]]:
    """The announced list whose items come back as heads later; else the first one."""
    heads = {fold(block.text) for block in blocks if block.kind is BlockKind.HEADING}
    best: list[tuple[Axis, Block]] = []
    most = -1
    for index, block in enumerate(blocks):
        last = re.split(r"(?<=[.!?])\s+", block.text.strip())[-1] if block.table is None else ""
        colon = last.rstrip().endswith(":")
        if (
            not ANNOUNCES.search(last)
            or FOREIGN.search(last)
            or not (colon or block.kind is BlockKind.HEADING)
        ):
            continue
        items = []
        for item in blocks[index + 1 :]:
            if item.kind is not BlockKind.LIST_ITEM:
                break
            items.append((_axis_of(item.text), item))
        again = sum(fold(axis.title) in heads for axis, _ in items)
        if len(items) >= 2 and again > most:
            best, most = items, again
    return best


def _axis_of(text: str) -> Axis:
    """ "les personnes âgées : parcours, maintien dans le logement ;" → title and objectives."""
    text = TRANSVERSAL.sub("", text.strip().rstrip(" ;."))
    title, colon, rest = text.partition(" :")
    if not colon or len(title) < 4:
        return Axis(title=text)
    return Axis(title=title.strip(), objectives=tuple(split_objectives(rest)))


def split_objectives(text: str) -> list[str]:
    """At commas, where what follows could stand alone: "dépistages et prise en charge, addictions" stays whole
    when the pieces are single words after an "et"."""
    parts = [part.strip(" .;") for part in re.split(r",(?![^(]*\))", text)]
    merged: list[str] = []
    for part in parts:
        words = part.split()
        if merged and (
            len(words) <= 4
            and " et " in f" {part} "
            and words[0].lower() != "lutter"
            and not part[:1].isupper()
            and not _is_verb(words[0])
        ):
            merged[-1] = f"{merged[-1]}, {part}"
        elif part:
            merged.append(part)
    return merged


def _is_verb(word: str) -> bool:
    return bool(re.fullmatch(r"[a-zéèêà]+(?:er|ir|re)", word))
