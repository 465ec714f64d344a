"""A ratchet: the mean nDCG@10 over the judged queries, on both engines, never falls below its floor."""

from math import log2
from pathlib import Path

import pytest
import yaml

from models.search import EntryKind, IndexEntry, SearchQuery
from search_api.engines.embedded import EmbeddedEngine
from search_api.engines.memory import MemoryEngine
from search_api.engines.protocol import SearchEngine

FLOOR = 0.97
JUDGED = yaml.safe_load((Path(__file__).parent / "judged.yaml").read_text(encoding="utf-8"))


def entry(action: dict[str, str]) -> IndexEntry:
    fields = {name: text for name, text in action.items() if name not in {"id", "title", "place"}}
    return IndexEntry(
        id=action["id"],
        kind=EntryKind.ACTION,
        contract_id=action["place"],
        title=action["title"],
        fields={**fields, "territory": action["place"]},
    )


def ndcg(engine: SearchEngine, text: str, relevant: dict[str, int]) -> float:
    hits = engine.search(SearchQuery(text=text, size=10)).hits
    gains = [(2 ** relevant.get(hit.id, 0) - 1) / log2(rank + 2) for rank, hit in enumerate(hits)]
    best = sorted(relevant.values(), reverse=True)[:10]
    return sum(gains) / sum((2**grade - 1) / log2(rank + 2) for rank, grade in enumerate(best))


@pytest.mark.parametrize("kind", ["memory", "embedded"])
def test_the_judged_queries_keep_their_floor(kind: str, tmp_path: Path) -> None:
    engine: SearchEngine = MemoryEngine() if kind == "memory" else EmbeddedEngine(tmp_path)
    engine.rebuild(entry(action) for action in JUDGED["actions"])
    scores = {q["text"]: ndcg(engine, q["text"], q["relevant"]) for q in JUDGED["queries"]}
    worst = sorted(scores.items(), key=lambda item: item[1])[:5]
    assert sum(scores.values()) / len(scores) >= FLOOR, worst
