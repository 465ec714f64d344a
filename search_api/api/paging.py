"""Pages of a list: what is asked for and what is answered."""

from collections.abc import Sequence
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel

from search_api.errors import Problem

T = TypeVar("T")

PageNumber = Annotated[int, Query(ge=1, le=100_000, description="Page, à partir de 1")]
PageSize = Annotated[int, Query(ge=1, le=100, description="Résultats par page")]

Responses = dict[int | str, dict[str, Any]]

NOT_FOUND: Responses = {404: {"model": Problem, "description": "Introuvable"}}
WRONG: Responses = {422: {"model": Problem, "description": "Paramètres incorrects, tous cités"}}


class Page(BaseModel, Generic[T]):
    """`next` and `previous` are page numbers, null at the ends."""

    total: int
    page: int
    size: int
    next: int | None
    previous: int | None
    items: list[T]


def paged(items: Sequence[T], page: int, size: int) -> Page[T]:
    """One page of the items."""
    start = (page - 1) * size
    more = start + size < len(items)
    return Page[T](
        total=len(items),
        page=page,
        size=size,
        next=page + 1 if more else None,
        previous=page - 1 if page > 1 else None,
        items=list(items[start : start + size]),
    )
