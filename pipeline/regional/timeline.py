"""The contracts of each territory in time. In: the published contracts and their rows. Out: periods by territory.

A contract is a period; its amendments are events on it. A generation follows another as a period of its own.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from models.base import Record
from models.catalogue import ContractRecord, ContractStatus, InventoryRow, Judgement
from models.dates import known_bounds
from models.records import ContractKind


class Amendment(Record):
    """`text`: its date as precise as the document tells it. `prolongs`: it carries the end of the contract further."""

    contract_id: str
    day: date | None
    text: str | None
    prolongs: bool


class Period(Record):
    """`begin`: first day that the start (or the signature) may mean; `end` as in the inventory. None where unknown."""

    contract_id: str
    kind: ContractKind
    status: ContractStatus
    generation: int | None
    begin: date | None
    begin_text: str | None
    end: date | None
    end_is_derived: bool
    amendments: tuple[Amendment, ...] = ()


class TerritoryTimeline(Record):
    """Periods by their beginning; those without one come last."""

    name: str
    type: str
    code: str | None
    departments: tuple[str, ...]
    region: str | None
    periods: tuple[Period, ...]

    @property
    def key(self) -> str:
        """What the address of its page names it by."""
        return self.code or self.name


def timelines(
    contracts: Mapping[str, ContractRecord], rows: Sequence[InventoryRow]
) -> tuple[TerritoryTimeline, ...]:
    """One a territory, in the order in which they come in the rows."""
    by_id = {row.contract_id: row for row in rows}
    of: dict[tuple[str, str], list[InventoryRow]] = {}
    for row in rows:
        of.setdefault((row.territory_key, row.territory_type), []).append(row)
    return tuple(_timeline(found, contracts, by_id) for found in of.values())


def _timeline(
    rows: Sequence[InventoryRow],
    contracts: Mapping[str, ContractRecord],
    by_id: Mapping[str, InventoryRow],
) -> TerritoryTimeline:
    first = rows[0]
    periods = [
        _period(row, contracts, by_id)
        for row in rows
        if not _amended_here(row, rows, contracts[row.contract_id])
    ]
    periods.sort(key=lambda period: (period.begin or date.max, period.contract_id))
    return TerritoryTimeline(
        name=first.territory,
        type=first.territory_type,
        code=first.territory_code,
        departments=first.departments,
        region=first.region,
        periods=tuple(periods),
    )


def _amended_here(row: InventoryRow, rows: Sequence[InventoryRow], record: ContractRecord) -> bool:
    """An amendment to a contract of the same territory is an event of it, not a period."""
    here = {other.contract_id for other in rows if other.kind is not ContractKind.AVENANT}
    return row.kind is ContractKind.AVENANT and bool(here & set(_amended(record)))


def _amended(record: ContractRecord) -> list[str]:
    return [r.contract_id for r in record.relations if r.judgement is Judgement.AMENDS]


def _period(
    row: InventoryRow, contracts: Mapping[str, ContractRecord], by_id: Mapping[str, InventoryRow]
) -> Period:
    text = row.start_date or row.signature_date
    begin = known_bounds(text)
    amendments: list[Amendment] = []
    if row.kind is not ContractKind.AVENANT:
        ids = [name for name in _amended(contracts[row.contract_id]) if name in by_id]
        amendments = [_amendment(by_id[name], contracts[row.contract_id]) for name in ids]
    return Period(
        contract_id=row.contract_id,
        kind=row.kind,
        status=row.status,
        generation=row.generation,
        begin=begin[0] if begin else None,
        begin_text=text,
        end=row.end,
        end_is_derived=row.end_is_derived,
        amendments=tuple(sorted(amendments, key=lambda a: (a.day or date.max, a.contract_id))),
    )


def _amendment(row: InventoryRow, amended: ContractRecord) -> Amendment:
    text = row.signature_date or row.start_date
    day, own, before = known_bounds(text), known_bounds(row.end_date), known_bounds(amended.contract.end_date)
    return Amendment(
        contract_id=row.contract_id,
        day=day[0] if day else None,
        text=text,
        prolongs=own is not None and before is not None and own[1] > before[1],
    )
