"""From a name as printed to the keys under which the gazetteer files it."""

import re

from models.text import fold

ARTICLES = frozenset({"le", "la", "les", "l"})
LINKS = ARTICLES | {"de", "du", "des", "d", "et", "en", "a", "au", "aux", "sur", "sous"}
_SHORT = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}

#: Words that tell the nature of a grouping, with the codes of the official list; longest first.
NATURES: tuple[tuple[re.Pattern[str], str | None], ...] = tuple(
    (re.compile(pattern), nature)
    for pattern, nature in (
        (r"\bcommunautes? de communes?\b", "CC"),
        (r"\bcommunautes? d agglomerations?\b", "CA"),
        (r"\bcommunautes? d agglo\b", "CA"),
        (r"\bcommunautes? urbaines?\b", "CU"),
        (r"\b(?:cc|comcom|com com)\b", "CC"),
        (r"\b(?:ca|agglo|agglomeration)\b", "CA"),
        (r"\bcu\b", "CU"),
        (r"\bcdc\b", "CC"),
        (r"\b(?:metropole|eurometropole)\b", "METRO"),
        (r"\b(?:ept|etablissement public territorial|territoire)\b", "EPT"),
        (r"\b(?:communaute|intercom|interco|intercommunalite)\b", None),
    )
)

_ACRONYM = re.compile(r"\(([^()]{2,20})\)")
_QUOTED = re.compile(r"(?:''|\"|«)(.{1,80}?)(?:''|\"|»)")


def name_key(name: str) -> str:
    """Folded, "St" spelled out, without a leading article: "Saint-Laurent du Maroni", "La Seyne sur Mer"."""
    words = [_SHORT.get(word, word) for word in fold(name).split()]
    while len(words) > 1 and words[0] in ARTICLES:
        words.pop(0)
    return " ".join(words)


def nature_of(name: str) -> str | None:
    """The nature of a grouping that its name states: "Agglo Pays d'Issoire" gives "CA"."""
    folded = fold(name)
    return next((nature for pattern, nature in NATURES if pattern.search(folded)), None)


def states_grouping(name: str) -> bool:
    folded = fold(name)
    return any(pattern.search(folded) for pattern, _ in NATURES)


def core_key(name: str) -> str:
    """A grouping's name without nature and linking words: "CC du Thouarsais" → "thouarsais"."""
    core = " ".join(word for word in _without_nature(name) if word not in LINKS)
    return core or name_key(name)


def proper_key(name: str) -> str:
    """A grouping's name from its first own word on, links inside kept, as running text has it."""
    words = _without_nature(name)
    while words and words[0] in LINKS:
        words.pop(0)
    return " ".join(words) or name_key(name)


def _without_nature(name: str) -> list[str]:
    rest = fold(_ACRONYM.sub(" ", name))
    for pattern, _ in NATURES:
        rest = pattern.sub(" ", rest)
    return [_SHORT.get(word, word) for word in rest.split()]


def grouping_keys(name: str) -> tuple[str, ...]:
    """All keys of a grouping: its core, its own words, its bracketed acronym, its quoted short name."""
    keys = [core_key(name), proper_key(name)]
    keys += [core_key(found) for found in (*_ACRONYM.findall(name), *_QUOTED.findall(name))]
    return tuple(dict.fromkeys(key for key in keys if key))
