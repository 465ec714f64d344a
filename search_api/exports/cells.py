"""How a value becomes the text of a cell, and back: lists joined, formulas kept from running. Nothing is lost.

A text that a spreadsheet would run gets a leading apostrophe; one that already has apostrophes before such a sign
gets one more, so that taking one away gives the text again.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime

#: What a cell of any export may hold. A list is a tuple of texts.
Value = str | int | float | bool | date | datetime | tuple[str, ...] | None

SEPARATOR = " ; "
#: What spreadsheets run when a cell begins with it; the last four are the wide forms of the first.
_RUN = r"=+\-@\t\r\n＝＋－＠"
_FORMULA = re.compile(rf"'*[{_RUN}]")
_NEUTRAL = re.compile(rf"'+[{_RUN}]")
_MARK = re.compile(r"\\.|(;)", re.DOTALL)


def neutral(text: str) -> str:
    """ "=1+1" → "'=1+1"."""
    return f"'{text}" if _FORMULA.match(text) else text


def restored(cell: str) -> str:
    """The text of which `neutral` made the cell."""
    return cell[1:] if _NEUTRAL.match(cell) else cell


def joined(items: Sequence[str]) -> str:
    r"""("CPAM", "Ville") → "CPAM ; Ville". In an item ";" is written "\;" and "\" is written "\\"."""
    return SEPARATOR.join(item.replace("\\", "\\\\").replace(";", "\\;") for item in items)


def split(cell: str) -> tuple[str, ...]:
    """The items of which `joined` made the cell, without blanks at their ends."""
    if not cell:
        return ()
    parts, start = [], 0
    for place in _MARK.finditer(cell):
        if place.group(1):
            parts.append(cell[start : place.start()])
            start = place.end()
    return tuple(re.sub(r"\\(.)", r"\1", part.strip(), flags=re.DOTALL) for part in (*parts, cell[start:]))


def told(value: Value) -> str:
    """The value as text: ISO 8601 for dates, `true` and `false`, lists joined; "" for none."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.strftime("%Y-%m-%dT%H:%M:%SZ")
        case date():
            return value.isoformat()
        case tuple():
            return joined(value)
        case _:
            return str(value)
