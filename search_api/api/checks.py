"""What a person should check, as data: contradictions, documents not read whole, the quality of records."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from pipeline.regional.contradictions import Contradiction
from pipeline.regional.quality import RecordQuality
from pipeline.regional.reading import ReadingProblem
from search_api.api.documentation import FileEnding, exported
from search_api.api.paging import WRONG, Page, PageNumber, PageSize, paged
from search_api.documentation.checks import ContradictionFilter, QualityFilter
from search_api.documentation.dossier import DossierCache
from search_api.exports.regional import contradictions_table, quality_table


class PagedContradictions(ContradictionFilter):
    page: PageNumber = 1
    size: PageSize = 50


class PagedQuality(QualityFilter):
    page: PageNumber = 1
    size: PageSize = 50


def checks_router(dossiers: DossierCache) -> APIRouter:
    """Counterparts of the pages under `/a-verifier`."""
    router = APIRouter(prefix="/checks", tags=["vérification"])

    @router.get("/contradictions", summary="Ce qui ne s'accorde pas, le plus grave d'abord", responses=WRONG)
    def contradictions(wanted: Annotated[PagedContradictions, Query()]) -> Page[Contradiction]:
        return paged(wanted.chosen(dossiers.get().contradictions), wanted.page, wanted.size)

    @router.get(
        "/contradictions.{ending}",
        summary="La même liste, exportée",
        responses=WRONG,
        response_class=Response,
    )
    def export_contradictions(
        ending: FileEnding, wanted: Annotated[ContradictionFilter, Query()]
    ) -> Response:
        return exported(contradictions_table(wanted.chosen(dossiers.get().contradictions)), ending)

    @router.get(
        "/documents", summary="Documents non lus ou lus en partie : raison, que faire", responses=WRONG
    )
    def documents(page: PageNumber = 1, size: PageSize = 50) -> Page[ReadingProblem]:
        return paged(dossiers.reading_problems(), page, size)

    @router.get("/quality", summary="La qualité de chaque fiche, les plus fragiles d'abord", responses=WRONG)
    def quality(wanted: Annotated[PagedQuality, Query()]) -> Page[RecordQuality]:
        return paged(wanted.chosen(dossiers.get().quality.values()), wanted.page, wanted.size)

    @router.get(
        "/quality.{ending}", summary="La même liste, exportée", responses=WRONG, response_class=Response
    )
    def export_quality(ending: FileEnding, wanted: Annotated[QualityFilter, Query()]) -> Response:
        return exported(quality_table(wanted.chosen(dossiers.get().quality.values())), ending)

    return router
