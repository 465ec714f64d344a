"""Labels that are read before all their values: a rail beside the texts, labels in a row above columns.

In: blocks in reading order, and the template. Out: the same blocks, each value behind the label that it stands
beside or under.
"""

from collections.abc import Sequence

from extractors.layout.text import join_lines
from extractors.outline.places import Lines, Printed, run_in
from extractors.outline.template import Template
from extractors.outline.wording import LABEL_MAX
from models.evidence import BBox
from models.layout import Block, BlockKind, Line

#: A value may begin so far above its label, or overlap its column, in points.
SLACK = 4.0


def pair_labels(blocks: Sequence[Block], template: Template, known: Lines) -> list[Block]:
    """Runs of labels on a page, put apart with their values; all else stays in its order. `known`: of the stream."""
    found: list[Block] = []
    place = 0
    while place < len(blocks):
        labels: list[Block] = []
        after = place
        while after < len(blocks) and _together(blocks[place], blocks[after]):
            several = _labels(blocks[after], template, known)
            if not several:
                break
            labels += several
            after += 1
        if len(labels) < 2:
            found.append(blocks[place])
            place += 1
            continue
        end = after
        while (
            end < len(blocks)
            and _together(blocks[place], blocks[end])
            and _is_value(blocks[end], template, known)
        ):
            end += 1
        found += _pair(labels, blocks[after:end]) or blocks[place:end]
        place = end
    return found


def _together(first: Block, block: Block) -> bool:
    return block.bbox is not None and block.table is None and block.page == first.page


def _is_value(block: Block, template: Template, known: Lines) -> bool:
    return block.kind is not BlockKind.HEADING and not _labels(block, template, known)


def _labels(block: Block, template: Template, known: Lines) -> list[Block]:
    """A block that is one label over its lines, or a label in each of them; [] for any other."""
    if not block.lines or any(line.bbox is None for line in block.lines):
        return []
    printed = known.of(block.lines, block)
    if _is_label(printed[0], " ".join(line.text for line in block.lines), template):
        return [block]
    if all(_is_label(one, one.line.text, template) for one in printed):
        return [_part(block, [line]) for line in block.lines]
    return []


def _is_label(printed: Printed, text: str, template: Template) -> bool:
    if len(text) > LABEL_MAX:
        return False
    look = printed.look
    if template.field_of(text, look) is not None:
        return True
    found = run_in(text) if text.endswith(":") else None
    return (
        found is not None
        and not found.rest
        and template.field_of(found.head, look._replace(kind=found.kind)) is not None
    )


def _part(block: Block, lines: Sequence[Line]) -> Block:
    x0, y0, x1, y1 = zip(*(_box(line) for line in lines), strict=True)
    box = (min(x0), min(y0), max(x1), max(y1))
    text = join_lines(line.text for line in lines)
    return block.model_copy(update={"lines": tuple(lines), "text": text, "bbox": box})


def _box(item: Block | Line) -> BBox:
    assert item.bbox is not None
    return item.bbox


def _pair(labels: Sequence[Block], values: Sequence[Block]) -> list[Block]:
    """[] where a value stands neither beside nor under one of the labels."""
    boxes = [_box(label) for label in labels]
    held: list[list[Block]] = [[] for _ in labels]
    for value in values:
        for part in _cut(value, boxes):
            owner = _owner(_box(part), boxes)
            if owner is None:
                return []
            held[owner].append(part)
    return [block for label, own in zip(labels, held, strict=True) for block in (label, *own)]


def _cut(value: Block, labels: Sequence[BBox]) -> list[Block]:
    """The lines of a block that several labels of a rail share."""
    box = _box(value)
    if len(_rail(box, labels)) < 2 or len(_at_middle(box, labels)) == 1:
        return [value]
    own = [None if line.bbox is None else _owner(line.bbox, labels) for line in value.lines]
    if None in own or len(set(own)) < 2:
        return [value]
    parts: list[list[Line]] = []
    for number, line in enumerate(value.lines):
        if number and own[number] == own[number - 1]:
            parts[-1].append(line)
        else:
            parts.append([line])
    return [_part(value, part) for part in parts]


def _owner(value: BBox, labels: Sequence[BBox]) -> int | None:
    """The lowest label above it in its columns; else the lowest that begins no lower, in the rail left of it."""
    if above := _above(value, labels):
        lowest = max(labels[n][1] for n in above)
        row = [n for n in above if labels[n][1] > lowest - SLACK]
        return max(row, key=lambda n: _across(labels[n], value))
    middle = _at_middle(value, labels)
    if len(middle) == 1:
        return middle[0]
    begun = [n for n in _rail(value, labels) if labels[n][1] <= value[1] + SLACK]
    return max(begun, key=lambda n: labels[n][1]) if begun else None


def _above(value: BBox, labels: Sequence[BBox]) -> list[int]:
    return [n for n, label in enumerate(labels) if label[1] < value[1] and _across(label, value)]


def _rail(value: BBox, labels: Sequence[BBox]) -> list[int]:
    """The labels of the nearest column left of the value, where none stands above it."""
    left = [n for n, label in enumerate(labels) if label[2] <= value[0] + SLACK]
    if not left or _above(value, labels):
        return []
    nearest = labels[max(left, key=lambda n: labels[n][2])]
    return [n for n in left if labels[n][2] > nearest[0]]


def _at_middle(value: BBox, labels: Sequence[BBox]) -> list[int]:
    """Labels of the rail that are set at half the height of their values."""
    rail = _rail(value, labels)
    return [n for n in rail if value[1] <= (labels[n][1] + labels[n][3]) / 2 <= value[3]]


def _across(one: BBox, other: BBox) -> float:
    """How far two boxes share columns, in points."""
    return max(0.0, min(one[2], other[2]) - max(one[0], other[0]) - SLACK)
