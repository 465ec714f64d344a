"""Size of a territory by its population: inhabitants in, a class with its French label out."""

from bisect import bisect_right
from enum import StrEnum


class TerritorySize(StrEnum):
    UNDER_10K = "lt_10k"
    FROM_10K = "10k_20k"
    FROM_20K = "20k_50k"
    FROM_50K = "50k_100k"
    FROM_100K = "100k_250k"
    FROM_250K = "ge_250k"


#: The least population of each class but the first.
BOUNDS = (10_000, 20_000, 50_000, 100_000, 250_000)
SIZE_LABELS: dict[TerritorySize, str] = {
    TerritorySize.UNDER_10K: "Moins de 10\u202f000 habitants",
    TerritorySize.FROM_10K: "De 10\u202f000 à 20\u202f000 habitants",
    TerritorySize.FROM_20K: "De 20\u202f000 à 50\u202f000 habitants",
    TerritorySize.FROM_50K: "De 50\u202f000 à 100\u202f000 habitants",
    TerritorySize.FROM_100K: "De 100\u202f000 à 250\u202f000 habitants",
    TerritorySize.FROM_250K: "250\u202f000 habitants et plus",
}


def territory_size(population: int | None) -> TerritorySize | None:
    """None where the population is not known; a bound belongs to the class above it."""
    if population is None or population <= 0:
        return None
    return tuple(TerritorySize)[bisect_right(BOUNDS, population)]
