"""The actions that a text without action sheets tells of.

In: blocks of one contract, its axes. Out: `Action`s, each value with its evidence.
"""

from collections.abc import Sequence

from rapidfuzz import fuzz

from extractors.told.announced import announced_actions, numbered_items
from extractors.told.found import Told
from extractors.told.subject import tied_actions
from models.layout import Block
from models.records import Action, Axis
from models.text import fold

#: Above that, two titles name one action.
SAME = 92


def told_actions(blocks: Sequence[Block], axes: Sequence[Axis] = ()) -> list[Action]:
    """Announced ones, numbered items, and those that a sentence ties to the contract, in the order of the text."""
    found: list[Told] = []
    for told in (
        *announced_actions(blocks, axes),
        *numbered_items(blocks, axes),
        *tied_actions(blocks),
    ):
        same = next((other for other in found if _same(told, other)), None)
        if same is None:
            found.append(told)
        else:
            same.take(told.fields)
    axis_titles = {fold(axis.title) for axis in axes}
    kept = [told for told in found if fold(told.title) not in axis_titles]
    return [told.action() for told in sorted(kept, key=lambda told: told.index)]


def _same(one: Told, other: Told) -> bool:
    if one.number and other.number and one.number != other.number:
        return False
    return fuzz.token_set_ratio(fold(one.title), fold(other.title)) >= SAME
