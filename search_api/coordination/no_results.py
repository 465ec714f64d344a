"""A search that finds nothing: the query in, other searches that do find something out, with how many."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from models.records import Scheme
from models.search import SearchQuery
from models.vocabularies.themes import load_vocabularies
from search_api.engines.analysis import forms, words_of
from search_api.engines.protocol import SearchEngine
from search_api.engines.spelling import nearest
from search_api.thesaurus.reader import default_thesaurus

#: Searches tried at most: each costs one count (about 0.3 ms at 20,000 actions).
MOST_TRIED = 40
MOST_WORDS = 8
MOST_SHOWN = 8
Kind = Literal["spelling", "filter", "filters", "word", "broader", "theme"]


@dataclass(frozen=True)
class Hint:
    """`query` finds `total` entries. `what` is what changed: a facet, a word left out, a corrected text."""

    kind: Kind
    what: str
    value: str
    query: SearchQuery
    total: int


def hints(engine: SearchEngine, query: SearchQuery) -> list[Hint]:
    """Small changes first: spelling, one filter less, a broader concept, one word less, then a theme alone."""
    found: list[Hint] = []
    asked = {_key(query)}
    for tried, (kind, what, value, other) in enumerate(_others(query)):
        if tried >= MOST_TRIED or len(found) >= MOST_SHOWN:
            break
        if _key(other) in asked:
            continue
        asked.add(_key(other))
        total = engine.search(other).total
        if total:
            found.append(Hint(kind, what, value, other, total))
    return found


def _key(query: SearchQuery) -> tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    return query.text, tuple(sorted(query.filters.items()))


def _others(query: SearchQuery) -> Iterator[tuple[Kind, str, str, SearchQuery]]:
    count = query.model_copy(update={"size": 0, "offset": 0, "facets": ()})
    if corrected := _corrected(query.text):
        yield "spelling", corrected, "", count.model_copy(update={"text": corrected})
    for name, values in query.filters.items():
        for value in values:
            yield "filter", name, value, count.model_copy(update={"filters": _without(query, name, value)})
    for name, values in query.filters.items():
        for value in values if name in set(Scheme) else ():
            for broader in load_vocabularies()[Scheme(name)].ancestors(value):
                filters = {**query.filters, name: (broader,)}
                yield "broader", name, broader, count.model_copy(update={"filters": filters})
    if len(query.filters) > 1:
        yield "filters", "", "", count.model_copy(update={"filters": {}})
    yield from _fewer_words(query, count)
    for scheme, concept in _concepts(query.text):
        filters = {scheme: (concept,)}
        yield "theme", scheme, concept, count.model_copy(update={"text": "", "filters": filters})


def _without(query: SearchQuery, name: str, value: str) -> Mapping[str, tuple[str, ...]]:
    kept = {**query.filters, name: tuple(v for v in query.filters[name] if v != value)}
    return {facet: values for facet, values in kept.items() if values}


def _fewer_words(query: SearchQuery, count: SearchQuery) -> Iterator[tuple[Kind, str, str, SearchQuery]]:
    """One word less, then two neighbours less ("Loire Atlantique"); what hyphens join is one word."""
    words = query.text[:200].split()[:MOST_WORDS]
    for length in (1, 2):
        for at in range(len(words) - length + 1) if len(words) > length else ():
            left_out = " ".join(words[at : at + length])
            text = " ".join(words[:at] + words[at + length :])
            if any(word.stem for word in words_of(left_out)):
                yield "word", left_out, text, count.model_copy(update={"text": text})


@lru_cache(maxsize=1)
def _label_words() -> Mapping[str, int]:
    """The words of the thesaurus and of the vocabularies, as they are written without accents."""
    labels = [*default_thesaurus().labels()]
    for vocabulary in load_vocabularies().values():
        labels += [label for concept in vocabulary.concepts for label in (concept.fr, *concept.alt_fr)]
    return {form: 1 for label in labels for form in forms(label)}


def _corrected(text: str) -> str | None:
    """The text with each unknown word replaced by the nearest word of the domain; None where none is near."""
    corrected, at, known = "", 0, _label_words()
    for word in words_of(text[:200]):
        if (
            word.stem
            and len(word.form) > 3
            and word.form not in known
            and (near := nearest(word.form, known))
        ):
            corrected += text[at : word.start] + near[0]
            at = word.end
    return corrected + text[at:] if at else None


def _concepts(text: str) -> Iterator[tuple[str, str]]:
    """Concepts one of whose names shares a word with the text, those named in full first."""
    asked = set(forms(text[:200]))
    scored = []
    for scheme, vocabulary in load_vocabularies().items():
        for concept in vocabulary.concepts:
            names = [set(forms(label)) for label in (concept.fr, *concept.alt_fr) if forms(label)]
            share = max((len(name & asked) / len(name) for name in names), default=0.0)
            if share >= 0.5:
                scored.append((-share, list(Scheme).index(scheme), concept.id, scheme.value))
    yield from ((scheme, concept) for _, _, concept, scheme in sorted(scored)[:MOST_SHOWN])
