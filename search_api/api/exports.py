"""Exports of every list: its own filters, streamed, with an ETag that changes when the rows may have changed."""

import hashlib
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field, create_model

from models.lists import LISTS, ListInfo
from search_api.api.paging import NOT_FOUND, WRONG, Responses
from search_api.exports.choose import FILTERS, UNDATED, Base, list_table
from search_api.exports.formats import FORMATS, endings_of, write_chunks
from search_api.services import CatalogueCache, Services
from search_api.views import Dated

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
    bases = (filter_model, ExportOptions) if name in UNDATED else (filter_model, Dated, ExportOptions)
    model: Any = create_model(f"Export_{name}", __base__=bases)
    endings: Any = Literal[endings_of(name)]

    # Types made at run time: FastAPI reads them, mypy cannot.
    def export(request: Request, ending: endings, wanted: Annotated[model, Query()]) -> Response:
        options: Any = wanted
        as_of = getattr(options, "as_of", None)
        base = Base(cache.get(as_of), services.store, as_of or services.today())
        tag = etag(base.digest(name), name, ending, request.url.query)
        if unchanged(request, tag):
            return Response(status_code=304, headers={"ETag": tag})
        given = filter_model.model_validate(options.model_dump(include=set(filter_model.model_fields)))
        return StreamingResponse(
            write_chunks(base.catalogue, list_table(base, name, given), ending, bom=options.bom),
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
        responses=WRONG | ({} if name in UNDATED else NOT_FOUND) | answers(endings_of(name)),
    )


def attachment(file_name: str) -> str:
    """The header that names a download."""
    return f'attachment; filename="{file_name}"'


def etag(digest: str, *what: str) -> str:
    """Weak: the same rows, but a zip inside may have another time stamp."""
    sha = hashlib.sha256("\n".join((VERSION, digest, *what)).encode())
    return f'W/"{sha.hexdigest()[:32]}"'


def unchanged(request: Request, tag: str) -> bool:
    """Whether the reader has what it asks for already (If-None-Match)."""
    known = request.headers.get("if-none-match", "")
    return tag in known or known.strip() == "*"


def answers(endings: tuple[str, ...]) -> Responses:
    """The answers of an export, for the OpenAPI description."""
    content: dict[str, dict[str, str]] = {
        FORMATS[ending].media_type.partition(";")[0]: {} for ending in endings
    }
    return {
        200: {"description": "Le fichier", "content": content},
        304: {"description": "Inchangé depuis la version de If-None-Match"},
    }
