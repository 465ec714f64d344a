"""Outlines to SVG paths. In: rings in degrees. Out: path data in a box of a given width, north up, areas in proportion.

One projection a drawing: an equal-area cone (Albers with one parallel) through the middle of what is drawn.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians, sin, sqrt

from models.vocabularies.shapes import Point, Ring
from pipeline.regional.outlines import area

#: Square units: slivers between outlines that do not quite fit are smaller, communes on any map larger.
SMALLEST = 0.4

#: Longitude and latitude → metres-like units, y to the north.
Projection = Callable[[Point], Point]


def albers(longitude: float, latitude: float) -> Projection:
    """Through a point, in degrees. At the equator a cone becomes a cylinder, so it stays a little off it."""
    parallel = radians(latitude if abs(latitude) > 1 else 1.0)
    n, origin = sin(parallel), radians(longitude)
    rho0 = cos(parallel) / n
    c = cos(parallel) ** 2 + 2 * n * sin(parallel)

    def project(point: Point) -> Point:
        rho = sqrt(max(c - 2 * n * sin(radians(point[1])), 0.0)) / n
        theta = n * (radians(point[0]) - origin)
        return rho * sin(theta), rho0 - rho * cos(theta)

    return project


@dataclass(frozen=True)
class Frame:
    """Where a drawing stands: what `frame_of` fitted. `width` and `height` in SVG units, from (x, y)."""

    project: Projection
    left: float
    top: float
    scale: float
    x: float
    y: float
    width: float
    height: float

    def point(self, place: Point) -> Point:
        """In SVG units."""
        east, north = self.project(place)
        return self.x + (east - self.left) * self.scale, self.y + (self.top - north) * self.scale

    def path(self, rings: Iterable[Ring]) -> str:
        """Path data of one area, to be filled by the even-odd rule."""
        return "".join(_ring_path([self.point(place) for place in ring]) for ring in rings)


def frame_of(
    rings: Sequence[Ring], width: float, *, height: float | None = None, at: Point = (0, 0), margin: float = 4
) -> Frame:
    """A frame that holds the rings: as wide as asked, or fitted and centred into width × height where that is given."""
    points = [point for ring in rings for point in ring]
    if not points:
        raise ValueError("nothing to draw")
    longitudes, latitudes = [p[0] for p in points], [p[1] for p in points]
    project = albers(_middle(longitudes), _middle(latitudes))
    projected = [project(point) for point in points]
    easts, norths = [p[0] for p in projected], [p[1] for p in projected]
    wide, high = max(easts) - min(easts), max(norths) - min(norths)
    scale = (width - 2 * margin) / wide
    if height is not None:
        scale = min(scale, (height - 2 * margin) / high)
    tall = height if height is not None else high * scale + 2 * margin
    return Frame(
        project=project,
        left=min(easts),
        top=max(norths),
        scale=scale,
        x=at[0] + (width - wide * scale) / 2,
        y=at[1] + (tall - high * scale) / 2,
        width=width,
        height=tall,
    )


def _middle(values: Sequence[float]) -> float:
    return (min(values) + max(values)) / 2


def _ring_path(points: Sequence[Point]) -> str:
    """To a tenth of a unit, points that fall together once; a ring too thin to be seen is not drawn."""
    rounded = [(round(x, 1), round(y, 1)) for x, y in points]
    kept = [p for n, p in enumerate(rounded) if n == 0 or p != rounded[n - 1]]
    if abs(area(kept)) < SMALLEST:
        return ""
    return "M" + "L".join(f"{x:g},{y:g}" for x, y in kept) + "Z"
