"""The web application: API under /api/v1, French pages, over the services it is given."""

from fastapi import FastAPI

from search_api.api import build_router
from search_api.api.checks import checks_router
from search_api.api.coordination import coordination_router
from search_api.api.description import install_description
from search_api.api.documentation import documentation_router
from search_api.coordination.insights import InsightsCache
from search_api.delivery import install_delivery
from search_api.documentation.dossier import DossierCache
from search_api.errors import install_error_pages
from search_api.pages.documentation import build_documentation_pages
from search_api.pages.routes import build_pages
from search_api.services import CatalogueCache, Services

__all__ = ["Services", "create_app"]

SECURITY_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self' data:; style-src 'self'; "
    "script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


def create_app(services: Services) -> FastAPI:
    """The application over one store, one engine and the originals. It keeps no state but a cache."""
    app = FastAPI(
        title="Atlas CLS",
        summary="Contrats locaux de santé : inventaire, actions, recherche, preuves.",
        version="1.0",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        license_info={"name": "AGPL-3.0-or-later"},
    )
    cache = CatalogueCache(services)
    insights = InsightsCache(services, cache)
    dossiers = DossierCache(services, cache)

    def warm() -> None:
        insights.get()
        dossiers.get().warm()

    app.state.warm = warm  # for a server to call at its start
    app.include_router(build_router(services, cache), prefix="/api/v1")
    # `/territories/{key}/twins` comes before `/territories/{key}`: names of territories have slashes too.
    app.include_router(coordination_router(insights), prefix="/api/v1")
    app.include_router(documentation_router(services, dossiers), prefix="/api/v1")
    app.include_router(checks_router(dossiers), prefix="/api/v1")
    app.include_router(build_pages(services, cache, app, insights), include_in_schema=False)
    app.include_router(build_documentation_pages(services, dossiers), include_in_schema=False)
    install_delivery(app, SECURITY_HEADERS)
    install_error_pages(app, SECURITY_HEADERS)
    install_description(app)
    return app
