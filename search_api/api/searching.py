"""Search, facets, suggestions, and the evidence of a value."""

from collections.abc import Callable, Coroutine, Iterable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.routing import APIRoute
from pydantic import Field, ValidationError

from models.base import Record
from models.evidence import Evidence
from models.search import EntryKind, SearchQuery, SearchResult, SortOrder
from search_api.api.paging import NOT_FOUND, WRONG
from search_api.engines.protocol import answer_json, answers_here
from search_api.proofs import proofs_at
from search_api.services import CatalogueCache, Services

Values = Annotated[list[str], Query(max_length=60)]
FACETS = (
    *("theme", "population", "action_type", "determinant", "setting", "pilot_kind"),
    *("kind", "status", "region", "department", "territory_type", "territory_size", "density"),
    *("year", "generation"),
)
#: Filters that are no facet: too many values to list.
FILTERS = (*FACETS, "contract_id")


class SearchParameters(Record):
    """Filters take the values that the facets of an answer give."""

    q: Annotated[str, Query(max_length=500, description="Ce que l'on cherche")] = ""
    type: EntryKind | None = None
    kind: Values = Field(default_factory=list)
    status: Values = Field(default_factory=list)
    region: Values = Field(default_factory=list)
    department: Values = Field(default_factory=list)
    territory_type: Values = Field(default_factory=list)
    territory_size: Values = Field(default_factory=list, description="Classe de population du territoire")
    density: Values = Field(default_factory=list, description="Classe de densité du territoire")
    pilot_kind: Values = Field(default_factory=list, description="Nature de la structure pilote")
    contract_id: Values = Field(default_factory=list, description="Identifiant de contrat")
    year: Values = Field(default_factory=list)
    generation: Values = Field(default_factory=list)
    theme: Values = Field(default_factory=list)
    population: Values = Field(default_factory=list)
    action_type: Values = Field(default_factory=list)
    determinant: Values = Field(default_factory=list)
    setting: Values = Field(default_factory=list)
    sort: SortOrder = SortOrder.RELEVANCE
    page: Annotated[int, Query(ge=1, le=500)] = 1
    size: Annotated[int, Query(ge=1, le=100)] = 20

    def query(self) -> SearchQuery:
        """For the engine."""
        filters = {name: tuple(getattr(self, name)) for name in FILTERS if getattr(self, name)}
        return SearchQuery(
            text=self.q,
            kind=self.type,
            filters=filters,
            facets=FACETS,
            sort=self.sort,
            offset=(self.page - 1) * self.size,
            size=self.size,
        )


class EvidenceAnswer(Record):
    field: str
    evidence: tuple[Evidence, ...]


def search_router(services: Services, cache: CatalogueCache) -> APIRouter:
    """Ranked actions and contracts."""
    router = APIRouter(tags=["recherche"])
    searches = APIRouter(tags=["recherche"], route_class=_SearchRoute)

    async def answer(query: SearchQuery) -> Response:
        engine = services.engine
        # A thread costs more than it gives where nothing is waited for: the interpreter runs one at a time, and
        # sixteen that take turns every 5 ms make everyone wait for everyone.
        here = answers_here(engine)
        found = answer_json(engine, query) if here else await run_in_threadpool(answer_json, engine, query)
        return Response(found, media_type="application/json")

    @searches.get(
        "/search",
        summary="Chercher des actions et des contrats",
        responses=WRONG,
        response_model=SearchResult,
    )
    async def search(parameters: Annotated[SearchParameters, Query()]) -> Response:
        return await answer(parameters.query())

    @router.get("/suggest", summary="Compléter ce qui est tapé", responses=WRONG)
    def suggest(
        q: Annotated[str, Query(min_length=1, max_length=100)], size: Annotated[int, Query(ge=1, le=20)] = 8
    ) -> list[str]:
        return list(services.engine.suggest(q, size))

    @searches.get(
        "/facets", summary="Les facettes et leurs effectifs", responses=WRONG, response_model=SearchResult
    )
    async def facets(parameters: Annotated[SearchParameters, Query()]) -> Response:
        return await answer(parameters.query().model_copy(update={"size": 0}))

    @router.get(
        "/evidence/{what}/{record_id}/{field}",
        summary="D'où vient une valeur",
        tags=["preuves"],
        responses=NOT_FOUND | WRONG,
    )
    def evidence(what: Literal["contracts", "actions"], record_id: str, field: str) -> EvidenceAnswer:
        return EvidenceAnswer(field=field, evidence=evidence_of(cache, what, record_id, field))

    router.include_router(searches)
    return router


class _SearchRoute(APIRoute):
    """Reads the parameters at once, which takes a third of the time; what is wrong with some, FastAPI tells."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        explained = super().get_route_handler()

        async def handler(request: Request) -> Response:
            parameters = read_parameters(request.query_params.multi_items())
            answer: Response = await (explained(request) if parameters is None else self.endpoint(parameters))
            return answer

        return handler


def read_parameters(pairs: Iterable[tuple[str, str]]) -> SearchParameters | None:
    """Of a query string; None when something is wrong with it."""
    values: dict[str, str] = {}
    filters: dict[str, list[str]] = {}
    for name, value in pairs:
        if name in FILTERS:
            filters.setdefault(name, []).append(value)
        else:
            values[name] = value
    try:
        return SearchParameters.model_validate(values | filters)
    except ValidationError:
        return None


def evidence_of(cache: CatalogueCache, what: str, record_id: str, field: str) -> tuple[Evidence, ...]:
    """Raises HTTPException 404 when there is no such record or no evidence for the field."""
    catalogue = cache.get()
    proofs: tuple[Evidence, ...] = ()
    if what == "contracts" and record_id in catalogue.contracts:
        proofs = proofs_at(catalogue.contracts[record_id].contract, field)
    elif what == "actions" and record_id in catalogue.actions:
        proofs = proofs_at(catalogue.actions[record_id].action, field)
    if not proofs:
        raise HTTPException(404, "Aucune preuve pour cette valeur.")
    return proofs
