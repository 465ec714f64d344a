"""French analysis shared by the engines: a text in, its words out with their stems and their places.

Accents are folded before stemming, so that "dépistage" and "depistage" are one word; elided articles
(l', d', qu'…) fall away as words of their own that carry no meaning.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import tantivy
import yaml

VERSION = "6"  # change it when the same text gives other stems: older indexes are then rebuilt

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")  # PDFs print accents as marks of their own
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae"})
_LONGEST_WORD = 60  # longer runs of letters are noise: identifiers, broken text
_snowball = (
    tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.stemmer("french")).build()
)


class Word(NamedTuple):
    """A word of a text: folded form, stem ("" for a stop word), and its place in the original text."""

    form: str
    stem: str
    start: int
    end: int


@lru_cache(maxsize=1)
def word_lists() -> dict[str, frozenset[str]]:
    """The lists of stop_words.yaml."""
    lists: dict[str, str] = yaml.safe_load(
        (Path(__file__).parent / "stop_words.yaml").read_text(encoding="utf-8")
    )
    return {name: frozenset(words.split()) for name, words in lists.items()}


@lru_cache(maxsize=1)
def kept_apart() -> dict[str, str]:
    """The words of stems.yaml with their stem."""
    path = Path(__file__).parent / "stems.yaml"
    groups: dict[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {form: stem for stem, forms_ in groups.items() for form in forms_}


@lru_cache(maxsize=1)
def families() -> dict[str, str]:
    """The Snowball stems of families.yaml with the stem of the first word of their family."""
    return {_snowball.analyze(form)[0]: stem for form, stem in family_forms().items()}


@lru_cache(maxsize=1)
def family_forms() -> dict[str, str]:
    """The folded words of families.yaml with the stem of the first word of their family."""
    path = Path(__file__).parent / "families.yaml"
    groups: list[list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {fold_word(word): _snowball.analyze(fold_word(group[0]))[0] for group in groups for word in group}


def fold_word(word: str) -> str:
    """Lower case, ligatures opened, no accents. Letters of other alphabets stay."""
    plain = unicodedata.normalize("NFKD", word.translate(_LIGATURES))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def stem_of(form: str) -> str:
    """The Snowball stem of a folded word or of its family (stems.yaml first); "" for one never indexed."""
    if form in word_lists()["index"]:
        return ""
    if stem := kept_apart().get(form):
        return stem
    found: list[str] = _snowball.analyze(form)
    return families().get(found[0], found[0]) if found else ""


@lru_cache(maxsize=100_000)
def _read(word: str) -> tuple[str, str]:
    """Folded form and stem of a word as it stands; two empty strings for noise."""
    form = fold_word(word)
    return (form, stem_of(form)) if 0 < len(form) <= _LONGEST_WORD else ("", "")


def words_of(text: str) -> Iterator[Word]:
    """All words in order, stop words included."""
    for match in _WORD.finditer(text):
        form, stem = _read(match.group())
        if form:
            yield Word(form, stem, match.start(), match.end())


def stems(text: str) -> tuple[str, ...]:
    """What is indexed of a text: the stems of its meaningful words."""
    return tuple(stem for word in _WORD.findall(text) if (stem := _read(word)[1]))


def forms(text: str) -> tuple[str, ...]:
    """The folded, unstemmed words of a text, stop words left out."""
    return tuple(form for form, stem in map(_read, _WORD.findall(text)) if stem)


def forms_and_stems(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """`forms` and `stems` of a text, its words read once."""
    kept = [word for word in map(_read, _WORD.findall(text)) if word[1]]
    return tuple(form for form, _ in kept), tuple(stem for _, stem in kept)


def stems_at(text: str) -> list[tuple[str, int, int]]:
    """`stems` of a text, each with where its word begins and ends."""
    return [
        (stem, word.start(), word.end()) for word in _WORD.finditer(text) if (stem := _read(word.group())[1])
    ]
