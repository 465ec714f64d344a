"""Actions and their exports."""

from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Response

from models.catalogue import ActionRecord
from search_api.api.paging import NOT_FOUND, WRONG, Page, PageNumber, PageSize, paged
from search_api.exports import FORMATS, actions_table, write_table
from search_api.services import CatalogueCache, Services
from search_api.views import ActionFilter, actions_view

Ending = Literal["csv", "xlsx", "jsonl", "parquet"]


class PagedActions(ActionFilter):
    page: PageNumber = 1
    size: PageSize = 20


def actions_router(services: Services, cache: CatalogueCache) -> APIRouter:
    """The list, one action, the exports of the list."""
    router = APIRouter(tags=["actions"])

    @router.get("/actions", summary="Les actions", responses=WRONG)
    def actions(wanted: Annotated[PagedActions, Query()]) -> Page[ActionRecord]:
        return paged(actions_view(cache.get(), wanted), wanted.page, wanted.size)

    @router.get(
        "/actions.{ending}", summary="La même liste, exportée", responses=WRONG, response_class=Response
    )
    def export(ending: Ending, wanted: Annotated[ActionFilter, Query()]) -> Response:
        catalogue = cache.get()
        table = actions_table(catalogue, actions_view(catalogue, wanted))
        headers = {"Content-Disposition": f'attachment; filename="actions.{ending}"'}
        return Response(write_table(table, ending), media_type=FORMATS[ending][1], headers=headers)

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
