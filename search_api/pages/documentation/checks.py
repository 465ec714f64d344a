"""`/a-verifier/…`: contradictions, documents not read whole, and records from the weakest to the best."""

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from pydantic import Field

from models.fields import CONTRACT_FIELDS
from pipeline.regional.contradictions import KIND_LABELS, SEVERITY_LABELS
from pipeline.regional.quality import LEVEL_LABELS
from search_api.documentation.checks import ContradictionFilter, QualityFilter
from search_api.documentation.dossier import DossierCache
from search_api.pages.documentation.choices import places_of
from search_api.pages.quality_words import field_name
from search_api.pages.query_string import address, asked_of, pairs_of
from search_api.pages.render import render
from search_api.services import Services

SIZE = 100
Page = Annotated[int, Field(ge=1, le=1000)]


class AskedContradictions(ContradictionFilter):
    page: Page = 1


class AskedQuality(QualityFilter):
    page: Page = 1


def check_pages(router: APIRouter, services: Services, dossiers: DossierCache) -> None:
    @router.get("/a-verifier/contradictions")
    def contradictions(request: Request) -> str:
        asked, dossier = asked_of(request, AskedContradictions), dossiers.get()
        return render(
            "documentation/contradictions.html",
            where=asked,
            places=places_of(dossier),
            severities=SEVERITY_LABELS,
            contradiction_kinds=KIND_LABELS,
            fields=CONTRACT_FIELDS,
            **_paged(request, asked.chosen(dossier.contradictions), asked.page),
        )

    @router.get("/a-verifier/documents")
    def documents() -> str:
        return render("documentation/unread.html", problems=dossiers.reading_problems())

    @router.get("/a-verifier/fiches")
    def records(request: Request) -> str:
        asked, dossier = asked_of(request, AskedQuality), dossiers.get()
        return render(
            "documentation/quality.html",
            where=asked,
            places=places_of(dossier),
            levels=LEVEL_LABELS,
            field_name=field_name,
            rows=dossier.catalogue.rows,
            **_paged(request, asked.chosen(dossier.quality.values()), asked.page),
        )


def _paged(request: Request, found: Sequence[object], page: int) -> dict[str, object]:
    """One page of a list, and what the pager and the export links need."""
    path, pairs = request.url.path, pairs_of(request, "page")
    given = urlencode([pair for pair in pairs if pair[1]])
    return {
        "found": found[(page - 1) * SIZE : page * SIZE],
        "total": len(found),
        "page": page,
        "size": SIZE,
        "link": lambda number: address(path, [*pairs, ("page", str(number))]),
        "query": f"?{given}" if given else "",
    }
