"""`/donnees`: what analysts take away, every list in every format, the whole base, its publications."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from models.lists import LISTS
from search_api.exports.formats import FORMATS, endings_of
from search_api.pages.render import render
from search_api.services import Services

#: Publications that the page shows, the last ones.
SHOWN = 10


def data_pages(services: Services) -> APIRouter:
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/donnees")
    def data() -> str:
        publications = services.store.publications()
        return render(
            "data.html",
            lists=[
                (info, [(ending, FORMATS[ending].label) for ending in endings_of(name)])
                for name, info in LISTS.items()
            ],
            publications=publications[: -SHOWN - 1 : -1],
            total=len(publications),
            quality=services.quality() is not None,
        )

    return router
