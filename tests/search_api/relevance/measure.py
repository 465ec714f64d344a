"""How well an engine ranks: any SearchEngine in, nDCG@10 and recall@10 over the judged queries out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

import yaml

from models.search import EntryKind, SearchQuery
from search_api.engines.protocol import SearchEngine
from tests.search_api.relevance.collection import HERE, collection

FLOORS: dict[str, float] = yaml.safe_load((HERE / "floors.yaml").read_text(encoding="utf-8"))
CUT = 10
USEFUL = 2  # a grade of 2 or 3 counts for recall; nDCG uses every grade


@dataclass(frozen=True)
class Judged:
    """A query and its relevant actions: 3 exactly what is asked, 2 clearly useful, 1 marginal."""

    text: str
    type: str  # french, english, acronym, typo, question, facets
    relevant: Mapping[str, int]


@dataclass(frozen=True)
class Score:
    query: Judged
    ndcg: float
    recall: float


def judged() -> tuple[Judged, ...]:
    content = yaml.safe_load((HERE / "queries.yaml").read_text(encoding="utf-8"))
    return tuple(
        Judged(**{"relevant": {}} | query, type=kind) for kind, qs in content.items() for query in qs
    )


def measure(engine: SearchEngine) -> tuple[Score, ...]:
    """Rebuilds the engine with the collection and asks every judged query of it."""
    engine.rebuild(collection())
    return tuple(_score(query, _ranked(engine, query.text)) for query in judged())


def means(scores: Iterable[Score]) -> dict[str, float]:
    """nDCG@10 and recall@10, rounded as the floors are."""
    found = tuple(scores)
    return {
        "ndcg@10": round(sum(score.ndcg for score in found) / len(found), 3),
        "recall@10": round(sum(score.recall for score in found) / len(found), 3),
    }


def assert_floors(engine: SearchEngine) -> dict[str, float]:
    """The means; fails with the worst queries where one is below its floor. For every engine's tests."""
    scores = measure(engine)
    found = means(scores)
    worst = [f"{s.query.text} {s.ndcg:.2f} {s.recall:.2f}" for s in sorted(scores, key=lambda s: s.ndcg)[:8]]
    assert all(found[name] >= floor for name, floor in FLOORS.items()), (found, FLOORS, worst)
    return found


def _ranked(engine: SearchEngine, text: str) -> list[str]:
    return [hit.id for hit in engine.search(SearchQuery(text=text, kind=EntryKind.ACTION, size=CUT)).hits]


def _score(query: Judged, ranked: Sequence[str]) -> Score:
    grades = [query.relevant.get(name, 0) for name in ranked]
    best = sorted(query.relevant.values(), reverse=True)[:CUT]
    useful = sum(grade >= USEFUL for grade in query.relevant.values())
    found = sum(grade >= USEFUL for grade in grades)
    return Score(query, _gain(grades) / _gain(best), found / min(useful, CUT) if useful else 1.0)


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(rank + 2) for rank, grade in enumerate(grades))
