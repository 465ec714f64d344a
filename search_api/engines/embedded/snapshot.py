"""An opened generation: plans are scored over its postings, hits and facets read from its columns."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import Occur, Query

from models.search import IndexEntry, SearchResult, SortOrder
from search_api.engines.embedded.answering import Answered, Asked, answered, best
from search_api.engines.embedded.entries import Entries
from search_api.engines.embedded.facets import Facets
from search_api.engines.embedded.kept import Kept
from search_api.engines.embedded.notions import Notions
from search_api.engines.embedded.postings import Postings, Rows
from search_api.engines.embedded.schema import schema
from search_api.engines.embedded.scoring import Scored, Scorer
from search_api.engines.plan import Demand, QueryPlan
from search_api.engines.snapshot import Matches, Selection, given
from search_api.engines.vocabulary import Vocabulary

#: Columns that are no facets of the entries; facets have no such names.
KIND, CONTRACT = "=kind", "=contract"
DATE_ORDER, TITLE_ORDER = "by_date.npy", "by_title.npy"


class TantivySnapshot:
    """Immutable: it goes on answering from the files it opened, whatever is built beside them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.records, self.texts = Kept[SearchResult](), Kept[bytes]()
        self._schema = schema()
        self._searcher = tantivy.Index.open(str(folder)).searcher()
        self._entries, self._facets = Entries(folder), Facets(folder)
        self._postings = Postings(folder)
        self._scorer = Scorer(self._postings, Notions(folder), len(self._entries), self._phrase)
        self._orders = {
            SortOrder.DATE: np.load(folder / DATE_ORDER, mmap_mode="r"),
            SortOrder.TITLE: np.load(folder / TITLE_ORDER, mmap_mode="r"),
        }

    def count(self) -> int:
        return int(self._searcher.num_docs)

    def frequency(self, stem: str) -> int:
        return self._postings.most(stem)

    def place_frequency(self, stem: str) -> int:
        return self._postings.frequency("place", stem)

    def words(self) -> Mapping[str, int]:
        return self._words

    def prepare(self) -> None:
        """Works out now what the first queries would wait for."""
        self._words.prepare()

    @cached_property
    def _words(self) -> Vocabulary:
        return Vocabulary(dict(self._searcher.terms_with_prefix("words", "")))

    def select(self, selection: Selection) -> Matches:
        found = self._answered(selection)
        start, end = selection.offset, selection.offset + selection.size
        places = self._ordered(found, selection.sort, end)[start:]
        hits = zip(found.scores[places].tolist(), found.rows[places].tolist(), strict=True)
        return Matches(
            total=len(found.rows),
            entries=self._entries.page(hits, selection.plan if selection.marked else QueryPlan()),
            facets=self._facets.counts(selection.facets, found.rows, found.counted),
        )

    def _ordered(self, found: Answered, sort: SortOrder, number: int) -> NDArray[np.intp]:
        """The first places of what was found, in order."""
        order = self._orders.get(sort)
        scores = found.scores if order is None else -order[found.rows].astype(np.float32)
        return best(scores, number)

    def _answered(self, selection: Selection) -> Answered:
        def of(demand: Demand) -> list[tuple[Scored, float]]:
            return [(self._scorer.scored(group), group.importance) for group in selection.plan.of(demand)]

        asked = Asked(of(Demand.BINDING), of(Demand.WANTED), of(Demand.WELCOME))
        filters = list(given(selection))
        if selection.kind:
            filters.append((KIND, (selection.kind.value,)))

        def admitted(rows: Rows) -> Rows:
            for name, values in filters:
                rows = rows[self._facets.having(name, values, rows)]
            if selection.without_contract is not None:
                rows = rows[~self._facets.having(CONTRACT, (selection.without_contract,), rows)]
            return rows

        return answered(len(self._entries), asked, selection.levels, admitted)

    def _phrase(self, zone: str, stems: Sequence[str]) -> Rows:
        """By tantivy, which keeps the places of words."""
        query = Query.phrase_query(self._schema, zone, list(stems))
        hits = self._searcher.search(query, max(self.count(), 1), False).hits
        rows = self._searcher.fast_field_values("row", [address for _, address in hits])
        return np.sort(np.array(rows, np.int32))

    def entry(self, entry_id: str) -> IndexEntry | None:
        if any("\ud800" <= c < "\ue000" for c in entry_id):  # half a character is no text to tantivy
            return None
        hits = self._searcher.search(self._term("id", entry_id), 1).hits
        if not hits:
            return None
        return self._entries.entry(int(self._searcher.fast_field_values("row", [hits[0][1]])[0]))

    def titles(self, words: Sequence[str], prefix: str, size: int) -> Sequence[str]:
        parts = [self._term("title_words", word) for word in words]
        parts.append(Query.regex_query(self._schema, "title_words", f"{re.escape(prefix)}.*"))
        query = Query.boolean_query([(Occur.Must, part) for part in parts])
        hits = self._searcher.search(
            query, size * 3, order_by_field="title_key", order=tantivy.Order.Asc
        ).hits
        return tuple(dict.fromkeys(str(key).split("\0")[1] for key, _ in hits))[:size]

    def _term(self, field: str, value: str) -> Query:
        return Query.term_query(self._schema, field, value)
