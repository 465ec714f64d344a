"""Axes that only the sheets tell: each names its own under a label, or a divider stands above the first of them.

In: the axes found so far, the sheets, the blocks. Out: the axes, and each sheet with its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.axes.extract import METHOD, AxesFound, completed
from extractors.axes.heads import title_key
from extractors.axes.reading import titled
from extractors.axes.tables import part_of
from extractors.mentions import evidence
from extractors.outline.titles import read_head
from extractors.sheets.sheet import Sheet
from models.layout import Block, BlockKind
from models.records import Axis
from models.text import fold


def axes_of_sheets(
    axes: AxesFound, sheets: Sequence[Sheet], blocks: Sequence[Block]
) -> tuple[AxesFound, list[Sheet]]:
    """As found where heads of axes told them, or where a heading repeats what a list told."""
    known = {fold(axis.title): axis for axis in axes.axes}
    told = [Axis(number=sheet.axis_number, title=sheet.axis or "") for sheet in sheets]
    if axes.headed or not sheets or all(fold(axis.title) in known for axis in told):
        return axes, list(sheets)
    if not _shared(told):
        headings = {title_key(block.text) for block in blocks if block.kind is BlockKind.HEADING}
        told = _above(sheets)
        if not _shared(told) or headings & known.keys():
            return axes, list(sheets)
    named = {fold(axis.title): axis for axis in told}
    found = AxesFound(announced=axes.announced)
    for key, axis in named.items():
        block = next((b for b in _parts(blocks) if axis.title in " ".join(b.text.split())), None)
        if block is None:
            return axes, list(sheets)
        found.add(
            known.get(key) or completed(axis, axis.title, blocks, named.keys()),
            evidence(block, axis.title, method=METHOD),
        )
    return found, [
        replace(sheet, axis=axis.title, axis_number=axis.number)
        for sheet, axis in zip(sheets, told, strict=True)
    ]


def _parts(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield from (part_of(block, cell) for cell in block.table.cells) if block.table else (block,)


def _shared(told: Sequence[Axis]) -> bool:
    """Every sheet has an axis, and they are two at least but not one a sheet."""
    titles = {axis.title for axis in told}
    return "" not in titles and 1 < len(titles) < len(told)


def _above(sheets: Sequence[Sheet]) -> list[Axis]:
    """The heading above the first sheet of each axis holds for the next ones."""
    told, current = [], Axis(title="")
    for sheet in sheets:
        if sheet.above is not None and read_head(sheet.above.text).kind == "plain":
            current = titled(sheet.above.text)
        told.append(current)
    return told
