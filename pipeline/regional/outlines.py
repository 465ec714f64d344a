"""The outline of a territory from those of its communes: borders between two of them fall out.

In: the rings of each commune, in degrees, that share their border points exactly. Out: polygons as GeoJSON has them
(RFC 7946): the outer ring first, anticlockwise, then its holes, clockwise; each ring closed.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from models.vocabularies.shapes import Point, Ring, commune_shape

Polygon = list[Ring]
#: Gaps and overlaps smaller than this (square degrees, about 17 hectares) come from the simplified source.
CRUMB = 2e-5


def dissolved(shapes: Iterable[Sequence[Ring]]) -> list[Polygon]:
    """The polygons of all shapes together, the largest first."""
    edges: Counter[tuple[Point, Point]] = Counter()  # shapes that overlap may share an edge in one direction
    for shape in shapes:
        for ring in _oriented(shape):
            for edge in zip(ring, (*ring[1:], ring[0]), strict=True):
                if edges[edge[::-1]]:
                    edges[edge[::-1]] -= 1
                else:
                    edges[edge] += 1
    return _polygons(list(_rings(edges.elements())))


def outline_of(communes: Iterable[str]) -> list[Polygon]:
    """The same, of communes by their codes; those that have no outline are left out."""
    return dissolved(shape for code in communes if (shape := commune_shape(code)))


def area(ring: Sequence[Point]) -> float:
    """In squares of its units; negative for a clockwise ring."""
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs) / 2


def inside(point: Point, ring: Ring) -> bool:
    """Whether the ring goes around the point; either answer for a point on it."""
    x, y = point
    found = False
    for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            found = not found
    return found


def centre(polygons: Sequence[Polygon]) -> Point | None:
    """The centroid of the largest polygon, without regard to its holes; None where there is none."""
    if not polygons:
        return None
    ring = polygons[0][0][:-1]
    x0, y0 = ring[0]  # near the ring, so that the products keep their digits
    moved = [(x - x0, y - y0) for x, y in ring]
    pairs = list(zip(moved, (*moved[1:], moved[0]), strict=True))
    crosses = [ax * by - bx * ay for (ax, ay), (bx, by) in pairs]
    whole = sum(crosses) * 3
    x = sum((a[0] + b[0]) * cross for (a, b), cross in zip(pairs, crosses, strict=True)) / whole
    y = sum((a[1] + b[1]) * cross for (a, b), cross in zip(pairs, crosses, strict=True)) / whole
    return round(x + x0, 4), round(y + y0, 4)


def _oriented(shape: Sequence[Ring]) -> Iterable[Ring]:
    """Outer rings anticlockwise, holes clockwise: the land is on the left of every edge."""
    for number, ring in enumerate(shape):
        around = sum(inside(ring[0], other) for n, other in enumerate(shape) if n != number)
        hole = around % 2 == 1
        yield ring if (area(ring) < 0) == hole else ring[::-1]


def _rings(edges: Iterable[tuple[Point, Point]]) -> Iterable[Ring]:
    """Follows the edges that are left, turning left where several go on; rings that touch come apart."""
    following: dict[Point, list[Point]] = {}
    for start, end in sorted(edges):
        following.setdefault(start, []).append(end)
    while following:
        walk = [next(iter(following))]
        while walk:
            before, here = (walk[-2] if len(walk) > 1 else None), walk[-1]
            end = _step(following, here, before)
            if end in walk:  # a ring is closed, be it all of the walk or a hole that touches it
                at = walk.index(end)
                yield tuple(walk[at:])
                del walk[at + (at > 0) :]
            else:
                walk.append(end)


def _step(following: dict[Point, list[Point]], here: Point, before: Point | None) -> Point:
    ends = following[here]
    if before is not None and len(ends) > 1:
        heading = math.atan2(here[1] - before[1], here[0] - before[0])
        ends.sort(key=lambda end: _turn(heading, here, end))
    chosen = ends.pop()
    if not ends:
        del following[here]
    return chosen


def _turn(heading: float, here: Point, end: Point) -> float:
    """From -π (sharp right) to π (sharp left)."""
    turn = math.atan2(end[1] - here[1], end[0] - here[0]) - heading
    return (turn + math.pi) % (2 * math.pi) - math.pi


def _polygons(rings: Sequence[Ring]) -> list[Polygon]:
    """Islands stay however small they are, unless they lie within another polygon."""
    outer: list[Ring] = []
    for ring in sorted((r for r in rings if area(r) > 0), key=lambda ring: -area(ring)):
        if area(ring) > CRUMB or not any(inside(ring[0], other) for other in outer):
            outer.append(ring)
    found: list[Polygon] = [[(*ring, ring[0])] for ring in outer]
    for hole in (r for r in rings if area(r) < -CRUMB):
        around = [n for n, ring in enumerate(outer) if inside(hole[0], ring)]
        if around:  # the smallest
            found[around[-1]].append((*hole, hole[0]))
    return found
