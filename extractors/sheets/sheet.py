"""An action sheet while it is read: its title and the parts that stand under its labels.

In: label tokens, in order. Out: for each part the list that takes its lines; the parts by field when all are read.
"""

from dataclasses import dataclass, field
from functools import cached_property

from extractors.outline.tokens import Token
from extractors.outline.wording import bare_label
from models.text import fold

#: Fields of an action; other labels (title, number, axis…) say where it belongs.
FIELDS = frozenset(
    [
        "objectives",
        "context",
        "description",
        "target_population",
        "pilot",
        "partners",
        "area",
        "schedule",
        "budget",
        "expected_results",
        "indicators",
    ]
)


@dataclass
class Part:
    """What stands under one label. `field` may be "skip" (known to have none) or "unknown"."""

    label: str
    lines: list[Token] = field(default_factory=list)
    field: str = "unknown"

    @cached_property
    def wording(self) -> str:
        return fold(bare_label(self.label))

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass
class Sheet:
    """`heads` are the tokens of the title; `objective` the objective of its axis, where the sheet tells it.

    `intro` are the lines under the title before the first label; `above` is the heading over the title, which a
    divider leaves above the first sheet of its axis.
    """

    title: str = ""
    number: str | None = None
    axis: str | None = None
    axis_number: str | None = None
    heads: list[Token] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    objective: list[Token] = field(default_factory=list)
    intro: list[Token] = field(default_factory=list)
    above: Token | None = None

    def take(self, name: str, label: str) -> list[Token]:
        """Where the lines under a label go; a label printed again on the next page goes on with its part."""
        wording = fold(bare_label(label))
        for part in self.parts:
            if part.wording == wording:
                return part.lines
        self.parts.append(Part(label, field=name))
        return self.parts[-1].lines

    def has(self, name: str) -> bool:
        return any(part.field == name for part in self.parts)

    @property
    def begun(self) -> bool:
        """Whether a label of a known field was read."""
        return any(part.field in FIELDS for part in self.parts)

    @property
    def labels(self) -> int:
        return len({part.field for part in self.parts} & FIELDS)

    @property
    def fields(self) -> dict[str, list[Token]]:
        """The lines by field. "Objectif" above "Objectifs de l'action" is the axis's, not the sheet's."""
        found: dict[str, list[Token]] = {}
        worded: dict[str, str] = {}
        for part in self.parts:
            if part.field not in FIELDS:
                continue
            if part.field == "objectives" and worded.get("objectives") == "objectif":
                found["objectives"] = []
            worded[part.field] = part.wording
            found.setdefault(part.field, []).extend(part.lines)
        return found

    @property
    def other(self) -> dict[str, list[Token]]:
        """The lines under labels without a field, by label as printed."""
        return {part.label.strip(" :"): part.lines for part in self.parts if part.field not in FIELDS}
