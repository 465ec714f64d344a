"""Places of a document that head an axis, with the weight of what stands there.

In: blocks. Out: `AxisHead`s in reading order: headings and divider pages, cells over a whole row, contents lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.outline.titles import Head, read_head
from models.evidence import BBox
from models.layout import Block, BlockKind
from models.text import fold

MAX_TITLE = 220
LEADERS = re.compile(r"(?:\.\s?){4,}|…")


@dataclass(frozen=True)
class AxisHead:
    """`index` is that of the block; `weight` 3 for a heading, 1 for a mention in a line; `quote` as printed."""

    head: Head
    index: int
    block: Block
    quote: str
    weight: int
    bbox: BBox | None = None

    @property
    def title(self) -> str:
        return self.head.title.rstrip(" .;:")

    @property
    def key(self) -> str:
        return fold(self.title)

    @property
    def number(self) -> str | None:
        return self.head.number.upper() if self.head.number else None


@lru_cache(maxsize=8192)  # of the contents, of the blocks below an axis, of its goals
def title_key(text: str) -> str:
    """The folded title in a printed head or a line of the contents, without its word, number and page."""
    return fold(read_head(LEADERS.split(text)[0]).title.strip(" .;:"))


def axis_heads(blocks: Sequence[Block]) -> Iterator[AxisHead]:
    """Every head of an axis that has a title."""
    for index, block in enumerate(blocks):
        for head, quote, weight, bbox in _heads(block):
            if head.kind != "axis" or "." in (head.number or "") or read_head(head.title).kind == "sheet":
                continue  # "Axe 1 | Fiche action 1.1" heads a sheet
            if 3 < len(head.title) < MAX_TITLE:
                yield AxisHead(head, index, block, quote, weight, bbox)


def _heads(block: Block) -> Iterator[tuple[Head, str, int, BBox | None]]:
    if block.table is not None:
        for cell in block.table.cells:
            text = " ".join(cell.text.split())
            if 3 < len(text) < MAX_TITLE:
                whole_row = cell.col_span >= block.table.cols or cell.row_span > 1
                yield read_head(text), text, 2 if whole_row else 1, cell.bbox
        return
    head = read_head(block.text)
    if head.kind != "plain" or block.kind is BlockKind.HEADING:
        yield head, block.text, _weight(block, block.text), block.bbox
        return
    if len(block.lines) > 1 and len(block.text) < 400:
        for line in block.lines[1:]:
            yield read_head(line.text), line.text, _weight(block, line.text), line.bbox


def _weight(block: Block, text: str) -> int:
    return 3 if block.kind is BlockKind.HEADING and not LEADERS.search(text) else 1
