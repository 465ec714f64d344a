"""Contracts, territories and the inventory."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel

from models.catalogue import ContractRecord, InventoryRow
from search_api.api.paging import NOT_FOUND, WRONG, Page, PageNumber, PageSize, paged
from search_api.services import CatalogueCache, Services
from search_api.views import AsOf, ContractFilter, Dated, contracts_view, counted


class DatedContracts(ContractFilter, Dated):
    pass


class PagedContracts(DatedContracts):
    page: PageNumber = 1
    size: PageSize = 20


class TerritorySummary(BaseModel):
    name: str
    type: str
    code: str | None
    departments: list[str]
    contracts: list[str]


class InventorySummary(BaseModel):
    contracts: int
    by_status: dict[str, int]
    by_kind: dict[str, int]
    by_region: dict[str, int]
    by_department: dict[str, int]


def contracts_router(services: Services, cache: CatalogueCache) -> APIRouter:
    """Lists share one filter with the pages and the exports."""
    router = APIRouter(tags=["contrats"])

    @router.get("/contracts", summary="Les contrats de l'inventaire", responses=NOT_FOUND | WRONG)
    def contracts(wanted: Annotated[PagedContracts, Query()]) -> Page[InventoryRow]:
        day = wanted.as_of or services.today()
        return paged(contracts_view(cache.get(wanted.as_of), wanted, day), wanted.page, wanted.size)

    @router.get(
        "/contracts/{contract_id}",
        summary="Un contrat, ses preuves et ses lectures",
        responses=NOT_FOUND | WRONG,
    )
    def contract(contract_id: str, as_of: Annotated[AsOf, Query()] = None) -> ContractRecord:
        record = cache.get(as_of).contracts.get(contract_id)
        if record is None:
            raise HTTPException(404, f"Aucun contrat « {contract_id} ».")
        return record

    @router.get(
        "/territories",
        summary="Les territoires et leurs contrats",
        tags=["territoires"],
        responses=NOT_FOUND | WRONG,
    )
    def territories(as_of: Annotated[AsOf, Query()] = None) -> list[TerritorySummary]:
        found: dict[tuple[str, str], TerritorySummary] = {}
        for row in cache.get(as_of).rows.values():
            key = (row.territory_key, row.territory_type)
            summary = found.setdefault(
                key,
                TerritorySummary(
                    name=row.territory,
                    type=row.territory_type,
                    code=row.territory_code,
                    departments=list(row.departments),
                    contracts=[],
                ),
            )
            summary.contracts.append(row.contract_id)
        return sorted(found.values(), key=lambda t: t.name)

    @router.get(
        "/inventory", summary="L'inventaire en chiffres", tags=["inventaire"], responses=NOT_FOUND | WRONG
    )
    def inventory(wanted: Annotated[DatedContracts, Query()]) -> InventorySummary:
        day = wanted.as_of or services.today()
        rows = contracts_view(cache.get(wanted.as_of), wanted, day)
        return InventorySummary(
            contracts=len(rows),
            by_status=counted(rows, "status"),
            by_kind=counted(rows, "kind"),
            by_region=counted(rows, "region"),
            by_department=counted(rows, "department"),
        )

    return router
