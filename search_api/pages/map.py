"""The map of departments as inline SVG: metropolitan France, and those overseas in frames of their own below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from models.catalogue import STATUS_LABELS, ContractStatus, InventoryRow
from models.vocabularies.census import load_census
from models.vocabularies.gazetteer import load_gazetteer
from models.vocabularies.shapes import department_shape
from pipeline.regional.coverage import Coverage
from search_api.french import french_share
from search_api.pages.cartography import frame_of
from search_api.pages.render import render

WIDTH, INSET = 620.0, (124.0, 104.0)
#: Fewest contracts of each darker shade.
STEPS = (1, 2, 4, 7)
#: Least share of the population of each darker shade.
SHARES = (0.0001, 0.1, 0.25, 0.5)
#: Which status colours a department that has contracts of several.
RANK = (
    ContractStatus.IN_FORCE,
    ContractStatus.ENDING,
    ContractStatus.UPCOMING,
    ContractStatus.IN_PREPARATION,
    ContractStatus.EXPIRED,
    ContractStatus.UNKNOWN,
)


@dataclass(frozen=True)
class Area:
    """`label`: where the name of a department overseas is written."""

    code: str
    name: str
    path: str
    label: tuple[float, float] | None = None


@dataclass(frozen=True)
class Shade:
    """A class of the style sheet, and what the shade means in words."""

    css: str
    text: str


@cache
def areas() -> tuple[tuple[Area, ...], float]:
    """Every department, and the height of the drawing."""
    codes = [code for code in load_census().by_department if department_shape(code)]
    inland = [code for code in codes if not code.startswith("97")]
    frame = frame_of([ring for code in inland for ring in department_shape(code)], WIDTH)
    found = [Area(code, _name(code), frame.path(department_shape(code))) for code in inland]
    for number, code in enumerate(code for code in codes if code.startswith("97")):
        at = (number * INSET[0], frame.height + 8)
        rings = department_shape(code)
        inset = frame_of(rings, INSET[0], height=INSET[1] - 20, at=at, margin=6)
        middle = (at[0] + INSET[0] / 2, at[1] + INSET[1] - 8)
        found.append(Area(code, _name(code), inset.path(rings), middle))
    return tuple(found), frame.height + 8 + INSET[1]


def department_map(shades: Mapping[str, Shade], label: str) -> str:
    """Departments with a shade are links into the inventory; the others are drawn pale."""
    found, height = areas()
    return render("map.svg", areas=found, shades=shades, label=label, width=WIDTH, height=round(height))


def by_number(counts: Mapping[str, int]) -> dict[str, Shade]:
    """Darker where there are more contracts."""
    return {
        code: Shade(f"l{_step(count, STEPS)}", f"{count} contrat{'s' if count > 1 else ''}")
        for code, count in counts.items()
    }


def by_status(rows: Sequence[InventoryRow]) -> dict[str, Shade]:
    """The best status of the contracts of each department."""
    best: dict[str, ContractStatus] = {}
    for row in sorted(rows, key=lambda row: RANK.index(row.status)):
        for code in row.departments:
            best.setdefault(code, row.status)
    return {code: Shade(f"st-{status}", STATUS_LABELS[status].lower()) for code, status in best.items()}


def by_share(departments: Mapping[str, Coverage]) -> dict[str, Shade]:
    """Darker where more of the population lives under a contract in force."""
    return {
        code: Shade(f"l{_step(found.share, SHARES)}", f"{french_share(found.share)} de la population")
        for code, found in departments.items()
        if found.share
    }


def _step(value: float, steps: Sequence[float]) -> int:
    return max(1, sum(value >= least for least in steps))


def _name(code: str) -> str:
    found = load_gazetteer().department(code)
    return found.name if found else code
