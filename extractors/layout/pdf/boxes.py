"""Drawn boxes of a page: filled or outlined rectangles that hold text together, and horizontal rules.

In: the paths that a page draws (`get_cdrawings`). Out: `Drawn`: boxes with their fill, smallest last.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from models.evidence import BBox


@dataclass(frozen=True)
class Box:
    bbox: BBox
    fill: int | None

    @property
    def area(self) -> float:
        return (self.bbox[2] - self.bbox[0]) * (self.bbox[3] - self.bbox[1])


@dataclass(frozen=True)
class Drawn:
    boxes: tuple[Box, ...] = ()
    rules: tuple[BBox, ...] = ()  # horizontal rules at least a third of the page wide
    paths: int = 0
    fills: tuple[Box, ...] = field(default=())  # every filled rectangle, small ones included
    dots: tuple[BBox, ...] = ()  # bullets drawn as shapes: browsers and layout programs do so


MIN_SIDE = 14.0
DOT_SIDES = (1.2, 8.0)
MAX_SHARE = 0.75
MAX_PATHS = 4000


def drawn_on(paths: Sequence[dict[str, Any]], width: float, height: float) -> Drawn:
    """Boxes, rules and fills. Pages with thousands of paths are artwork: nothing is read from them."""
    if len(paths) > MAX_PATHS:
        return Drawn(paths=len(paths))
    boxes: dict[tuple[int, ...], Box] = {}
    fills, rules, dots = [], [], []
    for path in paths:
        x0, y0, x1, y1 = path["rect"]
        bbox = (round(x0, 1), round(y0, 1), round(x1, 1), round(y1, 1))
        w, h = x1 - x0, y1 - y0
        if h <= 2.5 and w >= width / 3:
            rules.append(bbox)
            continue
        fill = _rgb(path.get("fill"))
        outlined = path.get("color") is not None and _closed(path)
        if (fill is not None or outlined) and _is_dot(w, h):
            dots.append(bbox)
            continue
        if w < MIN_SIDE or h < MIN_SIDE / 2 or (fill is None and not outlined):
            continue
        box = Box(bbox, fill)
        if fill is not None:
            fills.append(box)
        if (
            h >= MIN_SIDE
            and w * h <= MAX_SHARE * width * height
            and (fill not in (None, 0xFFFFFF) or outlined)
        ):
            key = tuple(round(v / 3) for v in bbox)
            if key not in boxes or boxes[key].fill is None:
                boxes[key] = box
    ordered = tuple(sorted(boxes.values(), key=lambda b: -b.area))
    by_area = tuple(sorted(fills, key=lambda b: -b.area))
    return Drawn(ordered, tuple(rules), len(paths), by_area, tuple(dots))


def _is_dot(width: float, height: float) -> bool:
    low, high = DOT_SIDES
    return low <= width <= high and low <= height <= high and 0.6 < width / height < 1.7


def _closed(path: dict[str, Any]) -> bool:
    kinds = [item[0] for item in path["items"]]
    return "re" in kinds or "qu" in kinds or len(kinds) >= 4


def _rgb(color: Any) -> int | None:
    if color is None:
        return None
    red, green, blue = (round(255 * channel) for channel in color[:3])
    return int(red << 16 | green << 8 | blue)
