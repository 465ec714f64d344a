"""Who lives under a contract in force. In: inventory rows and perimeters. Out: communes and inhabitants, each once."""

from collections.abc import Iterable, Mapping, Sequence

from models.base import Record
from models.catalogue import ContractStatus, InventoryRow
from models.records import ContractKind
from models.vocabularies.census import Census, Commune
from pipeline.regional.perimeter import Perimeter

IN_FORCE = frozenset({ContractStatus.IN_FORCE, ContractStatus.ENDING})
#: An amendment in force keeps its contract going, also where the contract itself was not found.
HEALTH_CONTRACTS = frozenset({ContractKind.CLS, ContractKind.AVENANT})


class Coverage(Record):
    """Of a region or a department. `share` is of its population, 0 to 1; None where nobody lives there.

    `unknown` counts the contracts in force whose communes are not known: what they cover comes on top.
    """

    communes: int
    communes_total: int
    population: int
    population_total: int
    share: float | None
    contracts: int
    unknown: int


class CoverageTable(Record):
    """By official code."""

    country: Coverage
    regions: Mapping[str, Coverage]
    departments: Mapping[str, Coverage]


def in_force(rows: Iterable[InventoryRow]) -> list[InventoryRow]:
    return [row for row in rows if row.status in IN_FORCE and row.kind in HEALTH_CONTRACTS]


def coverage(
    rows: Sequence[InventoryRow], perimeters: Mapping[str, Perimeter], census: Census
) -> CoverageTable:
    """Of every region and department. A commune under several contracts counts once, and a part of a commune
    (an arrondissement) only where the whole is not covered.
    """
    active = in_force(rows)
    whole = {code for row in active for code in perimeters[row.contract_id].communes}
    parts = {code for row in active for code in perimeters[row.contract_id].parts}
    parts = {code for code in parts if census.successors[code] not in whole}
    counted = _Counted(whole, parts, active, perimeters, census)
    regions = sorted({c.region for c in census.communes.values() if c.region})
    return CoverageTable(
        country=counted.of(list(census.communes.values()), active),
        regions={
            code: counted.of(census.of_region(code), [r for r in active if r.region == code])
            for code in regions
        },
        departments={
            code: counted.of(communes, [r for r in active if code in r.departments])
            for code, communes in census.by_department.items()
        },
    )


class _Counted:
    def __init__(
        self,
        whole: set[str],
        parts: set[str],
        active: Sequence[InventoryRow],
        perimeters: Mapping[str, Perimeter],
        census: Census,
    ) -> None:
        self._whole, self._perimeters = whole, perimeters
        self._parts: dict[str, int] = {}  # commune of today → inhabitants of its covered parts
        for code in parts:
            home = census.successors[code]
            self._parts[home] = self._parts.get(home, 0) + (census.parts[code] or 0)

    def of(self, communes: Sequence[Commune], active: Sequence[InventoryRow]) -> Coverage:
        covered = [commune for commune in communes if commune.code in self._whole]
        partly = sum(min(self._parts.get(c.code, 0), c.population) for c in communes)
        population = sum(commune.population for commune in covered) + partly
        total = sum(commune.population for commune in communes)
        return Coverage(
            communes=len(covered),
            communes_total=len(communes),
            population=population,
            population_total=total,
            share=population / total if total else None,
            contracts=len(active),
            unknown=sum(self._perimeters[row.contract_id].unknown is not None for row in active),
        )
