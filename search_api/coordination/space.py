"""Actions as weighted features (codes and stems of the title and objectives), compared by their cosine.

In: the published actions and the names of their territories. Out: an `ActionSpace` that tells which actions
resemble one, and through which features. Numpy only: 20,000 actions are laid out in about 6 s, and one
question costs a fraction of a millisecond.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

import numpy as np
from numpy.typing import NDArray

from models.catalogue import ActionRecord
from models.records import Action, Scheme
from models.vocabularies.themes import with_broader
from search_api.coordination.words import generic_stems
from search_api.engines.analysis import stems

#: What a shared feature of each kind says. A code is read from words that count too, hence the low weights.
TITLE, OBJECTIVE = 2.0, 0.6
CODES: Mapping[Scheme, float] = {
    Scheme.THEME: 1.6,
    Scheme.POPULATION: 0.9,
    Scheme.ACTION_TYPE: 0.9,
    Scheme.SETTING: 0.5,
    Scheme.DETERMINANT: 0.3,
}
BROADER = 0.4  # share of a concept's weight that its broader concepts have
OBJECTIVE_STEMS = 30
#: A feature that more actions than this share have tells nothing and costs most.
COMMON = 0.25

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
Key = tuple[str, str]  # ("theme", "tabac") or ("word", stem)


@dataclass(frozen=True)
class Near:
    row: int
    score: float


class ActionSpace:
    """`ids[row]` is an action; `places[row]` numbers its territory. Immutable after construction."""

    def __init__(self, actions: Sequence[ActionRecord], territories: Mapping[str, str]) -> None:
        self.ids = tuple(record.id for record in actions)
        self.row = {action_id: row for row, action_id in enumerate(self.ids)}
        names = {name: number for number, name in enumerate(sorted(set(territories.values())))}
        self.places: Ints = np.array([names[territories[r.contract_id]] for r in actions], dtype=np.int64)
        own = {name: generic_stems().union(stems(name)) for name in names}
        raw = [_features(r.action, own[territories[r.contract_id]]) for r in actions]
        frequency = Counter(key for features in raw for key in features)
        most = max(5.0, COMMON * len(actions))
        kept = sorted(key for key, times in frequency.items() if 1 < times <= most)
        number = {key: n for n, key in enumerate(kept)}
        rarity = {key: log((1 + len(actions)) / frequency[key]) for key in kept}
        self.keys = tuple(kept)
        self._columns: list[Ints] = []
        self._weights: list[Floats] = []
        for features in raw:
            weighted = {number[k]: w * rarity[k] for k, w in features.items() if k in number}
            columns = np.array(sorted(weighted), dtype=np.int64)
            weights = np.array([weighted[c] for c in columns.tolist()], dtype=np.float32)
            length = float(np.linalg.norm(weights))
            self._columns.append(columns)
            self._weights.append(weights / np.float32(length) if length else weights)
        self._holders, self._holder_weights = _inverted(self._columns, self._weights, len(kept))

    def scores(self, row: int) -> NDArray[np.float64]:
        """The cosine of every action with this one."""
        columns, weights = self._columns[row], self._weights[row]
        if not len(columns):
            return np.zeros(len(self.ids))
        holders = np.concatenate([self._holders[c] for c in columns.tolist()])
        products = np.concatenate(
            [self._holder_weights[c] * w for c, w in zip(columns.tolist(), weights, strict=True)]
        )
        return np.bincount(holders, weights=products, minlength=len(self.ids)).astype(np.float64, copy=False)

    def near(self, row: int, least: float) -> Ints:
        """The rows at least so alike, itself left out, in their order."""
        scores = self.scores(row)
        scores[row] = 0.0
        return np.flatnonzero(scores >= least)

    def nearest(self, row: int, size: int, least: float) -> list[Near]:
        """Of other territories, the most alike first; at the same score by the order of the catalogue."""
        scores = self.scores(row)
        scores[self.places == self.places[row]] = 0.0
        found = np.flatnonzero(scores >= least)
        order = found[np.lexsort((found, -np.round(scores[found], 6)))][:size]
        return [Near(int(at), float(scores[at])) for at in order]

    def shared(self, row: int, other: int) -> Iterator[tuple[Key, float]]:
        """The features of both, with what each adds to their likeness, the most telling first."""
        both, here, there = np.intersect1d(
            self._columns[row], self._columns[other], assume_unique=True, return_indices=True
        )
        products = self._weights[row][here] * self._weights[other][there]
        for at in np.lexsort((both, -products)):
            yield self.keys[int(both[at])], float(products[at])


def _features(action: Action, idle: frozenset[str]) -> dict[Key, float]:
    """Without the words that say that one acts, or where: those of the territory's own name."""
    found: dict[Key, float] = {}
    for code in action.codes:
        for step, concept in enumerate(with_broader(code.scheme, code.concept)):
            weight = CODES[code.scheme] * (BROADER if step else 1.0)
            key = (code.scheme.value, concept)
            found[key] = max(weight, found.get(key, 0.0))
    for stem in stems(action.objectives or "")[:OBJECTIVE_STEMS]:
        found.setdefault(("word", stem), OBJECTIVE)
    for stem in stems(action.title):
        found["word", stem] = TITLE
    return {key: weight for key, weight in found.items() if key[0] != "word" or key[1] not in idle}


def _inverted(
    columns: Sequence[Ints], weights: Sequence[Floats], width: int
) -> tuple[list[Ints], list[Floats]]:
    """For each feature the rows that have it, and their weights."""
    rows = np.repeat(np.arange(len(columns)), [len(c) for c in columns])
    flat = np.concatenate(columns) if columns else np.zeros(0, dtype=np.int64)
    values = np.concatenate(weights) if weights else np.zeros(0, dtype=np.float32)
    order = np.argsort(flat, kind="stable")
    bounds = np.searchsorted(flat[order], np.arange(width + 1))
    holders = [order[first:last] for first, last in pairwise(bounds.tolist())]
    return [rows[at] for at in holders], [values[at] for at in holders]
