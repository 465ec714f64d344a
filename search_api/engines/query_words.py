"""Reads the words of a query: text in, its meaningful tokens and its language out."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from search_api.engines.analysis import Word, fold_word, word_lists, words_of
from search_api.place_names import department_name, place_phrases

MAX_CHARS = 400  # nobody asks more, and the cost grows with the words: the rest is cut
MAX_WORDS = 32
_YEAR = re.compile(r"20\d\d")
_BEFORE_A_CODE = frozenset({"le", "dans", "departement", "department"})  # "dans le 93", not "après 65 ans"


@dataclass(frozen=True)
class Token:
    """A meaningful word of the query, or the name of a place of several (`place`, its stems).

    `others` are corrected forms; `zone` is where an operator wants the word.
    """

    form: str
    stem: str
    others: tuple[str, ...] = ()
    zone: str | None = None
    place: tuple[str, ...] = ()

    @property
    def is_year(self) -> bool:
        return bool(_YEAR.fullmatch(self.form))


def query_words(text: str) -> list[Word]:
    """The words of a query, stop words included, cut to a bounded number."""
    return list(words_of(text[:MAX_CHARS]))[:MAX_WORDS]


def as_meant(words: Sequence[Word]) -> list[Word]:
    """The words with names of places as the index has them ("in Brittany" → Bretagne, "le 93" → Seine-Saint-Denis)
    and phrases of little words as what they mean ("plus de médecin" → manque de médecins)."""
    forms, at = tuple(word.form for word in words), 0
    found: list[Word] = []
    while at < len(words):
        if foreign := _longest(forms, at, _by_first(replaced)):
            found += replaced()[foreign]
        else:
            department = department_name(forms[at]) if forms[max(at - 1, 0)] in _BEFORE_A_CODE else None
            found += words_of(department) if department else words[at : at + 1]
        at += len(foreign) or 1
    return found


def language_of(
    words: Sequence[Word], english: Set[str] = frozenset(), french: Set[str] = frozenset()
) -> str:
    """ "en" when more English than French words stand in the query, else "fr".

    Marks are words like "the" and "les"; `english` and `french` are words of one language's labels only.
    """
    lists = word_lists()

    def count(marks: str, labels: Set[str]) -> int:
        return sum(word.form in lists[marks] or word.form in labels for word in words)

    return "en" if count("marks_en", english) > count("marks_fr", french) else "fr"


def tokens_of(words: Sequence[Word]) -> list[Token]:
    """The meaningful words; operators are taken out and their zone given to the word after them."""
    forms = tuple(word.form for word in words)
    tokens: list[Token] = []
    zone, at = None, 0
    while at < len(words):
        if operator := _longest(forms, at, _by_first(operators)):
            zone, at = operators()[operator], at + len(operator)
            continue
        if place := _longest(forms, at, _by_first(place_phrases)):
            stems = tuple(word.stem for word in words[at : at + len(place)] if word.stem)
            tokens.append(Token(" ".join(place), " ".join(place), place=stems))
            at += len(place)
            continue
        if words[at].stem:
            token = Token(words[at].form, words[at].stem, zone=zone)
            if not (token.is_year and tokens and tokens[-1].is_year):  # "2019-2023" is a contract of 2019
                tokens.append(token)
            zone = None
        at += 1
    return tokens


def _longest(
    forms: tuple[str, ...], at: int, phrases: Mapping[str, Sequence[tuple[str, ...]]]
) -> tuple[str, ...]:
    same_start = phrases.get(forms[at], ())
    return next((phrase for phrase in same_start if forms[at : at + len(phrase)] == phrase), ())


@lru_cache
def _by_first(
    phrases: Callable[[], Iterable[tuple[str, ...]]],
) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The phrases that a function lists, by their first word, the longest first."""
    filed: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases(), key=len, reverse=True):
        filed.setdefault(phrase[0], []).append(phrase)
    return filed


@lru_cache(maxsize=1)
def replaced() -> Mapping[tuple[str, ...], list[Word]]:
    """Folded words of an English name of a place, or of a phrase of little words -> the words to search for."""
    found: dict[tuple[str, ...], list[Word]] = {}
    for name in ("foreign_places.yaml", "phrases.yaml"):
        data: dict[str, str] = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
        found |= {
            tuple(word.form for word in words_of(phrase)): list(words_of(meant))
            for phrase, meant in data.items()
        }
    return found


@lru_cache(maxsize=1)
def operators() -> Mapping[tuple[str, ...], str]:
    """Folded words of each operator -> the zone it points to."""
    path = Path(__file__).parent / "operators.yaml"
    data: dict[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        tuple(map(fold_word, phrase.split())): zone for zone, phrases in data.items() for phrase in phrases
    }
