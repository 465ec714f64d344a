"""The coordinators' pages: one module a page, one router for all."""

from fastapi import APIRouter

from search_api.coordination.insights import InsightsCache
from search_api.pages.coordination.archetypes import archetype_pages
from search_api.pages.coordination.basket import basket_pages
from search_api.pages.coordination.comparing import compare_pages
from search_api.pages.coordination.feeds import feed_pages
from search_api.pages.coordination.indicators import indicator_pages
from search_api.pages.coordination.twins import twin_pages
from search_api.services import CatalogueCache, Services


def coordination_pages(services: Services, cache: CatalogueCache, insights: InsightsCache) -> APIRouter:
    router = APIRouter()
    router.include_router(archetype_pages(cache, insights))
    router.include_router(indicator_pages(cache, insights))
    router.include_router(twin_pages(cache, insights))
    router.include_router(basket_pages(services, cache, insights))
    router.include_router(compare_pages(cache, insights))
    router.include_router(feed_pages(services, cache))
    return router
