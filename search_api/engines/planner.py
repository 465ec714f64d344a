"""Understands a query: the reader's words in, a QueryPlan out (concepts, places, pilots, spelling)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from pathlib import Path
from typing import Protocol

import yaml

from search_api.engines.analysis import Word, fold_word, stem_of, word_lists, words_of
from search_api.engines.plan import Alternative, Demand, Group, QueryPlan
from search_api.engines.zones import PLACE_ZONES, WEIGHTS
from search_api.thesaurus.reader import SYNONYM, Thesaurus

MAX_CHARS = 400  # nobody asks more, and the cost grows with the words: the rest is cut
MAX_WORDS = 32
CORRECTED = 0.8  # weight of a corrected word


class Statistics(Protocol):
    """What an engine knows of the words of its own index."""

    def count(self) -> int: ...
    def frequency(self, stem: str) -> int:
        """How many entries hold the stem anywhere."""

    def place_frequency(self, stem: str) -> int:
        """How many entries hold it in the name of their place."""

    def corrections(self, form: str) -> Sequence[str]:
        """Unstemmed words of the index that an unknown word may stand for, best first."""


@dataclass(frozen=True)
class _Token:
    """A meaningful word of the query. `others` are corrected forms; `zone` where an operator wants it."""

    form: str
    stem: str
    others: tuple[str, ...] = ()
    zone: str | None = None


@dataclass(frozen=True)
class _Piece:
    """Tokens that make one group, and the concepts that they name."""

    tokens: tuple[_Token, ...]
    concepts: tuple[str, ...]


@lru_cache(maxsize=1)
def operators() -> Mapping[tuple[str, ...], str]:
    """Folded words of each operator -> the zone it points to."""
    path = Path(__file__).parent / "operators.yaml"
    data: dict[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        tuple(map(fold_word, phrase.split())): zone for zone, phrases in data.items() for phrase in phrases
    }


def language_of(words: Sequence[Word]) -> str:
    """ "en" when more English than French marks stand in the query, else "fr"."""
    lists = word_lists()
    english = sum(word.form in lists["marks_en"] for word in words)
    return "en" if english > sum(word.form in lists["marks_fr"] for word in words) else "fr"


class Planner:
    """Holds the thesaurus; `plan` is a pure function of the text and the index's statistics."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        self._thesaurus = thesaurus
        self._known = thesaurus.label_stems()

    def plan(self, text: str, statistics: Statistics) -> QueryPlan:
        """Never raises on user text; an empty plan when nothing in it can be searched for."""
        words = list(words_of(text[:MAX_CHARS]))[:MAX_WORDS]
        tokens = [self._corrected(token, statistics) for token in _tokens(words)]
        language = language_of(words)
        noise = word_lists()["query_" + language]
        pieces = self._pieces(tokens)
        kept = [p for p in pieces if p.concepts or p.tokens[0].form not in noise] or pieces
        named = any(piece.concepts for piece in kept)
        groups: dict[object, Group] = {}
        expansions: list[str] = []
        for piece in kept:
            group = self._group(piece, named, language, statistics)
            groups.setdefault((piece.concepts or group.alternatives, group.zones), group)
            expansions += [token.others[0] for token in piece.tokens if token.others]
            expansions += [self._thesaurus.concepts[c].fr[0] for c in piece.concepts]
        return QueryPlan(tuple(groups.values()), tuple(dict.fromkeys(expansions)))

    def _corrected(self, token: _Token, statistics: Statistics) -> _Token:
        """The token itself where the index or the thesaurus knows it, else with the nearest known words."""
        if len(token.form) < 4 or token.stem in self._known or statistics.frequency(token.stem):
            return token
        others = tuple(statistics.corrections(token.form))
        if not others:
            return token
        return _Token(token.form, stem_of(others[0]), others, token.zone)

    def _pieces(self, tokens: Sequence[_Token]) -> list[_Piece]:
        pieces, at, stems = [], 0, [token.stem for token in tokens]
        while at < len(tokens):
            length, concepts = self._thesaurus.longest_match(stems, at)
            end = at + max(length, 1)
            pieces.append(_Piece(tuple(tokens[at:end]), concepts))
            at = end
        return pieces

    def _group(self, piece: _Piece, named: bool, language: str, statistics: Statistics) -> Group:
        own = tuple(token.stem for token in piece.tokens)
        weights = {own: 1.0}
        for token in piece.tokens:
            for other in token.others if len(piece.tokens) == 1 else ():
                weights.setdefault((stem_of(other),), CORRECTED)
        if not piece.concepts and (language == "en" or not statistics.frequency(own[0])):
            for french in self._thesaurus.translation(own[0]):
                weights.setdefault(french, SYNONYM)
        for concept in piece.concepts:
            for stems, weight in self._thesaurus.expansion(concept).items():
                weights[stems] = max(weight, weights.get(stems, 0.0))
        zones, demand = tuple(WEIGHTS), Demand.WANTED
        if zone := piece.tokens[0].zone:
            zones, demand = (zone,), Demand.BINDING
        elif not piece.concepts and statistics.place_frequency(own[0]):
            zones, demand = PLACE_ZONES, Demand.BINDING
        elif not piece.concepts and named:
            demand = Demand.WELCOME
        alternatives = tuple(Alternative(stems, weight) for stems, weight in weights.items())
        return Group(alternatives, zones, demand, _importance(alternatives, statistics))


def _tokens(words: Sequence[Word]) -> list[_Token]:
    """The meaningful words, operators taken out and their zone given to the next word."""
    tokens: list[_Token] = []
    zone, at = None, 0
    while at < len(words):
        found = next(
            (o for o in operators() if tuple(w.form for w in words[at : at + len(o)]) == o),
            None,
        )
        if found:
            zone, at = operators()[found], at + len(found)
            continue
        if words[at].stem:
            tokens.append(_Token(words[at].form, words[at].stem, zone=zone))
            zone = None
        at += 1
    return tokens


def _importance(alternatives: Sequence[Alternative], statistics: Statistics) -> float:
    """Rare things tell more: the logarithm of how few entries hold the commonest close wording."""
    total = statistics.count()
    close = (a for a in alternatives if a.weight >= CORRECTED)
    common = max((min(map(statistics.frequency, a.stems)) for a in close), default=0)
    return 1.0 + log((1 + total) / (1 + common))
