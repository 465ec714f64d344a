"""The search page: facets that can be taken back, groups by contract, help where nothing is found."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from models.search import FacetCount, SearchQuery, SearchResult
from search_api.api.searching import SearchParameters
from search_api.coordination.grouping import PER_PAGE, contract_of, grouped
from search_api.coordination.no_results import Hint, hints
from search_api.labels import facet_label
from search_api.pages.query_string import Pairs, address, asked_of, pairs_of
from search_api.pages.render import render
from search_api.services import Catalogue, CatalogueCache, Services

PATH = "/recherche"
#: Facets in the order of the page; values that are numbers are shown in their order, not by count.
FACET_NAMES = {
    "theme": "Thème",
    "population": "Population",
    "action_type": "Type d'action",
    "pilot_kind": "Pilote",
    "region": "Région",
    "department": "Département",
    "territory_type": "Type de territoire",
    "territory_size": "Taille du territoire",
    "density": "Densité",
    "status": "Statut",
    "year": "Année",
    "determinant": "Déterminant",
    "setting": "Lieu d'intervention",
    "kind": "Nature du contrat",
    "generation": "Génération",
}
SHOWN = 8  # values of a facet before "voir plus"


class PageSearch(SearchParameters):
    group: Literal["", "contract"] = ""


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    first: tuple[FacetCount, ...]
    more: tuple[FacetCount, ...]


@dataclass(frozen=True)
class ActiveFilter:
    label: str
    value: str
    href: str


def search_pages(services: Services, cache: CatalogueCache) -> APIRouter:
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get(PATH)
    def search(request: Request) -> str:
        asked, catalogue = asked_of(request, PageSearch), cache.get()
        query = asked.query()
        groups = grouped(services.engine, query, catalogue, asked.page) if asked.group else None
        found = groups.found if groups else services.engine.search(query)
        owners = {hit.id: contract_of(hit, catalogue) for hit in found.hits}
        label = _labels(catalogue)
        return render(
            "search.html",
            asked=asked,
            found=found,
            groups=groups,
            rows=catalogue.rows,
            owners=owners,
            actions=catalogue.actions,
            facets=_facets(services, query, found),
            label=label,
            active=_active(request, query, label),
            hints=[] if found.total else [_hint(hint, label) for hint in hints(services.engine, query)],
            feed=address(PATH + ".atom", pairs_of(request, "page", "size", "sort", "group")),
            here_and_now=address(PATH, pairs_of(request)),
            per_page=PER_PAGE if groups else asked.size,
            results=groups.contracts if groups else found.total,
            link=lambda page: address(PATH, [*pairs_of(request, "page"), ("page", str(page))]),
            changed=lambda name, value: address(PATH, [*pairs_of(request, "page", name), (name, value)]),
            narrowed=lambda name, value: address(PATH, [*pairs_of(request, "page", "group"), (name, value)]),
        )

    return router


def _labels(catalogue: Catalogue) -> Callable[[str, str], str]:
    """Labels of facet values, whatever was typed into the address."""

    def label(facet: str, value: str) -> str:
        if facet == "contract_id":
            return catalogue.rows[value].territory if value in catalogue.rows else value
        try:
            return facet_label(facet, value)
        except ValueError:
            return value

    return label


def _facets(services: Services, query: SearchQuery, found: SearchResult) -> list[Facet]:
    """A facet in use counts what its other values would add: its own choice is left out of its counts."""
    shown = []
    for name, label in FACET_NAMES.items():
        chosen = query.filters.get(name, ())
        counts = list(found.facets.get(name, ()))
        if chosen:
            filters = {facet: values for facet, values in query.filters.items() if facet != name}
            free = query.model_copy(update={"filters": filters, "facets": (name,), "size": 0, "offset": 0})
            counts = list(services.engine.search(free).facets.get(name, ()))
        known = {count.value for count in counts}
        counts += [FacetCount(value=value, count=0) for value in chosen if value not in known]
        if name in {"year", "generation"}:
            counts.sort(key=lambda count: count.value, reverse=True)
        first = [count for i, count in enumerate(counts) if i < SHOWN or count.value in chosen]
        more = [count for count in counts if count not in first]
        if counts:
            shown.append(Facet(name, label, tuple(first), tuple(more)))
    return shown


def _active(request: Request, query: SearchQuery, label: Callable[[str, str], str]) -> list[ActiveFilter]:
    pairs = pairs_of(request, "page")
    return [
        ActiveFilter(
            label=FACET_NAMES.get(name, "Contrat"),
            value=label(name, value),
            href=address(PATH, [pair for pair in pairs if pair != (name, value)]),
        )
        for name, values in query.filters.items()
        for value in dict.fromkeys(values)
    ]


def _hint(hint: Hint, label: Callable[[str, str], str]) -> tuple[str, str, int]:
    """What to try, where it leads, and how many it finds."""
    facet = FACET_NAMES.get(hint.what, "Contrat").lower()
    texts = {
        "spelling": f"Chercher « {hint.what} »",
        "filter": f"Retirer le filtre {facet} « {label(hint.what, hint.value)} »",
        "filters": "Retirer tous les filtres",
        "broader": f"Élargir à : {facet} « {label(hint.what, hint.value)} »",
        "word": f"Chercher sans « {hint.what} »",
        "theme": f"Parcourir : {facet} « {label(hint.what, hint.value)} »",
    }
    return texts[hint.kind], address(PATH, query_pairs(hint.query)), hint.total


def query_pairs(query: SearchQuery) -> Pairs:
    """The address of a search: its text, its type and its filters."""
    pairs: Pairs = [("q", query.text), ("type", query.kind.value if query.kind else "")]
    return pairs + [(name, value) for name, values in query.filters.items() for value in values]
