"""A printed head in, what it heads out: an action sheet, an axis or an objective, with number and title."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from models.text import fold
from models.vocabularies.labels import word_lists

_NUMBER = (
    r"(?:[A-Z]{1,2}[.\-]?\d{1,2}(?:[.\-]\d{1,2}){0,2}|\d{1,2}[.\-][A-Z](?!\w)|\d{1,2}(?:[.\-]\d{1,2}){1,3}(?:[.\-]?[a-h](?![\w'’]))?|\d{1,3}[a-h]?"
    r"|[IVX]{1,5}(?:[.\-]\d{1,2}){0,2}|[A-Z])"
)
_SEPARATOR = r"\s*(?:[:–—.)|/>·•-]\s*|\s|$)"
_NUMBERED = re.compile(
    rf"^(?:n\s*[°o]\s*)?(?P<number>{_NUMBER})(?: ?/ ?\d{{1,3}})?(?![\w'’]|-[a-zà-ÿ]){_SEPARATOR}(?P<rest>.*)$",
    re.DOTALL,
)
_LEADERS = re.compile(r"(?<![\s.])(?:\s*\.){3,}\s*\d*\s*$|(?<![\s…])\s*…+\s*\d*\s*$")
#: Looking for these two in every paragraph takes half the time of a head: its last signs rule them out.
_LEADER_ENDS = frozenset(".…0123456789")
_SUITE_REACH = 16
#: The head words stand in so many letters.
_HEAD_REACH = 120
#: "F I C H E-A C T I O N n° 1": letters set apart by a designer.
_SPACED = re.compile(r"(?<!\w)[^\W\d_](?:(?: |-| - )[^\W\d_]){2,40}(?![\w°'’])")
_APART = re.compile(r"[ -][^\W\d_][ -]")
_SUITE = re.compile(r"\(?(?<!\s)\s*suite(?:\s+et\s+fin)?\s*\)?\s*$", re.IGNORECASE)
_SUITE_INSIDE = re.compile(r"\s?\(suite(?: et fin)?\)\s?", re.IGNORECASE)


class Head(NamedTuple):
    kind: Literal["sheet", "axis", "objective", "plain"]
    number: str | None
    title: str
    continued: bool = False
    word: str = ""  # the folded word of an axis: one contract calls its axes by one word


@lru_cache(maxsize=4)
def _words(name: str) -> re.Pattern[str]:
    words = sorted(word_lists()[name], key=len, reverse=True)
    adjectives = "|".join(word_lists()["adjectives"])
    joined = "|".join(re.escape(word).replace(r"\ ", r"[ \-]?") for word in words)
    return re.compile(rf"^(?:{joined})s?(?: (?:{adjectives})s?)?(?: n[°o]?)?(?= |$|\d)")


def _after_words(text: str, name: str) -> str | None:
    """What follows the head word, or None. Folding drops marks, so words are counted, not characters."""
    found = _words(name).match(fold(text[:_HEAD_REACH]))
    if not found:
        return None
    count = len(found.group().split())
    pieces = re.split(r"(?<=[^\W_])(?=[^\w.]|\.(?!\w)|$)", text, maxsplit=count)
    return pieces[-1] if len(pieces) > count else ""


_HEADED = (("objective", "objective_words"), ("sheet", "sheet_words"), ("axis", "words"))
#: Letters of a text among which the first three of its first word stand, and folded letters that tell the word.
_OPENING, _TELLING = 12, 3


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    return frozenset(word[:_TELLING] for _, name in _HEADED for word in word_lists()[name])


def _may_head(text: str) -> bool:
    """Whether a text may begin with a head word: most begin with other letters."""
    opening = fold(text[:_OPENING])[:_TELLING]
    return len(opening) < _TELLING or opening.rstrip() in _beginnings()


#: "Axe Il", "Fiche Ill.2": what OCR reads for II and III.
_ROMAN_READ = re.compile(r"^(?:n\s?[°o]\s?)?[Il|]{2,3}(?=[\s.:–—-])")


def _as_roman(found: re.Match[str]) -> str:
    return found.group().replace("l", "I").replace("|", "I")


def _first_word(text: str) -> str:
    return fold(text).split()[0].rstrip("sx")


@lru_cache(maxsize=16384)  # axes, sheets and chapters ask for the same texts
def read_head(text: str) -> Head:
    """ "Axe n°2 – Prévenir…" gives an axis "2"; "1.3 Bus santé" a plain head numbered "1.3"."""
    flat = " ".join(text.split())
    if flat[-1:] in _LEADER_ENDS:
        flat = _LEADERS.sub("", flat).strip()
    if _APART.search(flat):
        flat = _SPACED.sub(lambda spaced: spaced.group().replace(" ", ""), flat)
    continued = "suite" in flat[-_SUITE_REACH:].lower() and bool(_SUITE.search(flat)) and len(flat) > 6
    flat = _SUITE.sub("", flat).strip(" -–") if continued else flat
    if "(" in flat and _SUITE_INSIDE.search(flat):  # "Fiche action 1.1 (suite) — Bus santé"
        continued, flat = True, _SUITE_INSIDE.sub(" ", flat)
    for kind, name in _HEADED if _may_head(flat) else ():
        rest = _after_words(flat, name)
        if rest is None:
            continue
        cleaned = _ROMAN_READ.sub(_as_roman, rest.lstrip(" :–—-.°|·•"))
        numbered = _NUMBERED.match(cleaned)
        marked = rest.lstrip()[:1] in (":", "–", "—", "-") or rest.startswith(". ")
        if numbered and (
            numbered["rest"][:1].isupper() or not numbered["rest"] or not numbered["rest"][:1].isalpha()
        ):
            title = numbered["rest"].strip(" :–—-|·•")
            title = (
                "" if kind == "axis" and fold(title) in word_lists()["sheet_words"] else title
            )  # "Axe 1 | Action"
            return Head(kind, numbered["number"], title, continued, _first_word(flat))  # type: ignore[arg-type]
        if marked and cleaned:
            if kind == "axis" and (inside := read_head(cleaned)).kind == "axis" and inside.number:
                return inside  # "Domaine : Domaine 3 – L'accès aux soins"
            return Head(kind, None, cleaned, continued, _first_word(flat))  # type: ignore[arg-type]
    numbered = _NUMBERED.match(flat)
    if numbered and numbered["rest"] and (len(numbered["number"]) > 1 or flat[1:2] in ".) -–:"):
        return Head("plain", numbered["number"], numbered["rest"].strip(" :–—-·•"), continued)
    return Head("plain", None, flat, continued)
