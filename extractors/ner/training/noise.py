"""Writes a sentence as bad copies have it: capitals, lost accents, OCR errors, typing errors; names keep their marks.

Every change says what each character becomes, so that the places of names follow.
"""

import random
import unicodedata
from collections.abc import Callable, Sequence

from extractors.ner.evaluation.marked import Annotated, Name, Span

#: What OCR reads instead, after the errors seen on scans at 200 dpi.
_MISREAD = {
    "l": "I",
    "i": "l",
    "e": "c",
    "é": "e",
    "m": "rn",
    "I": "l",
    "0": "O",
    "c": "e",
    "h": "b",
    "u": "n",
    "è": "e",
    "f": "t",
}
_ERRORS_PER_LETTER = 0.02

Change = Callable[[str, random.Random], list[str]]


def noisy(sentence: Annotated, rng: random.Random, share: float = 0.3) -> Annotated:
    """One of the changes, for a `share` of the sentences."""
    if rng.random() >= share:
        return sentence
    change: Change = rng.choices(
        [upper, lower, plain, misread, mistyped, spaced, curly], [5, 3, 3, 4, 3, 2, 4]
    )[0]
    return rewritten(sentence, change(sentence.text, rng))


def rewritten(sentence: Annotated, letters: Sequence[str]) -> Annotated:
    """The sentence with each character replaced by what stands in its place in `letters`."""
    ends = [0]
    for letter in letters:
        ends.append(ends[-1] + len(letter))

    def moved(span: Span) -> Span:
        return Span(start=ends[span.start], end=ends[span.end], label=span.label)

    names = tuple(
        Name(span=moved(n.span), inner=tuple(map(moved, n.inner)), optional=n.optional)
        for n in sentence.names
    )
    return sentence.model_copy(update={"text": "".join(letters), "names": names})


def upper(text: str, _: random.Random) -> list[str]:
    return [letter.upper() for letter in text]


def lower(text: str, _: random.Random) -> list[str]:
    return [letter.lower() for letter in text]


def plain(text: str, _: random.Random) -> list[str]:
    """Without accents."""
    return [unicodedata.normalize("NFD", letter)[0] for letter in text]


def misread(text: str, rng: random.Random) -> list[str]:
    return [
        _MISREAD[letter] if letter in _MISREAD and rng.random() < 2 * _ERRORS_PER_LETTER else letter
        for letter in text
    ]


def mistyped(text: str, rng: random.Random) -> list[str]:
    """Letters left out or doubled, inside of words only."""
    letters = list(text)
    for number in range(1, len(text) - 1):
        if text[number - 1 : number + 2].isalpha() and rng.random() < _ERRORS_PER_LETTER:
            letters[number] = rng.choice(("", text[number] * 2))
    return letters


def spaced(text: str, rng: random.Random) -> list[str]:
    """Spaces doubled, lost apostrophes."""
    return [
        "  "
        if letter == " " and rng.random() < 0.1
        else " "
        if letter == "'" and rng.random() < 0.5
        else letter
        for letter in text
    ]


def curly(text: str, _: random.Random) -> list[str]:
    return ["’" if letter == "'" else letter for letter in text]
