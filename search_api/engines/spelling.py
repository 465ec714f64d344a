"""Nearest known words of a misspelt one, by edit distance over the unstemmed words of the index."""

from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

MOST = 3  # alternatives kept


def nearest(form: str, vocabulary: Mapping[str, int]) -> tuple[str, ...]:
    """At most three words within one edit (two from eight letters on), nearest and commonest first."""
    allowed = 1 if len(form) < 8 else 2
    candidates = [word for word in vocabulary if abs(len(word) - len(form)) <= allowed and len(word) >= 4]
    found = process.extract(form, candidates, scorer=OSA.distance, score_cutoff=allowed, limit=20)
    if not found:
        return ()
    best = min((distance for _, distance, _ in found), default=0)
    words = sorted(
        (word for word, distance, _ in found if distance == best),
        key=lambda word: (word[0] != form[0], -vocabulary[word], word),
    )
    return tuple(words[:MOST])


def completions(form: str, vocabulary: Mapping[str, int]) -> tuple[str, ...]:
    """Known words that begin with it: a town typed for its district ("Thouars" for Thouarsais)."""
    longer = [word for word in vocabulary if word.startswith(form)] if len(form) >= 5 else []
    return tuple(sorted(longer, key=lambda word: (-vocabulary[word], word))[:MOST])
