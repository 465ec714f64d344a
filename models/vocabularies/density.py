"""Density of a territory: official populations over the areas of the outlines that ship with the product.

In: the official code of a commune or a grouping. Out: inhabitants per km², and a class with its French label. The
outlines are simplified: areas are within 4 % of the official ones for the communes checked (0.97 to 1.01 times),
which is enough for classes. It is not Insee's density grid, which looks inside the communes.
"""

from bisect import bisect_right
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from math import cos, pi, radians

from models.vocabularies.census import load_census
from models.vocabularies.shapes import Ring, commune_shape

DEGREE = 6371.0088 * pi / 180  # km of a degree of latitude


class Density(StrEnum):
    UNDER_30 = "lt_30"
    FROM_30 = "30_100"
    FROM_100 = "100_300"
    FROM_300 = "300_1500"
    FROM_1500 = "ge_1500"


#: Inhabitants per km². 300 and 1,500 are those of Eurostat's towns and cities.
BOUNDS = (30, 100, 300, 1_500)
DENSITY_LABELS: dict[Density, str] = {
    Density.UNDER_30: "Moins de 30 habitants au km²",
    Density.FROM_30: "De 30 à 100 habitants au km²",
    Density.FROM_100: "De 100 à 300 habitants au km²",
    Density.FROM_300: "De 300 à 1\u202f500 habitants au km²",
    Density.FROM_1500: "1\u202f500 habitants au km² et plus",
}


def density_class(density: float | None) -> Density | None:
    """A bound belongs to the class above it; None where the density is not known."""
    return None if density is None else tuple(Density)[bisect_right(BOUNDS, density)]


@lru_cache(maxsize=8192)
def density_of(code: str) -> float | None:
    """Of a commune or a grouping of today; None for other codes, and where an outline is missing (some overseas)."""
    census = load_census()
    grouping = census.groupings.get(code)
    members = grouping.members if grouping else (code,)
    if any(member not in census.communes for member in members):
        return None
    areas = [commune_area(member) for member in members]
    if not areas or not all(areas):
        return None
    return census.population(members) / sum(areas)


@lru_cache(maxsize=40_000)
def commune_area(code: str) -> float:
    """In km², 0 for a commune that the outlines do not have. Holes turn the other way round, and are taken off."""
    return abs(sum(map(_signed, commune_shape(code)))) * DEGREE * DEGREE


def _signed(ring: Ring) -> float:
    """In square degrees of latitude, with a sign that tells which way the ring turns."""
    points = [(x * cos(radians(y)), y) for x, y in ring]
    return sum(x * v - u * y for (x, y), (u, v) in pairwise([*points, points[0]])) / 2
