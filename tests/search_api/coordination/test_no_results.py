from datetime import date

import pytest

from models.records import Code, Scheme
from models.search import EntryKind, SearchQuery
from pipeline.inventory import take_inventory
from search_api.coordination.no_results import hints
from search_api.engines.memory import MemoryEngine
from search_api.indexing import index_entries
from tests.search_api.catalogue import ALONE, BUS, DREUX, PROOF


@pytest.fixture(scope="module")
def engine() -> MemoryEngine:
    code = Code(scheme=Scheme.THEME, concept="addictions", evidence=(PROOF,))
    tobacco = ALONE.model_copy(update={"action": ALONE.action.model_copy(update={"codes": (code,)})})
    actions = [BUS, tobacco]
    made = MemoryEngine()
    made.rebuild(index_entries([DREUX], actions, take_inventory([DREUX], actions, date(2024, 1, 1))))
    return made


def _tried(engine: MemoryEngine, **asked: object) -> dict[tuple[str, str, str], int]:
    query = SearchQuery.model_validate({"kind": EntryKind.ACTION, **asked})
    assert engine.search(query).total == 0
    found = hints(engine, query)
    assert all(engine.search(hint.query).total == hint.total > 0 for hint in found)
    return {(hint.kind, hint.what, hint.value): hint.total for hint in found}


def test_a_filter_that_leaves_nothing_can_be_taken_back(engine: MemoryEngine) -> None:
    found = _tried(engine, text="bus", filters={"region": ("24",), "year": ("1999",)})
    assert found["filter", "year", "1999"] == 1
    assert ("filter", "region", "24") not in found  # without it there is still nothing
    assert found["filters", "", ""] == 1


def test_a_narrow_theme_is_widened(engine: MemoryEngine) -> None:
    found = _tried(engine, filters={"theme": ("alcool",), "region": ("24",)})
    assert found["broader", "theme", "addictions"] == 1


def test_a_word_too_many_is_left_out(engine: MemoryEngine) -> None:
    found = _tried(engine, text="mois tabac Seine-Saint-Denis")
    assert found["word", "Seine-Saint-Denis", "mois tabac"] == 1
    assert _tried(engine, text="tabac Hautes Alpes")["word", "Hautes Alpes", "tabac"] == 1


def test_a_theme_named_by_the_text_is_offered(engine: MemoryEngine) -> None:
    assert _tried(engine, text="conduites addictives Seine-Saint-Denis")["theme", "theme", "addictions"] == 1


def test_hints_stay_few_whatever_is_asked(engine: MemoryEngine) -> None:
    query = SearchQuery(text="x " * 400, filters={f"f{n}": ("v",) for n in range(200)})
    assert len(hints(engine, query)) <= 8
