"""In: the published contracts and actions, and a day. Out: one inventory row a contract, with its status."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from models.catalogue import ActionRecord, ContractRecord, ContractStatus, InventoryRow, Judgement
from models.dates import add_months, known_bounds, last_day
from models.evidence import EvidenceStatus
from models.records import Contract, ContractKind, Modality

#: A contract that ends within so many months is shown as ending.
ENDING_MONTHS = 12

#: A longer duration is a misreading, not a contract.
LONGEST_MONTHS = 240

NOT_YET = frozenset({Modality.IN_PREPARATION, Modality.ANNOUNCED, Modality.PROTOCOL})

#: The end of a contract: the text shown, the bound used for the status, and whether it was computed.
End = tuple[str | None, date | None, bool]


def take_inventory(
    contracts: Sequence[ContractRecord], actions: Sequence[ActionRecord], today: date
) -> tuple[InventoryRow, ...]:
    """The rows by region, department and territory."""
    by_id = {record.id: record for record in contracts}
    count = Counter(action.contract_id for action in actions)
    rows = (_row(record, by_id, count[record.id], today) for record in contracts)
    return tuple(sorted(rows, key=_order))


def _order(row: InventoryRow) -> tuple[str, tuple[str, ...], str, str, str]:
    date_key = row.signature_date or row.start_date or ""
    return row.region or "~", row.departments or ("~",), row.territory, date_key, row.contract_id


def _row(
    record: ContractRecord, by_id: Mapping[str, ContractRecord], actions: int, today: date
) -> InventoryRow:
    contract = record.contract
    text, end, derived = _end(record, by_id)
    return InventoryRow(
        contract_id=record.id,
        kind=contract.kind,
        modality=contract.modality,
        territory=contract.territory.name,
        territory_type=contract.territory.type.value,
        territory_code=contract.territory.code,
        departments=contract.departments,
        region=contract.region,
        generation=contract.generation,
        signature_date=contract.signature_date,
        start_date=contract.start_date,
        end_date=text,
        end=end,
        end_is_derived=derived,
        duration_months=contract.duration_months,
        status=_status(record, by_id, end, today),
        signatories=len(contract.signatories),
        axes=len(contract.axes),
        actions=actions,
        sources=len(record.sources),
        issues=len(record.issues),
        population=record.population,
    )


def _related(
    record: ContractRecord, judgement: Judgement, by_id: Mapping[str, ContractRecord]
) -> list[ContractRecord]:
    found = (by_id.get(r.contract_id) for r in record.relations if r.judgement is judgement)
    return [other for other in found if other is not None]


def _end(record: ContractRecord, by_id: Mapping[str, ContractRecord]) -> End:
    """Its own end; an amendment with a later one extends it, and an amendment without one ends with it."""
    own = _own_end(record.contract)
    amended = _related(record, Judgement.AMENDS, by_id)
    if record.contract.kind is ContractKind.AVENANT:
        if own[1] is not None or not amended:
            return own
        text, end, _ = _own_end(amended[0].contract)
        return text, end, end is not None
    for amendment in amended:
        stated = known_bounds(amendment.contract.end_date)
        if (
            amendment.contract.kind is ContractKind.AVENANT
            and stated is not None
            and (own[1] is None or stated[1] > own[1])
        ):
            own = amendment.contract.end_date, stated[1], _is_derived(amendment.contract)
    return own


def _own_end(contract: Contract) -> End:
    """Stated, or the start and the duration; a start as a year or month means its first day, and a
    signature its last: the contract may have been signed as late as that.
    """
    stated = known_bounds(contract.end_date)
    if stated is not None:
        return contract.end_date, stated[1], _is_derived(contract)
    start, signature = known_bounds(contract.start_date), known_bounds(contract.signature_date)
    begin = start[0] if start is not None else signature[1] if signature is not None else None
    months = contract.duration_months or 0
    if begin is None or not 0 < months <= LONGEST_MONTHS:
        return None, None, False
    return None, last_day(begin, months), True


def _is_derived(contract: Contract) -> bool:
    places = contract.evidence.get("end_date", ())
    return bool(places) and all(place.status is EvidenceStatus.DERIVED for place in places)


def _begin(contract: Contract) -> date | None:
    found = known_bounds(contract.start_date) or known_bounds(contract.signature_date)
    return found[0] if found is not None else None


def _status(
    record: ContractRecord, by_id: Mapping[str, ContractRecord], end: date | None, today: date
) -> ContractStatus:
    contract = record.contract
    if contract.kind is ContractKind.PROTOCOLE:
        prepared = _related(record, Judgement.PREPARES, by_id)
        signed = any(other.contract.modality is Modality.SIGNED for other in prepared)
        return ContractStatus.EXPIRED if signed else ContractStatus.IN_PREPARATION
    if contract.modality in NOT_YET:
        return ContractStatus.IN_PREPARATION
    begin = _begin(contract)
    if begin is not None and begin > today:
        return ContractStatus.UPCOMING
    if end is not None:
        if end < today:
            return ContractStatus.EXPIRED
        soon = end <= add_months(today, ENDING_MONTHS)
        return ContractStatus.ENDING if soon else ContractStatus.IN_FORCE
    return ContractStatus.EXPIRED if _is_followed(record, by_id, today) else ContractStatus.UNKNOWN


def _is_followed(record: ContractRecord, by_id: Mapping[str, ContractRecord], today: date) -> bool:
    """True when a later generation has begun: a contract without a known end has then ended."""
    own = _begin(record.contract)
    for other in _related(record, Judgement.RENEWS, by_id):
        begin = _begin(other.contract)
        later = begin is not None and begin <= today and (own is None or begin > own)
        if later and other.contract.modality not in NOT_YET:
            return True
    return False
