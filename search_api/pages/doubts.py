"""What a person should check: values that were read but are not sure, and readings only suggested.

In: a merged contract or action. Out: `Doubt`s, the least sure first, each with the address of its proof.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from models.catalogue import ActionRecord, ContractRecord
from models.evidence import Evidence
from models.fields import ACTION_FIELDS, CONTRACT_FIELDS, FieldInfo
from models.records import Action, Axis, Contract, Signatory
from search_api.french import duration_label, french_date
from search_api.services import Catalogue

#: Lists with one evidence an item, in their order.
ALIGNED = ("signatories", "axes")
#: The value is told in the words of the vocabulary; the quote says more.
CODED = frozenset({"kind", "territory", "departments", "region"})


@dataclass(frozen=True)
class Doubt:
    """`suggested`: not told as a fact. `owner` and `page` lead to the record."""

    label: str
    value: str
    proof: Evidence
    href: str
    suggested: bool
    owner: str
    page: str


def contract_doubts(record: ContractRecord) -> list[Doubt]:
    """Of the contract itself, not of its actions."""
    owner = record.contract.territory.name
    where = ("contracts", "contrats", record.id, owner)
    return _sorted(_doubts(record.contract, CONTRACT_FIELDS, where))


def action_doubts(record: ActionRecord) -> list[Doubt]:
    where = ("actions", "actions", record.id, record.action.title)
    return _sorted(_doubts(record.action, ACTION_FIELDS, where))


def all_doubts(catalogue: Catalogue) -> list[Doubt]:
    """Of every contract and action: the work list of a person who checks only what the machine doubts."""
    found = [doubt for record in catalogue.contracts.values() for doubt in contract_doubts(record)]
    found += [doubt for record in catalogue.actions.values() for doubt in action_doubts(record)]
    return _sorted(found)


def _sorted(doubts: Iterator[Doubt] | Sequence[Doubt]) -> list[Doubt]:
    return sorted(doubts, key=lambda doubt: (doubt.proof.confidence, doubt.owner, doubt.label))


def _doubts(
    record: Contract | Action, fields: Mapping[str, FieldInfo], where: tuple[str, str, str, str]
) -> Iterator[Doubt]:
    what, section, record_id, owner = where
    page = f"/{section}/{quote(record_id)}"

    def doubt(name: str, number: int, value: str, proof: Evidence, told: str) -> Doubt:
        href = f"/preuve/{what}/{quote(record_id)}/{name}?n={number}"
        return Doubt(_label(fields, told), value, proof, href, name == "suggestions", owner, page)

    for name, places in record.evidence.items():
        if name in ALIGNED:
            for number, (item, place) in enumerate(zip(getattr(record, name), places, strict=False), 1):
                if place.to_check:
                    yield doubt(name, number, _text(item), place, name)
        elif places and min(places, key=lambda p: p.confidence).to_check:
            least = min(range(len(places)), key=lambda index: places[index].confidence)
            shown = "" if name in CODED else _shown(name, getattr(record, name, ""))
            yield doubt(name, least + 1, shown or places[least].quote, places[least], name)
    for number, suggestion in enumerate(record.suggestions, 1):
        yield doubt("suggestions", number, suggestion.value, suggestion.evidence[0], suggestion.field)


def _label(fields: Mapping[str, FieldInfo], name: str) -> str:
    return fields[name].label if name in fields else name


def _shown(name: str, value: object) -> str:
    """As the pages print it: a date in French, a duration in years and months."""
    if name.endswith("_date") and isinstance(value, str):
        return french_date(value)
    if name == "duration_months" and isinstance(value, int):
        return duration_label(value)
    return _text(value)


def _text(value: object) -> str:
    if isinstance(value, Signatory):
        return value.name
    if isinstance(value, Axis):
        return value.title
    if isinstance(value, tuple):
        return " ; ".join(map(_text, value))
    return "" if value is None else str(value)
