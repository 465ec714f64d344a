"""In: the entries of one contract. Out: its actions, merged; then the similar ones of other contracts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from models.catalogue import ActionRecord, Decision, Judgement, SimilarAction, Source
from models.records import ACTION_LISTS, ACTION_TEXTS, Action
from models.text import fold
from pipeline.linking.codes import merged_codes
from pipeline.linking.entries import Entry, candidate_pairs
from pipeline.linking.merge import suggestions_of, with_document

SAME_TITLE = 88.0
SIMILAR_TITLE = 85.0
#: Titles as short as "Bus santé" are similar only when they are the same.
SHORT_TITLE = 3
MOST_SIMILAR = 5
#: What a second document can add to an action.
_FILLED = ("number", "axis", *ACTION_TEXTS, *ACTION_LISTS)


@dataclass
class _Group:
    """Readings of one action, the fullest first once merged."""

    readings: list[tuple[Entry, int, Action]] = field(default_factory=list)


def merge_actions(contract_id: str, entries: Sequence[Entry]) -> list[ActionRecord]:
    """In the order of the entry that has most of them; those that only another has come after."""
    groups: list[_Group] = []
    for entry in sorted(entries, key=lambda e: (-len(e.contract.actions), e.ref)):
        taken: set[int] = set()
        for index, action in enumerate(entry.contract.actions):
            at = _match(groups, action, taken)
            if at is None:
                at = len(groups)
                groups.append(_Group())
            taken.add(at)
            groups[at].readings.append((entry, index, action))
    return [_record(contract_id, position, group) for position, group in enumerate(groups, 1)]


def _match(groups: Sequence[_Group], action: Action, taken: set[int]) -> int | None:
    """The most alike group that this document has not filled yet."""
    title, best, at = fold(action.title), SAME_TITLE, None
    for number, group in enumerate(groups):
        if number not in taken:
            score = fuzz.ratio(title, fold(group.readings[0][2].title))
            if score >= best:
                best, at = score, number
    return at


def _record(contract_id: str, position: int, group: _Group) -> ActionRecord:
    ranked = sorted(group.readings, key=lambda r: (-_fullness(r[2]), r[0].ref))
    lead = ranked[0][2]
    values: dict[str, object] = {}
    evidence = {
        name: with_document(found, ranked[0][0].source.document) for name, found in lead.evidence.items()
    }
    for entry, _, action in ranked[1:]:
        for name in _FILLED:
            if not (getattr(lead, name) or values.get(name)) and getattr(action, name):
                values[name] = getattr(action, name)
                evidence[name] = with_document(action.evidence.get(name, ()), entry.source.document)
    values["codes"] = merged_codes((action.codes, entry.source.document) for entry, _, action in ranked)
    return ActionRecord(
        id=f"{contract_id}-a{position}",
        contract_id=contract_id,
        position=position,
        action=lead.model_copy(
            update={
                **values,
                "evidence": evidence,
                "suggestions": tuple(
                    suggestion
                    for entry, _, action in ranked
                    for suggestion in suggestions_of(action.suggestions, entry.source.document)
                ),
            }
        ),
        sources=tuple(
            Source(
                document=e.source.document,
                name=e.source.name,
                uri=e.source.uri,
                index=index,
                title=action.title,
            )
            for e, index, action in ranked
        ),
    )


def _fullness(action: Action) -> int:
    return sum(bool(getattr(action, name)) for name in _FILLED)


def link_similar(
    actions: Sequence[ActionRecord], territories: Mapping[str, str]
) -> tuple[list[ActionRecord], list[Decision]]:
    """Near-identical actions of different contracts point to each other, the nearest first."""
    words = [" ".join(w for w in fold(record.action.title).split() if len(w) > 3) for record in actions]
    found: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    decisions = []
    for i, j in candidate_pairs([(None, w) for w in words]):
        if actions[i].contract_id == actions[j].contract_id:
            continue
        score = fuzz.ratio(words[i], words[j])
        short = min(len(words[i].split()), len(words[j].split())) < SHORT_TITLE
        if score < (100.0 if short else SIMILAR_TITLE):
            continue
        found[i].append((score, j))
        found[j].append((score, i))
        decisions.append(
            Decision(
                left=actions[i].id,
                right=actions[j].id,
                judgement=Judgement.SIMILAR,
                score=round(score / 100, 3),
                reasons=(_reason(score),),
            )
        )
    linked = [
        record.model_copy(update={"similar": _nearest(found[number], actions, territories)})
        if found.get(number)
        else record
        for number, record in enumerate(actions)
    ]
    return linked, decisions


def _reason(score: float) -> str:
    return f"titres semblables à {score:.0f} %"


def _nearest(
    found: Sequence[tuple[float, int]], actions: Sequence[ActionRecord], territories: Mapping[str, str]
) -> tuple[SimilarAction, ...]:
    ranked = sorted(found, key=lambda item: (-item[0], actions[item[1]].id))[:MOST_SIMILAR]
    return tuple(
        SimilarAction(
            action_id=actions[j].id,
            title=actions[j].action.title,
            contract_id=actions[j].contract_id,
            territory=territories[actions[j].contract_id],
            score=round(score / 100, 3),
            reason=_reason(score),
        )
        for score, j in ranked
    )
