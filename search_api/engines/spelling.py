"""Nearest known words of a misspelt one, by edit distance over the unstemmed words of the index."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search_api.engines.analysis import stem_of
from search_api.engines.query_words import Token
from search_api.engines.vocabulary import vocabulary_of

MOST = 3  # alternatives kept
LEAST = 4  # letters of a word that is offered
FIRST = 6  # letters from which the first one may be wrong too: "kinés" is not a misspelt "aînés"
SAID = 3  # edits between words that are said alike
SHORTEST = 5  # letters of a word that may be half of another


def nearest(form: str, vocabulary: Mapping[str, int], most: int | None = None) -> tuple[str, ...]:
    """At most three words within `most` edits (by default one, two from eight letters on), best first."""
    allowed = most or (1 if len(form) < 8 else 2)
    candidates = vocabulary_of(vocabulary).resembling(form, allowed, LEAST)
    if len(form) < FIRST:
        candidates = [word for word in candidates if word[0] == form[0]]
    found = process.extract(form, candidates, scorer=OSA.distance, score_cutoff=allowed, limit=20)
    if not found:
        return ()
    best = min((distance for _, distance, _ in found), default=0)
    words = sorted(
        (word for word, distance, _ in found if distance == best),
        key=lambda word: (word[0] != form[0], -vocabulary[word], word),
    )
    return tuple(words[:MOST])


#: What French writes in several ways, in order: "punese" sounds like "punaise", "sofrologie" like "sophrologie".
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ph", "f"),
        (r"^psych", "sik"),
        (r"^ps", "s"),
        (r"ti(?=on)", "si"),
        (r"sc(?=[eiy])|c(?=[eiy])|ss", "s"),
        (r"x(?=.)", "ks"),
        (r"qu|q|ck|ch(?=[rl])|c(?!h)", "k"),
        (r"g(?=[eiy])", "j"),
        (r"h", ""),
        (r"eau|au", "o"),
        (r"ain|ein|yn|ym|im(?=[bp])", "in"),
        (r"e[mn](?=[^aeiouymn])", "an"),
        (r"a[mn](?=[^aeiouymn])", "an"),
        (r"ai|ei", "e"),
        (r"y", "i"),
        (r"z", "s"),
        (r"(.)\1", r"\1"),
        (r"(?:e|es|s|t|ts|x|d|nt)$", ""),
    )
)


@lru_cache(
    maxsize=100_000
)  # the words of an index: up to 3,000 of them are asked for a word that nobody knows
def sound(form: str) -> str:
    """How a folded word is said, roughly: the same for what is often confused in writing."""
    for pattern, said in _SOUNDS:
        form = pattern.sub(said, form)
    return form


def alike(form: str, vocabulary: Mapping[str, int]) -> tuple[str, ...]:
    """Known words within a few edits that are said like it, the commonest first."""
    if len(form) < SHORTEST:
        return ()
    said = sound(form)
    found = (w for w in vocabulary_of(vocabulary).resembling(form, SAID, LEAST) if sound(w) == said)
    return tuple(sorted(found, key=lambda word: (-vocabulary[word], word))[:MOST])


def completions(form: str, vocabulary: Mapping[str, int]) -> tuple[str, ...]:
    """Known words that begin with it: a town typed for its district ("Thouars" for Thouarsais)."""
    longer = vocabulary_of(vocabulary).beginning_with(form) if len(form) >= 5 else ()
    return tuple(sorted(longer, key=lambda word: (-vocabulary[word], word))[:MOST])


def rejoined(
    tokens: Sequence[Token], is_known: Callable[[str], bool], is_word: Callable[[str], bool]
) -> list[Token]:
    """Words that were typed apart or together by mistake: "télé consultation", "santémentale".

    `is_known` takes any form of a known stem; the halves of a word must be words (`is_word`) as they stand.
    """
    found: list[Token] = []
    for token in tokens:
        before = found[-1] if found else None
        if before and not before.place and not token.place and is_known(before.form + token.form):
            joined = before.form + token.form
            found[-1] = Token(joined, stem_of(joined), zone=before.zone)
        elif token.place or is_known(token.form):
            found.append(token)
        else:
            found += _halves(token, is_word) or [token]
    return found


def _halves(token: Token, is_word: Callable[[str], bool]) -> list[Token]:
    """The two known words that a long unknown one is made of; none where it is not."""
    form = token.form
    cuts = range(SHORTEST, len(form) - SHORTEST + 1) if len(form) >= 2 * SHORTEST else ()
    for cut in sorted(cuts, key=lambda cut: abs(2 * cut - len(form))):
        parts = form[:cut], form[cut:]
        if all(map(is_word, parts)):
            return [Token(part, stem_of(part), zone=token.zone) for part in parts]
    return []
