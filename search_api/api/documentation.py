"""Regions, coverage and what documentalists follow, as data."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query

from models.base import Record
from pipeline.regional.perimeter import Perimeter, population_of
from pipeline.regional.timeline import TerritoryTimeline
from search_api.api.paging import NOT_FOUND, WRONG
from search_api.documentation.dossier import DossierCache
from search_api.documentation.regions import RegionSummary, region_codes, region_summary
from search_api.documentation.where import Where


class TerritoryDetail(Record):
    """`population` is that of the perimeter, null where it is unknown."""

    timeline: TerritoryTimeline
    perimeter: Perimeter
    population: int | None


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

    @router.get(
        "/timelines", summary="Les contrats et avenants de chaque territoire dans le temps", responses=WRONG
    )
    def all_timelines(where: Annotated[Where, Query()]) -> list[TerritoryTimeline]:
        return [t for t in dossiers.get().timelines if where.holds(t.region, t.departments)]

    @router.get(
        "/territories/{code}",
        summary="Un territoire : ses communes, sa population, ses contrats dans le temps",
        tags=["territoires"],
        responses=NOT_FOUND | WRONG,
    )
    def territory(code: str) -> TerritoryDetail:
        dossier = dossiers.get()
        found = next((t for t in dossier.timelines if code in {t.code, t.name}), None)
        if found is None:
            raise HTTPException(404, f"Aucun contrat pour « {code} ».")
        perimeter = dossier.perimeters[found.periods[0].contract_id]
        population = population_of(perimeter, dossier.census)
        return TerritoryDetail(timeline=found, perimeter=perimeter, population=population)

    return router
