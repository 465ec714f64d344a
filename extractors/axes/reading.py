"""The title of an axis in what a list item, a heading or a cell prints, with its objectives behind a colon."""

import re

from extractors.axes.patterns import TRANSVERSAL
from extractors.mentions.items import clean_item
from extractors.outline.titles import read_head
from models.records import Axis


def titled(text: str) -> Axis:
    """ "1. L'accès aux soins": the number and the title of a heading or a cell."""
    head = read_head(text)
    if head.number and head.title:
        return Axis(number=head.number.upper(), title=head.title.strip(" .;:"))
    return Axis(title=text.strip(" .;:"))


def axis_of(text: str) -> Axis:
    """ "les personnes âgées : parcours, maintien dans le logement ;" → title and objectives."""
    text = TRANSVERSAL.sub("", text.strip().rstrip(" ;."))
    title, colon, rest = text.partition(" :")
    if not colon or len(title) < 4:
        return Axis(title=clean_item(text) or text)
    return Axis(title=title.strip(), objectives=tuple(split_objectives(rest)))


def split_objectives(text: str) -> list[str]:
    """At commas, where what follows could stand alone: "dépistages et prise en charge, addictions" stays whole
    when the pieces are single words after an "et"."""
    parts = [part.strip(" .;") for part in re.split(r",(?![^(]*\))", text)]
    merged: list[str] = []
    for part in parts:
        words = part.split()
        if merged and (
            len(words) <= 4
            and " et " in f" {part} "
            and words[0].lower() != "lutter"
            and not part[:1].isupper()
            and not _is_verb(words[0])
        ):
            merged[-1] = f"{merged[-1]}, {part}"
        elif part:
            merged.append(part)
    return merged


def _is_verb(word: str) -> bool:
    return bool(re.fullmatch(r"^[a-zéèêà]+(?:er|ir|re)", word))
