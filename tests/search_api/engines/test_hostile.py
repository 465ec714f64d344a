"""No text breaks or stalls an engine; what is asked for among the noise is still found."""

import time
from pathlib import Path

import pytest

from benchmarks.synthetic import entries
from models.search import SearchQuery
from search_api.api.searching import FACETS
from search_api.engines.embedded import EmbeddedEngine
from search_api.engines.memory import MemoryEngine
from search_api.engines.protocol import SearchEngine
from tests.search_api.engines.contract_suite import ENTRIES
from tests.search_api.engines.hostile import HOSTILE

BOUND = 5.0  # seconds; 0.01 on a quiet machine, the rest is for slow ones


@pytest.fixture(scope="module", params=["embedded", "memory"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    found: SearchEngine = MemoryEngine()
    if request.param == "embedded":
        found = EmbeddedEngine(tmp_path_factory.mktemp("index"))
    found.rebuild([*ENTRIES, *entries(20)])
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_every_text_is_answered_in_bounded_time(engine: SearchEngine, name: str) -> None:
    text = HOSTILE[name]
    start = time.process_time()
    found = engine.search(SearchQuery(text=text, facets=FACETS))
    engine.search(SearchQuery(text=text, filters={"region": (text, "24"), text: (text,)}, facets=(text,)))
    engine.suggest(text[:100], 8)
    engine.similar(text, 5)
    assert time.process_time() - start < BOUND
    assert found.total <= engine.count()
    found.model_dump_json()


@pytest.mark.parametrize(
    "name", ["quotes", "operators", "nul", "control", "separators", "emoji", "combining", "full width"]
)
def test_the_word_among_the_noise_is_found(engine: SearchEngine, name: str) -> None:
    assert "bus" in [hit.id for hit in engine.search(SearchQuery(text=HOSTILE[name])).hits]


@pytest.mark.parametrize("name", ["nothing", "blank", "only signs"])
def test_a_text_without_words_matches_everything(engine: SearchEngine, name: str) -> None:
    assert engine.search(SearchQuery(text=HOSTILE[name])).total == engine.count()


def test_texts_that_are_indexed_may_hold_anything(tmp_path: Path) -> None:
    engine = EmbeddedEngine(tmp_path)
    texts = {name: text for name, text in HOSTILE.items() if name != "lone surrogate"}
    made = [
        ENTRIES[0].model_copy(
            update={
                "id": name,
                "title": f"Tabac {text[:50_000]}",
                "fields": {"description": text, text[:9]: "x"},
            }
        )
        for name, text in texts.items()
    ]
    engine.rebuild(made)
    found = engine.search(SearchQuery(text="tabac", size=100))
    assert {hit.id for hit in found.hits} == set(texts)
    for hit in found.hits:
        assert "".join(f.text for f in hit.highlights["title"]) == f"Tabac {texts[hit.id][:50_000]}"
