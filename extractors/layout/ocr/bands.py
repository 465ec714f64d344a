"""Coloured bars and boxes: found by their density, light letters on them turned to dark, their colour to white.

Tesseract takes a bar for a picture, and one threshold for the whole page loses the letters on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from extractors.layout.ocr.greys import DARK, TINTED, Grey, Mask

#: Side of the squares whose density is looked at, in pixels; a band is at least so many squares wide.
SQUARE = 12
MIN_WIDE = 6
DENSE = 0.55
#: A bar is a closed surface: one of its outermost rows above and below has its colour over this share.
#: Bold letters, even underlined, have such a row at most below.
SOLID = 0.85
#: Letters differ from what they stand on by so many greys.
CONTRAST = 40
#: A surface over this share of the page is no text, however its edges slope on a skewed copy.
LARGE = 0.2
PAPER = 245

Box = tuple[int, int, int, int]  # top, left, bottom, right in pixels


@dataclass(frozen=True)
class Band:
    box: Box
    ground: int  # its own grey


def with_light_bands(grey: Grey) -> tuple[Grey, list[Band]]:
    """The same picture, every dark band inverted, every band of a middle tint made as light as paper."""
    result = grey.copy()
    found = []
    # Dark bars first: one may lie in a tinted box. Twice: a light box on a dark page is dark by then.
    for limit in (DARK, DARK, TINTED):
        for box in _bands(result, limit):
            found.append(Band(box, _lighten(result, box)))
    return result, found


def _bands(grey: Grey, limit: int) -> Iterator[Box]:
    coloured = grey < limit
    height, width = (side // SQUARE * SQUARE for side in coloured.shape)
    rows, cols = height // SQUARE, width // SQUARE
    squares = coloured[:height, :width].reshape(rows, SQUARE, cols, SQUARE).mean(axis=(1, 3))
    for top, left, bottom, right in _areas(squares > DENSE):
        if right - left < MIN_WIDE:
            continue
        y0, y1 = max(0, (top - 1) * SQUARE), min(coloured.shape[0], (bottom + 1) * SQUARE)
        x0, x1 = max(0, (left - 1) * SQUARE), min(coloured.shape[1], (right + 1) * SQUARE)
        ys = np.flatnonzero(coloured[y0:y1, left * SQUARE : right * SQUARE].mean(axis=1) > 0.4)
        xs = np.flatnonzero(coloured[top * SQUARE : bottom * SQUARE, x0:x1].mean(axis=0) > 0.4)
        if not len(ys) or not len(xs):
            continue
        box = (y0 + int(ys[0]), x0 + int(xs[0]), y0 + int(ys[-1]) + 1, x0 + int(xs[-1]) + 1)
        if _is_closed(grey, box) or (bottom - top) * (right - left) > LARGE * rows * cols:
            yield box


def _is_closed(grey: Grey, box: Box) -> bool:
    """Whether rows just inside the upper and the lower edge have the bar's own colour from side to side."""
    top, left, bottom, right = box
    inside = grey[top:bottom, left:right].astype(np.int16)
    even = np.abs(inside - int(np.median(inside))) < CONTRAST
    edge = max(2, min(6, (bottom - top) // 6))
    return all(float(rows.mean(axis=1).max()) > SOLID for rows in (even[:edge], even[-edge:]))


def _lighten(grey: Grey, box: Box) -> int:
    """Returns the grey that the band had."""
    top, left, bottom, right = box
    area = np.s_[top:bottom, left:right]
    values = grey[area].astype(np.float32)
    ground = float(np.median(values))
    lighter, darker = int((values > ground + CONTRAST).sum()), int((values < ground - CONTRAST).sum())
    if lighter >= darker:  # light letters; an empty bar too: no letter is lost by it
        values = np.where(values > ground, 255 - (values - ground) * (255 / max(255 - ground, CONTRAST)), 255)
    else:
        values = values * (PAPER / max(ground, 1.0))
    grey[area] = np.clip(np.minimum(values, PAPER), 0, 255).astype(np.uint8)
    # Its edges stay rules: a title bar on top of a table is the table's first row.
    grey[area][[0, 1, -2, -1], :] = 0
    return int(ground)


def _areas(mask: Mask) -> list[Box]:
    """Boxes of the connected squares."""
    left_over = {(int(y), int(x)) for y, x in zip(*np.nonzero(mask), strict=True)}
    boxes = []
    while left_over:
        stack, seen = [left_over.pop()], []
        while stack:
            y, x = stack.pop()
            seen.append((y, x))
            for near in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
                if near in left_over:
                    left_over.remove(near)
                    stack.append(near)
        ys, xs = [y for y, _ in seen], [x for _, x in seen]
        boxes.append((min(ys), min(xs), max(ys) + 1, max(xs) + 1))
    return boxes
