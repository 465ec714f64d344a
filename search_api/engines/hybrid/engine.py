"""HybridEngine: any engine's first hits in another order, by rank in words and rank in meaning (ADR 0007).

What is found, its total and its facets stay those of the engine: only the order of the first hits changes.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from models.search import Hit, IndexEntry, IndexReport, SearchQuery, SearchResult, SortOrder
from search_api.engines.hybrid.encoder import Encoder, Vectors
from search_api.engines.hybrid.vectors import Known, VectorFiles
from search_api.engines.protocol import SearchEngine

FIRST = 30  # hits that meaning may move; 100 rank no better and cost their highlights
STEADY, MEANING = 20, 0.1  # reciprocal rank fusion: 1/(STEADY+rank), the rank in meaning weighs a tenth
_BATCH = 64  # entries encoded at a time
_TOLD = 500  # characters of a description that tell what an action is


class HybridEngine:
    """Passes the contract suite of engines. Safe to share between threads when the engine is."""

    def __init__(self, engine: SearchEngine, encoder: Encoder, folder: Path) -> None:
        self._engine, self._encoder = engine, encoder
        self._files = VectorFiles(folder, encoder.version)

    def rebuild(self, entries: Iterable[IndexEntry]) -> IndexReport:
        """Encodes while the engine builds; a build that fails leaves the old vectors too."""
        ids: list[str] = []
        parts: list[Vectors] = []
        report = self._engine.rebuild(self._encoded(entries, ids, parts))
        self._files.write(ids, parts)
        return report

    def _encoded(
        self, entries: Iterable[IndexEntry], ids: list[str], parts: list[Vectors]
    ) -> Iterator[IndexEntry]:
        """The entries, passed on; their ids and vectors are added to the lists."""
        texts: list[str] = []
        for entry in entries:
            ids.append(entry.id)
            texts.append(told(entry))
            if len(texts) == _BATCH:
                parts.append(self._encoder.encode(texts))
                texts = []
            yield entry
        if texts:
            parts.append(self._encoder.encode(texts))

    def search(self, query: SearchQuery) -> SearchResult:
        known = self._files.known()
        if known is None or not query.text.strip() or query.sort is not SortOrder.RELEVANCE:
            return self._engine.search(query)
        if query.offset >= FIRST or query.size == 0:
            return self._engine.search(query)
        end = query.offset + query.size
        found = self._engine.search(query.model_copy(update={"offset": 0, "size": max(end, FIRST)}))
        hits = (*self._fused(query.text, found.hits[:FIRST], known), *found.hits[FIRST:])
        return found.model_copy(update={"hits": hits[query.offset : end]})

    def _fused(self, text: str, hits: Sequence[Hit], known: Known) -> list[Hit]:
        """Hits without a vector (built meanwhile by another process) keep their place in words only."""
        met = [hit.id for hit in hits if hit.id in known.rows]
        if len(met) < 2:
            return list(hits)
        nearness = known.of(met) @ self._encoder.encode([text])[0]
        ranks = {met[at]: rank for rank, at in enumerate(np.argsort(-nearness, kind="stable"))}
        scores = {
            hit.id: 1 / (STEADY + rank) + MEANING / (STEADY + ranks.get(hit.id, FIRST))
            for rank, hit in enumerate(hits)
        }
        ordered = sorted(hits, key=lambda hit: -scores[hit.id])
        return [hit.model_copy(update={"score": scores[hit.id]}) for hit in ordered]

    def similar(self, entry_id: str, size: int = 5) -> tuple[Hit, ...]:
        return self._engine.similar(entry_id, size)

    def suggest(self, prefix: str, size: int = 8) -> tuple[str, ...]:
        return self._engine.suggest(prefix, size)

    def count(self) -> int:
        return self._engine.count()


def told(entry: IndexEntry) -> str:
    """What is encoded of an entry: its title, its objectives and the beginning of its description."""
    parts = (entry.title, entry.fields.get("objectives", ""), entry.fields.get("description", "")[:_TOLD])
    return ". ".join(part for part in parts if part)
