"""Pages that tell about the site itself: what it is, its accessibility, where its data come from."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from search_api.pages.render import render


def information_pages() -> APIRouter:
    """/a-propos, /accessibilite, /mentions."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/a-propos")
    def about() -> str:
        return render("about.html")

    @router.get("/accessibilite")
    def accessibility() -> str:
        return render("accessibility.html")

    @router.get("/mentions")
    def notices() -> str:
        return render("notices.html")

    return router
