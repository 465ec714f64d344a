"""Publications, and what changed between two days."""

from datetime import date
from typing import Annotated, Literal, Self

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field, model_validator

from models.catalogue import Publication
from models.lists import CHANGES
from search_api.api.exports import ExportOptions, answers, attachment, etag, unchanged
from search_api.api.paging import WRONG, Page, PageNumber, PageSize, paged
from search_api.exports.changes import Change, changes_between, changes_table
from search_api.exports.formats import TABULAR, table_chunks
from search_api.services import CatalogueCache, Services
from search_api.views import Day


class ChangesFilter(BaseModel):
    model_config = ConfigDict(extra="forbid")

    since: Day = Field(description="Premier jour (AAAA-MM-JJ)")
    until: Day | None = Field(None, description="Second jour ; aujourd'hui sans lui")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.until is not None and self.until < self.since:
            raise ValueError("until précède since")
        return self


class PagedChanges(ChangesFilter):
    page: PageNumber = 1
    size: PageSize = 20


class ExportedChanges(ChangesFilter, ExportOptions):
    pass


def history_router(services: Services, cache: CatalogueCache) -> APIRouter:
    """The list of publications, the changes and their exports."""
    router = APIRouter(tags=["historique"])

    def until(wanted: ChangesFilter) -> date:
        """Today when it is not said, but never before the first day."""
        return wanted.until or max(services.today(), wanted.since)

    @router.get("/publications", summary="Les publications de l'atlas, de la première à la dernière")
    def publications() -> list[Publication]:
        return list(services.store.publications())

    @router.get("/changes", summary="Ce qui a changé entre deux jours", responses=WRONG)
    def changes(wanted: Annotated[PagedChanges, Query()]) -> Page[Change]:
        found = changes_between(cache.published, wanted.since, until(wanted))
        return paged(list(found), wanted.page, wanted.size)

    @router.get(
        "/changes.{ending}",
        summary="Exporter : changements",
        description=CHANGES.description,
        tags=["exports"],
        response_class=Response,
        responses=WRONG | answers(tuple(TABULAR)),
    )
    def export(
        request: Request,
        ending: Literal["csv", "xlsx", "jsonl", "parquet"],
        wanted: Annotated[ExportedChanges, Query()],
    ) -> Response:
        last = until(wanted)
        tag = etag(services.store.catalogue_digest(), last.isoformat(), ending, request.url.query)
        if unchanged(request, tag):
            return Response(status_code=304, headers={"ETag": tag})
        table = changes_table(changes_between(cache.published, wanted.since, last))
        return StreamingResponse(
            table_chunks(table, ending, bom=wanted.bom),
            media_type=TABULAR[ending].media_type,
            headers={"ETag": tag, "Content-Disposition": attachment(f"{CHANGES.file}.{ending}")},
        )

    return router
