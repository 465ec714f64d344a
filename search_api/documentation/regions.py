"""Regions and departments in figures. In: a dossier. Out: one summary a region, with those of its departments."""

from collections import Counter
from collections.abc import Mapping, Sequence

from models.base import Record
from models.catalogue import InventoryRow
from models.text import fold
from models.vocabularies.gazetteer import load_gazetteer
from pipeline.regional.coverage import Coverage
from search_api.documentation.dossier import Dossier


class DepartmentSummary(Record):
    """`by_status` counts the contracts that touch the department."""

    code: str
    name: str
    contracts: int
    by_status: Mapping[str, int]
    coverage: Coverage


class RegionSummary(Record):
    """A contract of several departments counts once in its region."""

    code: str
    name: str
    contracts: int
    by_status: Mapping[str, int]
    coverage: Coverage
    departments: tuple[DepartmentSummary, ...]


def region_codes(dossier: Dossier) -> list[str]:
    """The regions of today, by name."""
    return sorted(dossier.coverage.regions, key=lambda code: fold(_name(code)))


def rows_of(dossier: Dossier, region: str) -> list[InventoryRow]:
    """The contracts of a region, in the order of the inventory."""
    return [row for row in dossier.catalogue.rows.values() if row.region == region]


def region_summary(dossier: Dossier, code: str) -> RegionSummary:
    """Raises KeyError for a code that is no region of today."""
    found = dossier.coverage.regions[code]
    rows = rows_of(dossier, code)
    codes = [d for d, communes in dossier.census.by_department.items() if communes[0].region == code]
    return RegionSummary(
        code=code,
        name=_name(code),
        contracts=len(rows),
        by_status=_by_status(rows),
        coverage=found,
        departments=tuple(_department(dossier, department) for department in codes),
    )


def _department(dossier: Dossier, code: str) -> DepartmentSummary:
    rows = [row for row in dossier.catalogue.rows.values() if code in row.departments]
    place = load_gazetteer().department(code)
    return DepartmentSummary(
        code=code,
        name=place.name if place else code,
        contracts=len(rows),
        by_status=_by_status(rows),
        coverage=dossier.coverage.departments[code],
    )


def _by_status(rows: Sequence[InventoryRow]) -> dict[str, int]:
    return dict(sorted(Counter(row.status.value for row in rows).items()))


def _name(code: str) -> str:
    place = load_gazetteer().region(code)
    return place.name if place else code
