import json
from pathlib import Path

import pytest

from models.catalogue import Document
from models.errors import ConfigurationError
from pipeline.store.memory import MemoryStore
from search_api.batch import run_batch
from search_api.engines.memory import MemoryEngine
from search_api.indexing import index_entries
from tests.search_api.catalogue import ALONE, BUS, DREUX


@pytest.fixture
def store() -> MemoryStore:
    store = MemoryStore()
    for source in BUS.sources:
        store.put_document(
            Document(
                sha256=source.document,
                name=source.name,
                uri="file:///x",
                media_type="application/pdf",
                size=1,
            )
        )
    store.publish([DREUX], [BUS, ALONE], [])
    return store


def run(tmp_path: Path, store: MemoryStore, content: object) -> list[dict[str, object]]:
    engine = MemoryEngine()
    engine.rebuild(index_entries(store.contracts(), store.actions(), []))
    queries, out = tmp_path / "q.json", tmp_path / "out.jsonl"
    queries.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    count = run_batch(queries, out, engine, store)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert count == len(lines)
    return lines


def test_one_line_a_query_with_actions_only(tmp_path: Path, store: MemoryStore) -> None:
    queries = [{"id": "1", "query": "bus santé", "lang": "fr", "note": 3}, {"id": "2", "query": "zzzzzz"}]
    first, second = run(tmp_path, store, {"collection": [], "queries": queries})
    assert first == {
        "id": "1",
        "results": [
            {
                "document": "dreux.pdf",
                "title": "Mise en place d'un Bus santé mobile",
                "sources": [{"document": "page.html", "title": "Un bus santé à Dreux"}],
            }
        ],
    }
    assert second == {"id": "2", "results": []}


def test_an_action_of_one_document_has_no_sources(tmp_path: Path, store: MemoryStore) -> None:
    (line,) = run(tmp_path, store, {"queries": [{"id": "t", "query": "tabac"}]})
    assert line["results"] == [{"document": "dreux.pdf", "title": "Mois sans tabac"}]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "pas du JSON"),
        ({}, "queries : manque"),
        ([], "doit être un objet"),
        (
            {"queries": [{"id": 1, "query": "x"}, {"id": "b"}]},
            r"(?s)queries\.0\.id.*queries\.1\.query : manque",
        ),
        ({"queries": [{"id": "a", "query": "x"}] * 2}, "double"),
    ],
)
def test_a_wrong_file_lists_what_is_wrong(
    tmp_path: Path, store: MemoryStore, content: object, said: str
) -> None:
    with pytest.raises(ConfigurationError, match=said):
        run(tmp_path, store, content)
