"""Actions."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query

from models.catalogue import ActionRecord
from search_api.api.paging import NOT_FOUND, WRONG, Page, PageNumber, PageSize, paged
from search_api.services import CatalogueCache, Services
from search_api.views import ActionFilter, AsOf, Dated, actions_view


class PagedActions(ActionFilter, Dated):
    page: PageNumber = 1
    size: PageSize = 20


def actions_router(services: Services, cache: CatalogueCache) -> APIRouter:
    """The list and one action."""
    router = APIRouter(tags=["actions"])

    @router.get("/actions", summary="Les actions", responses=NOT_FOUND | WRONG)
    def actions(wanted: Annotated[PagedActions, Query()]) -> Page[ActionRecord]:
        return paged(actions_view(cache.get(wanted.as_of), wanted), wanted.page, wanted.size)

    @router.get(
        "/actions/{action_id}",
        summary="Une action, ses preuves et ses semblables",
        responses=NOT_FOUND | WRONG,
    )
    def action(action_id: str, as_of: Annotated[AsOf, Query()] = None) -> ActionRecord:
        record = cache.get(as_of).actions.get(action_id)
        if record is None:
            raise HTTPException(404, f"Aucune action « {action_id} ».")
        return record

    return router
