"""`/territoires/{key}` and `/inventaire/chronologie`: the contracts of one or of all territories in time."""

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request
from pydantic import Field

from pipeline.regional.perimeter import Perimeter, population_of
from pipeline.regional.timeline import TerritoryTimeline
from search_api.documentation.dossier import Dossier, DossierCache
from search_api.documentation.where import Where
from search_api.pages.documentation.choices import places_of
from search_api.pages.query_string import address, asked_of, pairs_of
from search_api.pages.render import render
from search_api.pages.territory_map import perimeter_map
from search_api.pages.timeline import axis_of, drawing_of
from search_api.services import Services

#: Territories of a page of the chronology.
SIZE = 60


class AskedTimeline(Where):
    page: Annotated[int, Field(ge=1, le=1000)] = 1


def territory_pages(router: APIRouter, services: Services, dossiers: DossierCache) -> None:
    @router.get("/territoires/{key:path}")
    def territory(key: str) -> str:
        dossier = dossiers.get()
        found = [t for t in dossier.timelines if key in {t.code, t.name}]
        if not found:
            raise HTTPException(404, f"Aucun contrat pour le territoire « {key} ».")
        first = found[0]
        perimeter = dossier.perimeters[first.periods[0].contract_id]
        return render(
            "documentation/territory.html",
            territory=first,
            **_drawn(found, services),
            perimeter=perimeter,
            communes=_communes(dossier, perimeter),
            population=population_of(perimeter, dossier.census),
            map=perimeter_map(perimeter, dossier.census, f"Communes du territoire {first.name}"),
        )

    @router.get("/inventaire/chronologie")
    def timeline(request: Request) -> str:
        where = asked_of(request, AskedTimeline)
        dossier = dossiers.get()
        found = [t for t in dossier.timelines if where.holds(t.region, t.departments)]
        pairs = pairs_of(request, "page")
        return render(
            "documentation/timeline.html",
            where=where,
            places=places_of(dossier),
            query=urlencode(where.model_dump(exclude_none=True, exclude={"page"})),
            total=len(found),
            size=SIZE,
            link=lambda page: address("/inventaire/chronologie", [*pairs, ("page", str(page))]),
            **_drawn(found[(where.page - 1) * SIZE : where.page * SIZE], services),
        )


def _drawn(found: Sequence[TerritoryTimeline], services: Services) -> dict[str, object]:
    """What the macro `timeline` shows."""
    axis = axis_of(found, services.today())
    return {
        "axis": axis,
        "today": axis.x(services.today()),
        "timelines": [(timeline, drawing_of(timeline, axis)) for timeline in found],
    }


def _communes(dossier: Dossier, perimeter: Perimeter) -> list[tuple[str, int | None]]:
    """Names and populations, in alphabetical order."""
    census = dossier.census
    whole = [(census.communes[code].name, census.communes[code].population) for code in perimeter.communes]
    parts = [
        (f"{census.communes[census.successors[code]].name} (en partie)", census.parts[code])
        for code in perimeter.parts
        if census.successors[code] in census.communes
    ]
    return sorted([*whole, *parts])
