"""The name of an action in what a page prints: "un bus santé, porté par le CCAS" gives "bus santé" and its story.

In: a list item, or words of a sentence. Out: `Title`.
"""

import re
from dataclasses import dataclass

from extractors.told.patterns import ARTICLE, NO_ACTION, NUMBERED, QUOTED, TAIL, WRAPPED

MAX_TITLE = 150
#: A title of one common word ("soins") names no action.
MIN_LETTERS = 5


@dataclass(frozen=True)
class Title:
    """`rest`: what follows the name."""

    text: str
    number: str | None = None
    rest: str = ""


def read_item(text: str) -> Title | None:
    """The name at the beginning of an item of a list of actions, None where there is none."""
    numbered = NUMBERED.match(text)
    number = next((part for part in numbered.groups() if part), None) if numbered else None
    body = text[numbered.end() :] if numbered else text
    quoted = QUOTED.search(body)
    if quoted and _only_wrapped(body[: quoted.start()]):
        name, rest = quoted[1], body[quoted.end() :]
    else:
        cut = next((m for m in TAIL.finditer(body) if _stands_alone(body[: m.start()])), None)
        name, rest = (body[: cut.start()], body[cut.start() :]) if cut else (body, "")
        name = without_article(name)
    name = name.strip(" ;,.:–—-")
    return Title(name, number, rest.strip()) if is_title(name) else None


def read_name(words: str) -> Title | None:
    """The name in words of a sentence: without the article, the edition or the opening wrapped around it."""
    quoted = QUOTED.search(words)
    if quoted and _only_wrapped(words[: quoted.start()]):
        return Title(quoted[1]) if is_title(quoted[1]) else None
    name = ARTICLE.sub("", WRAPPED.sub("", words.strip(), count=1), count=1)
    cut = next((m for m in TAIL.finditer(name) if _stands_alone(name[: m.start()])), None)
    rest = name[cut.start() :] if cut else ""
    name = (name[: cut.start()] if cut else name).strip(" ;,.:–—-")
    return Title(name, rest=rest) if is_title(name) else None


def without_article(text: str) -> str:
    """A small article is no part of the name; a capital one may be: "Les marcheurs du mardi"."""
    return ARTICLE.sub("", text, count=1) if text[:1].islower() else text


def is_title(text: str) -> bool:
    return (
        MIN_LETTERS <= len(text) <= MAX_TITLE
        and not NO_ACTION.search(text)
        and bool(re.search(r"[^\W\d_]{3}", text))
    )


def _only_wrapped(text: str) -> bool:
    """Nothing but an article, "création d'un", a common noun stand before the quotation marks."""
    return len(WRAPPED.sub("", text.strip()).split()) <= 1 or not text.strip()


def _stands_alone(name: str) -> bool:
    return len(name.strip()) >= MIN_LETTERS and len(without_article(name.strip()).split()) >= 1
