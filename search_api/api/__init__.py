"""HTTP API, version 1: contracts, actions, documents, territories, inventory, search, evidence, exports."""

from fastapi import APIRouter

from search_api.api.actions import actions_router
from search_api.api.contracts import contracts_router
from search_api.api.documents import documents_router
from search_api.api.exports import exports_router
from search_api.api.history import history_router
from search_api.api.searching import search_router
from search_api.api.sheets import sheets_router
from search_api.api.whole import whole_router
from search_api.services import CatalogueCache, Services


def build_router(services: Services, cache: CatalogueCache) -> APIRouter:
    """All routes of the API. Routes are tried in order: to come last of sixty cost a search 0.1 ms."""
    router = APIRouter()
    router.include_router(search_router(services, cache))
    router.include_router(sheets_router(cache))
    router.include_router(exports_router(services, cache))
    router.include_router(history_router(services, cache))
    router.include_router(whole_router(services, cache))
    router.include_router(contracts_router(services, cache))
    router.include_router(actions_router(services, cache))
    router.include_router(documents_router(services))
    return router
