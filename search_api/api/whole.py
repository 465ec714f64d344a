"""The whole base: data package, workbook, schemas, and the description that data portals harvest."""

from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import ConfigDict

from models.lists import LISTS
from search_api.api.exports import attachment, etag, unchanged
from search_api.api.paging import NOT_FOUND, WRONG, Responses
from search_api.exports.choose import Base, list_table
from search_api.exports.dcat import ZIP, dcat_json_ld
from search_api.exports.formats import OF_RECORDS, XLSX
from search_api.exports.package import package_chunks
from search_api.exports.tableschema import published_schema
from search_api.exports.workbook import workbook_chunks
from search_api.services import CatalogueCache, Services
from search_api.views import Dated

UNCHANGED: Responses = {304: {"description": "Inchangé depuis la version de If-None-Match"}}
MEDIA_TYPES = {"zip": ZIP, "xlsx": XLSX}


ListName = Literal[
    "contracts",
    "actions",
    "signatories",
    "axes",
    "relations",
    "codes",
    "evidence",
    "issues",
    "documents",
    "judgements",
]
assert set(get_args(ListName)) == LISTS.keys()


class WholeOptions(Dated):
    model_config = ConfigDict(extra="forbid")


def whole_router(services: Services, cache: CatalogueCache) -> APIRouter:
    """`/base.zip`, `/base.xlsx`, `/schemas/contracts.json`, `/catalog.jsonld`."""
    router = APIRouter(tags=["exports"])

    @router.get(
        "/base.{ending}",
        summary="Toute la base : Data Package (zip) ou classeur (xlsx)",
        response_class=Response,
        responses=NOT_FOUND
        | WRONG
        | UNCHANGED
        | {200: {"content": {kind: {} for kind in MEDIA_TYPES.values()}}},
    )
    def whole(
        request: Request, ending: Literal["zip", "xlsx"], wanted: Annotated[WholeOptions, Query()]
    ) -> Response:
        base = Base(cache.get(wanted.as_of), services.store, wanted.as_of or services.today())
        quality = services.quality()
        digests = [base.digest(name) for name in ("documents", "judgements")]
        tag = etag(*digests, ending, quality.model_dump_json() if quality else "", request.url.query)
        if unchanged(request, tag):
            return Response(status_code=304, headers={"ETag": tag})
        if ending == "zip":
            chunks = package_chunks(base, quality)
        else:
            chunks = workbook_chunks([list_table(base, name) for name in LISTS])
        headers = {"ETag": tag, "Content-Disposition": attachment(f"atlas-cls.{ending}")}
        return StreamingResponse(chunks, media_type=MEDIA_TYPES[ending], headers=headers)

    @router.get("/schemas/{name}.json", summary="Le schéma d'une liste (Table Schema)", responses=WRONG)
    def schema(name: ListName) -> dict[str, object]:
        return published_schema(LISTS[name])

    @router.get(
        "/catalog.jsonld",
        summary="Le catalogue des jeux de données (DCAT)",
        response_class=Response,
        responses={200: {"content": {OF_RECORDS["jsonld"].media_type: {}}}},
    )
    def catalog(request: Request) -> Response:
        api = str(request.url).rpartition("/")[0]
        return Response(dcat_json_ld(api, services.today()), media_type=OF_RECORDS["jsonld"].media_type)

    return router
