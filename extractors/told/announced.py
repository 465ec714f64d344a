"""Actions under a heading or after a sentence that announces them: sub-headings, list items, an enumeration.

In: blocks, the axes of the contract. Out: `Told` actions, with the axis whose part of the page they stand in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.axes.patterns import NUMBERED_INLINE
from extractors.axes.subject import foreign_sections, is_foreign
from extractors.mentions import sentences
from extractors.mentions.items import outside, split_items
from extractors.outline.titles import read_head
from extractors.outline.wording import label_field
from extractors.told.fields import body_fields, labelled_fields, prose_fields
from extractors.told.found import Told, Value
from extractors.told.patterns import (
    ANNOUNCES,
    ARTICLE,
    COUNTED,
    HEADING,
    NO_ACTION,
    NO_HEADING,
    NOT_OF_CONTRACT,
    NUMBERED,
    SAYS_ACTIONS,
)
from extractors.told.titles import MAX_TITLE, read_item
from models.layout import Block, BlockKind
from models.records import Axis
from models.text import fold
from models.vocabularies.french import parse_number_word

#: More of its items than this share read like no action: the list is of something else.
MOST_OTHERS = 0.34


@dataclass(frozen=True)
class Run:
    """The blocks below an announcement, with their places in the document and the axis they stand under."""

    blocks: Sequence[Block]
    start: int
    axes: Sequence[str | None]


def announced_actions(blocks: Sequence[Block], axes: Sequence[Axis]) -> list[Told]:
    """In the order of the document."""
    foreign = foreign_sections(blocks)
    under = _axis_of_blocks(blocks, axes)
    found: list[Told] = []
    done = 0
    for index, block in enumerate(blocks):
        if index < done or foreign[index] or block.table is not None:
            continue
        if block.kind is BlockKind.HEADING and _is_heading(block.text):
            end = _end(blocks, index)
            actions = _below(Run(blocks[index + 1 : end], index + 1, under[index + 1 : end]))
            for action in actions:
                action.sure = bool(SAYS_ACTIONS.search(block.text))
            done = end if actions else done
        else:
            actions, done = _after_sentence(blocks, index, under, done)
        found += actions
    titles = {_bare(axis.title) for axis in axes}
    goals = {_bare(goal) for axis in axes for goal in axis.objectives}
    return [told for told in found if _bare(told.title) not in (titles if told.sure else titles | goals)]


def _bare(title: str) -> str:
    """ "l'accès aux soins" is the axis "accès aux soins"."""
    return fold(ARTICLE.sub("", title.strip(), count=1))


def numbered_items(blocks: Sequence[Block], axes: Sequence[Axis]) -> list[Told]:
    """ "Fiche 1.2 « Maison des internes » : ouverte en mars": two items or more with the number of their sheet."""
    items = [
        (index, part)
        for index, block in enumerate(blocks)
        for part in _parts(block)
        if (found := NUMBERED.match(part.text)) and (found["boxed"] or found["worded"])
    ]
    told = [action for index, block in items if (action := _item(block, index)) is not None]
    return told if len(told) > 1 else []


def _parts(block: Block) -> Iterator[Block]:
    """A list item; the printed lines of a paragraph, which an old page or a text has instead."""
    if block.kind is BlockKind.LIST_ITEM:
        yield block
    elif block.kind is BlockKind.PARAGRAPH and block.page is None and len(block.lines) > 1:
        for line in block.lines:
            yield block.model_copy(update={"text": line.text, "lines": (line,)})


def numbered_heads(blocks: Sequence[Block], axes: Sequence[Axis]) -> list[Told]:
    """ "1-A – Un cabinet éphémère" under "Défi 1", over "Qui mène ? La maison de santé": sheets in all but the name."""
    under = _axis_of_blocks(blocks, axes)
    numbers = {axis.title: axis.number for axis in axes}
    heads: list[tuple[int, str, str]] = []
    for index, block in enumerate(blocks):
        found = NUMBERED.match(block.text) if block.kind is BlockKind.HEADING else None
        number = (found["plain"] or found["worded"]) if found else None
        axis, title = under[index], block.text[found.end() :].strip(" :.–—") if found else ""
        if number is None or axis is None or label_field(title) or read_head(block.text).kind == "objective":
            continue
        first = re.split(r"[.-]", number)[0]
        if first != number and first == numbers.get(axis):
            heads.append((index, number, title))
    told = []
    for index, number, title in heads:
        end = next(
            (i for i in range(index + 1, len(blocks)) if blocks[i].kind is BlockKind.HEADING), len(blocks)
        )
        action = Told(title, blocks[index], blocks[index].text, index, number, under[index])
        for block in blocks[index + 1 : end]:
            action.take(labelled_fields(block))
        if action.fields:
            told.append(action)
    return told if len(told) > 1 and 2 * len(told) > len(heads) else []


def _is_heading(text: str) -> bool:
    if len(text) > MAX_TITLE:
        return False  # a heading is short
    return bool(HEADING.fullmatch(text.strip())) and not NO_HEADING.search(text) and not is_foreign(text)


def _axis_of_blocks(blocks: Sequence[Block], axes: Sequence[Axis]) -> list[str | None]:
    """For each block, the axis whose heading it stands under."""
    by_title = {fold(axis.title): axis.title for axis in axes}
    by_number = {axis.number: axis.title for axis in axes if axis.number}
    under: list[str | None] = []
    current: str | None = None
    level = 0
    for block in blocks:
        if block.kind is BlockKind.HEADING or len(block.text) < MAX_TITLE:
            head = read_head(block.text)
            named = by_title.get(fold(block.text)) or by_title.get(fold(head.title))
            named = named or (by_number.get((head.number or "").upper()) if head.kind == "axis" else None)
            if named and block.kind is not BlockKind.LIST_ITEM:
                current, level = named, block.level or 7
            elif (
                block.kind is BlockKind.HEADING
                and (block.level or 6) <= level
                and not _is_heading(block.text)
            ):
                current = None
        under.append(current)
    return under


def _end(blocks: Sequence[Block], index: int) -> int:
    level = blocks[index].level or 6
    for place in range(index + 1, len(blocks)):
        if blocks[place].kind is BlockKind.HEADING and (blocks[place].level or 6) <= level:
            return place
    return len(blocks)


def _below(run: Run) -> list[Told]:
    return _headed(run) or _leads(run) or _lists(run) or _sentences(run)


def _headed(run: Run) -> list[Told]:
    """Sub-headings, each with its text; those of axes and rubrics are none."""
    heads = [
        (place, block)
        for place, block in enumerate(run.blocks)
        if (
            block.kind is BlockKind.HEADING
            and run.axes[place] is not None
            and fold(block.text) != fold(run.axes[place] or "")
        )
        or (block.kind is BlockKind.HEADING and run.axes[place] is None)
    ]
    heads = [(p, b) for p, b in heads if read_head(b.text).kind != "axis" and label_field(b.text) is None]
    if not heads:
        return []
    depth = min(block.level or 6 for _, block in heads)
    heads = [(p, b) for p, b in heads if (b.level or 6) == depth and not _is_heading(b.text)]
    told = []
    for order, (place, block) in enumerate(heads):
        end = heads[order + 1][0] if order + 1 < len(heads) else len(run.blocks)
        title = read_head(block.text)
        if len(block.text) > MAX_TITLE or NO_ACTION.search(block.text) or NOT_OF_CONTRACT.search(block.text):
            continue
        numbered = NUMBERED.match(block.text)
        text = title.title if title.number else block.text[numbered.end() :] if numbered else block.text
        number = title.number or (next((g for g in numbered.groups() if g), None) if numbered else None)
        body = run.blocks[place + 1 : end]
        if any(NOT_OF_CONTRACT.search(part.text) for part in body):
            continue
        action = Told(text.strip(" :.–—"), block, block.text, run.start + place, number, run.axes[place])
        action.take(body_fields(body))
        first = next((part for part in body if part.kind is BlockKind.PARAGRAPH), None)
        if first is not None and not labelled_fields(first):
            action.take({"description": Value(first.text, first, first.text)})
        told.append(action)
    return told


def _leads(run: Run) -> list[Told]:
    """Paragraphs that each begin with the name of the action in bold."""
    paragraphs = [(p, b) for p, b in enumerate(run.blocks) if b.kind is BlockKind.PARAGRAPH and b.lines]
    told = []
    for place, block in paragraphs:
        lead = block.lines[0].lead
        title = read_item(lead.strip(" :.–—")) if lead else None
        if lead and title and label_field(lead) is None:
            action = Told(title.text, block, title.text, run.start + place, title.number, run.axes[place])
            action.take(prose_or_labels(block, block.text[len(lead) :]))
            told.append(action)
    return told if len(told) > 1 else []


def _lists(run: Run) -> list[Told]:
    """The items of the first list and of those under the axes, unless most of them are something else."""
    items = [(p, b) for p, b in enumerate(run.blocks) if b.kind is BlockKind.LIST_ITEM]
    if any(label_field(b.text.split(":")[0].split("?")[0]) for _, b in items):
        return []
    told = [
        action
        for place, block in items
        if (action := _item(block, run.start + place, run.axes[place])) is not None
    ]
    return told if told and len(told) >= (1 - MOST_OTHERS) * len(items) else []


def _sentences(run: Run) -> list[Told]:
    """ "Parmi les actions déjà lancées : un atelier …; une permanence …" """
    for place, block in enumerate(run.blocks):
        if block.table is None:
            told = _enumerated(block, run.start + place, run.axes[place])
            if told:
                return told
    return []


def _item(block: Block, index: int, axis: str | None = None) -> Told | None:
    if NOT_OF_CONTRACT.search(block.text) or NUMBERED_INLINE.match(block.text):  # "Chantier 1 : …" is an axis
        return None
    title = read_item(block.text)
    if title is None:
        return None
    action = Told(title.text, block, title.text, index, title.number, axis)
    action.take(prose_or_labels(block, title.rest))
    return action


def prose_or_labels(block: Block, rest: str) -> dict[str, Value]:
    """The fields in what follows the name of an action: behind labels, else in its sentences."""
    rest = rest.strip(" ,;–—-")
    found: dict[str, Value] = {}
    if ":" in rest or "?" in rest:
        found = labelled_fields(block.model_copy(update={"text": rest.strip(" :"), "lines": ()}))
    if found:
        return found
    for _, text in sentences(rest.strip(" ,:;–—-")):
        found = {**prose_fields(text, block), **found}
    return found


def _after_sentence(
    blocks: Sequence[Block], index: int, under: Sequence[str | None], done: int
) -> tuple[list[Told], int]:
    """The list after a sentence that ends with a colon, or the enumeration behind the colon."""
    block = blocks[index]
    if block.kind is BlockKind.LIST_ITEM:
        return [], done
    counted = _counted_heads(blocks, index, under)
    if counted:
        return counted, index + 1
    last = re.split(r"(?<=[.!?])\s+", block.text.strip())[-1]
    if last.endswith(":") and ANNOUNCES.search(last) and not is_foreign(last):
        end = index + 1
        while end < len(blocks) and blocks[end].kind is BlockKind.LIST_ITEM:
            end += 1
        actions = _lists(Run(blocks[index + 1 : end], index + 1, under[index + 1 : end]))
        return actions, end if actions else done
    if block.kind is BlockKind.PARAGRAPH:
        return _enumerated(block, index, under[index]), done
    return [], done


def _counted_heads(blocks: Sequence[Block], index: int, under: Sequence[str | None]) -> list[Told]:
    """ "Le contrat local de santé vous donne trois rendez-vous", above three headings, each with its text."""
    found = COUNTED.search(blocks[index].text)
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    if (
        found is None
        or below is None
        or below.kind is not BlockKind.HEADING
        or is_foreign(blocks[index].text)
    ):
        return []
    end = next(
        (i for i in range(index + 1, len(blocks)) if (blocks[i].level or 9) < (below.level or 6)), len(blocks)
    )
    told = _headed(Run(blocks[index + 1 : end], index + 1, under[index + 1 : end]))
    return told if len(told) == parse_number_word(found["count"]) else []


def _enumerated(block: Block, index: int, axis: str | None) -> list[Told]:
    for text in _own(block):
        found = ANNOUNCES.search(text)
        rest = text[found.end() :] if found else ""
        if not rest:
            continue
        parts = outside(rest, ";")
        items = parts if len(parts) > 1 else [item.text for item in split_items(rest)]
        told = []
        for part in items:
            title = read_item(part.strip(" .;"))
            if title is None:
                return []
            action = Told(title.text, block, title.text, index, title.number, axis)
            action.take(prose_or_labels(block, title.rest))
            told.append(action)
        if len(told) > 1:
            return told
    return []


def _own(block: Block) -> Iterator[str]:
    for _, text in sentences(block.text):
        if not is_foreign(text) and not NOT_OF_CONTRACT.search(text):
            yield text
