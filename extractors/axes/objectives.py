"""The objectives of an axis: heads of objectives below it, bullets below it, or what its sheets call its objective.

In: the blocks and the axis heads. Out: objectives by axis key.
"""

import re
from collections.abc import Sequence, Set

from extractors.axes.heads import LEADERS, MAX_TITLE, AxisHead, title_key
from extractors.axes.patterns import OBJECTIVES_HEAD
from extractors.outline.titles import Head, read_head
from extractors.outline.wording import bare_label, label_field
from models.layout import Block, BlockKind
from models.text import fold

#: Blocks below an axis head in which its bullets may begin.
NEAR = 6
MAX_GOAL = 120


def headed_objectives(blocks: Sequence[Block], heads: Sequence[AxisHead]) -> dict[str, list[str]]:
    """ "Objectif 1.2 : …" between the head of an axis and the next; by number of the axis."""
    at = {head.index: head for head in heads}
    found: dict[str, list[str]] = {}
    current: AxisHead | None = None
    for index, block in enumerate(blocks):
        current = at.get(index, current)
        if current is None or block.table is not None or current.number is None:
            continue
        for text in (block.text, *(line.text for line in block.lines[1:] if len(block.text) < 400)):
            head = read_head(text)
            if head.kind == "objective":
                _add(found.setdefault(current.number, []), head, current.number)
    return found


def _add(kept: list[str], head: Head, axis: str) -> None:
    """ "Objectif 1.2 : …" under axis 1; other numbers belong elsewhere."""
    number = (head.number or "").upper()
    first = re.split(r"[.\-]", number)[0]
    fits = bool(number) and (first == axis or not number[0].isdigit() or not re.search(r"[.\-]", number))
    title = head.title.strip(" .;:")
    if fits and 3 < len(title) < MAX_TITLE and fold(title) not in {fold(k) for k in kept}:
        kept.append(title)


def objectives_below(blocks: Sequence[Block], heads: Sequence[int], axes: Set[str]) -> list[str]:
    """Bullets just under a head of the axis, else short lines between it and its first sheet in the contents.

    `heads`: the indexes of the blocks that head the axis; `axes`: the folded titles of all, which are no objectives.
    """
    own = [head for head in heads if not _heads_axis(blocks[head + 1 : head + 2], axes)]
    return _bulleted(blocks, own) or _listed(blocks, own, axes)


def _heads_axis(blocks: Sequence[Block], axes: Set[str]) -> bool:
    return any(title_key(block.text) in axes for block in blocks)


def _bulleted(blocks: Sequence[Block], heads: Sequence[int]) -> list[str]:
    """Where the axes are listed, or on the divider page."""
    for head in heads:
        items = _bullets(blocks[head + 1 : head + 1 + NEAR + 8])
        if items:
            return items
    return []


def _listed(blocks: Sequence[Block], heads: Sequence[int], axes: Set[str]) -> list[str]:
    """Where the contents list axes, objectives and sheets; or short lines between the heads of two axes."""
    for head in heads:
        goals: list[str] = []
        for block in blocks[head + 1 : head + 1 + NEAR]:
            if block.table is not None or block.kind is not BlockKind.PARAGRAPH:
                if goals and all(map(_is_goal, goals)) and title_key(block.text) in axes:
                    return goals
                break
            texts = _whole_lines([line.text for line in block.lines] or [block.text])
            at = next(
                (n for n, text in enumerate(texts) if _is_next_entry(text, after=bool(goals or n))), None
            )
            goals += [text.strip(" ;") for text in texts[:at]]
            if any(len(text) > MAX_GOAL or text.rstrip().endswith((".", ":")) for text in goals):
                break
            if at is not None:
                if goals:
                    return goals
                break
    return []


def _is_goal(text: str) -> bool:
    """ "Lutter contre l'habitat dégradé": prose of several lines seldom begins each with a capital."""
    return text[:1].isupper() and "." not in text and len(text.split()) > 1


def _whole_lines(texts: Sequence[str]) -> list[str]:
    """A line that begins with a small letter goes on with the one above."""
    whole: list[str] = []
    for text in texts:
        if whole and text[:1].islower():
            whole[-1] = f"{whole[-1]} {text}"
        else:
            whole.append(text)
    return whole


def _is_next_entry(text: str, *, after: bool) -> bool:
    """The first sheet of the axis, or the next axis; `after` objectives any numbered title is one."""
    head = read_head(text)
    if head.kind in {"sheet", "axis"}:
        return True
    return head.number is not None and (after or LEADERS.search(text) is not None)


def _bullets(below: Sequence[Block]) -> list[str]:
    items: list[str] = []
    announced = False
    for block in below:
        if block.kind is BlockKind.LIST_ITEM and len(block.text) <= MAX_TITLE:
            if read_head(block.text).kind in {"axis", "sheet"} or label_field(block.text):
                return items
            items.append(
                read_head(block.text).title.strip(" ;.") if _numbered(block) else block.text.strip(" ;.")
            )
        elif items:
            return items
        elif OBJECTIVES_HEAD.fullmatch(bare_label(block.text)):
            announced = True
        elif announced and block.table is None and len(block.lines) > 1 and len(block.text) < 2 * MAX_TITLE:
            return [line.text.strip(" ;.") for line in block.lines]  # one objective a line, without marks
        else:
            return []
    return items


def _numbered(block: Block) -> bool:
    head = read_head(block.text)
    return head.kind in {"objective", "plain"} and head.number is not None
