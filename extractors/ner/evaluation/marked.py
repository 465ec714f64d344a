"""Reads annotated sentences: "La [Ville de [Redon|LOC]|ORG] signe." gives the text and its names.

In: marked texts. Out: `Annotated` sentences. An inner mark is a reading that is not wrong, but is not the
name either: finding it counts neither way. A `?` after the label says that the name may be found or not.
"""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from extractors.ner.protocol import MentionLabel
from models.base import Record
from models.errors import ConfigurationError

_MARK = re.compile(r"\[|\|(?P<label>[A-Z]+)(?P<maybe>\?)?\]")


class Span(Record):
    start: int
    end: int
    label: MentionLabel


class Name(Record):
    """A name that stands in a text; `inner` are readings within it; `optional` counts neither way."""

    span: Span
    inner: tuple[Span, ...] = ()
    optional: bool = False


class Annotated(Record):
    text: str
    names: tuple[Name, ...] = ()
    group: str = ""


def read_marked(marked: str, group: str = "") -> Annotated:
    """Raises ConfigurationError when brackets do not match or a label is unknown."""
    text, at = "", 0
    opened: list[int] = []
    inner: list[Span] = []
    names: list[Name] = []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark.group() == "[":
            opened.append(len(text))
            continue
        if not opened or mark["label"] not in MentionLabel.__members__:
            raise ConfigurationError(f"Annotation mal formée : {marked}")
        span = Span(start=opened.pop(), end=len(text), label=MentionLabel(mark["label"]))
        if opened:
            inner.append(span)
        else:
            names.append(Name(span=span, inner=tuple(inner), optional=bool(mark["maybe"])))
            inner = []
    if opened:
        raise ConfigurationError(f"Annotation mal formée : {marked}")
    return Annotated(text=text + marked[at:], names=tuple(names), group=group)


@lru_cache(maxsize=8)
def read_sentences(path: Path) -> tuple[Annotated, ...]:
    """The sentences of a file of groups."""
    groups: dict[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(read_marked(text, group) for group, texts in groups.items() for text in texts)
