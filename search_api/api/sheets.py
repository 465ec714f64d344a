"""Action sheets as Word documents, and contracts as plans that Territoires en Transitions imports."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Response
from pydantic import ConfigDict

from models.catalogue import ActionRecord
from models.errors import ConfigurationError
from search_api.api.exports import attachment
from search_api.api.paging import NOT_FOUND, WRONG, Responses
from search_api.exports.formats import XLSX
from search_api.exports.plan import plan_xlsx
from search_api.exports.sheets import MOST_SHEETS, sheets_docx
from search_api.exports.word import MEDIA_TYPE
from search_api.services import Catalogue, CatalogueCache
from search_api.views import ActionFilter, AsOf, Dated, actions_view

WORD: Responses = {200: {"content": {MEDIA_TYPE: {}}}}
PLAN: Responses = {200: {"content": {XLSX: {}}}}
Day = Annotated[AsOf, Query()]


class DatedActions(ActionFilter, Dated):
    model_config = ConfigDict(extra="forbid")


def sheets_router(cache: CatalogueCache) -> APIRouter:
    """Must come before the other exports: `/actions.docx` is an address of its own."""
    router = APIRouter(tags=["exports"])

    @router.get(
        "/actions.docx",
        summary=f"Les fiches action en Word ({MOST_SHEETS} au plus)",
        response_class=Response,
        responses=NOT_FOUND | WRONG | WORD,
    )
    def several(wanted: Annotated[DatedActions, Query()]) -> Response:
        catalogue = cache.get(wanted.as_of)
        return _word(catalogue, actions_view(catalogue, wanted), "fiches.docx")

    @router.get(
        "/contracts/{contract_id}/fiches.docx",
        summary="Les fiches action d'un contrat en Word",
        response_class=Response,
        responses=NOT_FOUND | WRONG | WORD,
    )
    def of_contract(contract_id: str, as_of: Day = None) -> Response:
        catalogue = cache.get(as_of)
        _check(catalogue, contract_id)
        return _word(catalogue, catalogue.actions_of(contract_id), "fiches.docx")

    @router.get(
        "/actions/{action_id}/fiche.docx",
        summary="Une fiche action en Word",
        response_class=Response,
        responses=NOT_FOUND | WRONG | WORD,
    )
    def one(action_id: str, as_of: Day = None) -> Response:
        catalogue = cache.get(as_of)
        if action_id not in catalogue.actions:
            raise HTTPException(404, f"Aucune action « {action_id} ».")
        return _word(catalogue, [catalogue.actions[action_id]], "fiche.docx")

    @router.get(
        "/contracts/{contract_id}/plan.xlsx",
        summary="Un contrat comme plan d'action à importer dans Territoires en Transitions",
        response_class=Response,
        responses=NOT_FOUND | WRONG | PLAN,
    )
    def plan(contract_id: str, as_of: Day = None) -> Response:
        catalogue = cache.get(as_of)
        _check(catalogue, contract_id)
        headers = {"Content-Disposition": attachment("plan.xlsx")}
        return Response(plan_xlsx(catalogue, contract_id), media_type=XLSX, headers=headers)

    return router


def _check(catalogue: Catalogue, contract_id: str) -> None:
    if contract_id not in catalogue.contracts:
        raise HTTPException(404, f"Aucun contrat « {contract_id} ».")


def _word(catalogue: Catalogue, records: Sequence[ActionRecord], name: str) -> Response:
    try:
        content = sheets_docx(catalogue, records)
    except ConfigurationError as error:
        raise HTTPException(422, str(error)) from error
    return Response(content, media_type=MEDIA_TYPE, headers={"Content-Disposition": attachment(name)})
