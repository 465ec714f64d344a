"""What coordinators look for: similar actions, archetypes, indicators, twins of a territory."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query

from search_api.api.paging import NOT_FOUND, WRONG, Page, PageNumber, PageSize, paged
from search_api.coordination.archetypes import Archetype
from search_api.coordination.indicators import Indicator
from search_api.coordination.insights import InsightsCache
from search_api.coordination.lists import (
    ArchetypeFilter,
    IndicatorFilter,
    archetypes_view,
    indicators_view,
)
from search_api.coordination.similar import Similar
from search_api.coordination.twins import Twins


class PagedArchetypes(ArchetypeFilter):
    page: PageNumber = 1
    size: PageSize = 20


class PagedIndicators(IndicatorFilter):
    page: PageNumber = 1
    size: PageSize = 20


def coordination_router(insights: InsightsCache) -> APIRouter:
    """All read only, computed once per publication."""
    router = APIRouter(tags=["coordination"])

    @router.get(
        "/actions/{action_id}/similar",
        summary="Des actions d'autres territoires qui lui ressemblent, et en quoi",
        responses=NOT_FOUND | WRONG,
    )
    def similar(action_id: str) -> list[Similar]:
        known = insights.get()
        if action_id not in known.actions:
            raise HTTPException(404, f"Aucune action « {action_id} ».")
        return known.similar(action_id)

    @router.get("/archetypes", summary="Les actions types, que plusieurs territoires mènent", responses=WRONG)
    def archetypes(wanted: Annotated[PagedArchetypes, Query()]) -> Page[Archetype]:
        return paged(archetypes_view(insights.get(), wanted), wanted.page, wanted.size)

    @router.get("/archetypes/{archetype_id}", summary="Une action type", responses=NOT_FOUND | WRONG)
    def archetype(archetype_id: str) -> Archetype:
        found = insights.get().archetypes.get(archetype_id)
        if found is None:
            raise HTTPException(404, f"Aucune action type « {archetype_id} ».")
        return found

    @router.get("/indicators", summary="Les indicateurs des actions, regroupés", responses=WRONG)
    def indicators(wanted: Annotated[PagedIndicators, Query()]) -> Page[Indicator]:
        return paged(indicators_view(insights.get(), wanted), wanted.page, wanted.size)

    @router.get(
        "/territories/{key:path}/twins",
        summary="Les territoires qui ressemblent à celui-ci, et ce qu'ils font qu'il ne fait pas",
        tags=["territoires"],
        responses=NOT_FOUND | WRONG,
    )
    def twins(key: str) -> Twins:
        found = insights.get().twins(key)
        if found is None:
            raise HTTPException(404, f"Aucun contrat pour le territoire « {key} ».")
        return found

    return router
