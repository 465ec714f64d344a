"""Documents: the list, one, its original, and its pages as pictures with words highlighted."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Response
from fastapi.responses import FileResponse

from extractors.render import RenderError, render_page
from models.catalogue import Document
from models.evidence import BBox
from search_api.api.paging import NOT_FOUND, WRONG, Page, PageNumber, PageSize, paged
from search_api.services import Services

Sha256 = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$", description="sha256 du document")]
#: "x0,y0,x1,y1" in PDF points, several joined by ";".
_NUMBER = r"-?\d{1,5}(?:\.\d{1,3})?"
_BOX = rf"{_NUMBER}(?:,{_NUMBER}){{3}}"
Boxes = Annotated[
    str, Query(pattern=rf"^(?:{_BOX}(?:;{_BOX}){{0,39}})?$", description="Cadres à surligner, en points")
]


def documents_router(services: Services) -> APIRouter:
    """Originals are served as they were fetched, never run in our pages: web pages are downloads."""
    router = APIRouter(tags=["documents"])

    @router.get("/documents", summary="Les documents et l'issue de leur lecture", responses=WRONG)
    def documents(page: PageNumber = 1, size: PageSize = 50) -> Page[Document]:
        return paged(services.store.documents(), page, size)

    @router.get("/documents/{sha256}", summary="Un document", responses=NOT_FOUND | WRONG)
    def document(sha256: Sha256) -> Document:
        found = services.store.document(sha256)
        if found is None:
            raise HTTPException(404, "Aucun document de cette empreinte.")
        return found

    @router.get(
        "/documents/{sha256}/original",
        summary="L'original",
        responses=NOT_FOUND | WRONG,
        response_class=FileResponse,
    )
    def original(sha256: Sha256) -> Response:
        found, path = services.store.document(sha256), services.original(sha256)
        if found is None or path is None:
            raise HTTPException(404, "L'original n'est pas conservé ici.")
        with path.open("rb") as file:
            is_pdf = b"%PDF-" in file.read(1024)
        media_type = "application/pdf" if is_pdf else "application/octet-stream"
        how = "inline" if is_pdf else "attachment"
        return FileResponse(path, media_type=media_type, filename=found.name, content_disposition_type=how)

    @router.get(
        "/documents/{sha256}/pages/{page}.png",
        summary="Une page en image, mots surlignés",
        responses={**NOT_FOUND, **WRONG, 200: {"content": {"image/png": {}}}},
        response_class=Response,
    )
    def page_image(
        sha256: Sha256, page: Annotated[int, Path(ge=1, le=10_000)], highlight: Boxes = ""
    ) -> Response:
        path = services.original(sha256)
        if path is None:
            raise HTTPException(404, "L'original n'est pas conservé ici.")
        try:
            picture = render_page(path, page, highlight=parse_boxes(highlight))
        except RenderError as error:
            raise HTTPException(404, str(error)) from error
        return Response(picture, media_type="image/png", headers={"Cache-Control": "max-age=86400"})

    return router


def parse_boxes(text: str) -> list[BBox]:
    """The boxes of a highlight parameter that fits its pattern."""
    boxes: list[BBox] = []
    for part in filter(None, text.split(";")):
        x0, y0, x1, y1 = (float(number) for number in part.split(","))
        boxes.append((x0, y0, x1, y1))
    return boxes
