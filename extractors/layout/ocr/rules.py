"""Ruled grids in a page picture: long runs of ink, the cells between them, and the picture without them."""

from dataclasses import dataclass, replace

import numpy as np

from extractors.layout.ocr.greys import Mask
from extractors.layout.ocr.picture import PagePicture
from models.evidence import BBox

#: Shorter runs are letters, in pixels at 200 dpi.
MIN_RUN = 90
SLACK = 6
#: Ink this long across a rule is the stroke of a letter, not the rule's own thickness.
LETTER = 10

Segment = tuple[int, int, int]  # position across, start along, end along


@dataclass(frozen=True)
class Grid:
    bbox: BBox
    rows: int
    cols: int
    cells: tuple[tuple[int, int, int, int, BBox], ...]  # row, col, row span, col span, box in pixels


def _runs(ink: Mask, length: int, share: float) -> Mask:
    """Ink that belongs to a horizontal run of `length` pixels, `share` of which are ink."""
    height, width = ink.shape
    if width <= length:
        return np.zeros_like(ink)
    sums = np.cumsum(np.pad(ink.astype(np.int16), ((0, 0), (1, 0))), axis=1, dtype=np.int16)
    full = (sums[:, length:] - sums[:, :-length]) >= share * length
    marks = np.zeros((height, width + 1), np.int16)
    marks[:, : full.shape[1]] += full
    marks[:, length : length + full.shape[1]] -= full[:, : width + 1 - length]
    return (np.cumsum(marks, axis=1, dtype=np.int16)[:, :width] > 0) & ink


def _rule_runs(dark: Mask) -> Mask:
    """Long runs, small breaks and a slope of one pixel allowed."""
    thick = dark.copy()
    thick[1:] |= dark[:-1]
    thick[:-1] |= dark[1:]
    return _runs(thick, MIN_RUN, 0.96)


def _segments(mask: Mask) -> list[Segment]:
    """Horizontal segments of a run mask: bands of rows close together that overlap."""
    segments: list[Segment] = []
    for y in np.flatnonzero(mask.any(axis=1)):
        row = np.flatnonzero(np.diff(np.concatenate(([0], mask[y].astype(np.int8), [0]))))
        for start, end in zip(row[::2], row[1::2], strict=True):
            if end - start < MIN_RUN * 0.8:
                continue
            for index, (at, left, right) in enumerate(segments):
                if y - at <= SLACK and start < right and end > left:
                    segments[index] = (int(y), min(left, int(start)), max(right, int(end)))
                    break
            else:
                segments.append((int(y), int(start), int(end)))
    return segments


def _masks(dark: Mask) -> tuple[Mask, Mask]:
    horizontal = _rule_runs(dark)
    vertical = _rule_runs(np.ascontiguousarray(dark.T)).T
    return horizontal, vertical


def find_ruled_grids(dark: Mask) -> tuple[list[Grid], list[BBox]]:
    """Grids of at least two cells side by side, and frames: boxes alone or in a stack. Lone rules give none."""
    horizontal, vertical = _masks(dark)
    across = _segments(horizontal)
    down = _segments(np.ascontiguousarray(vertical.T))
    grids, frames = [], []
    for hs, vs in _clusters(across, down):
        grid = _grid(hs, vs)
        if grid is not None and grid.cols > 1 and len(grid.cells) > 1:
            grids.append(grid)
        elif grid is not None:
            frames += [cell[4] for cell in grid.cells]
    return grids, frames


def _clusters(across: list[Segment], down: list[Segment]) -> list[tuple[list[Segment], list[Segment]]]:
    """Sets of rules that touch one another."""
    groups: list[tuple[list[Segment], list[Segment]]] = []
    for rule in down:
        x, top, bottom = rule
        touching = [
            h for h in across if top - SLACK <= h[0] <= bottom + SLACK and h[1] - SLACK <= x <= h[2] + SLACK
        ]
        if len(touching) < 2:
            continue
        joined = ([*touching], [rule])
        rest = []
        for group in groups:
            if any(h in joined[0] for h in group[0]):
                joined = (joined[0] + [h for h in group[0] if h not in joined[0]], joined[1] + group[1])
            else:
                rest.append(group)
        groups = [*rest, joined]
    return groups


def _merge(values: list[int]) -> list[int]:
    merged: list[int] = []
    for value in sorted(values):
        if not merged or value - merged[-1] > 2 * SLACK:
            merged.append(value)
    return merged


def _grid(hs: list[Segment], vs: list[Segment]) -> Grid | None:
    xs, ys = _merge([v[0] for v in vs]), _merge([h[0] for h in hs])
    if len(xs) < 2 or len(ys) < 2:
        return None

    def wall(segments: list[Segment], at: int, start: int, end: int) -> bool:
        middle = (start + end) / 2
        return any(abs(s[0] - at) <= 2 * SLACK and s[1] - SLACK <= middle <= s[2] + SLACK for s in segments)

    rows, cols = len(ys) - 1, len(xs) - 1
    taken: set[tuple[int, int]] = set()
    cells = []
    for row in range(rows):
        for col in range(cols):
            if (row, col) in taken:
                continue
            width = 1
            while col + width < cols and not wall(vs, xs[col + width], ys[row], ys[row + 1]):
                width += 1
            depth = 1
            while row + depth < rows and not any(
                wall(hs, ys[row + depth], xs[c], xs[c + 1]) for c in range(col, col + width)
            ):
                depth += 1
            taken |= {(r, c) for r in range(row, row + depth) for c in range(col, col + width)}
            box = (float(xs[col]), float(ys[row]), float(xs[col + width]), float(ys[row + depth]))
            cells.append((row, col, depth, width, box))
    bbox = (float(xs[0]), float(ys[0]), float(xs[-1]), float(ys[-1]))
    return Grid(bbox, rows, cols, tuple(cells))


def without_rules(picture: PagePicture) -> PagePicture:
    """The picture with its rules painted white: Tesseract reads cells better without them.

    Only what is thin goes: the letters that stand on an underline keep their feet.
    """
    dark = picture.ruled
    horizontal, vertical = _masks(dark)
    tall = _runs(np.ascontiguousarray(dark.T), LETTER, 1.0).T
    broad = _runs(dark, LETTER, 1.0)
    surface = _runs(tall, LETTER, 1.0)
    rules = (horizontal & ~tall) | (vertical & ~broad) | (horizontal & vertical & ~surface)
    fringe = rules.copy()
    for axis in (0, 1):
        fringe |= np.roll(rules, 1, axis) | np.roll(rules, -1, axis)
    grey = picture.grey.copy()
    grey[rules | (fringe & ~dark)] = 255
    return replace(picture, grey=grey)
