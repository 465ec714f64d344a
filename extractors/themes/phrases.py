"""Finds the words of the vocabularies in a text, all schemes in one pass.

In: a text. Out: `Hit`s: which concept, with which words, where. Words are compared folded and without the endings of
gender and number. A trie over words takes 0.07 ms a text of 150 letters, one alternation of the 1,500 phrases 0.11 ms,
and that could not give the overlapping concepts of several schemes.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from extractors.themes.patterns import (
    BREAKS,
    ITEM_END,
    ITEM_START,
    NEGATION_REACH,
    NEGATIONS,
    SILENT,
    STEP_VERB,
    STEP_WORDS,
    STRENGTHS,
    Kind,
)
from models.records import Scheme
from models.text import fold
from models.vocabularies.themes import Concept, load_vocabularies

_TOKEN = re.compile(rf"[^\W_]+|[{BREAKS}]")
#: An acronym is written in capitals in the text too: "PASS" is not "passe".
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,7}")


class Token(NamedTuple):
    """`key` is the bare word, None where a sentence or a list item ends."""

    key: str | None
    start: int
    end: int
    capitals: bool = False


@dataclass(frozen=True)
class Meaning:
    """What a phrase stands for; `concept` is None for neutral words."""

    scheme: Scheme
    concept: str | None
    kind: Kind
    acronym: bool = False


class Hit(NamedTuple):
    """Words of a text that stand for a concept; `key` tells the same words said twice."""

    scheme: Scheme
    concept: str
    kind: Kind
    key: tuple[str, ...]
    start: int
    end: int
    is_step: bool = False  # a sentence begins with it

    @property
    def strength(self) -> float:
        return STRENGTHS[self.kind]


@dataclass
class _Node:
    next: dict[str, "_Node"] = field(default_factory=dict)
    meanings: list[Meaning] = field(default_factory=list)


def bare(word: str) -> str:
    """Folded, without the endings of plural and feminine: "mentaux" → "mental", "âgées" → "ag"."""
    word = fold(word).replace(" ", "")
    if len(word) <= 3 or word.isdigit():
        return word
    if word.endswith("aux") and not word.endswith("eaux"):
        return word[:-3] + "al"
    return word.rstrip("sx").rstrip("e")


@lru_cache(maxsize=65536)
def _told(word: str) -> tuple[str | None, bool]:
    """The key of a word and whether it is in capitals; None for a break, nothing for a word that says nothing."""
    if word in BREAKS:
        return None, False
    key = bare(word)
    return ("", False) if key in SILENT else (key, word.isupper())


def tokens(text: str) -> list[Token]:
    """The words that count, and the breaks between sentences and items."""
    found = []
    for match in _TOKEN.finditer(text):
        key, capitals = _told(match.group())
        if key != "":
            start, end = match.span()
            found.append(Token(key, start, end, capitals))
    return found


def find_hits(text: str) -> list[Hit]:
    """All concepts that the text names; within a scheme the longest words win, negated ones are left out."""
    words = tokens(text)
    found: defaultdict[Scheme, list[tuple[int, int, Meaning]]] = defaultdict(list)
    beginnings = _trie().next.keys()
    for first, word in enumerate(words):
        if word.key in beginnings:
            for last, meaning in _walk(words, first):
                found[meaning.scheme].append((first, last, meaning))
    if not found:
        return []
    taken = {at for spans in found.values() for first, last, _ in spans for at in range(first, last)}
    hits = []
    for spans in found.values():
        for first, last, meaning in _longest(spans):
            start, end = words[first].start, words[last - 1].end
            if meaning.concept is None or _negated(words, first, taken):
                continue
            if meaning.kind is Kind.ALONE and not _is_item(text, start, end):
                continue
            key = tuple(word.key or "" for word in words[first:last])
            step = _is_step(text, words, first)
            hits.append(Hit(meaning.scheme, meaning.concept, meaning.kind, key, start, end, step))
    return hits


def _is_step(text: str, words: list[Token], first: int) -> bool:
    """Among the first words of a sentence that begins with a verb or the noun of one, or the very first."""
    for at in range(first, max(-1, first - STEP_WORDS), -1):
        if at == 0 or words[at - 1].key is None:
            article = text[words[at - 1].end if at else 0 : words[at].start].strip(" -–—•·▪*'’\t")
            verb = STEP_VERB.fullmatch(text[words[at].start : words[at].end])
            return at == first or (verb is not None and not article)
    return False


def _is_item(text: str, start: int, end: int) -> bool:
    return bool(ITEM_START.search(text[max(0, start - 20) : start]) and ITEM_END.match(text, end))


def _walk(words: list[Token], first: int) -> Iterator[tuple[int, Meaning]]:
    node = _trie()
    for last in range(first, len(words)):
        key = words[last].key
        following = node.next.get(key) if key is not None else None
        if following is None:
            return
        node = following
        for meaning in node.meanings:
            if not meaning.acronym or words[last].capitals:
                yield last + 1, meaning


def _longest(spans: list[tuple[int, int, Meaning]]) -> Iterator[tuple[int, int, Meaning]]:
    """Those that no longer span holds: sorted by start, the longest first, the one that reaches farthest decides."""
    holder = (-1, -1)
    for first, last, meaning in sorted(spans, key=lambda span: (span[0], -span[1])):
        if last <= holder[1] and (first, last) != holder:
            continue
        if last > holder[1]:
            holder = (first, last)
        yield first, last, meaning


def _negated(words: list[Token], first: int, taken: set[int]) -> bool:
    """A negation shortly before, in the same sentence, that is not itself part of a phrase ("hors les murs")."""
    before: list[str] = []
    for at in range(first - 1, max(-1, first - 1 - NEGATION_REACH), -1):
        key = words[at].key
        if key is None:
            break
        before.insert(0, "" if at in taken else key)
    if not _negating().intersection(before):
        return False
    return any(
        tuple(before[at : at + len(negation)]) == negation
        for negation in _negations()
        for at in range(len(before))
    )


@lru_cache(maxsize=1)
def _negating() -> frozenset[str]:
    """The words that begin a negation."""
    return frozenset(words[0] for words in _negations())


@lru_cache(maxsize=1)
def _negations() -> tuple[tuple[str, ...], ...]:
    return tuple(_keys(words) for words in NEGATIONS)


def _keys(phrase: str) -> tuple[str, ...]:
    return tuple(token.key for token in tokens(phrase) if token.key is not None)


@lru_cache(maxsize=1)
def _trie() -> _Node:
    root = _Node()
    for vocabulary in load_vocabularies().values():
        for words in vocabulary.neutral:
            _add(root, words, Meaning(vocabulary.scheme, None, Kind.STRONG))
        for concept in vocabulary.concepts:
            for kind, phrases in _phrases(concept):
                for words in phrases:
                    acronym = _ACRONYM.fullmatch(words) is not None
                    _add(root, words, Meaning(vocabulary.scheme, concept.id, kind, acronym))
    return root


def _phrases(concept: Concept) -> Iterator[tuple[Kind, Iterable[str]]]:
    yield Kind.STRONG, (concept.fr, *concept.alt_fr, *concept.cues)
    yield Kind.WEAK, concept.weak
    yield Kind.ALONE, concept.alone


def _add(root: _Node, words: str, meaning: Meaning) -> None:
    node = root
    for key in _keys(words):
        node = node.next.setdefault(key, _Node())
    if node is not root and meaning not in node.meanings:
        node.meanings.append(meaning)
