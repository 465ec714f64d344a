"""Every operation of the OpenAPI document, asked with what its schema allows.

No answer of 500 or more, no status and no media type that the document does not tell, bodies as it says.
A few examples an operation keep the suite short: ATLAS_SCHEMATHESIS=200 asks for more.
"""

import os
from datetime import date

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from pipeline.store.memory import MemoryStore
from search_api.app import create_app
from search_api.engines.memory import MemoryEngine
from search_api.services import Services

EXAMPLES = int(os.environ.get("ATLAS_SCHEMATHESIS", "10"))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


def _operations() -> list[tuple[str, str]]:
    """Known without a catalogue, so that each is a test of its own."""
    nothing = Services(MemoryStore(), MemoryEngine(), lambda _: None, lambda _: None, date.today)
    paths = create_app(nothing).openapi()["paths"]
    return [(path, method) for path, methods in paths.items() for method in methods]


@pytest.fixture(scope="session")
def described(services: Services) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(services))


@pytest.mark.parametrize("path, method", _operations())
def test_answers_are_as_described(described: schemathesis.BaseSchema, path: str, method: str) -> None:
    @given(case=described[path][method].as_strategy())
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: Case) -> None:
        case.call_and_validate(checks=CHECKS)

    ask()
