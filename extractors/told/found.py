"""An action as it is told: a title, its place, and fields with the words that tell them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from extractors.mentions import evidence
from models.evidence import Evidence
from models.layout import Block
from models.records import Action

METHOD = "told-1"


@dataclass(frozen=True)
class Value:
    """`quote` stands in `block`."""

    value: str | tuple[str, ...]
    block: Block
    quote: str

    @property
    def proof(self) -> Evidence:
        return evidence(self.block, self.quote, method=METHOD)


@dataclass
class Told:
    """`index`: the place of `block` in the document. The first value of a field is kept.

    `sure`: what stands above it calls it an action, so that it is no objective of an axis.
    """

    title: str
    block: Block
    quote: str
    index: int = -1
    number: str | None = None
    axis: str | None = None
    fields: dict[str, Value] = field(default_factory=dict)
    sure: bool = False

    def take(self, values: Mapping[str, Value]) -> None:
        for name, value in values.items():
            self.fields.setdefault(name, value)

    def action(self) -> Action:
        proofs = {name: (value.proof,) for name, value in self.fields.items()}
        proofs["title"] = (evidence(self.block, self.quote, method=METHOD),)
        values = {name: value.value for name, value in self.fields.items()}
        return Action.model_validate(
            {"title": self.title, "number": self.number, "axis": self.axis, "evidence": proofs, **values}
        )
