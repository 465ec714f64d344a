"""Twins of a territory: those like it, why, and what they do that it does not."""

from fastapi import APIRouter, HTTPException
from fastapi.responses import HTMLResponse

from search_api.coordination.insights import InsightsCache
from search_api.pages.render import render
from search_api.services import CatalogueCache


def twin_pages(cache: CatalogueCache, insights: InsightsCache) -> APIRouter:
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/territoires/{key:path}/jumeaux")
    def twins(key: str) -> str:
        known, catalogue = insights.get(), cache.get()
        found = known.twins(key)
        if found is None:
            raise HTTPException(404, f"Aucun contrat pour « {key} ».")
        return render(
            "twins.html",
            found=found,
            own=found.territory,
            profiles=known.profiles,
            archetypes=known.archetypes,
            actions=catalogue.actions,
            rows=catalogue.rows,
        )

    return router
