"""Clusters of alike actions, by stars: a space of actions in, groups of rows with their centre out.

An action with many alike ones in many territories becomes a centre, and those alike to it its cluster; no
chain of likenesses can join what is not alike to the centre. The same space always gives the same clusters.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from search_api.coordination.space import ActionSpace, Ints

#: Least cosine with the centre. Looked at on the development corpus: lower, themes meet; higher, wordings part.
LEAST = 0.42
TERRITORIES = 2  # a way of acting that one territory alone has is no archetype


@dataclass(frozen=True)
class Cluster:
    """`rows` by their likeness to the centre, the centre first."""

    centre: int
    rows: tuple[int, ...]


def clusters(space: ActionSpace, least: float = LEAST) -> list[Cluster]:
    """Largest first; an action is in one cluster at most."""
    near = [space.near(row, least) for row in range(len(space.ids))]
    centres = _centres(space, near)
    members = _members(space, centres, near)
    found = []
    for centre in centres:
        rows = members[centre]
        if len({int(space.places[row]) for row in rows}) >= TERRITORIES:
            scores = space.scores(centre)
            order = sorted(rows, key=lambda row: (row != centre, -round(float(scores[row]), 6), row))
            found.append(Cluster(centre, tuple(order)))
    return sorted(found, key=lambda c: (-len({int(space.places[r]) for r in c.rows}), -len(c.rows), c.centre))


def _centres(space: ActionSpace, near: Sequence[Ints]) -> list[int]:
    """Those with alike actions in most territories first; an action that is alike to a centre is none."""
    spread = [len(np.unique(space.places[rows])) for rows in near]
    order = sorted(range(len(near)), key=lambda row: (-spread[row], -len(near[row]), row))
    taken = np.zeros(len(near), dtype=bool)
    centres = []
    for row in order:
        if not taken[row] and len(near[row]):
            centres.append(row)
            taken[row] = True
            taken[near[row]] = True
    return centres


def _members(space: ActionSpace, centres: Sequence[int], near: Sequence[Ints]) -> dict[int, list[int]]:
    """Each action with the centre that it is most alike to."""
    best = np.zeros(len(near))
    home = np.full(len(near), -1, dtype=np.int64)
    for centre in centres:
        scores = space.scores(centre)[near[centre]]
        better = near[centre][scores > best[near[centre]]]
        best[near[centre]] = np.maximum(best[near[centre]], scores)
        home[better] = centre
    home[list(centres)] = centres
    members: dict[int, list[int]] = {centre: [] for centre in centres}
    for row in np.flatnonzero(home >= 0).tolist():
        members[int(home[row])].append(row)
    return members
