"""Answers search, similar and suggest over a snapshot; the engines differ only in how they keep one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log
from typing import TypedDict

from models.search import EntryKind, Hit, IndexEntry, SearchQuery, SearchResult
from search_api.engines.analysis import stems, words_of
from search_api.engines.plan import Alternative, Group, QueryPlan
from search_api.engines.planner import Planner
from search_api.engines.query_words import query_words
from search_api.engines.snapshot import CountValues, Found, Passages, Selection, Snapshot
from search_api.engines.zones import zone_texts
from search_api.thesaurus.reader import Thesaurus

SIGNIFICANT = 25  # words that stand for an entry when looking for similar ones
SIMILAR_SHARE = 4  # a similar entry holds one significant word in four at least
_TELLING = ("title", "aim", "body")


class _HitValues(TypedDict):
    id: str
    kind: EntryKind
    score: float
    title: str
    highlights: Passages


class Answer(TypedDict):
    """The values of a SearchResult. Its four hundred small records take longer to make than to find: an API that
    writes them out again at once leaves them unmade."""

    total: int
    hits: Sequence[_HitValues]
    facets: Mapping[str, Sequence[CountValues]]
    expansions: Sequence[str]


def search(snapshot: Snapshot, planner: Planner, query: SearchQuery) -> SearchResult:
    """Ranked hits; a text without a word that can be searched for matches everything."""
    return SearchResult.model_validate(answer(snapshot, planner, query))


def answer(snapshot: Snapshot, planner: Planner, query: SearchQuery) -> Answer:
    """What `search` finds, as plain values."""
    plan = planner.plan(query.text, snapshot)
    selection = Selection(
        plan=plan,
        levels=plan.levels(),
        kind=query.kind,
        filters=query.filters,
        sort=query.sort,
        offset=query.offset,
        size=query.size,
        facets=query.facets,
        marked=True,
    )
    found = snapshot.select(selection)
    return {
        "total": found.total,
        "hits": list(map(_hit, found.entries)),
        "facets": found.facets,
        "expansions": plan.expansions,
    }


def _hit(found: Found) -> _HitValues:
    entry = found.entry
    return {
        "id": entry.id,
        "kind": entry.kind,
        "score": found.score,
        "title": entry.title,
        "highlights": found.passages,
    }


def similar(snapshot: Snapshot, entry_id: str, size: int) -> tuple[Hit, ...]:
    """Entries of the same kind and another contract that share the significant words of this one."""
    entry = snapshot.entry(entry_id)
    if entry is None or size < 1:
        return ()
    plan = significant_words(entry, snapshot)
    if plan.is_empty:
        return ()
    found = snapshot.select(
        Selection(
            plan=plan,
            levels=(max(1, len(plan.groups) // SIMILAR_SHARE),),
            kind=entry.kind,
            without_contract=entry.contract_id,
            size=size,
        )
    )
    return tuple(map(Hit.model_validate, map(_hit, found.entries)))


def significant_words(entry: IndexEntry, snapshot: Snapshot) -> QueryPlan:
    """The words that tell an entry from others (frequent here, rare elsewhere), as a plan."""
    texts = zone_texts(entry)
    counts = Counter(stem for zone in _TELLING for text in texts[zone] for stem in stems(text))
    counts.update(stem for stem in stems(entry.title) for _ in range(2))
    total = 1 + snapshot.count()
    weights = {
        stem: (1 + log(times)) * log(total / (1 + snapshot.frequency(stem)))
        for stem, times in counts.items()
        if len(stem) > 2
    }
    best = sorted(weights, key=lambda stem: (-weights[stem], stem))[:SIGNIFICANT]
    return QueryPlan(
        tuple(
            Group((Alternative((stem,), 1.0),), _TELLING, importance=weights[stem])
            for stem in best
            if weights[stem] > 0
        )
    )


def suggest(snapshot: Snapshot, thesaurus: Thesaurus, prefix: str, size: int) -> tuple[str, ...]:
    """Terms of the domain that the index holds, then titles, that complete the last word typed."""
    words = query_words(prefix)
    if not words or size < 1:
        return ()
    forms, last = [word.form for word in words], words[-1].form
    full = [word.form for word in words[:-1] if word.stem]
    terms = [
        label
        for label in thesaurus.labels()
        if _completes(label, full, last) and all(map(snapshot.frequency, stems(label)))
    ]
    terms.sort(key=lambda label: (not _folded(label).startswith(" ".join(forms)), len(label), label))
    titles = snapshot.titles(full, last, size)
    room = max(size - len(titles), size // 2)
    return tuple(dict.fromkeys((*terms[:room], *titles)))[:size]


def _folded(label: str) -> str:
    return " ".join(word.form for word in words_of(label))


def _completes(label: str, full: Sequence[str], last: str) -> bool:
    forms = [word.form for word in words_of(label)]
    return any(form.startswith(last) for form in forms) and all(word in forms for word in full)
