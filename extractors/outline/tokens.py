"""What a document is cut into: heads, labels and value lines, those of a chain of labels one by one."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from extractors.outline.wording import label_field
from models.evidence import BBox
from models.vocabularies.labels import label_words

Kind = Literal["head", "label", "line"]
#: " — Contributeurs : ", " | Calendrier : ", " ; Pilote : "
_NEXT_LABEL = re.compile(r"(?:\s[—–|•·/-]|\s?;)\s(?P<label>[A-ZÀ-Ý][^:;.—–|•·]{2,40}?)\s?:(?=\s|$)\s?")
#: "Pilote : CCAS. Partenaires : CAF, MSA.": a full stop parts them, too, in a text that begins with a label.
_NEXT_SENTENCE = re.compile(_NEXT_LABEL.pattern.replace("|\\s?;)", "|\\s?[;.])"))


class Token(NamedTuple):
    """`starts` is true for the first line of a paragraph, cell or list item; `printed`: its lines on paper."""

    kind: Kind
    text: str
    field: str = ""
    page: int | None = None
    bbox: BBox | None = None
    item: bool = False
    starts: bool = True
    region: int | None = None
    printed: tuple[str, ...] = ()


def with_chains(found: Iterator[Token]) -> Iterator[Token]:
    """The tokens, a line that chains several labels cut into labels and their values."""
    labelled = False
    for token in found:
        if token.kind == "line" and ":" in token.text:
            yield from _chained(token, _NEXT_SENTENCE if labelled else _NEXT_LABEL)
        else:
            yield token
        labelled = labelled or token.kind == "label"


def _chained(token: Token, labels: re.Pattern[str]) -> Iterator[Token]:
    """ "CCAS — Partenaires : CAF, MSA — Calendrier : 2024": labels in the middle of a line, each with its value."""
    start, text = 0, token.text
    for found in labels.finditer(text):
        name = label_field(found["label"])
        if name is None or name not in label_words() or found.start() == start:
            continue
        if value := text[start : found.start()].strip():
            yield token._replace(text=value, printed=(), starts=token.starts or start > 0)
        yield token._replace(kind="label", text=found["label"], field=name, printed=(), item=False)
        start = found.end()
    if start == 0:
        yield token
    elif value := text[start:].strip():
        yield token._replace(text=value, printed=(), starts=True)
