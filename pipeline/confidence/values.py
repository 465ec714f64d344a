"""The values of a record that have evidence of their own, one by one, named as the evaluation names them.

In: the contracts of a document. Out: `Value`s that know their place in the record and their evidence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.evidence import Evidence
from models.records import ACTION_LISTS, ACTION_TEXTS, Action, Contract

#: Fields whose values fail for like reasons share what is learnt of them.
GROUPS = {
    "dates": ("signature_date", "start_date", "end_date", "duration_months"),
    "identity": ("kind", "generation", "territory", "departments", "region"),
    "parties": ("signatory",),
    "titles": ("axis", "action"),
    "sheet_texts": tuple(f"action.{name}" for name in ACTION_TEXTS),
    "sheet_lists": tuple(f"action.{name}" for name in ACTION_LISTS),
}
GROUP_OF = {field: group for group, fields in GROUPS.items() for field in fields}

SCALARS = ("signature_date", "start_date", "end_date", "duration_months", "generation")


@dataclass(frozen=True)
class Value:
    """`contract`, `action` and `item` are indexes in the record, as in an evaluation's places."""

    field: str
    text: str
    evidence: tuple[Evidence, ...]
    contract: int
    action: int | None = None
    item: int | None = None

    @property
    def group(self) -> str:
        return GROUP_OF[self.field]

    @property
    def key(self) -> str:
        """The name of the field in its record: "action.pilot" → "pilot"."""
        return self.field.removeprefix("action.")


def values_of(contracts: Sequence[Contract]) -> Iterator[Value]:
    """Every value with evidence. An item of a list without evidence of its own has that of its list."""
    for number, contract in enumerate(contracts):
        yield from _of_contract(number, contract)
        for index, action in enumerate(contract.actions):
            yield from _of_action(number, index, action)


def _of_contract(number: int, contract: Contract) -> Iterator[Value]:
    proofs = contract.evidence
    yield from _one("kind", contract.kind.value, proofs.get("kind"), number)
    yield from _one("territory", contract.territory.name, proofs.get("territory"), number)
    yield from _one("region", contract.region, proofs.get("region"), number)
    for field in SCALARS:
        yield from _one(field, getattr(contract, field), proofs.get(field), number)
    for item, code in enumerate(contract.departments):
        yield from _one("departments", code, proofs.get("departments"), number, item=item)
    for item, party in enumerate(contract.signatories):
        yield from _one("signatory", party.name, _at(proofs.get("signatories"), item), number, item=item)
    for item, axis in enumerate(contract.axes):
        yield from _one("axis", axis.title, _at(proofs.get("axes"), item), number, item=item)


def _of_action(number: int, index: int, action: Action) -> Iterator[Value]:
    proofs = action.evidence
    yield from _one("action", action.title, proofs.get("title"), number, index)
    for name in ACTION_TEXTS:
        yield from _one(f"action.{name}", getattr(action, name), proofs.get(name), number, index)
    for name in ACTION_LISTS:
        for item, text in enumerate(getattr(action, name)):
            yield from _one(f"action.{name}", text, proofs.get(name), number, index, item)


def _one(
    field: str,
    value: object,
    evidence: Sequence[Evidence] | None,
    contract: int,
    action: int | None = None,
    item: int | None = None,
) -> Iterator[Value]:
    if value is not None and evidence:
        yield Value(field, str(value), tuple(evidence), contract, action, item)


def _at(evidence: Sequence[Evidence] | None, item: int) -> Sequence[Evidence]:
    return (evidence or ())[item : item + 1]
