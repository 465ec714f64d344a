"""Outlines of communes and departments, to draw maps with. In: an INSEE code. Out: rings of points, in degrees.

Where they come from stands in `official/SHAPES_SOURCE.json`; `build_shapes.py` made them.
"""

import gzip
import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from models.vocabularies.tables import DATA

#: Points of the grid in a degree: 0.0005° is 55 m of latitude.
STEPS = 2000

#: Longitude and latitude (WGS 84), in degrees.
Point = tuple[float, float]
Ring = tuple[Point, ...]


@lru_cache(maxsize=1)
def _packed() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = json.loads(
        gzip.decompress((DATA / "shapes.json.gz").read_bytes())
    )
    return found


def commune_shape(code: str) -> tuple[Ring, ...]:
    """The rings of a commune of today; none for the few that the source does not draw (overseas collectivities)."""
    return _unpacked(_packed()["communes"].get(code, ""))


def department_shape(code: str) -> tuple[Ring, ...]:
    """Coarser than its communes; none for overseas collectivities."""
    return _unpacked(_packed()["departments"].get(code, ""))


def _unpacked(outline: str) -> tuple[Ring, ...]:
    return tuple(_ring([int(step) for step in ring.split()]) for ring in outline.split(";") if ring)


def _ring(steps: Sequence[int]) -> Ring:
    longitudes, latitudes = accumulate(steps[0::2]), accumulate(steps[1::2])
    return tuple((x / STEPS, y / STEPS) for x, y in zip(longitudes, latitudes, strict=True))
