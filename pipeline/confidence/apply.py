"""In: contracts as extracted, their layout, a calibration. Out: the contracts with calibrated confidences.

A value less sure than the threshold of its field becomes a `Suggestion`: kept for a person, not told as a fact.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from models.evidence import Evidence, MissingReason
from models.layout import Layout
from models.records import ACTION_LISTS, Action, Contract, EvidenceMap, Suggestion
from pipeline.confidence.document import DocumentView
from pipeline.confidence.features import features_of
from pipeline.confidence.model import Calibration
from pipeline.confidence.values import Value, values_of

Proofs = dict[str, tuple[Evidence, ...]]

#: Lists of a contract whose items have one evidence each, in their order.
ALIGNED = {"signatory": "signatories", "axis": "axes"}


@dataclass
class _Judged:
    """The values of one record: those told, those only suggested."""

    told: list[tuple[Value, float]] = field(default_factory=list)
    fallen: list[tuple[Value, float]] = field(default_factory=list)


def with_confidence(
    contracts: Sequence[Contract], layout: Layout, calibration: Calibration
) -> tuple[Contract, ...]:
    """`Evidence.confidence` of every value that the calibration knows; evidence of other fields as it was."""
    view = DocumentView(layout, contracts)
    judged: dict[tuple[int, int | None], _Judged] = {}
    for value in values_of(contracts):
        sure = calibration.probability(value.field, features_of(value, view))
        of_contract = value.action is None or value.field == "action"
        record = judged.setdefault((value.contract, None if of_contract else value.action), _Judged())
        falls = sure < calibration.thresholds.get(value.field, 0.0)
        (record.fallen if falls else record.told).append((value, sure))
    return tuple(_contract(number, contract, judged) for number, contract in enumerate(contracts))


def _contract(number: int, contract: Contract, judged: Mapping[tuple[int, int | None], _Judged]) -> Contract:
    own = judged.get((number, None), _Judged())
    titles = {value.action: sure for value, sure in own.told if value.field == "action"}
    dropped = {value.action for value, _ in own.fallen if value.field == "action"}
    actions = tuple(
        _action(action, judged.get((number, index), _Judged()), titles.get(index))
        for index, action in enumerate(contract.actions)
        if index not in dropped
    )
    plain = [(value, sure) for value, sure in own.told if value.action is None]
    proofs = _sured(contract.evidence, [(v, s) for v, s in plain if v.field not in ALIGNED])
    values: dict[str, object] = {}
    missing = dict(contract.missing)
    for name in {value.key for value, _ in own.fallen if value.item is None and value.action is None}:
        values[name], missing[name] = None, MissingReason.AMBIGUOUS
        proofs.pop(name, None)
    for one, many in ALIGNED.items():
        told = {value.item: sure for value, sure in plain if value.field == one}
        gone = {value.item for value, _ in own.fallen if value.field == one}
        places = contract.evidence.get(many, ())
        kept = [(i, place) for i, place in enumerate(places) if i not in gone]
        values[many] = tuple(item for i, item in enumerate(getattr(contract, many)) if i not in gone)
        if kept:
            proofs[many] = tuple(_sure(place, told.get(i)) for i, place in kept)
        elif gone:
            proofs.pop(many, None)
            missing[many] = MissingReason.AMBIGUOUS
    suggestions = (*contract.suggestions, *(_suggestion(v, s) for v, s in own.fallen))
    return contract.model_copy(
        update={
            **values,
            "actions": actions,
            "evidence": proofs,
            "missing": missing,
            "suggestions": suggestions,
        }
    )


def _action(action: Action, judged: _Judged, title: float | None) -> Action:
    proofs = _sured(action.evidence, judged.told)
    if "title" in proofs:
        proofs["title"] = tuple(_sure(place, title) for place in proofs["title"])
    values: dict[str, object] = {}
    for name in {value.key for value, _ in judged.fallen}:
        if name in ACTION_LISTS:
            gone = {value.item for value, _ in judged.fallen if value.key == name}
            values[name] = tuple(item for i, item in enumerate(getattr(action, name)) if i not in gone)
        else:
            values[name] = None
        if not values[name]:
            proofs.pop(name, None)
    suggestions = (*action.suggestions, *(_suggestion(value, sure) for value, sure in judged.fallen))
    return action.model_copy(update={**values, "evidence": proofs, "suggestions": suggestions})


def _sured(proofs: EvidenceMap, told: Sequence[tuple[Value, float]]) -> Proofs:
    """Evidence of a list is as sure as its items are on average."""
    sure: dict[str, list[float]] = {}
    for value, probability in told:
        sure.setdefault(value.key, []).append(probability)
    return {
        name: tuple(_sure(place, _mean(sure[name])) for place in places) if name in sure else tuple(places)
        for name, places in proofs.items()
    }


def _mean(figures: Sequence[float]) -> float:
    return round(sum(figures) / len(figures), 3)


def _sure(place: Evidence, probability: float | None) -> Evidence:
    return place if probability is None else place.model_copy(update={"confidence": probability})


def _suggestion(value: Value, sure: float) -> Suggestion:
    name = "actions" if value.field == "action" else ALIGNED.get(value.field, value.key)
    return Suggestion(
        field=name, value=value.text, evidence=tuple(_sure(place, sure) for place in value.evidence)
    )
