"""Reads the query string of a page as a form sends it, with empty fields; links that change one thing of it."""

from collections.abc import Sequence
from typing import TypeVar
from urllib.parse import urlencode

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError

M = TypeVar("M", bound=BaseModel)
Pairs = list[tuple[str, str]]


def asked_of(request: Request, model: type[M]) -> M:
    """The query string as a model: empty fields of a form are not given. Raises RequestValidationError."""
    values: dict[str, object] = {}
    for name, value in pairs_of(request):
        if value == "":
            continue
        field = model.model_fields.get(name)
        if field is not None and "list" in str(field.annotation).lower():
            kept = values.setdefault(name, [])
            assert isinstance(kept, list)
            kept.append(value)
        else:
            values[name] = value
    try:
        return model.model_validate(values)
    except ValidationError as error:
        found = [{**item, "loc": ("query", *item["loc"])} for item in error.errors()]
        raise RequestValidationError(found) from error


def pairs_of(request: Request, *without: str) -> Pairs:
    """Names and values in their order, those of some names left out."""
    return [(name, value) for name, value in request.query_params.multi_items() if name not in without]


def address(path: str, pairs: Sequence[tuple[str, str]]) -> str:
    """The path with the pairs that have a value."""
    given = [(name, value) for name, value in pairs if value != ""]
    return f"{path}?{urlencode(given)}" if given else path
