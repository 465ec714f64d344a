"""An opened tantivy index: plans become tantivy queries, built term by term."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

import tantivy
from tantivy import Occur, Query

from models.search import FacetCount, IndexEntry, SortOrder
from search_api.engines.embedded.schema import read_entry, schema
from search_api.engines.plan import Demand, Group
from search_api.engines.snapshot import TIE, Matches, Selection, counted, given
from search_api.engines.zones import WEIGHTS, ZONES

FACET_VALUES = 10_000  # more values than this of one facet are not counted
_SORTS = {
    SortOrder.DATE: ("date_key", tantivy.Order.Desc),
    SortOrder.TITLE: ("title_rank", tantivy.Order.Asc),
}


class TantivySnapshot:
    """Immutable: it goes on answering from the files it opened, whatever is built beside them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._schema = schema()
        self._searcher = tantivy.Index.open(str(folder)).searcher()

    def count(self) -> int:
        return int(self._searcher.num_docs)

    def frequency(self, stem: str) -> int:
        return max(int(self._searcher.doc_freq(zone, stem)) for zone in ZONES)

    def place_frequency(self, stem: str) -> int:
        return int(self._searcher.doc_freq("place", stem))

    def words(self) -> Mapping[str, int]:
        return self._words

    @cached_property
    def _words(self) -> Mapping[str, int]:
        return dict(self._searcher.terms_with_prefix("words", ""))

    def select(self, selection: Selection) -> Matches:
        query = self._query(selection)
        options: dict[str, object] = {}
        if selection.sort in _SORTS:
            field, order = _SORTS[selection.sort]
            options = {"order_by_field": field, "order": order}
        # tantivy refuses a limit of 0, and reserves memory for as many hits as the offset says
        offset = min(selection.offset, self.count())
        found = self._searcher.search(query, max(selection.size, 1), True, offset=offset, **options)
        hits = found.hits if selection.size else []
        return Matches(
            total=int(found.count),
            entries=tuple((float(score), read_entry(self._searcher.doc(at))) for score, at in hits),
            facets={name: self._counts(query, name) for name in selection.facets},
        )

    def total(self, selection: Selection) -> int:
        return int(self._searcher.search(self._query(selection), 1, True).count)

    def entry(self, entry_id: str) -> IndexEntry | None:
        hits = self._searcher.search(self._term("id", entry_id), 1).hits
        return read_entry(self._searcher.doc(hits[0][1])) if hits else None

    def titles(self, words: Sequence[str], prefix: str, size: int) -> Sequence[str]:
        parts = [self._term("title_words", word) for word in words]
        parts.append(Query.regex_query(self._schema, "title_words", f"{prefix}.*"))
        query = Query.boolean_query([(Occur.Must, part) for part in parts])
        hits = self._searcher.search(
            query, size * 3, order_by_field="title_rank", order=tantivy.Order.Asc
        ).hits
        titles = (read_entry(self._searcher.doc(at)).title for _, at in hits)
        return tuple(dict.fromkeys(titles))[:size]

    def _term(self, field: str, value: str) -> Query:
        return Query.term_query(self._schema, field, value)

    def _counts(self, query: Query, name: str) -> tuple[FacetCount, ...]:
        if not name.replace("_", "").isalnum():
            return ()
        terms = {"field": f"facets.{name}", "size": FACET_VALUES}
        answer = self._searcher.aggregate(query, {"values": {"terms": terms}})
        return counted({b["key"]: b["doc_count"] for b in answer["values"]["buckets"]})

    def _query(self, selection: Selection) -> Query:
        parts: list[tuple[Occur, Query]] = []
        if selection.kind:
            parts.append((Occur.Must, self._term("kind", selection.kind.value)))
        for name, values in given(selection):
            parts.append((Occur.Must, self._filter(name, values)))
        parts = [(Occur.Must, Query.const_score_query(part, 0.0)) for _, part in parts]
        if selection.without_contract is not None:
            parts.append((Occur.MustNot, self._term("contract_id", selection.without_contract)))
        plan = selection.plan
        parts += [(Occur.Must, self._group(group)) for group in plan.of(Demand.BINDING)]
        if wanted := [(Occur.Should, self._group(group)) for group in plan.of(Demand.WANTED)]:
            parts.append((Occur.Must, Query.boolean_query(wanted, selection.required)))
        if not plan.groups:
            parts.append((Occur.Must, Query.all_query()))
        parts += [(Occur.Should, self._group(group)) for group in plan.of(Demand.WELCOME)]
        return Query.boolean_query(parts)

    def _filter(self, name: str, values: Sequence[str]) -> Query:
        if not name.replace("_", "").isalnum():
            return Query.empty_query()
        terms = [self._term(f"facets.{name}", value) for value in values]
        return Query.boolean_query([(Occur.Should, term) for term in terms])

    def _group(self, group: Group) -> Query:
        """The best alternative in the best zone, plus a little of the others."""
        clauses = []
        for zone in group.zones:
            for alternative in group.alternatives:
                if len(alternative.stems) == 1:
                    match = self._term(zone, alternative.stems[0])
                else:
                    match = Query.phrase_query(self._schema, zone, list(alternative.stems))
                score = alternative.weight * WEIGHTS[zone] * group.importance
                clauses.append(Query.const_score_query(match, score))
        return Query.disjunction_max_query(clauses, TIE)
