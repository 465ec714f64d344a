"""Search results grouped by contract: a query in, a page of contracts out, each with its best matches."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.search import EntryKind, Hit, SearchQuery, SearchResult
from search_api.engines.protocol import SearchEngine
from search_api.services import Catalogue

PER_PAGE = 10
SHOWN = 3
#: The best hits that set the order of contracts; those further down follow by how much they match.
RANKED = 150


@dataclass(frozen=True)
class ContractGroup:
    """`total` matches in the contract, of which the first ones are shown."""

    contract_id: str
    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class GroupedPage:
    """`contracts` is how many contracts match in all; `found` has the total of matches and the facets."""

    found: SearchResult
    contracts: int
    groups: tuple[ContractGroup, ...]


def contract_of(hit: Hit, catalogue: Catalogue) -> str | None:
    """None for a hit that is no longer published (the index is being rebuilt)."""
    if hit.kind is EntryKind.CONTRACT:
        return hit.id if hit.id in catalogue.rows else None
    record = catalogue.actions.get(hit.id)
    return record.contract_id if record else None


def grouped(engine: SearchEngine, query: SearchQuery, catalogue: Catalogue, page: int) -> GroupedPage:
    """Contracts by their best match; every matching contract is on one page, counted exactly."""
    facets = tuple(dict.fromkeys((*query.facets, "contract_id")))
    found = engine.search(query.model_copy(update={"facets": facets, "offset": 0, "size": RANKED}))
    counts = {
        count.value: count.count for count in found.facets["contract_id"] if count.value in catalogue.rows
    }
    best: dict[str, list[Hit]] = {}
    for hit in found.hits:
        if (contract_id := contract_of(hit, catalogue)) in counts:
            best.setdefault(contract_id, []).append(hit)
    order = [*best, *(contract_id for contract_id in counts if contract_id not in best)]
    shown = order[(page - 1) * PER_PAGE : page * PER_PAGE]
    return GroupedPage(
        found=found,
        contracts=len(order),
        groups=tuple(
            ContractGroup(
                contract_id,
                counts[contract_id],
                tuple(_hits(engine, query, contract_id, best.get(contract_id, ()), counts[contract_id])),
            )
            for contract_id in shown
        ),
    )


def _hits(
    engine: SearchEngine, query: SearchQuery, contract_id: str, known: Sequence[Hit], total: int
) -> Sequence[Hit]:
    if known:
        return known[:SHOWN]
    of_contract = query.model_copy(
        update={
            "filters": {**query.filters, "contract_id": (contract_id,)},
            "facets": (),
            "offset": 0,
            "size": min(SHOWN, total),
        }
    )
    return engine.search(of_contract).hits
