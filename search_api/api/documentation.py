"""Regions, coverage and what documentalists follow, as data."""

from fastapi import APIRouter, HTTPException

from search_api.api.paging import NOT_FOUND, WRONG
from search_api.documentation.dossier import DossierCache
from search_api.documentation.regions import RegionSummary, region_codes, region_summary


def documentation_router(dossiers: DossierCache) -> APIRouter:
    """Counterparts of the documentalists' pages."""
    router = APIRouter(tags=["inventaire"])

    @router.get("/regions", summary="Les régions et leurs départements : contrats, population couverte")
    def regions() -> list[RegionSummary]:
        dossier = dossiers.get()
        return [region_summary(dossier, code) for code in region_codes(dossier)]

    @router.get("/regions/{code}", summary="Une région et ses départements", responses=NOT_FOUND | WRONG)
    def region(code: str) -> RegionSummary:
        dossier = dossiers.get()
        if code not in dossier.coverage.regions:
            raise HTTPException(404, f"Aucune région de code « {code} ».")
        return region_summary(dossier, code)

    return router
