"""The embedded engine's columns answer as the plain loops of the memory engine do, on synthetic actions."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from benchmarks.synthetic import entries, queries
from models.errors import EngineError
from models.search import EntryKind, IndexEntry, SearchQuery, SearchResult, SortOrder
from search_api.engines.embedded import EmbeddedEngine
from search_api.engines.embedded.answering import best
from search_api.engines.memory import MemoryEngine
from search_api.engines.protocol import answer_json
from search_api.thesaurus.reader import Concept, Thesaurus, default_thesaurus

ENTRIES = list(entries(60, seed=4))


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[EmbeddedEngine, MemoryEngine]]:
    embedded, memory = EmbeddedEngine(tmp_path_factory.mktemp("index")), MemoryEngine()
    for engine in (embedded, memory):
        engine.rebuild(ENTRIES)
    yield embedded, memory


@pytest.mark.parametrize("sort", SortOrder)
def test_both_engines_give_the_same_answers(
    engines: tuple[EmbeddedEngine, MemoryEngine], sort: SortOrder
) -> None:
    for query in queries(25, seed=6):
        asked = query.model_copy(update={"sort": sort, "offset": query.offset // 20})
        ours, theirs = (engine.search(asked) for engine in engines)
        assert (ours.total, ours.facets, ours.expansions) == (theirs.total, theirs.facets, theirs.expansions)
        assert [hit.score for hit in ours.hits] == pytest.approx([h.score for h in theirs.hits], rel=1e-4)
        known = {hit.id: hit.highlights for hit in theirs.hits}
        assert all(hit.highlights == known[hit.id] for hit in ours.hits if hit.id in known)


def test_similar_entries_are_the_same(engines: tuple[EmbeddedEngine, MemoryEngine]) -> None:
    embedded, memory = engines
    for entry in ENTRIES[::30]:
        ours, theirs = embedded.similar(entry.id, 5), memory.similar(entry.id, 5)
        assert [hit.score for hit in ours] == pytest.approx([hit.score for hit in theirs], rel=1e-4)


def test_a_notion_is_the_same_whatever_label_names_it(
    engines: tuple[EmbeddedEngine, MemoryEngine],
) -> None:
    """Its own label counts more than the others; a corrected word and a foreign one stand beside it."""
    named = [
        label for concept in default_thesaurus().concepts.values() for label in (*concept.fr, *concept.en)
    ]
    for text in (*named[::40], "pharmacine", "vacination grippe"):
        ours, theirs = (engine.search(SearchQuery(text=text, size=60)) for engine in engines)
        assert ours.total == theirs.total, text
        assert [hit.score for hit in ours.hits] == pytest.approx([h.score for h in theirs.hits], rel=1e-4)


def test_a_phrase_that_no_list_knew_at_the_build_is_found(tmp_path: Path) -> None:
    entry = IndexEntry(id="1", kind=EntryKind.ACTION, contract_id="c", title="Le camion rouge du village")
    other = entry.model_copy(update={"id": "2", "title": "Un village rouge, sans camion"})
    EmbeddedEngine(tmp_path, Thesaurus([])).rebuild([entry, other])
    newer = EmbeddedEngine(
        tmp_path, Thesaurus([Concept(id="truck", fr=("camion rouge",), en=("red truck",))])
    )
    assert [hit.id for hit in newer.search(SearchQuery(text="red truck")).hits] == ["1"]


def test_facets_of_many_kinds_are_counted_and_filtered(tmp_path: Path) -> None:
    made = [
        IndexEntry(
            id=str(n),
            kind=EntryKind.ACTION,
            contract_id=f"c{n % 7}",
            title="Bus santé",
            facets={"few": (str(n % 3),), "many": (f"v{n}", "all"), "odd": ("é\0\n.", "") if n % 2 else ()},
        )
        for n in range(60)
    ]
    engine, memory = EmbeddedEngine(tmp_path), MemoryEngine()
    engine.rebuild(made)
    memory.rebuild(made)
    for filters in ({}, {"few": ("1", "2")}, {"odd": ("é\0\n.",)}, {"many": ("v3",)}, {"none": ("1",)}):
        query = SearchQuery(filters=filters, facets=("few", "many", "odd", "none"))
        ours, theirs = engine.search(query), memory.search(query)
        assert (ours.total, ours.facets) == (theirs.total, theirs.facets)


def test_the_best_are_the_highest_then_the_first() -> None:
    scores = np.array([1, 3, 2, 3, 1, 3], np.float32)
    assert [best(scores, n).tolist() for n in (0, 1, 2, 4)] == [[], [1], [1, 3], [1, 3, 5, 2]]
    assert best(scores, 10).tolist() == [1, 3, 5, 2, 0, 4]


FILES = ("terms.txt", "facets.npz", "fields.json", "stems.txt", "notions.json")
TEXTS = ("texts.bin", "texts.num", "rows.num", "named.num", "words.num", "places.num")
POSTINGS = ("postings.num", "zones.num", "counts.num")
NOTIONS = ("notions.rows.num", "notions.scores.num", "notions.total.num", "notions.places.num")


@pytest.mark.parametrize("name", FILES + TEXTS + POSTINGS + NOTIONS)
def test_a_cut_file_is_an_engine_error(tmp_path: Path, name: str) -> None:
    generation = EmbeddedEngine(tmp_path).rebuild(ENTRIES[:5]).generation
    path = tmp_path / generation / name
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    with pytest.raises(EngineError, match="atlas-cls run"):
        EmbeddedEngine(tmp_path).search(SearchQuery())


def test_an_answer_is_the_same_as_json(engines: tuple[EmbeddedEngine, MemoryEngine], tmp_path: Path) -> None:
    for query in queries(10, seed=8):
        found = engines[0].search(query)
        assert SearchResult.model_validate_json(engines[0].search_json(query)) == found
        assert answer_json(engines[0], query) is engines[0].search_json(query)  # kept
        theirs = SearchResult.model_validate_json(answer_json(engines[1], query))
        assert (theirs.total, theirs.facets) == (found.total, found.facets)
    empty, query = EmbeddedEngine(tmp_path), SearchQuery(text="bus", facets=("theme",))
    assert SearchResult.model_validate_json(empty.search_json(query)) == empty.search(query)
