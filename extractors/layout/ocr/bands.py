"""Dark bands with light letters (title bars): found by their density and turned to dark on light."""

import numpy as np

from extractors.layout.ocr.greys import DARK, Grey, Mask

#: Side of the squares whose density is looked at, in pixels; a band is at least so many squares wide.
SQUARE = 12
MIN_WIDE = 6
DENSE = 0.55


def with_light_bands(grey: Grey) -> Grey:
    """The same picture, every dark band inverted."""
    dark = grey < DARK
    height, width = (side // SQUARE * SQUARE for side in dark.shape)
    squares = (
        dark[:height, :width].reshape(height // SQUARE, SQUARE, width // SQUARE, SQUARE).mean(axis=(1, 3))
    )
    result = grey.copy()
    for top, left, bottom, right in _areas(squares > DENSE):
        if right - left < MIN_WIDE:
            continue
        y0, y1 = max(0, (top - 1) * SQUARE), min(dark.shape[0], (bottom + 1) * SQUARE)
        x0, x1 = max(0, (left - 1) * SQUARE), min(dark.shape[1], (right + 1) * SQUARE)
        rows = np.flatnonzero(dark[y0:y1, left * SQUARE : right * SQUARE].mean(axis=1) > 0.4)
        cols = np.flatnonzero(dark[top * SQUARE : bottom * SQUARE, x0:x1].mean(axis=0) > 0.4)
        if len(rows) and len(cols):
            area = np.s_[y0 + rows[0] : y0 + rows[-1] + 1, x0 + cols[0] : x0 + cols[-1] + 1]
            light = 255 - grey[area].astype(np.float32)
            # The band's own grey becomes paper white, or Tesseract takes the band for a picture.
            result[area] = np.clip(light * (245 / max(float(np.median(light)), 1.0)), 0, 255).astype(np.uint8)
            # Its edges stay rules: a title bar on top of a table is the table's first row.
            result[area][[0, 1, -2, -1], :] = 0
    return result


def _areas(mask: Mask) -> list[tuple[int, int, int, int]]:
    """Boxes (top, left, bottom, right) of the connected squares."""
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
