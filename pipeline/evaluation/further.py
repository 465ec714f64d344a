"""In: gold and prediction of one contract's governance, assessment and plans. Out: their fields in the tally.

Gold: a mapping with any of `committees`, `health_assessment`, `plan_links` (docs/formats.md); a key that is not there
is not scored.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from rapidfuzz import fuzz

from models.records import PlanKind
from pipeline.evaluation.similarity import Node, folded, item_similarity, same_date, token_f1
from pipeline.evaluation.tally import NOTHING, Tally, with_missed

ITEM_MIN = 85.0
PLAN_MIN = 80.0
BODY_MIN = 60.0
NAME_MIN = 0.80
_LEAD = re.compile(r"^(?:(?:le|la|les|l|un|une|des|du|de|d|leur|leurs)\s+)+")


def compare_further(gold: Node, found: Node, tally: Tally) -> None:
    """Bodies pair by kind and name, plans by kind (others by name), members, authors and needs item by item."""
    if "committees" in gold:
        _committees(gold["committees"] or (), found.get("committees") or (), tally)
    if "health_assessment" in gold:
        _assessment(gold["health_assessment"], found.get("health_assessment"), tally)
    if "plan_links" in gold:
        _plans(gold["plan_links"] or (), found.get("plan_links") or (), tally)


def _committees(gold: Sequence[Node], found: Sequence[Node], tally: Tally) -> None:
    pairs = tally.items("committee", gold, found, _same_body, BODY_MIN)
    for one, other, _ in with_missed(gold, found, pairs):
        members = one.get("composition") or (), other.get("composition") or ()
        tally.items("committee.member", *members, _same_item, ITEM_MIN)
        tally.value("committee.frequency", one.get("frequency"), other.get("frequency"), _same_words)


def _same_body(one: Node, other: Node) -> float:
    if one["kind"] != other["kind"]:
        return 0.0
    alike = float(fuzz.token_set_ratio(folded(one["name"]), folded(other["name"])))
    return max(alike, 65.0) if one["kind"] != "other" else alike  # "COPIL" is the "comité de pilotage"


def _assessment(gold: Node | None, found: Node | None, tally: Tally) -> None:
    tally.value("assessment", True if gold else None, True if found else None, lambda a, b: a == b)
    one, other = gold or NOTHING, found or NOTHING
    tally.value("assessment.date", one.get("date"), other.get("date"), same_date)
    for field, items in (("assessment.author", "authors"), ("assessment.need", "needs")):
        tally.items(field, one.get(items) or (), other.get(items) or (), _same_item, ITEM_MIN)


def _plans(gold: Sequence[Node], found: Sequence[Node], tally: Tally) -> None:
    pairs = tally.items("plan", gold, found, _same_plan, PLAN_MIN)
    for i, j in pairs.items():
        tally.value("plan.name", gold[i].get("name"), found[j].get("name"), _same_words)


def _same_plan(one: Node, other: Node) -> float:
    if one["kind"] != other["kind"]:
        return 0.0
    return (
        100.0
        if one["kind"] != PlanKind.OTHER
        else float(fuzz.token_set_ratio(folded(one["name"]), folded(other["name"])))
    )


def _same_item(one: object, other: object) -> float:
    return item_similarity(_bare(one), _bare(other))


def _bare(value: object) -> str:
    return _LEAD.sub("", folded(value))


def _same_words(one: object, other: object) -> bool:
    return token_f1(one, other) >= NAME_MIN


def further_of(prediction: Mapping[str, Any] | None) -> Node:
    """The contract of a prediction that a gold of one contract is compared with: the first."""
    contracts = (prediction or {}).get("contracts") or ()
    return contracts[0] if contracts else NOTHING
