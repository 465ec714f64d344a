"""The title of a sheet in the cells of one row, with its number and maybe its axis.

In: the cells of a row. Out: the heads to read there, the axis first; none for another row.
"""

import re
from collections.abc import Sequence

from extractors.outline.titles import read_head
from extractors.outline.wording import label_field
from models.layout import Cell

#: A cell over the whole row that is longer is a text, not a head.
HEAD_MAX = 220
#: A number by itself; a bare figure may be anything.
NUMBER_ALONE = re.compile(
    r"[A-Z]{1,2}[.-]?\d{1,2}(?:[.-]\d{1,2})?|(?:\d{1,2}|[IVX]{1,4})(?:[.-]\d{1,2}){1,3}|\d{1,3}[a-h]"
)


def coded_title(row: Sequence[Cell]) -> list[str]:
    """ "P1.1" beside the title, and the axis below it in the same cell: the axis, then number and title."""
    filled = [cell for cell in row if cell.text.strip()]
    if (
        len(filled) != 2
        or len(filled[1].text) > HEAD_MAX
        or not NUMBER_ALONE.fullmatch(filled[0].text.strip())
    ):
        return []
    lines = filled[1].text.split("\n")
    at = next((n for n, line in enumerate(lines) if n and read_head(line).kind == "axis"), len(lines))
    title = f"{filled[0].text.strip()} : {' '.join(lines[:at])}"
    return [" ".join(lines[at:]), title] if at < len(lines) else [title]


def numbered_title(row: Sequence[Cell]) -> list[str]:
    """ "Fiche action 1-4" beside its title in one row, and maybe the axis behind: the axis, then number and title."""
    filled = [" ".join(cell.text.split()) for cell in row if cell.text.strip()]
    if len(filled) not in {2, 3} or len(filled[1]) > HEAD_MAX:
        return []
    head = read_head(filled[0])
    if head.kind != "sheet" or not head.number or head.title or label_field(filled[1]):
        return []
    axis = filled[2:]
    if any(read_head(text).kind != "axis" for text in axis):
        return []
    return [*axis, f"{filled[0]} : {filled[1]}"]
