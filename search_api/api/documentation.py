"""Regions, coverage and what documentalists follow, as data."""

from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Request, Response
from pydantic import Field

from models.base import Record
from models.catalogue import CollectionRun
from pipeline.regional.endings import Ending, within
from pipeline.regional.perimeter import Perimeter, population_of
from pipeline.regional.silences import PlaceSearch
from pipeline.regional.timeline import TerritoryTimeline
from search_api.api.exports import attachment
from search_api.api.paging import NOT_FOUND, WRONG, Page, PageNumber, PageSize, paged
from search_api.documentation.calendar import MEDIA_TYPE, calendar_of
from search_api.documentation.dossier import Dossier, DossierCache
from search_api.documentation.regions import RegionSummary, region_codes, region_summary
from search_api.documentation.silences import SilenceFilter
from search_api.documentation.where import Where
from search_api.exports import FORMATS, Table, write_table
from search_api.exports.regional import endings_table, silences_table
from search_api.labels import department_label, region_label
from search_api.services import Services

FileEnding = Literal["csv", "xlsx", "jsonl", "parquet"]


class EndingFilter(Where):
    within: int | None = Field(None, ge=1, le=240, description="Se termine dans ce nombre de mois")

    def endings(self, dossier: Dossier) -> list[Ending]:
        found = [e for e in dossier.endings if self.holds(e.region, e.departments)]
        return found if self.within is None else within(found, dossier.today, self.within)

    def name(self) -> str:
        """Of the calendar: "Fins de CLS – Bretagne"."""
        place = department_label(self.department) if self.department else region_label(self.region)
        return f"Fins de CLS – {place or 'France'}"


class TerritoryDetail(Record):
    """`population` is that of the perimeter, null where it is unknown."""

    timeline: TerritoryTimeline
    perimeter: Perimeter
    population: int | None


class PagedSilences(SilenceFilter):
    page: PageNumber = 1
    size: PageSize = 50


def documentation_router(services: Services, dossiers: DossierCache) -> APIRouter:
    """Counterparts of the documentalists' pages."""
    router = APIRouter(tags=["inventaire"])

    @router.get("/regions", summary="Les régions et leurs départements : contrats, population couverte")
    def regions() -> list[RegionSummary]:
        dossier = dossiers.get()
        return [region_summary(dossier, code) for code in region_codes(dossier)]

    @router.get("/regions/{code}", summary="Une région et ses départements", responses=NOT_FOUND | WRONG)
    def region(code: str) -> RegionSummary:
        dossier = dossiers.get()
        if code not in dossier.coverage.regions:
            raise HTTPException(404, f"Aucune région de code « {code} ».")
        return region_summary(dossier, code)

    @router.get(
        "/timelines", summary="Les contrats et avenants de chaque territoire dans le temps", responses=WRONG
    )
    def all_timelines(where: Annotated[Where, Query()]) -> list[TerritoryTimeline]:
        return [t for t in dossiers.get().timelines if where.holds(t.region, t.departments)]

    @router.get(
        "/territories/{key:path}",
        summary="Un territoire : ses communes, sa population, ses contrats dans le temps",
        tags=["territoires"],
        responses=NOT_FOUND | WRONG,
    )
    def territory(key: str) -> TerritoryDetail:
        dossier = dossiers.get()
        found = next((t for t in dossier.timelines if key in {t.code, t.name}), None)
        if found is None:
            raise HTTPException(404, f"Aucun contrat pour le territoire « {key} ».")
        perimeter = dossier.perimeters[found.periods[0].contract_id]
        population = population_of(perimeter, dossier.census)
        return TerritoryDetail(timeline=found, perimeter=perimeter, population=population)

    @router.get(
        "/endings", summary="Les contrats qui se terminent, du plus proche au plus lointain", responses=WRONG
    )
    def all_endings(wanted: Annotated[EndingFilter, Query()]) -> list[Ending]:
        return wanted.endings(dossiers.get())

    @router.get(
        "/endings.ics",
        summary="Les mêmes, en calendrier iCalendar",
        responses={**WRONG, 200: {"content": {"text/calendar": {}}}},
        response_class=Response,
    )
    def calendar(request: Request, wanted: Annotated[EndingFilter, Query()]) -> Response:
        dossier = dossiers.get()
        base = str(request.base_url).rstrip("/")
        content = calendar_of(wanted.endings(dossier), name=wanted.name(), base=base, today=dossier.today)
        headers = {"Content-Disposition": 'inline; filename="echeances-cls.ics"'}
        return Response(content, media_type=MEDIA_TYPE, headers=headers)

    @router.get("/endings.{ending}", summary="Les mêmes, exportés", responses=WRONG, response_class=Response)
    def export_endings(ending: FileEnding, wanted: Annotated[EndingFilter, Query()]) -> Response:
        return exported(endings_table(wanted.endings(dossiers.get())), ending)

    @router.get(
        "/silences",
        summary="Intercommunalités et grandes communes : trouvé, cherché en vain, jamais cherché",
        responses=WRONG,
    )
    def all_silences(wanted: Annotated[PagedSilences, Query()]) -> Page[PlaceSearch]:
        found = dossiers.get().silences(services.store.collections())
        return paged(wanted.chosen(found), wanted.page, wanted.size)

    @router.get(
        "/silences.{ending}", summary="Les mêmes, exportées", responses=WRONG, response_class=Response
    )
    def export_silences(ending: FileEnding, wanted: Annotated[SilenceFilter, Query()]) -> Response:
        found = dossiers.get().silences(services.store.collections())
        return exported(silences_table(wanted.chosen(found)), ending)

    @router.get(
        "/collections",
        summary="Le journal des collectes, de la plus récente à la plus ancienne",
        responses=WRONG,
    )
    def collections(page: PageNumber = 1, size: PageSize = 50) -> Page[CollectionRun]:
        return paged(services.store.collections()[::-1], page, size)

    return router


def exported(table: Table, ending: str) -> Response:
    """A table as a file of that ending."""
    headers = {"Content-Disposition": attachment(f"{table.info.file}.{ending}")}
    return Response(write_table(table, ending), media_type=FORMATS[ending].media_type, headers=headers)
