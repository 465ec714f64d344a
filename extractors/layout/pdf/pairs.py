"""Label and value pairs without vertical rules: a column of short labels beside a column of values.

In: lines of one place. Out: a two-column `Table` when each left item stands level with the start of a
value, or None. Reading such a page column by column would part every label from its value.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.layout.marks import split_mark
from extractors.layout.pdf.blocks import box_of
from extractors.layout.pdf.lines import union
from models.layout import Cell, Line, Table

MIN_PAIRS = 3
MIN_GAP = 6.0
#: How far above or below its label a value may begin, in points; the first item of a list may stand off further.
LEVEL, AROUND_LISTS = 6.0, 14.0
#: How near the lines of one label stand, in line heights.
CLOSE, TIGHT = 0.45, 0.15
#: So many of the labels must be punctuated alike.
MOST = 0.8
_RANK = re.compile(r"(\d{1,2})\s?[.)–-]")


def as_pairs(lines: Sequence[Line]) -> Table | None:
    """The lines as rows of (label, value), or None when they do not stand like that."""
    split = _split(lines)
    if split is None:
        return None
    left, right = split
    labels = _labels(left)
    if (
        len(labels) < MIN_PAIRS
        or len(right) < len(labels)
        or sum(len(r.text) for r in right) < 1.2 * sum(len(line.text) for line in left)
    ):
        return None
    if not (_punctuated(labels) or _distinct(left, right)):
        return None
    tops = [box_of(label[0])[1] for label in labels]
    starts = [(box_of(line)[1], AROUND_LISTS if split_mark(line.text)[0] else LEVEL) for line in right]
    apart = sum(all(abs(top - start) > slack for start, slack in starts) for top in tops)
    if apart > len(labels) // 5:
        return None
    rows: list[list[Line]] = [[] for _ in labels]
    for line in right:
        y = box_of(line)[1]
        at = max((i for i, top in enumerate(tops) if top <= y + 5), default=0)
        rows[at].append(line)
    cells = []
    for number, (label, value) in enumerate(zip(labels, rows, strict=True)):
        for col, part in enumerate((label, value)):
            ordered = sorted(part, key=lambda line: (round(box_of(line)[1] / 2), box_of(line)[0]))
            box = union(box_of(line) for line in ordered) if ordered else None
            text = "\n".join(line.text for line in ordered)
            cells.append(Cell(row=number, col=col, text=text, bbox=box, lines=tuple(ordered)))
    return Table(rows=len(labels), cols=2, cells=tuple(cells))


def _split(lines: Sequence[Line]) -> tuple[list[Line], list[Line]] | None:
    """At the widest vertical gap that no line crosses, if the left side is the narrow one."""
    ordered = sorted(lines, key=lambda line: box_of(line)[0])
    end, best, at = box_of(ordered[0])[2], 0.0, 0
    for index, line in enumerate(ordered[1:], 1):
        gap = box_of(line)[0] - end
        if gap > best:
            best, at = gap, index
        end = max(end, box_of(line)[2])
    if best < MIN_GAP:
        return None
    left, right = ordered[:at], ordered[at:]
    width = max(box_of(line)[2] for line in left) - box_of(left[0])[0]
    if width > 0.45 * (end - box_of(left[0])[0]):
        return None
    return sorted(left, key=_top), sorted(right, key=_top)


def _top(line: Line) -> tuple[float, float]:
    return (box_of(line)[1], box_of(line)[0])


def _labels(left: list[Line]) -> list[list[Line]]:
    labels: list[list[Line]] = []
    for line in left:
        if labels and _goes_on(labels[-1][-1], line):
            labels[-1].append(line)
        else:
            labels.append([line])
    return labels


def _goes_on(last: Line, line: Line) -> bool:
    """A label over several lines: close below, closer still where the line could begin one of its own."""
    begins = line.text[:1].isupper() and not last.text.isupper()
    height = box_of(line)[3] - box_of(line)[1]
    return box_of(line)[1] - box_of(last)[3] < (TIGHT if begins else CLOSE) * height


def _punctuated(labels: Sequence[Sequence[Line]]) -> bool:
    """Nearly all end with a colon, or are numbered one after the other."""
    colons = sum(label[-1].text.rstrip().endswith(":") for label in labels)
    ranks = [int(found[1]) for label in labels if (found := _RANK.match(label[0].text))]
    in_order = sum(after == before + 1 for before, after in pairwise(ranks))
    return colons >= MOST * len(labels) or (
        len(ranks) >= MOST * len(labels) and in_order >= MOST * len(ranks[1:])
    )


def _distinct(left: list[Line], right: list[Line]) -> bool:
    """Labels look unlike values: bold, capitals, another colour or size."""

    def looks(line: Line) -> tuple[bool, bool, int]:
        return (line.bold, line.text.isupper(), line.color)

    common = max({looks(line) for line in left}, key=[looks(line) for line in left].count)
    if looks(left[0]) != common or abs(left[0].size - left[-1].size) > 1.5:
        return False  # the end of a heading that runs over two lines
    return sum(looks(line) == common for line in right) < 0.4 * len(right)
