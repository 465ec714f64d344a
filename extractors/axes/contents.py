"""Which axis a contents page lists each sheet under.

In: blocks, axes, titles of the sheets, page of the first. Out: the axis by the folded title of the sheet.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.axes.heads import title_key
from models.layout import Block
from models.records import Axis
from models.text import fold

_PAGE = re.compile(r"\s\d{1,3}$")
#: A list that names fewer of the sheets is no contents page.
MOST = 0.6


def axes_by_contents(
    blocks: Sequence[Block], axes: Sequence[Axis], titles: Sequence[str], first: int | None
) -> dict[str, str]:
    """Empty unless most sheets are listed, under two axes or more, before the first of them begins.

    `first` is its page; where there are no pages, its title comes again.
    """
    of_axis = {fold(axis.title): axis.title for axis in axes}
    sheets = {fold(title) for title in titles} - of_axis.keys()
    current: str | None = None
    listed: dict[str, str] = {}
    seen: set[str] = set()
    before = [block for block in blocks if first is None or block.page is None or block.page < first]
    begun = first is not None
    for key in _entries(before, of_axis.keys() | sheets):
        if key in of_axis:
            current = of_axis[key]
        elif key in seen:
            begun = True
            break
        else:
            seen.add(key)
            if current is not None:
                listed[key] = current
    enough = len(listed) >= MOST * len(sheets) and len(set(listed.values())) > 1
    return listed if enough and begun else {}


def _entries(blocks: Sequence[Block], known: set[str]) -> Iterator[str]:
    """The known titles in reading order: of a block as a whole, else of its lines."""
    for block in blocks:
        if block.table is not None:
            continue
        whole = _known(block.text, known)
        lines = [whole] if whole else [_known(line.text, known) for line in block.lines]
        yield from (key for key in lines if key)


def _known(text: str, known: set[str]) -> str | None:
    """The known title that an entry prints, before a number of a page that no leaders set off."""
    for entry in dict.fromkeys((text, _PAGE.sub("", text))):
        if (key := title_key(entry)) in known:
            return key
    return None
