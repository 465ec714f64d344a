"""Exports of every list: its own filters, streamed, with an ETag that changes when the rows may have changed."""

import hashlib
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field, create_model

from models.lists import LISTS, ListInfo
from search_api.api.paging import WRONG, Responses
from search_api.exports.choose import FILTERS, Base, ListFilter, list_table
from search_api.exports.delimited import csv_chunks
from search_api.exports.formats import FORMATS, endings_of
from search_api.services import CatalogueCache, Services

#: Counts up when the same rows are written otherwise.
VERSION = "1"


class ExportOptions(BaseModel):
    """What an export takes besides the filter of its list."""

    model_config = ConfigDict(extra="forbid")

    bom: bool = Field(True, description="CSV : commencer par la marque UTF-8 (BOM), qu'Excel attend")


def exports_router(services: Services, cache: CatalogueCache) -> APIRouter:
    """`/contracts.csv`, `/evidence.parquet`…: one address a list."""
    router = APIRouter(tags=["exports"])
    for info in LISTS.values():
        _add_list(router, info, services, cache)
    return router


def _add_list(router: APIRouter, info: ListInfo, services: Services, cache: CatalogueCache) -> None:
    name, filter_model = info.name, FILTERS[info.name]
    model: Any = create_model(f"Export_{name}", __base__=(filter_model, ExportOptions))
    endings: Any = Literal[tuple(endings_of(name))]

    # Types made at run time: FastAPI reads them, mypy cannot.
    def export(request: Request, ending: endings, wanted: Annotated[model, Query()]) -> Response:
        base = Base(cache.get(), services.store, services.today())
        options: Any = wanted
        given = filter_model.model_validate(options.model_dump(include=set(filter_model.model_fields)))
        tag = etag(base, name, ending, request.url.query)
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers={"ETag": tag})
        return StreamingResponse(
            _chunks(base, name, given, ending, options.bom),
            media_type=FORMATS[ending].media_type,
            headers={"ETag": tag, "Content-Disposition": attachment(f"{info.file}.{ending}")},
        )

    router.add_api_route(
        f"/{name}.{{ending}}",
        export,
        name=f"export_{name}",
        summary=f"Exporter : {info.title.lower()}",
        description=info.description,
        response_class=Response,
        responses=WRONG | _answers(endings_of(name)),
    )


def _chunks(base: Base, name: str, given: ListFilter, ending: str, bom: bool) -> Iterator[bytes]:
    table = list_table(base, name, given)
    return csv_chunks(table, bom=bom) if ending == "csv" else FORMATS[ending].write(table)


def attachment(file_name: str) -> str:
    """The header that names a download."""
    return f'attachment; filename="{file_name}"'


def etag(base: Base, name: str, *what: str) -> str:
    """Weak: the same rows, but a zip inside may have another time stamp."""
    sha = hashlib.sha256("\n".join((VERSION, base.digest(name), name, *what)).encode())
    return f'W/"{sha.hexdigest()[:32]}"'


def _answers(endings: tuple[str, ...]) -> Responses:
    content: dict[str, dict[str, str]] = {
        FORMATS[ending].media_type.partition(";")[0]: {} for ending in endings
    }
    return {
        200: {"description": "Le fichier", "content": content},
        304: {"description": "Inchangé depuis la version de If-None-Match"},
    }
