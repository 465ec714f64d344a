"""The indicator library: what others measure, how often, by whom."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from models.records import Scheme
from models.vocabularies.pilots import PilotKind
from models.vocabularies.themes import concept_label
from search_api.coordination.indicators import MEASURE_LABELS
from search_api.coordination.insights import InsightsCache
from search_api.coordination.lists import IndicatorFilter, indicators_view
from search_api.pages.query_string import address, asked_of, pairs_of
from search_api.pages.render import render
from search_api.services import CatalogueCache

PATH = "/indicateurs"
SIZE = 40
EXAMPLES = 6


class PageIndicators(IndicatorFilter):
    page: int = 1


def indicator_pages(cache: CatalogueCache, insights: InsightsCache) -> APIRouter:
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get(PATH)
    def indicators(request: Request) -> str:
        asked, known, catalogue = asked_of(request, PageIndicators), insights.get(), cache.get()
        page = max(1, asked.page)
        found = indicators_view(known, asked)
        shown = found[(page - 1) * SIZE : page * SIZE]
        themes = {theme for indicator in known.indicators.values() for theme in indicator.themes}
        return render(
            "indicators.html",
            asked=asked,
            found=[
                (
                    indicator,
                    [
                        (catalogue.actions[i], catalogue.rows[catalogue.actions[i].contract_id])
                        for i in indicator.actions[:EXAMPLES]
                        if i in catalogue.actions
                    ],
                )
                for indicator in shown
            ],
            total=len(found),
            page=page,
            size=SIZE,
            themes=sorted(((t, concept_label(Scheme.THEME, t)) for t in themes), key=lambda o: o[1]),
            measures=MEASURE_LABELS,
            pilots=[kind.value for kind in PilotKind],
            link=lambda number: address(PATH, [*pairs_of(request, "page"), ("page", str(number))]),
        )

    return router
