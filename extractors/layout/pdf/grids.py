"""The cells of ruled tables, from the rules and rectangles that a page draws.

In: drawn paths and the boxes of the printed lines. Out: groups of cell boxes, a group a table. The method of
pdfplumber and PyMuPDF: edges, their crossings, the smallest rectangles between them. PyMuPDF's own finder
first reads every letter of the page with its font: 7 times slower, for the same cells.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from models.evidence import BBox

#: Edges nearer than this are one; pieces of an edge this far apart are one; crossings may miss by this.
SNAP = 3.0
#: Shorter edges are letters and dashes.
MIN_EDGE = 3.0
#: With more crossings to test than this a page is a drawing.
MAX_CROSSINGS = 400_000
WHITE = (1.0, 1.0, 1.0)

Edge = tuple[float, float, float]  # position across, start, end
Point = tuple[float, float]


def find_cells(paths: Sequence[dict[str, Any]], printed: Sequence[BBox]) -> list[list[BBox]]:
    """Tables as lists of cells, two cells at least."""
    across: list[Edge] = []
    down: list[Edge] = []
    for path in paths:
        for box in _straight(path):
            _add(box, across, down)
    for box in _envelopes([tuple(path["rect"]) for path in paths], printed):
        _add(box, across, down)
    hs, vs = _merged(across), _merged(down)
    if len(hs) < 2 or len(vs) < 2 or len(hs) * len(vs) > MAX_CROSSINGS:
        return []
    return _tables(list(_cells(hs, vs)))


def _straight(path: dict[str, Any]) -> Iterator[BBox]:
    """Rectangles and axis-parallel lines of a path, as boxes."""
    if path["type"] == "f" and path.get("fill") == WHITE:
        return
    for item in path["items"]:
        if item[0] == "re":
            x0, y0, x1, y1 = item[1]
            yield (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        elif item[0] == "l":
            (xa, ya), (xb, yb) = item[1], item[2]
            if abs(xa - xb) <= 1 or abs(ya - yb) <= 1:
                yield (min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))
        elif item[0] == "qu":
            xs, ys = [p[0] for p in item[1]], [p[1] for p in item[1]]
            yield (min(xs), min(ys), max(xs), max(ys))


def _add(box: BBox, across: list[Edge], down: list[Edge]) -> None:
    """The edges of a box; one edge of a box that is thin."""
    x0, y0, x1, y1 = box
    flat, narrow = y1 - y0 <= SNAP, x1 - x0 <= SNAP
    if flat and narrow:
        return
    if flat:
        across.append(((y0 + y1) / 2, x0, x1))
    elif narrow:
        down.append(((x0 + x1) / 2, y0, y1))
    else:
        across += [(y0, x0, x1), (y1, x0, x1)]
        down += [(x0, y0, y1), (x1, y0, y1)]


def _envelopes(boxes: Sequence[BBox], printed: Sequence[BBox]) -> Iterator[BBox]:
    """Boxes around graphics that touch and hold text: the missing outer rules of a table."""
    left = sorted(set(boxes))
    middles = [((x0 + x1) / 2, (y0 + y1) / 2) for x0, y0, x1, y1 in printed]
    while left:
        around, grown = left.pop(), True
        while grown:
            near = [box for box in left if _touch(around, box)]
            grown = bool(near)
            if grown:
                left = [box for box in left if not _touch(around, box)]
                around = _around([around, *near])
        if any(around[0] <= x <= around[2] and around[1] <= y <= around[3] for x, y in middles):
            yield around


def _touch(one: BBox, other: BBox) -> bool:
    return (
        one[0] - SNAP <= other[2]
        and other[0] - SNAP <= one[2]
        and one[1] - SNAP <= other[3]
        and other[1] - SNAP <= one[3]
    )


def _around(boxes: Iterable[BBox]) -> BBox:
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return (min(x0), min(y0), max(x1), max(y1))


def _merged(edges: list[Edge]) -> list[Edge]:
    """Edges snapped to common positions and joined where their pieces meet."""
    lanes: list[list[Edge]] = []
    for edge in sorted(edges):
        if lanes and edge[0] - lanes[-1][-1][0] <= SNAP:
            lanes[-1].append(edge)
        else:
            lanes.append([edge])
    merged: list[Edge] = []
    for lane in lanes:
        at = sum(edge[0] for edge in lane) / len(lane)
        start, end = None, 0.0
        for _, a, b in sorted(lane, key=lambda edge: edge[1]):
            if start is not None and a <= end + SNAP:
                end = max(end, b)
                continue
            if start is not None and end - start >= MIN_EDGE:
                merged.append((at, start, end))
            start, end = a, b
        if start is not None and end - start >= MIN_EDGE:
            merged.append((at, start, end))
    return merged


def _cells(hs: Sequence[Edge], vs: Sequence[Edge]) -> Iterator[BBox]:
    """The smallest rectangles with edges on all four sides."""
    rows: dict[Point, int] = {}  # crossing -> number of its horizontal edge; vertical likewise
    cols: dict[Point, int] = {}
    on_row: defaultdict[int, list[float]] = defaultdict(list)
    on_col: defaultdict[int, list[float]] = defaultdict(list)
    positions = [v[0] for v in vs]
    for h, (y, x0, x1) in enumerate(hs):
        for v in range(bisect_left(positions, x0 - SNAP), bisect_right(positions, x1 + SNAP)):
            x, top, bottom = vs[v]
            if top - SNAP <= y <= bottom + SNAP:
                rows[x, y], cols[x, y] = h, v
                on_row[h].append(x)
                on_col[v].append(y)
    for (x, y), h in rows.items():
        v = cols[x, y]
        cell = _cell(
            x, y, sorted(r for r in on_row[h] if r > x), sorted(b for b in on_col[v] if b > y), rows, cols
        )
        if cell is not None:
            yield cell


def _cell(
    x: float,
    y: float,
    rights: Sequence[float],
    belows: Sequence[float],
    rows: dict[Point, int],
    cols: dict[Point, int],
) -> BBox | None:
    """The smallest cell with its upper left corner at this crossing."""
    for below in belows:
        for right in rights:
            corner = (right, below)
            same_row = corner in rows and rows[corner] == rows[x, below]
            if same_row and cols[corner] == cols[right, y]:
                return (x, y, right, below)
    return None


def _tables(cells: Sequence[BBox]) -> list[list[BBox]]:
    """Cells that share a corner are of one table."""
    parents = list(range(len(cells)))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    first: dict[Point, int] = {}
    for number, (x0, y0, x1, y1) in enumerate(cells):
        for corner in ((x0, y0), (x1, y0), (x0, y1), (x1, y1)):
            parents[root(number)] = root(first.setdefault(corner, number))
    groups: defaultdict[int, list[BBox]] = defaultdict(list)
    for number, cell in enumerate(cells):
        groups[root(number)].append(cell)
    return [group for group in groups.values() if len(group) > 1]
