"""The routes of the pages. Each collects what its template shows; nothing is written here."""

from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, FastAPI, HTTPException, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import Field

from models.catalogue import KIND_SHORT, ActionRecord, InventoryRow
from models.fields import ACTION_FIELDS, CONTRACT_FIELDS
from models.records import Axis
from models.text import fold
from pipeline.regional.quality import record_quality
from search_api.api.searching import evidence_of
from search_api.coordination.insights import InsightsCache
from search_api.indexing import CODE_FACETS
from search_api.kept import Kept
from search_api.labels import facet_label
from search_api.pages.coordination import coordination_pages
from search_api.pages.data import data_pages
from search_api.pages.documents import ReadDocuments
from search_api.pages.doubts import Doubt, action_doubts, all_doubts, contract_doubts
from search_api.pages.evidence import boxes_of, web_text
from search_api.pages.information import information_pages
from search_api.pages.map import by_number, department_map
from search_api.pages.query_string import address, asked_of, pairs_of
from search_api.pages.render import render
from search_api.pages.searching import search_pages
from search_api.services import Catalogue, CatalogueCache, Services
from search_api.views import ContractFilter, contracts_view, counted

DOUBTS = 100  # of a page of the work list
ROWS = 100  # of a page of the inventory: 780 contracts in one took 60 ms and 450 kB
SECTIONS = {"contracts": "contrats", "actions": "actions"}


class ShownContracts(ContractFilter):
    page: int = Field(1, ge=1, le=10_000, description="Page, à partir de 1")


def build_pages(
    services: Services, cache: CatalogueCache, app: FastAPI, insights: InsightsCache
) -> APIRouter:
    """All pages."""
    router = APIRouter(default_response_class=HTMLResponse)
    _lists(router, services, cache)
    _records(router, services, cache, insights)
    _documents(router, services, cache)
    router.include_router(search_pages(services, cache))
    router.include_router(coordination_pages(services, cache, insights))

    router.include_router(information_pages())
    router.include_router(data_pages(services))

    @router.get("/api")
    def api() -> str:
        return render("api.html", routes=_api_routes(app))

    return router


def _lists(router: APIRouter, services: Services, cache: CatalogueCache) -> None:
    @router.get("/")
    def home() -> str:
        catalogue = cache.get()
        rows = list(catalogue.rows.values())
        return render(
            "home.html",
            rows=rows,
            by_status=counted(rows, "status"),
            by_region=counted(rows, "region"),
            actions=len(catalogue.actions),
            documents=len(services.store.documents()),
        )

    @router.get("/inventaire")
    def inventory(request: Request) -> str:
        wanted = asked_of(request, ShownContracts)
        catalogue = cache.get()
        rows = contracts_view(catalogue, wanted, services.today())
        every = list(catalogue.rows.values())
        pairs = [(name, value) for name, value in pairs_of(request, "page") if value]
        shown = rows[(wanted.page - 1) * ROWS : wanted.page * ROWS]

        def sort_link(field: str) -> str:
            kept = [pair for pair in pairs if pair[0] not in {"sort", "descending"}]
            turned = wanted.sort == field and not wanted.descending
            return "/inventaire?" + urlencode(
                [*kept, ("sort", field), *([("descending", "true")] if turned else [])]
            )

        by_department = counted(rows, "department")
        return render(
            "inventory.html",
            wanted=wanted,
            rows=shown,
            total=len(rows),
            size=ROWS,
            page_link=lambda number: address("/inventaire", [*pairs, ("page", str(number))]),
            query=f"?{urlencode(pairs)}" if pairs else "",
            sort_link=sort_link,
            map=department_map(by_number(by_department), "Nombre de contrats par département"),
            quality={
                row.contract_id: record_quality(catalogue.contracts[row.contract_id], row) for row in shown
            },
            by_region=counted(rows, "region"),
            by_department=by_department,
            all_regions=sorted(counted(every, "region")),
            all_departments=sorted(counted(every, "department")),
        )

    doubts: Kept[list[Doubt]] = Kept()

    @router.get("/a-verifier")
    def to_check(page: Annotated[int, Query(ge=1, le=10_000)] = 1) -> str:
        catalogue = cache.get()
        found = doubts.get(catalogue.digest, lambda: all_doubts(catalogue))
        return render(
            "check.html",
            found=found[(page - 1) * DOUBTS : page * DOUBTS],
            total=len(found),
            page=page,
            size=DOUBTS,
            link=lambda number: f"/a-verifier?page={number}",
        )


def _records(router: APIRouter, services: Services, cache: CatalogueCache, insights: InsightsCache) -> None:
    @router.get("/contrats/{contract_id}")
    def contract(contract_id: str) -> str:
        catalogue = cache.get()
        record = catalogue.contracts.get(contract_id)
        if record is None:
            raise HTTPException(404, f"Aucun contrat « {contract_id} ».")
        tree = _tree(record.contract.axes, catalogue.actions_of(contract_id))
        names = {r.contract_id: _name(catalogue.rows[r.contract_id]) for r in record.relations}
        doubtful = [(a, len(found)) for a in catalogue.actions_of(contract_id) if (found := action_doubts(a))]
        return render(
            "contract.html",
            record=record,
            row=catalogue.rows[contract_id],
            tree=tree,
            names=names,
            quality=record_quality(record, catalogue.rows[contract_id]),
            doubts=contract_doubts(record),
            doubtful=doubtful,
        )

    @router.get("/actions/{action_id}")
    def action(action_id: str) -> str:
        catalogue = cache.get()
        record = catalogue.actions.get(action_id)
        if record is None:
            raise HTTPException(404, f"Aucune action « {action_id} ».")
        row = catalogue.rows[record.contract_id]
        doubts = action_doubts(record)
        known = insights.get()
        return render(
            "action.html",
            record=record,
            row=row,
            similar=known.similar(action_id),
            archetype=known.archetype_of(action_id),
            doubts=doubts,
        )

    @router.get("/preuve/{what}/{record_id}/{field}")
    def evidence(
        what: Literal["contracts", "actions"],
        record_id: str,
        field: str,
        n: Annotated[int, Query(ge=1, le=500)] = 1,
    ) -> str:
        proofs = evidence_of(cache, what, record_id, field)
        shown = proofs[min(n, len(proofs)) - 1]
        document = services.store.document(shown.document) if shown.document else None
        layout = services.layout(shown.document) if shown.document and shown.page is None else None
        return render(
            "evidence.html",
            evidence=proofs,
            shown=shown,
            current=min(n, len(proofs)),
            document=document,
            kept=bool(shown.document and services.original(shown.document)),
            boxes=boxes_of(proofs, shown),
            text=web_text(layout, shown.quote) if layout else [],
            label=_field_label(what, field),
            owner=_owner(cache.get(), what, record_id),
            back=f"/{SECTIONS[what]}/{record_id}",
        )


def _documents(router: APIRouter, services: Services, cache: CatalogueCache) -> None:
    read = ReadDocuments(services.store)

    @router.get("/documents")
    def documents() -> str:
        return render("documents.html", documents=read.documents())

    @router.get("/documents/{sha256}")
    def document(sha256: str) -> str:
        found = services.store.document(sha256)
        if found is None:
            raise HTTPException(404, "Aucun document de cette empreinte.")
        result = next((result for other, result in read.documents() if other.sha256 == sha256), None)
        here = [c for c in cache.get().contracts.values() if any(s.document == sha256 for s in c.sources)]
        return render("document.html", document=found, result=result, contracts=here)


def _tree(
    axes: tuple[Axis, ...], actions: list[ActionRecord]
) -> list[tuple[Axis | None, list[ActionRecord]]]:
    """Each axis with its actions; those of no known axis at the end."""
    by_title: dict[str, list[ActionRecord]] = {}
    for record in actions:
        by_title.setdefault(fold(record.action.axis or ""), []).append(record)
    tree: list[tuple[Axis | None, list[ActionRecord]]] = [
        (axis, by_title.pop(fold(axis.title), [])) for axis in axes
    ]
    rest = [record for records in by_title.values() for record in records]
    return [*tree, (None, rest)] if rest else tree


def _name(row: InventoryRow) -> str:
    """ "CLS – Pays de Fontenay-Vendée (2019)"."""
    year = (row.signature_date or row.start_date or "")[:4]
    return f"{KIND_SHORT[row.kind]} – {row.territory}" + (f" ({year})" if year else "")


def _field_label(what: str, field: str) -> str:
    """The label of a field, or of the code that "theme.sante-mentale" names."""
    labels = CONTRACT_FIELDS if what == "contracts" else ACTION_FIELDS
    scheme, _, concept = field.partition(".")
    if concept and scheme in CODE_FACETS:
        return facet_label(scheme, concept)
    return labels[scheme].label if scheme in labels else field  # "committees.2", "plan_links.1"


def _owner(catalogue: Catalogue, what: str, record_id: str) -> str:
    if what == "contracts":
        return catalogue.contracts[record_id].contract.territory.name
    return catalogue.actions[record_id].action.title


def _api_routes(app: FastAPI) -> list[tuple[str, str, list[str]]]:
    found = []
    for path, methods in app.openapi()["paths"].items():
        for operation in methods.values():
            names = [parameter["name"] for parameter in operation.get("parameters", ())]
            found.append((path, operation.get("summary", ""), names))
    return found
