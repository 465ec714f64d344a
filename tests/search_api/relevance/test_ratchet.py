"""A ratchet: what the judged queries find, on every engine, never falls below the floors."""

from pathlib import Path

import pytest

from search_api.engines.embedded import EmbeddedEngine
from search_api.engines.memory import MemoryEngine
from search_api.engines.protocol import SearchEngine
from tests.search_api.relevance.collection import collection
from tests.search_api.relevance.measure import FLOORS, assert_floors, judged

STEP = 0.02  # a floor that is further below what is measured is to be raised


@pytest.mark.parametrize("kind", ["memory", "embedded"])
def test_the_judged_queries_keep_their_floors(kind: str, tmp_path: Path) -> None:
    engine: SearchEngine = MemoryEngine() if kind == "memory" else EmbeddedEngine(tmp_path)
    found = assert_floors(engine)
    assert all(found[name] < floor + STEP for name, floor in FLOORS.items()), f"raise the floors to {found}"


def test_what_is_judged_exists() -> None:
    queries = judged()
    known = {entry.id for entry in collection()}
    assert {name for query in queries for name in query.relevant} <= known
    assert {grade for query in queries for grade in query.relevant.values()} == {1, 2, 3}
    assert len({query.text for query in queries}) == len(queries) >= 60
