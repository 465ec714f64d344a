"""Actions or contracts side by side: two to five records in, a table of their fields out, what differs marked."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from models.text import fold
from search_api.citations import CitedSheet

LEAST, MOST = 2, 5


@dataclass(frozen=True)
class Item:
    """`own`: no other record of the comparison has it."""

    text: str
    own: bool


@dataclass(frozen=True)
class ComparedRow:
    """`cells` in the order of the records, () where a record says nothing. `same`: all say the same."""

    label: str
    cells: tuple[tuple[Item, ...], ...]
    same: bool

    @property
    def is_list(self) -> bool:
        return any(len(cell) > 1 for cell in self.cells)


def compared(sheets: Sequence[CitedSheet]) -> list[ComparedRow]:
    """A row for each field that one of them has, in the order of the sheets."""
    labels = list(dict.fromkeys(field.label for sheet in sheets for field in sheet.fields))
    by_label = [{field.label: field.texts for field in sheet.fields} for sheet in sheets]
    ordered = sorted(labels, key=lambda label: _place(label, sheets))
    return [_row(label, [values.get(label, ()) for values in by_label]) for label in ordered]


def _place(label: str, sheets: Sequence[CitedSheet]) -> float:
    """Where the label stands in the fullest sheet that has it, as a share of that sheet."""
    places = [
        names.index(label) / len(names)
        for sheet in sheets
        if label in (names := [field.label for field in sheet.fields])
    ]
    return min(places)


def _row(label: str, values: Sequence[tuple[str, ...]]) -> ComparedRow:
    spread = Counter(key for cell in values for key in {fold(text) for text in cell})
    cells = tuple(tuple(Item(text, own=spread[fold(text)] == 1) for text in cell) for cell in values)
    told = [{fold(text) for text in cell} for cell in values]
    return ComparedRow(label, cells, same=all(cell == told[0] for cell in told))
