"""Where the words of a code stand: the same words in the printed lines that prove the field."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from extractors.themes.patterns import METHOD
from models.evidence import Evidence
from models.text import fold

_WORD = re.compile(r"[^\W_]+")
#: The same words come back on every sheet.
_folded = lru_cache(maxsize=65536)(fold)


def locate(words: str, places: Sequence[Evidence]) -> Evidence | None:
    """Evidence for words of a field: quoted as printed, at the place that holds them; None where none does.

    Words that run over from one place into the next (a title on two lines) are quoted by the part that has most.
    """
    wanted = [_folded(word) for word in _WORD.findall(words)]
    for place in places:
        quote = _within(wanted, place.quote)
        if quote:
            return _proof(place, quote)
    for first, second in pairwise(places):
        for cut in range(1, len(wanted)):
            head, tail = _at_end(wanted[:cut], first.quote), _at_start(wanted[cut:], second.quote)
            if head and tail:
                return _proof(first, head) if len(head) >= len(tail) else _proof(second, tail)
    return None


def _proof(place: Evidence, quote: str) -> Evidence:
    return place.model_copy(update={"quote": quote, "method": METHOD})


def _within(wanted: Sequence[str], text: str) -> str:
    return next(_matches(wanted, text), "")


def _at_start(wanted: Sequence[str], text: str) -> str:
    return next((part for start, _, part in _spans(wanted, text) if start == 0), "")


def _at_end(wanted: Sequence[str], text: str) -> str:
    return next((part for _, left, part in _spans(wanted, text) if left == 0), "")


def _matches(wanted: Sequence[str], text: str) -> Iterator[str]:
    return (part for _, _, part in _spans(wanted, text))


def _spans(wanted: Sequence[str], text: str) -> Iterator[tuple[int, int, str]]:
    """Each run of the wanted words: how many words stand before it and after it, and the run as printed."""
    folded, places = _words(text)
    if not wanted or wanted[0] not in folded:
        return
    sought = tuple(wanted)
    for at in range(len(folded) - len(sought) + 1):
        if folded[at : at + len(sought)] == sought:
            last = at + len(sought)
            yield at, len(folded) - last, text[places[at][0] : places[last - 1][1]]


@lru_cache(maxsize=8192)  # each code of an action looks in the same quotes
def _words(text: str) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """The folded words of a text and where they stand."""
    found = list(_WORD.finditer(text))
    return tuple(_folded(word.group()) for word in found), tuple(word.span() for word in found)
