"""Contracts that come to their end. In: published contracts, their rows, a day. Out: endings from then on, in order."""

from collections.abc import Mapping, Sequence
from datetime import date

from models.base import Record
from models.catalogue import ContractRecord, ContractStatus, InventoryRow, Judgement
from models.dates import add_months, known_bounds
from models.records import ContractKind

#: What runs or is to run; a protocol or an announcement has no end that one could miss.
RUNNING = frozenset({ContractStatus.IN_FORCE, ContractStatus.ENDING, ContractStatus.UPCOMING})


class Ending(Record):
    """`end` includes what amendments add. `derived`: computed from a start and a duration, so less sure.

    `followed_by`: the next generation, where one is known.
    """

    contract_id: str
    kind: ContractKind
    territory: str
    territory_code: str | None
    departments: tuple[str, ...]
    region: str | None
    generation: int | None
    end: date
    derived: bool
    followed_by: str | None


def endings(
    contracts: Mapping[str, ContractRecord], rows: Sequence[InventoryRow], today: date
) -> tuple[Ending, ...]:
    """One a contract: an amendment ends with the contract it amends, so it is told only where that is not known."""
    renewed: dict[str, list[ContractRecord]] = {}
    for record in contracts.values():
        for other in _related(record.id, Judgement.RENEWS, contracts):
            renewed.setdefault(record.id, []).append(other)
            renewed.setdefault(other.id, []).append(record)
    found = [
        _ending(row, row.end, _follower(row.contract_id, contracts, renewed.get(row.contract_id, ())))
        for row in rows
        if row.end is not None
        and row.end >= today
        and row.status in RUNNING
        and not (row.kind is ContractKind.AVENANT and _related(row.contract_id, Judgement.AMENDS, contracts))
    ]
    return tuple(sorted(found, key=lambda e: (e.end, e.territory, e.contract_id)))


def within(found: Sequence[Ending], today: date, months: int, after: int = 0) -> list[Ending]:
    """Those that end after so many months from today (0: from today on), and within so many."""
    first, last = add_months(today, after), add_months(today, months)
    return [e for e in found if e.end <= last and (after == 0 or e.end > first)]


def _ending(row: InventoryRow, end: date, follower: str | None) -> Ending:
    return Ending(
        contract_id=row.contract_id,
        kind=row.kind,
        territory=row.territory,
        territory_code=row.territory_code,
        departments=row.departments,
        region=row.region,
        generation=row.generation,
        end=end,
        derived=row.end_is_derived,
        followed_by=follower,
    )


def _follower(
    contract_id: str, contracts: Mapping[str, ContractRecord], renewals: Sequence[ContractRecord]
) -> str | None:
    own = _begin(contracts[contract_id])
    later = [r for r in renewals if (begin := _begin(r)) is not None and (own is None or begin > own)]
    return min(later, key=lambda r: (_begin(r) or date.max, r.id)).id if later else None


def _related(
    contract_id: str, judgement: Judgement, contracts: Mapping[str, ContractRecord]
) -> list[ContractRecord]:
    relations = contracts[contract_id].relations
    return [
        contracts[r.contract_id] for r in relations if r.judgement is judgement and r.contract_id in contracts
    ]


def _begin(record: ContractRecord) -> date | None:
    found = known_bounds(record.contract.start_date) or known_bounds(record.contract.signature_date)
    return found[0] if found is not None else None
