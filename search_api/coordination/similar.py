"""Actions of other territories like one, each with the reasons in plain French.

In: the space of actions, the catalogue and an action's identifier. Out: `Similar`s, the most alike first.
"""

from collections.abc import Mapping, Sequence

from models.base import Record
from models.catalogue import ActionRecord
from models.records import Scheme
from models.vocabularies.themes import concept_label
from search_api.coordination.space import ActionSpace
from search_api.engines.analysis import words_of

SIZE = 8
LEAST = 0.25
MOST_WORDS = 4
#: How a shared feature is told, in this order.
TOLD: Mapping[str, tuple[str, str]] = {
    Scheme.THEME.value: ("même thème", "mêmes thèmes"),
    "word": ("mot commun", "mots communs"),
    Scheme.POPULATION.value: ("même public", "mêmes publics"),
    Scheme.ACTION_TYPE.value: ("même type d'action", "mêmes types d'action"),
    Scheme.SETTING.value: ("même lieu d'intervention", "mêmes lieux d'intervention"),
    Scheme.DETERMINANT.value: ("même déterminant", "mêmes déterminants"),
}
#: A shared feature that adds less than this share of the likeness is not told.
TELLING = 0.05


class Similar(Record):
    """`score` is a cosine from 0 to 1; `reasons` are what both share: themes first."""

    action_id: str
    title: str
    contract_id: str
    territory: str
    score: float
    reasons: tuple[str, ...]


def similar_actions(
    space: ActionSpace, actions: Mapping[str, ActionRecord], territories: Mapping[str, str], action_id: str
) -> list[Similar]:
    """Of other territories only; [] for an action that the space does not hold."""
    row = space.row.get(action_id)
    if row is None:
        return []
    found = []
    for near in space.nearest(row, SIZE, LEAST):
        other = actions[space.ids[near.row]]
        found.append(
            Similar(
                action_id=other.id,
                title=other.action.title,
                contract_id=other.contract_id,
                territory=territories[other.contract_id],
                score=round(near.score, 3),
                reasons=tuple(_reasons(space, row, near.row, actions[action_id])),
            )
        )
    return found


def _reasons(space: ActionSpace, row: int, other: int, record: ActionRecord) -> Sequence[str]:
    shared = list(space.shared(row, other))
    total = sum(gain for _, gain in shared)
    kinds: dict[str, list[str]] = {}
    for (kind, value), gain in shared:
        if gain >= TELLING * total:
            kinds.setdefault(kind, []).append(value)
    reasons = []
    for kind, labels in TOLD.items():
        values = kinds.get(kind, [])
        written = (
            _as_written(record, values)[:MOST_WORDS]
            if kind == "word"
            else [concept_label(Scheme(kind), value) for value in values]
        )
        if written:
            reasons.append(f"{labels[len(written) > 1]} : {', '.join(written)}")
    return reasons


def _as_written(record: ActionRecord, wanted: Sequence[str]) -> list[str]:
    """The words of the action that have these stems."""
    text = f"{record.action.title}\n{record.action.objectives or ''}"
    written: dict[str, str] = {}
    for word in words_of(text):
        written.setdefault(word.stem, text[word.start : word.end].lower())
    return [written.get(stem, stem) for stem in wanted]
