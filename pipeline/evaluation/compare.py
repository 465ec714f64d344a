"""In: the gold and the prediction of one document. Out: every field of its contracts judged in the tally."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rapidfuzz import fuzz

from models.records import ACTION_LISTS, ACTION_TEXTS
from pipeline.evaluation.similarity import (
    Node,
    contract_similarity,
    folded,
    item_similarity,
    same_date,
    signatory_similarity,
    title_similarity,
    token_f1,
)
from pipeline.evaluation.tally import Place, Tally, with_missed

TITLE_MIN = 90.0
CONTRACT_MIN = 70.0
SIGNATORY_MIN = ITEM_MIN = 85.0
PERSON_MIN = 88.0
TEXT_MIN = 0.80

PLAIN = ("kind", "generation", "duration_months")
DATES = ("signature_date", "start_date", "end_date")


def compare_document(gold: Node, prediction: Node | None, tally: Tally) -> None:
    """A field that the gold does not have at all (no key) is not scored."""
    golds, found = _list(gold, "contracts"), _list(prediction or {}, "contracts")
    pairs = tally.items("contract", golds, found, contract_similarity, CONTRACT_MIN, Place)
    for one, other, index in with_missed(golds, found, pairs):
        at = Place(index)
        _territory(one, other, tally, at)
        for field in PLAIN:
            if field in one:
                tally.value(field, one[field], other.get(field), _equal, at)
        for field in DATES:
            if field in one:
                tally.value(field, one[field], other.get(field), same_date, at)
        if "signatories" in one:
            _signatories(_list(one, "signatories"), _list(other, "signatories"), tally, at)
        if "axes" in one:
            _axes(_list(one, "axes"), _list(other, "axes"), tally, at)
        if "actions" in one:
            _actions(_list(one, "actions"), _list(other, "actions"), tally, at)


def _list(node: Node, key: str) -> Sequence[Any]:
    return node.get(key) or []


def _items_at(at: Place) -> Callable[[int], Place]:
    return lambda index: at._replace(item=index)


def _whole(at: Place) -> Callable[[int], Place]:
    """For lists whose items have no place of their own."""
    return lambda _: at


def _equal(one: object, other: object) -> bool:
    return one == other


def _same_text(one: object, other: object) -> bool:
    return str(one) == str(other)


def _titles(one: Node, other: Node) -> float:
    return title_similarity(one["title"], other.get("title"))


def _territory(gold: Node, found: Node, tally: Tally, at: Place) -> None:
    one, other = gold.get("territory") or {}, found.get("territory") or {}
    if "code" in one:
        tally.value("territory.code", one["code"], other.get("code"), _same_text, at)
    if "type" in one:
        tally.value("territory.type", one["type"], other.get("type"), _equal, at)
    if "departments" in gold:
        codes = _list(gold, "departments"), _list(found, "departments")
        tally.items("departments", *codes, lambda a, b: 100.0 * _same_text(a, b), 99.0, _items_at(at))
    if "region" in gold:
        tally.value("region", gold["region"], found.get("region"), _same_text, at)


def _signatories(gold: Sequence[Node], found: Sequence[Node], tally: Tally, at: Place) -> None:
    pairs = tally.items("signatory", gold, found, signatory_similarity, SIGNATORY_MIN, _items_at(at))
    for one, other, index in with_missed(gold, found, pairs):
        person = (one.get("representative") or {}).get("name")
        if person:
            read = (other.get("representative") or {}).get("name")
            tally.value("representative", person, read, _same_person, at._replace(item=index))


def _same_person(one: object, other: object) -> bool:
    return fuzz.token_set_ratio(folded(one), folded(other)) >= PERSON_MIN


def _axes(gold: Sequence[Node], found: Sequence[Node], tally: Tally, at: Place) -> None:
    pairs = tally.items("axis", gold, found, _titles, TITLE_MIN, _items_at(at))
    for one, other, index in with_missed(gold, found, pairs):
        if one.get("objectives"):
            objectives = [o.get("title") if isinstance(o, Mapping) else o for o in _list(other, "objectives")]
            whole = _whole(at._replace(item=index))
            tally.items("axis.objective", one["objectives"], objectives, title_similarity, TITLE_MIN, whole)


def _actions(gold: Sequence[Node], found: Sequence[Node], tally: Tally, at: Place) -> None:
    pairs = tally.items("action", gold, found, _titles, TITLE_MIN, lambda index: at._replace(action=index))
    for one, other, index in with_missed(gold, found, pairs):
        here = at._replace(action=index)
        if one.get("axis"):
            tally.value("action.axis", one["axis"], other.get("axis"), _same_title, here)
        if one.get("number"):
            tally.value("action.number", one["number"], other.get("number"), _same_words, here)
        for field in ACTION_TEXTS:
            if field in one:
                tally.value(
                    f"action.{field}", one[field] or None, other.get(field) or None, _same_passage, here
                )
        for field in ACTION_LISTS:
            if field in one:
                items = _list(one, field), _list(other, field)
                tally.items(f"action.{field}", *items, item_similarity, ITEM_MIN, _items_at(here))


def _same_title(one: object, other: object) -> bool:
    return title_similarity(one, other) >= TITLE_MIN


def _same_words(one: object, other: object) -> bool:
    return folded(one) == folded(other)


def _same_passage(one: object, other: object) -> bool:
    return token_f1(one, other) >= TEXT_MIN
