"""Action archetypes: the list, and one with who does it, for whom, how it is measured and what it costs."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from models.records import Scheme
from models.vocabularies.pilots import PilotKind
from models.vocabularies.themes import concept_label
from search_api.coordination.insights import Insights, InsightsCache
from search_api.coordination.lists import ArchetypeFilter, archetypes_view
from search_api.pages.query_string import address, asked_of, pairs_of
from search_api.pages.render import render
from search_api.services import CatalogueCache

PATH = "/actions-types"
SIZE = 20


class PageArchetypes(ArchetypeFilter):
    page: int = 1


def archetype_pages(cache: CatalogueCache, insights: InsightsCache) -> APIRouter:
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get(PATH)
    def archetypes(request: Request) -> str:
        asked, known = asked_of(request, PageArchetypes), insights.get()
        page = max(1, asked.page)
        found = archetypes_view(known, asked)
        return render(
            "archetypes.html",
            asked=asked,
            found=found[(page - 1) * SIZE : page * SIZE],
            total=len(found),
            page=page,
            size=SIZE,
            themes=_options(known, Scheme.THEME),
            populations=_options(known, Scheme.POPULATION),
            pilots=[kind.value for kind in PilotKind],
            link=lambda number: address(PATH, [*pairs_of(request, "page"), ("page", str(number))]),
        )

    @router.get(PATH + "/{archetype_id}")
    def archetype(archetype_id: str) -> str:
        known, catalogue = insights.get(), cache.get()
        found = known.archetypes.get(archetype_id)
        if found is None:
            raise HTTPException(404, f"Aucune action type « {archetype_id} ».")
        examples = [catalogue.actions[i] for i in found.actions if i in catalogue.actions]
        return render(
            "archetype.html",
            a=found,
            examples=[(e, catalogue.rows[e.contract_id]) for e in examples],
            indicators=[(known.indicators[c.value], c.count) for c in found.indicators],
        )

    return router


def _options(known: Insights, scheme: Scheme) -> list[tuple[str, str]]:
    """The concepts that some archetype has, by label."""
    used = {
        counted.value
        for archetype in known.archetypes.values()
        for counted in (archetype.themes if scheme is Scheme.THEME else archetype.populations)
    }
    return sorted(((c, concept_label(scheme, c)) for c in used), key=lambda option: option[1])
