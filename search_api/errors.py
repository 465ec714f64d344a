"""Errors for people and programs: problem+json under /api, French pages elsewhere. All errors at once."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from models.errors import AtlasError, InputNotFoundError
from search_api.pages.render import render

PROBLEM = "application/problem+json"
TITLES = {
    404: "Introuvable",
    405: "Méthode refusée",
    422: "Paramètres incorrects",
    500: "Erreur interne",
    503: "Service indisponible",
}
#: In place of the framework's English phrases.
DETAILS = {404: "Cette adresse ne mène à rien.", 405: "Cette adresse ne s'utilise pas ainsi."}
_MESSAGES = {
    "missing": "paramètre requis",
    "string_too_short": "trop court : {min_length} caractère au moins",
    "enum": "valeur inconnue, attendu : {expected}",
    "literal_error": "valeur inconnue, attendu : {expected}",
    "string_pattern_mismatch": "ne correspond pas à la forme attendue",
    "int_parsing": "un nombre entier est attendu",
    "greater_than_equal": "doit valoir au moins {ge}",
    "less_than_equal": "doit valoir au plus {le}",
    "string_too_long": "trop long : {max_length} caractères au plus",
    "extra_forbidden": "paramètre inconnu",
    "date_parsing": "une date est attendue : AAAA-MM-JJ",
    "date_from_datetime_parsing": "une date est attendue : AAAA-MM-JJ",
    "value_error": "{error}",
    "bool_parsing": "vrai ou faux est attendu",
}


class ParameterError(BaseModel):
    parameter: str
    message: str


class Problem(BaseModel):
    """RFC 9457. `errors` lists every wrong parameter."""

    title: str
    status: int
    detail: str | None = None
    errors: list[ParameterError] = []


def install_error_pages(app: FastAPI, security: Mapping[str, str]) -> None:
    """Handlers for what is not found, wrong parameters, our own errors and unforeseen ones."""

    @app.exception_handler(HTTPException)
    async def http_error(request: Request, error: HTTPException) -> Response:
        own = error.detail != HTTPStatus(error.status_code).phrase
        detail = str(error.detail) if own else DETAILS.get(error.status_code)
        return _answer(request, error.status_code, detail)

    @app.exception_handler(RequestValidationError)
    async def wrong_parameters(request: Request, error: RequestValidationError) -> Response:
        return _answer(request, 422, None, [_parameter(item) for item in error.errors()])

    @app.exception_handler(Exception)
    async def unforeseen(request: Request, error: Exception) -> Response:
        """The server writes the error to its log and answers this outside of the middlewares."""
        answer = _answer(request, 500, "L'atlas n'a pas su répondre. L'erreur est notée dans son journal.")
        answer.headers.update(security)
        return answer

    @app.exception_handler(AtlasError)
    async def our_error(request: Request, error: AtlasError) -> Response:
        return _answer(request, 404 if isinstance(error, InputNotFoundError) else 503, str(error))


def _parameter(item: dict[str, Any]) -> ParameterError:
    template = _MESSAGES.get(item["type"], item["msg"])
    name = ".".join(str(part) for part in item["loc"][1:]) or str(item["loc"][0])
    told = {name: str(value).replace(" or ", " ou ") for name, value in item.get("ctx", {}).items()}
    return ParameterError(parameter=name, message=template.format(**{"expected": "", **told}))


def _answer(
    request: Request, status: int, detail: str | None, errors: list[ParameterError] | None = None
) -> Response:
    problem = Problem(title=TITLES.get(status, "Erreur"), status=status, detail=detail, errors=errors or [])
    if request.url.path.startswith("/api/"):
        return JSONResponse(problem.model_dump(), status_code=status, media_type=PROBLEM)
    return HTMLResponse(render("error.html", problem=problem), status_code=status)
