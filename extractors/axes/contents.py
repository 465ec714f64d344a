"""Which axis a contents page lists each sheet under.

In: blocks, the axes, the titles of the sheets. Out: the title of the axis by the folded title of the sheet.
"""

from collections.abc import Iterator, Sequence

from extractors.axes.heads import title_key
from models.layout import Block
from models.records import Axis
from models.text import fold

#: A list that names fewer of the sheets is no contents page.
MOST = 0.6


def axes_by_contents(blocks: Sequence[Block], axes: Sequence[Axis], titles: Sequence[str]) -> dict[str, str]:
    """Empty unless the lines before the first sheet list most sheets, under two axes or more."""
    of_axis = {fold(axis.title): axis.title for axis in axes}
    sheets = {fold(title) for title in titles} - of_axis.keys()
    current: str | None = None
    listed: dict[str, str] = {}
    seen: set[str] = set()
    for key in _entries(blocks, of_axis.keys() | sheets):
        if key in of_axis:
            current = of_axis[key]
        elif key in seen:
            break  # the sheets themselves begin
        else:
            seen.add(key)
            if current is not None:
                listed[key] = current
    enough = len(listed) >= MOST * len(sheets) and len(set(listed.values())) > 1
    return listed if enough else {}


def _entries(blocks: Sequence[Block], known: set[str]) -> Iterator[str]:
    """The known titles in reading order: of a block as a whole, else of its lines."""
    for block in blocks:
        if block.table is not None:
            continue
        whole = title_key(block.text)
        lines = [whole] if whole in known else [title_key(line.text) for line in block.lines]
        yield from (key for key in lines if key in known)
