"""Actions."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query

from models.catalogue import ActionRecord
from search_api.api.paging import NOT_FOUND, WRONG, Page, PageNumber, PageSize, paged
from search_api.services import CatalogueCache, Services
from search_api.views import ActionFilter, actions_view


class PagedActions(ActionFilter):
    page: PageNumber = 1
    size: PageSize = 20


def actions_router(services: Services, cache: CatalogueCache) -> APIRouter:
    """The list and one action."""
    router = APIRouter(tags=["actions"])

    @router.get("/actions", summary="Les actions", responses=WRONG)
    def actions(wanted: Annotated[PagedActions, Query()]) -> Page[ActionRecord]:
        return paged(actions_view(cache.get(), wanted), wanted.page, wanted.size)

    @router.get(
        "/actions/{action_id}",
        summary="Une action, ses preuves et ses semblables",
        responses=NOT_FOUND | WRONG,
    )
    def action(action_id: str) -> ActionRecord:
        record = cache.get().actions.get(action_id)
        if record is None:
            raise HTTPException(404, f"Aucune action « {action_id} ».")
        return record

    return router
