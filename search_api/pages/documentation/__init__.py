"""Pages of the documentalists, one module a subject; `build_documentation_pages` gathers their routes."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from search_api.documentation.dossier import DossierCache
from search_api.pages.documentation.checks import check_pages
from search_api.pages.documentation.deadlines import deadline_pages
from search_api.pages.documentation.regions import region_pages
from search_api.pages.documentation.silences import silence_pages
from search_api.pages.documentation.territories import territory_pages
from search_api.services import Services


def build_documentation_pages(services: Services, dossiers: DossierCache) -> APIRouter:
    """All of them, to be included beside the other pages."""
    router = APIRouter(default_response_class=HTMLResponse)
    region_pages(router, services, dossiers)
    check_pages(router, services, dossiers)
    deadline_pages(router, services, dossiers)
    silence_pages(router, services, dossiers)
    territory_pages(router, services, dossiers)
    return router
