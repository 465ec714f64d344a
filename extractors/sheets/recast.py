"""Labels whose words usually name the axis, in a template that means something else by them: "Le cap".

In: the stream, and the folded titles of the contract's axes. Out: the stream, with such labels of no known field.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extractors.outline.titles import read_head
from extractors.outline.tokens import Token
from models.text import fold

#: A contract has fewer axes than so many values that all differ.
MANY = 8
#: With its axes known, so many other values tell.
SOME = 4
DISTINCT = 0.9


def recast_axis_labels(stream: Sequence[Token], axes: frozenset[str]) -> list[Token]:
    values: dict[str, list[str]] = defaultdict(list)
    for token, after in pairwise(stream):
        if token.kind == "label" and token.field == "axis" and after.kind == "line":
            values[fold(token.text)].append(after.text)
    others = {wording for wording, told in values.items() if _are_no_axes(told, axes)}
    return [
        token._replace(field="unknown")
        if others and token.kind == "label" and token.field == "axis" and fold(token.text) in others
        else token
        for token in stream
    ]


def _are_no_axes(told: Sequence[str], axes: frozenset[str]) -> bool:
    heads = [read_head(text) for text in told]
    if any(head.kind == "axis" or head.number or fold(head.title) in axes for head in heads):
        return False
    distinct = len({fold(text) for text in told})
    return distinct >= (SOME if axes else MANY) and distinct >= DISTINCT * len(told)
