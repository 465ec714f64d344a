"""The OpenAPI document: what FastAPI works out, with errors as they travel (RFC 9457)."""

from typing import Any

from fastapi import FastAPI

from search_api.errors import PROBLEM

_UNAVAILABLE = {"description": "Service indisponible : la base ou l'index ne répond pas"}


def install_description(app: FastAPI) -> None:
    """Problems are told to be application/problem+json, and that any operation may be unavailable."""
    plain = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            for methods in plain()["paths"].values():
                for operation in methods.values():
                    _tell_problems(operation["responses"])
        return plain()

    app.openapi = described  # type: ignore[method-assign]


def _tell_problems(responses: dict[str, Any]) -> None:
    responses["503"] = {
        **_UNAVAILABLE,
        "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for status, response in responses.items():
        content = response.get("content", {})
        if int(status) >= 400 and (problem := content.get("application/json")):
            response["content"] = {PROBLEM: problem}
