"""The basket: what a reader keeps, in a cookie of the browser or in an address to share; exports with citations."""

from collections.abc import Sequence
from typing import Literal
from urllib.parse import parse_qs, urlsplit

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from models.text import slug
from search_api.citations import CitedSheet, cited_action, cited_contract
from search_api.coordination.collections import MOST, Collection, collection, key_of, read_keys, written
from search_api.coordination.insights import InsightsCache
from search_api.coordination.workbook import excel_workbook
from search_api.exports import formats, word
from search_api.exports.pdf import pdf_document
from search_api.french import french_date
from search_api.pages.query_string import address
from search_api.pages.render import render
from search_api.services import Catalogue, CatalogueCache, Services

PATH = "/panier"
COOKIE = "panier"
KEPT_FOR = 180 * 24 * 3600  # seconds
LONGEST_BODY = 32_768
TITLE = "Sélection de fiches"
TYPES = {"docx": word.MEDIA_TYPE, "pdf": "application/pdf", "xlsx": formats.XLSX}


def basket_pages(services: Services, cache: CatalogueCache, insights: InsightsCache) -> APIRouter:
    router = APIRouter(default_response_class=HTMLResponse)

    def chosen(request: Request, shared: str | None) -> Collection:
        keys = read_keys(request.cookies.get(COOKIE) if shared is None else shared)
        return collection(keys, insights.get().ids_by_key, cache.get())

    @router.get(PATH)
    def basket(
        request: Request, fiches: str | None = Query(None, max_length=MOST * 11), titre: str = ""
    ) -> str:
        found, catalogue = chosen(request, fiches), cache.get()
        return render(
            "basket.html",
            found=found,
            rows=catalogue.rows,
            shared=fiches is not None,
            keys=written(found.keys),
            title=titre.strip()[:100],
            key_of=key_of,
            most=MOST,
        )

    @router.get(PATH + ".{ending}", response_class=Response)
    def export(
        request: Request,
        ending: Literal["docx", "pdf", "xlsx"],
        fiches: str | None = Query(None, max_length=MOST * 11),
        titre: str = "",
    ) -> Response:
        found, catalogue = chosen(request, fiches), cache.get()
        title = titre.strip()[:100] or TITLE
        sheets = cited_sheets(found, catalogue)
        if not sheets:
            raise HTTPException(404, "Le panier est vide : gardez d'abord des fiches.")
        note = (
            f"{len(sheets)} fiche{'s' if len(sheets) > 1 else ''} de l'Atlas CLS, le "
            f"{french_date(services.today())}. La lecture est automatique : vérifiez dans l'original avant de citer."
        )
        content = (
            excel_workbook(found, sheets, catalogue)
            if ending == "xlsx"
            else (word.word_document if ending == "docx" else pdf_document)(title, note, sheets)
        )
        name = (slug(title) or "selection")[:60]
        headers = {"Content-Disposition": f'attachment; filename="{name}.{ending}"'}
        return Response(content, media_type=TYPES[ending], headers=headers)

    @router.post(PATH, response_class=Response)
    async def change(request: Request) -> Response:
        form = await _form(request)
        kept = list(read_keys(request.cookies.get(COOKIE)))
        named = [key for value in form.get("fiche", []) for key in read_keys(value) or (key_of(value),)]
        match form.get("geste", [""])[0]:
            case "ajouter":
                kept = [*kept, *(key for key in named if key not in kept)]
            case "retirer":
                kept = [key for key in kept if key not in named]
            case "reprendre":
                kept = named
            case "vider":
                kept = []
            case _:
                raise HTTPException(422, "Geste inconnu : ajouter, retirer, reprendre ou vider.")
        answer = RedirectResponse(_back(form.get("retour", [PATH])[0]), status_code=303)
        answer.set_cookie(
            COOKIE,
            written(kept[:MOST]),
            max_age=KEPT_FOR if kept else 0,
            path="/",
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
        return answer

    return router


def cited_sheets(found: Collection, catalogue: Catalogue) -> Sequence[CitedSheet]:
    """Contracts, then actions, each with its citations."""
    return [
        *(cited_contract(record, catalogue.rows[record.id]) for record in found.contracts),
        *(cited_action(record, catalogue.rows[record.contract_id]) for record in found.actions),
    ]


async def _form(request: Request) -> dict[str, list[str]]:
    """The fields of a form of ours. A form that another site sends is refused: a basket is the reader's own."""
    origin = request.headers.get("origin")
    if origin not in {None, "null"} and urlsplit(origin).netloc != request.headers.get("host"):
        raise HTTPException(403, "Ce formulaire vient d'un autre site.")
    if request.headers.get("sec-fetch-site") in {"cross-site", "same-site"}:
        raise HTTPException(403, "Ce formulaire vient d'un autre site.")
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LONGEST_BODY:
            raise HTTPException(413, "Trop de fiches à la fois.")
    try:
        return parse_qs(body.decode(), keep_blank_values=True, max_num_fields=1000)
    except ValueError as error:
        raise HTTPException(422, "Formulaire illisible.") from error


def _back(wanted: str) -> str:
    """A page of ours, never another site: "//elsewhere" and "/\\elsewhere" are other sites to a browser."""
    safe = wanted.startswith("/") and wanted[1:2] not in {"/", "\\"} and wanted.isprintable()
    return wanted if safe else address(PATH, [])
