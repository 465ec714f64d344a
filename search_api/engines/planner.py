"""Understands a query: the reader's words in, a QueryPlan out (concepts, places, pilots, spelling)."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations
from math import log
from typing import Protocol
from weakref import ref

from search_api.engines.analysis import forms, stem_of, word_lists
from search_api.engines.plan import Alternative, Demand, Group, QueryPlan
from search_api.engines.query_words import Token, as_meant, language_of, query_words, tokens_of
from search_api.engines.spelling import alike, completions, nearest, rejoined
from search_api.engines.vocabulary import Vocabulary
from search_api.engines.zones import PLACE_ZONES, WEIGHTS
from search_api.thesaurus.reader import RELATED, SYNONYM, Thesaurus

CORRECTED = 0.8  # weight of a corrected word
SHORT = 3  # letters of a stem that words of several meanings share
APART = 3  # pieces that may lie between two words of a label, and one
BROADER = 0.5  # weight of the names of a concept of which the reader named a part ("octobre rose")
KEPT = 5_000  # groups that are kept
PASSING = 0.7  # what a word beside the notions of a query counts: it may only be a way of asking
COMMONER = 2.0  # logarithm of how many times as common a notion is that is not required beside a rarer one
SOME = 3  # entries of a notion beside which another need not be required
#: The other wordings of a notion are not looked for in names of places: "îles" is no word of Île-de-France.
NOTION_ZONES = tuple(zone for zone in WEIGHTS if zone != "place")


class Statistics(Protocol):
    """What an engine knows of the words of its own index."""

    def count(self) -> int: ...
    def frequency(self, stem: str) -> int:
        """How many entries hold the stem in the zone that holds it most often."""

    def place_frequency(self, stem: str) -> int:
        """How many entries hold it in the name of their place."""

    def words(self) -> Mapping[str, int]:
        """The unstemmed words of the index and how many entries hold each."""


@dataclass(frozen=True)
class _Piece:
    """Tokens that make one group, the concepts that they name, or those that they name a part of."""

    tokens: tuple[Token, ...]
    concepts: tuple[str, ...]
    broader: tuple[str, ...] = ()

    @property
    def first(self) -> Token:
        return self.tokens[0]


class Planner:
    """Holds the thesaurus; `plan` is a pure function of the text and the index's statistics."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        self._thesaurus = thesaurus
        self._known = thesaurus.label_stems()
        self._label_words = Vocabulary({form: 1 for label in thesaurus.labels() for form in forms(label)})
        self._of: Callable[[], Statistics | None] = lambda: None  # whose groups are kept
        self._groups: dict[tuple[_Piece, str, bool], tuple[Group, float]] = {}

    def plan(self, text: str, statistics: Statistics) -> QueryPlan:
        """Never raises on user text; an empty plan when nothing in it can be searched for."""
        words = query_words(text)
        language = language_of(words, self._thesaurus.english, self._thesaurus.french)
        noise = word_lists()["query_" + language]
        tokens = rejoined(tokens_of(as_meant(words)), self._is_known(statistics), self._is_word(statistics))
        pieces = self._pieces([self._corrected(token, statistics) for token in tokens], language, statistics)
        pieces = self._gathered(pieces, noise, statistics)
        kept = [p for p in pieces if len(p.tokens) > 1 or p.first.form not in noise] or pieces
        named = any(piece.concepts for piece in kept)
        groups: dict[object, Group] = {}
        telling = 0.0  # the importance of the rarest notion of which there is something
        expansions: list[str] = []
        for piece in kept:
            group, tells = self._group(piece, language, named, statistics)
            groups.setdefault((piece.concepts or group.alternatives, group.zones), group)
            telling = max(telling, tells)
            expansions += [token.others[0] for token in piece.tokens if token.others]
            expansions += [self._thesaurus.concepts[c].fr[0] for c in piece.concepts]
        asked = {word.form for word in words if word.stem}
        added = (label for label in dict.fromkeys(expansions) if not asked.issuperset(forms(label)))
        return QueryPlan(tuple(_beside(group, telling) for group in groups.values()), tuple(added))

    def _group(
        self, piece: _Piece, language: str, named: bool, statistics: Statistics
    ) -> tuple[Group, float]:
        """What a piece asks for, and its importance where it is a notion of which there is something.

        The same pieces come again and again: the same group for each.
        """
        if self._of() is not statistics:
            self._groups, self._of = {}, ref(statistics)
        key = (piece, language, named)
        found = self._groups.get(key)
        if found is None:
            if len(self._groups) >= KEPT:
                self._groups = {}
            alternatives = self._alternatives(piece, language, statistics)
            zones, demand = _where(piece, named, statistics)
            importance = _importance(alternatives, statistics)
            weighed = importance * PASSING if demand is Demand.WELCOME else importance
            tells = bool(piece.concepts) and _entries(alternatives, statistics) >= SOME
            group = Group(alternatives, zones, demand, weighed)
            found = self._groups[key] = group, weighed if tells else 0.0
        return found

    def _is_known(self, statistics: Statistics) -> Callable[[str], bool]:
        """Whether the index or the thesaurus knows a folded word."""
        return lambda form: (stem := stem_of(form)) in self._known or bool(statistics.frequency(stem))

    def _is_word(self, statistics: Statistics) -> Callable[[str], bool]:
        """Whether a folded word stands in the index or in a label just so."""
        words = statistics.words()
        return lambda form: form in words or form in self._label_words

    def _corrected(self, token: Token, statistics: Statistics) -> Token:
        """The token itself where the index or the thesaurus knows it, else with the nearest known words.

        An unseen form of a known stem ("aidents" beside "aident") keeps its stem and gains the label next to it.
        """
        if token.place or len(token.form) < 4 or token.stem in self._known:
            return token
        if statistics.frequency(token.stem):
            if token.form in statistics.words() or len(token.form) < 6:
                return token
            return replace(token, others=nearest(token.form, self._label_words, most=1))
        others = (
            nearest(token.form, statistics.words())
            or nearest(token.form, self._label_words)
            or alike(token.form, statistics.words())
            or alike(token.form, self._label_words)
            or completions(token.form, statistics.words())
        )
        return replace(token, stem=stem_of(others[0]), others=others) if others else token

    def _pieces(self, tokens: Sequence[Token], language: str, statistics: Statistics) -> list[_Piece]:
        """Cuts the tokens at the longest labels whose notion the index can hold, and single words."""
        pieces, at, stems = [], 0, [self._label_stem(token) for token in tokens]
        while at < len(tokens):
            length, concepts = self._thesaurus.longest_match(stems, at)
            while length > 1 and not self._is_held(concepts, statistics):
                length, concepts = self._thesaurus.longest_match(stems, at, length - 1)
            if length == 1 and self._is_chance(tokens[at]):
                length, concepts = 0, ()
            part, broader = (0, ()) if length or tokens[at].others else self._named_part(stems, at)
            length = length or part
            if not length and language == "en":
                broader = self._translated(tokens[at])
            end = at + max(length, 1)
            pieces.append(_Piece(tuple(tokens[at:end]), concepts, broader))
            at = end
        return pieces

    def _translated(self, token: Token) -> tuple[str, ...]:
        """The concepts that the French words of an English one name."""
        found: dict[str, None] = {}
        for french in self._thesaurus.translation(token.form, token.stem):
            length, concepts = self._thesaurus.longest_match(french, 0)
            if length == len(french):
                found |= dict.fromkeys(concepts)
        return tuple(found)

    def _is_chance(self, token: Token) -> bool:
        """Whether a word has the short stem of a label without being it: "care" and "caries"."""
        short = len(token.stem) <= SHORT and not token.others
        return short and not self._thesaurus.is_label(token.form, token.stem)

    def _named_part(self, stems: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
        """The wording from `at` that is only narrower than some concepts; none where a label stands in it."""
        length, concepts = self._thesaurus.longest_narrower(stems, at)
        labels = (self._thesaurus.longest_match(stems[: at + length], n) for n in range(at, at + length))
        return (0, ()) if any(found for found, _ in labels) else (length, concepts)

    def _gathered(self, pieces: Sequence[_Piece], noise: Set[str], statistics: Statistics) -> list[_Piece]:
        """Joins two single words that make a label when put together, in any order and a little apart.

        "attract and keep young doctors": few people ask in the very words of a label.
        """
        single = {
            at: self._label_stem(piece.first)
            for at, piece in enumerate(pieces)
            if len(piece.tokens) == 1
            and not piece.first.place
            and not piece.first.zone
            and piece.first.form not in noise
        }
        joined: dict[int, _Piece | None] = {}
        for first, last in combinations(single, 2):
            if last - first > APART or first in joined or last in joined:
                continue
            concepts = self._thesaurus.pair(single[first], single[last])
            if concepts and self._is_held(concepts, statistics):
                joined |= {first: _Piece((pieces[first].first, pieces[last].first), concepts), last: None}
        return [kept for at, piece in enumerate(pieces) if (kept := joined.get(at, piece))]

    def _label_stem(self, token: Token) -> str:
        """The stem to find labels by; "" where it is so short that another word has it ("see", "sea")."""
        short = len(token.stem) <= SHORT and not token.others
        return "" if short and token.form not in self._thesaurus.forms_of(token.stem) else token.stem

    def _is_held(self, concepts: Sequence[str], statistics: Statistics) -> bool:
        """Whether the index holds all words of some wording of the concepts."""
        wordings = (stems for concept in concepts for stems in self._thesaurus.expansion(concept))
        return any(all(map(statistics.frequency, stems)) for stems in wordings)

    def _alternatives(self, piece: _Piece, language: str, statistics: Statistics) -> tuple[Alternative, ...]:
        """The reader's own words first, then what the spelling, the dictionary and the thesaurus add."""
        own = piece.first.place or tuple(token.stem for token in piece.tokens)
        weights = {own: 1.0}
        texts = {own: " ".join(token.others[0] if token.others else token.form for token in piece.tokens)}
        texts |= {(stem_of(other),): other for other in piece.first.others if (stem_of(other),) != own}
        found = self._added(piece, own, language, statistics)
        if language == "en" and found and len(own) == 1 and own not in found and statistics.frequency(own[0]):
            weights = {}  # a French word that looks like it: "care" and "caries"
        for stems, weight in found.items():
            weights[stems] = max(weight, weights.get(stems, 0.0))
        return tuple(
            Alternative(stems, weight, texts.get(stems) or self._thesaurus.wording(stems))
            for stems, weight in weights.items()
        )

    def _added(
        self, piece: _Piece, own: tuple[str, ...], language: str, statistics: Statistics
    ) -> dict[tuple[str, ...], float]:
        """What the spelling, the dictionary and the thesaurus add to the reader's own words."""
        weights: dict[tuple[str, ...], float] = {}
        if len(piece.tokens) == 1:
            for other in piece.first.others:
                weights.setdefault((stem_of(other),), CORRECTED)
        foreign = language == "en" or not statistics.frequency(own[0])
        if not piece.concepts and foreign and self._label_stem(piece.first):
            for french in self._thesaurus.translation(piece.first.form, own[0]):
                weights.setdefault(french, SYNONYM)
        for concept in piece.concepts:
            for stems, weight in self._thesaurus.expansion(concept).items():
                weights[stems] = max(weight, weights.get(stems, 0.0))
        for concept in piece.broader:
            for stems, weight in self._thesaurus.expansion(concept).items():
                if weight >= SYNONYM:
                    weights.setdefault(stems, BROADER)
        return weights


def _where(piece: _Piece, named: bool, statistics: Statistics) -> tuple[tuple[str, ...], Demand]:
    """The zones in which a piece counts, and how much it is wanted."""
    word = piece.first
    if word.place:
        return ("place",), Demand.BINDING
    if word.zone:
        return (word.zone,), Demand.BINDING
    if not piece.concepts and (not piece.broader or len(piece.tokens) == 1):
        if _is_place(word, statistics):
            return PLACE_ZONES, Demand.BINDING
        if named or word.form in word_lists()["places"]:
            return tuple(WEIGHTS), Demand.WELCOME
    in_a_place = all(statistics.place_frequency(token.stem) for token in piece.tokens)
    return (NOTION_ZONES if piece.concepts and not in_a_place else tuple(WEIGHTS)), Demand.WANTED


def _beside(group: Group, telling: float) -> Group:
    """The group, only welcome where the rarest notion tells so much more ("going to hospital without a car")."""
    if group.demand is Demand.WANTED and group.importance < telling - COMMONER:
        return replace(group, demand=Demand.WELCOME)
    return group


def _entries(alternatives: Sequence[Alternative], statistics: Statistics) -> int:
    """How many entries hold the commonest of the close wordings, at most."""
    close = (a for a in alternatives if a.weight > RELATED)
    return max((min(map(statistics.frequency, a.stems)) for a in close), default=0)


def _is_place(word: Token, statistics: Statistics) -> bool:
    """Whether the index knows the word first of all as the name of a place, or as a year of its contracts."""
    known = statistics.place_frequency(word.stem)
    if word.is_year:
        return known > 0
    return known > 0 and known >= statistics.frequency(word.stem) and word.form not in word_lists()["places"]


def _importance(alternatives: Sequence[Alternative], statistics: Statistics) -> float:
    """Rare things tell more: the logarithm of how few entries hold the close wordings that the index knows.

    Their median, or the reader's own words where they are commoner: the commonest of all is often a phrase
    whose words are common apart ("permanence des soins").
    """
    total = statistics.count()
    counts = [min(map(statistics.frequency, a.stems)) for a in alternatives if a.weight >= CORRECTED]
    held = sorted((count for count in counts if count), reverse=True) or [0]
    return 1.0 + log((1 + total) / (1 + max(counts[0], held[len(held) // 2])))
