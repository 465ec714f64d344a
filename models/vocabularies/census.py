"""The communes and groupings of today with their populations, to count with. In: the official lists. Out: a `Census`.

The gazetteer answers what a name means; here nothing is looked up by name and nothing is of the past.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from models.vocabularies.tables import Row, Tables, load_tables


@dataclass(frozen=True, slots=True)
class Commune:
    """`population`: municipal population of the official list; 0 where nobody lives."""

    code: str
    name: str
    department: str
    region: str | None  # None overseas outside the regions
    population: int
    grouping: str | None  # SIREN


@dataclass(frozen=True, slots=True)
class Grouping:
    """An EPCI with its own taxes, or an EPT of the Grand Paris. Its region is that of most of its communes."""

    siren: str
    name: str
    nature: str  # CC, CA, CU, METRO, MET69, EPT
    departments: tuple[str, ...]  # that of most of its communes first
    region: str | None
    population: int
    members: tuple[str, ...]


@dataclass(frozen=True)
class Census:
    """Everything by code. `successors`: a commune of the past, or a part of one → the commune of today."""

    communes: Mapping[str, Commune]
    groupings: Mapping[str, Grouping]
    by_department: Mapping[str, tuple[Commune, ...]]
    parts: Mapping[str, int | None]  # arrondissements and former communes → population where known
    successors: Mapping[str, str]
    vintage: int

    def population(self, codes: Iterable[str]) -> int:
        """Of these communes of today; each counts once."""
        return sum(self.communes[code].population for code in set(codes) if code in self.communes)

    def of_region(self, region: str) -> tuple[Commune, ...]:
        return tuple(c for c in self.communes.values() if c.region == region)


@lru_cache(maxsize=1)
def load_census() -> Census:
    return make_census(load_tables())


def make_census(tables: Tables) -> Census:
    communes: dict[str, Commune] = {}
    parts: dict[str, int | None] = {}
    successors: dict[str, str] = {}
    for row in tables.communes:
        if row[5] == "commune":
            communes.setdefault(row[1], _commune(row, tables))
    for row in tables.communes:
        if row[5] != "commune" and row[1] not in communes and row[7]:
            parts.setdefault(row[1], row[3])
            successors.setdefault(row[1], row[7])
    groupings = {row[1]: _grouping(row, communes) for row in tables.groupings if not row[5]}
    by_department: defaultdict[str, list[Commune]] = defaultdict(list)
    for commune in communes.values():
        by_department[commune.department].append(commune)
    return Census(
        communes=communes,
        groupings=groupings,
        by_department={code: tuple(found) for code, found in sorted(by_department.items())},
        parts=parts,
        successors=successors,
        vintage=tables.vintage,
    )


def _commune(row: Row, tables: Tables) -> Commune:
    name, code, department, population, grouping, *_ = row
    home = tables.departments.get(department)
    return Commune(code, name, department, home.region if home else None, population or 0, grouping)


def _grouping(row: Row, communes: Mapping[str, Commune]) -> Grouping:
    name, siren, nature, _, population, _, codes = row
    members = [communes[code] for code in codes if code in communes]
    departments = Counter(member.department for member in members)
    regions = Counter(member.region for member in members)
    return Grouping(
        siren=siren,
        name=name,
        nature=nature,
        departments=tuple(sorted(departments, key=lambda code: (-departments[code], code))),
        region=regions.most_common(1)[0][0] if regions else None,
        population=population or sum(member.population for member in members),
        members=tuple(codes),
    )
