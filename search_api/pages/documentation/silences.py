"""`/inventaire/silences`: for every grouping and large commune, found, looked for in vain, or never looked for."""

from collections import Counter
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from pydantic import Field

from models.vocabularies.gazetteer import load_gazetteer
from pipeline.regional.silences import LARGE_COMMUNE, LINK_LABELS, STATE_LABELS, PlaceSearch, SearchState
from search_api.documentation.dossier import Dossier, DossierCache
from search_api.documentation.regions import region_codes
from search_api.documentation.silences import NATURES, SilenceFilter
from search_api.pages.documentation.choices import places_of
from search_api.pages.query_string import address, asked_of, pairs_of
from search_api.pages.render import render
from search_api.services import Services

SIZE = 100


class Asked(SilenceFilter):
    page: Annotated[int, Field(ge=1, le=1000)] = 1


def silence_pages(router: APIRouter, services: Services, dossiers: DossierCache) -> None:
    @router.get("/inventaire/silences")
    def silences(request: Request) -> str:
        asked, dossier = asked_of(request, Asked), dossiers.get()
        every = dossier.silences(services.store.collections())
        found = asked.chosen(every)
        pairs = pairs_of(request, "page")
        query = urlencode([pair for pair in pairs if pair[1]])
        return render(
            "documentation/silences.html",
            where=asked,
            places=places_of(dossier),
            found=found[(asked.page - 1) * SIZE : asked.page * SIZE],
            total=len(found),
            page=asked.page,
            size=SIZE,
            link=lambda page: address("/inventaire/silences", [*pairs, ("page", str(page))]),
            query=f"?{query}" if query else "",
            by_region=_by_region(dossier, every),
            states=STATE_LABELS,
            links=LINK_LABELS,
            natures=NATURES,
            large=LARGE_COMMUNE,
            names=dossier.catalogue.rows,
        )

    @router.get("/inventaire/collectes")
    def collections() -> str:
        runs = sorted(services.store.collections(), key=lambda run: run.started_at, reverse=True)
        return render("documentation/collections.html", runs=runs)


def _by_region(dossier: Dossier, every: tuple[PlaceSearch, ...]) -> list[tuple[str, Counter[SearchState]]]:
    counts: dict[str, Counter[SearchState]] = {code: Counter() for code in region_codes(dossier)}
    for place in every:
        if place.region in counts:
            counts[place.region][place.state] += 1
    return [(code, found) for code, found in counts.items() if load_gazetteer().region(code)]
