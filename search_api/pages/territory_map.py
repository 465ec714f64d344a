"""Maps drawn of communes: the contracts of a region in its departments, and one territory among its neighbours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from models.catalogue import STATUS_LABELS, InventoryRow
from models.vocabularies.census import Census, load_census
from models.vocabularies.shapes import Ring, commune_shape
from pipeline.regional.outlines import outline_of
from pipeline.regional.perimeter import Perimeter
from search_api.pages.cartography import Frame, frame_of
from search_api.pages.map import RANK
from search_api.pages.render import render

WIDTH = 640.0


@dataclass(frozen=True)
class DrawnTerritory:
    """A territory on a map, in the colour of its best contract. `path` is empty where nothing can be drawn."""

    name: str
    href: str
    status: str
    text: str
    path: str


def region_map(
    departments: Sequence[str],
    rows: Sequence[InventoryRow],
    perimeters: Mapping[str, Perimeter],
    label: str,
) -> str:
    """The departments of a region and the communes under contract; empty where no outline is known."""
    outlines = {code: fine_outline(code) for code in departments}
    rings = [ring for found in outlines.values() for ring in found]
    if not rings:
        return ""
    frame = frame_of(rings, WIDTH)
    return render(
        "territory_map.svg",
        label=label,
        width=WIDTH,
        height=round(frame.height),
        ground={code: frame.path(found) for code, found in outlines.items()},
        territories=[t for t in _territories(rows, perimeters, frame) if t.path],
    )


def _territories(
    rows: Sequence[InventoryRow], perimeters: Mapping[str, Perimeter], frame: Frame
) -> list[DrawnTerritory]:
    """Large ones first, so that a town shows on top of its grouping; of several contracts the best status."""
    best: dict[tuple[str, ...], InventoryRow] = {}
    for row in sorted(rows, key=lambda row: RANK.index(row.status)):
        if codes := perimeters[row.contract_id].communes:
            best.setdefault(codes, row)
    return [
        DrawnTerritory(
            name=row.territory,
            href=f"/territoires/{quote(row.territory_key, safe='')}",
            status=row.status.value,
            text=STATUS_LABELS[row.status].lower(),
            path=frame.path(ring for polygon in outline_of(codes) for ring in polygon),
        )
        for codes, row in sorted(best.items(), key=lambda entry: (-len(entry[0]), entry[1].territory))
    ]


@cache
def fine_outline(department: str) -> tuple[Ring, ...]:
    """A department by its communes: their outlines fit it, where the coarse one of the country's map does not.

    Without its holes: they are communes that merged after the outlines were published.
    """
    codes = (c.code for c in load_census().by_department.get(department, ()))
    return tuple(polygon[0] for polygon in outline_of(codes))


def perimeter_map(perimeter: Perimeter, census: Census, label: str) -> str:
    """The communes of a territory, each with its name, over the outlines of its departments."""
    members = [(census.communes[code], commune_shape(code)) for code in perimeter.communes]
    rings = [ring for _, found in members for ring in found]
    if not rings:
        return ""
    frame = frame_of(rings, WIDTH, height=WIDTH * 0.7, margin=24)
    departments = dict.fromkeys(commune.department for commune, _ in members)
    return render(
        "territory_map.svg",
        label=label,
        width=WIDTH,
        height=round(frame.height),
        ground={code: frame.path(fine_outline(code)) for code in departments},
        territories=[
            DrawnTerritory(commune.name, "", "commune", f"{commune.population} hab.", frame.path(found))
            for commune, found in members
        ],
    )
