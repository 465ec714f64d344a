"""Two to five actions, or contracts, side by side: fields in rows, what differs readable."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse

from search_api.citations import cited_action, cited_contract
from search_api.coordination.collections import read_keys
from search_api.coordination.compare import LEAST, MOST, compared
from search_api.coordination.insights import InsightsCache
from search_api.pages.query_string import address, pairs_of
from search_api.pages.render import render
from search_api.services import CatalogueCache

PATH = "/comparer"
Ids = Annotated[list[str], Query(max_length=100)]


def compare_pages(cache: CatalogueCache, insights: InsightsCache) -> APIRouter:
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get(PATH)
    def compare(
        request: Request,
        action: Ids = [],  # noqa: B006 FastAPI copies it
        contrat: Ids = [],  # noqa: B006
        fiche: Ids = [],  # noqa: B006
        differences: bool = False,
    ) -> HTMLResponse:
        catalogue, by_key = cache.get(), insights.get().ids_by_key
        keyed = [by_key[key] for value in fiche for key in read_keys(value) if key in by_key]
        for missing in (i for i in action if i not in catalogue.actions):
            raise HTTPException(404, f"Aucune action « {missing} ».")
        for missing in (i for i in contrat if i not in catalogue.contracts):
            raise HTTPException(404, f"Aucun contrat « {missing} ».")
        actions = list(dict.fromkeys([*action, *(i for i in keyed if i in catalogue.actions)]))
        contracts = list(dict.fromkeys([*contrat, *(i for i in keyed if i in catalogue.contracts)]))
        problem = _problem(len(actions), len(contracts))
        sheets = [] if problem else [
            *(cited_action(catalogue.actions[i], catalogue.rows[catalogue.actions[i].contract_id]) for i in actions),
            *(cited_contract(catalogue.contracts[i], catalogue.rows[i]) for i in contracts),
        ]  # fmt: skip
        rows = compared(sheets) if sheets else []
        pairs = pairs_of(request, "differences", "retour")
        page = render(
            "compare.html",
            sheets=sheets,
            rows=[row for row in rows if not (differences and row.same)],
            same=sum(row.same for row in rows),
            differences=differences,
            problem=problem,
            toggle=address(PATH, pairs if differences else [*pairs, ("differences", "true")]),
        )
        asked = bool(actions or contracts or fiche)
        return HTMLResponse(page, status_code=422 if problem and asked else 200)

    return router


def _problem(actions: int, contracts: int) -> str | None:
    """Why nothing can be compared, in French."""
    if actions and contracts:
        return "On compare des actions entre elles, ou des contrats entre eux."
    count = actions + contracts
    if count < LEAST:
        return f"Choisissez de {LEAST} à {MOST} actions, ou de {LEAST} à {MOST} contrats."
    if count > MOST:
        return f"{count} fiches sont trop pour les lire côte à côte : gardez-en {MOST} au plus."
    return None
