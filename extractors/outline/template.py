"""Labels of a template that no list knows: wordings that a document repeats from sheet to sheet.

In: the stream of tokens. Out: the same stream, with such wordings as labels and wrapped labels joined.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.outline.stream import Token, label_field
from extractors.outline.titles import read_head
from models.text import fold
from models.vocabularies.labels import label_words

#: A wording that stands in fewer sheets than that may be anything.
REPEATED = 3
_LONGEST = 45
_ACRONYM = re.compile(r"[A-ZÀ-Ý]{2,8}(?:\s?\d{1,3})?")
_NOT_FIELDS = frozenset({"articles", "qualifiers"})


def read_template(stream: Sequence[Token]) -> list[Token]:
    """One pass over a whole document."""
    joined = list(_joined(stream))
    counts = Counter(fold(token.text) for token in joined if _may_be_label(token))
    return [_labelled(token, counts) for token in joined]


def stem_field(text: str) -> str | None:
    """The field whose stem begins a word of the wording, the surest field first."""
    name = f" {fold(text)}"
    for field, stems in label_words().items():
        if field not in _NOT_FIELDS and any(f" {stem}" in name for stem in stems):
            return field
    return None


def _joined(stream: Sequence[Token]) -> Iterator[Token]:
    """ "TERRITOIRE" over "D'APPLICATION" is one label."""
    skip = False
    for place, token in enumerate(stream):
        if skip:
            skip = False
            continue
        after = stream[place + 1] if place + 1 < len(stream) else None
        if token.kind == "label" and after is not None and _continues(token, after):
            skip = True
            yield replace(token, text=f"{token.text} {after.text}")
        else:
            yield token


def _continues(label: Token, line: Token) -> bool:
    if line.kind != "line" or line.item or len(line.text.split()) > 4:
        return False
    wrapped = line.text[:1].islower() or (label.text.isupper() and line.text.isupper())
    return wrapped and label_field(f"{label.text} {line.text}") == label.field


def _may_be_label(token: Token) -> bool:
    if token.kind == "label" or len(token.text) > _LONGEST or token.item or re.search(r"\d", token.text):
        return False
    if token.kind == "line" and not (token.text.isupper() and token.starts and len(token.text) > 9):
        return False
    return read_head(token.text).kind not in {"axis", "sheet", "objective"}


def _labelled(token: Token, counts: Counter[str]) -> Token:
    if token.kind == "head" and _ACRONYM.fullmatch(token.text.strip()):
        return replace(token, kind="line")  # "CCAS" in a list of partners set in bold
    if not _may_be_label(token) or counts[fold(token.text)] < REPEATED:
        return token
    field = stem_field(token.text)
    if field is None and token.kind == "head":
        return token
    return replace(token, kind="label", field=field or "skip", text=token.text.strip(" :"))
