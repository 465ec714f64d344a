"""Axes told in running text: "autour de trois axes : l'accès aux soins, la santé mentale et le logement".

In: blocks. Out: `Listed` axes of the first sentence that tells some, each with the words that stand there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.axes.patterns import (
    AN_ORDINAL,
    ARE_THE_AXES,
    ASKS,
    BEARS_ON,
    CITED,
    COUNTED_AIMS,
    COUNTS,
    LEADS_TO,
    NO_AXIS,
    NUMBERED_INLINE,
    ORDINAL,
    TELLS,
)
from extractors.axes.subject import Sentence, own_sentences
from extractors.generation import ORDINALS
from extractors.mentions.items import Item, clean_item, outside, split_items
from extractors.mentions.labelled import INLINE
from models.layout import Block
from models.records import Axis
from models.text import fold
from models.vocabularies.french import parse_number_word

MAX_ITEM = 150
#: A bracket or a comma stands right behind the word: "trois axes (…)", "deux piliers, …".
NEAR = 30


@dataclass(frozen=True)
class Listed:
    """`quote`: the words of the block that tell the axis."""

    axis: Axis
    block: Block
    quote: str


def inline_axes(blocks: Sequence[Block]) -> list[list[Listed]]:
    """The enumerations in the order of the text."""
    found = []
    for sentence in own_sentences(blocks):
        items = _items(sentence)
        if items:
            found.append([Listed(axis_of(item), sentence.block, item.text) for item in items])
    return found


def axis_of(item: Item) -> Axis:
    """ "la prévention (vaccination, dépistage)", "les femmes : suivi, violences": a title and its objectives."""
    title, objectives = item.text, ""
    bracket = re.fullmatch(r"^([^()]{4,120}?)\s*\(([^()]*,[^()]*)\)", title)
    if bracket:
        title, objectives = bracket[1], bracket[2]
    elif " : " in title:
        title, _, objectives = title.partition(" : ")
    goals = tuple(clean_item(part) for part in outside(objectives, ",") if clean_item(part))
    number = item.rank.upper() if item.rank else None
    return Axis(number=number, title=clean_item(title), objectives=goals)


def _items(sentence: Sentence) -> list[Item]:
    text = sentence.text
    for reading in (_numbered, _told, _counted_aims, _borne, _asked, _reversed, _ordinals):
        items = reading(text, sentence)
        if items:
            return items
    return []


def cited_axis(blocks: Sequence[Block]) -> list[Listed]:
    """ "Elle relève de l'axe 2, « Aller vers »": the only axis that a page about one action names."""
    for sentence in own_sentences(blocks):
        found = CITED.search(sentence.text)
        title = found and (found["title"] or found["named"] or found["bare"])
        if found and title and (found["title"] or found["named"] or title[0].isupper()):
            number = found["number"] or str(ORDINALS[fold(found["ordinal"])])
            axis = Axis(number=number.upper(), title=title.strip())
            return [Listed(axis, sentence.block, title.strip())]
    return []


def _numbered(text: str, sentence: Sentence) -> list[Item]:
    marks = [
        m
        for m in NUMBERED_INLINE.finditer(sentence.block.text)
        if m["number"].isdigit() or m["number"].isupper()
    ]
    if len(marks) < 2 or not sentence.first:
        return []
    whole = sentence.block.text
    ends = [mark.start() for mark in marks[1:]] + [len(whole)]
    items = []
    for mark, end in zip(marks, ends, strict=True):
        title = clean_item(re.split(r"[.;](?:\s|$)", whole[mark.end() : end], maxsplit=1)[0])
        items.append(Item(clean_item(re.sub(r"(?<![\s,;])[\s,;]+(?:et|puis)$", "", title)), mark["number"]))
    ranks = [item.rank for item in items]
    return _fit(items, None) if len(set(ranks)) == len(ranks) else []


def _told(text: str, sentence: Sentence) -> list[Item]:
    for found in TELLS.finditer(text):
        said = found["count"] or found["counted"]
        count = parse_number_word(said) if said else None
        rest = text[found.end() :]
        lead = LEADS_TO.match(rest)
        bare = not said and not found["det"]
        if bare and AN_ORDINAL.search(text[: found.start()]):  # "(premier axe : « Soigner au plus près »)"
            continue
        if lead and (lead["mark"] == ":" or len(lead["gap"]) <= NEAR) and not (bare and lead["gap"].strip()):
            start = found.end() + lead.end() - (lead["mark"] == "«")
            body = _body(text[start:], bracket=lead["mark"] == "(")
            colon = lead["mark"] == ":"
        elif count and rest.lstrip().startswith(","):
            body, colon = _body(rest.lstrip()[1:]), False
        else:
            continue
        items = _fit(split_items(body, count), count, strict=not colon)
        if items:
            return items
    return []


def _body(text: str, *, bracket: bool = False) -> str:
    """Up to the closing bracket, the next label of the line or the end of the sentence."""
    if bracket:
        return re.split(r"\)(?=\W|$)", text, maxsplit=1)[0]
    label = INLINE.search(text)
    return text[: label.start()] if label and label.start() else text


def _counted_aims(text: str, sentence: Sentence) -> list[Item]:
    """ "Elle repose sur trois volontés : soigner …, retenir … et rendre …", exactly as many as counted."""
    found = COUNTED_AIMS.search(text)
    count = parse_number_word(found["count"]) if found else None
    return _fit(split_items(text[found.end() :], count), count, strict=True) if found and count else []


def _borne(text: str, sentence: Sentence) -> list[Item]:
    """ "Les travaux porteront sur : (i) …; (ii) …": without a word for axes, only marked items."""
    found = BEARS_ON.search(text)
    if not found:
        return []
    items = split_items(text[found.end() :])
    marked = any(item.rank for item in items) or ";" in text[found.end() :]
    return _fit(items, None) if marked else []


def _asked(text: str, sentence: Sentence) -> list[Item]:
    """ "De quoi s'occupe-t-il ?" – "Des quatre « A » : Accès aux soins, …", as many as it counts."""
    found = COUNTS.search(text) if ASKS.search(sentence.heading) else None
    count = parse_number_word(found["count"]) if found else None
    return _fit(split_items(text[found.end() :], count), count, strict=True) if found and count else []


def _reversed(text: str, sentence: Sentence) -> list[Item]:
    found = ARE_THE_AXES.search(text)
    if not found:
        return []
    said = found["count"]
    count = parse_number_word(said) if said else None
    body = re.split(r"[:;.]\s", text[: found.start()])[-1]
    items = split_items(body, count)
    return _fit(items, count, strict=True) if count or len(items) > 2 else []


def _ordinals(text: str, sentence: Sentence) -> list[Item]:
    """From the sentence that says "le premier axe" on, over the following ones of its block."""
    rest = sentence.block.text[sentence.start :]
    marks = list(ORDINAL.finditer(rest))
    if len(marks) < 2 or not marks[0]["word"] or not marks[0]["ordinal"].lower().startswith("premi"):
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(rest)]
    items = []
    for mark, end in zip(marks, ends, strict=True):
        words = re.split(r"[.;](?:\s|$)", rest[mark.end() : end], maxsplit=1)[0]
        items.append(
            Item(clean_item(re.sub(r"(?<![\s,;])[\s,;]+(?:et|puis|enfin)[\s,]*$", "", words.strip())))
        )
    return _fit(items, None)


def _fit(items: Sequence[Item], count: int | None, *, strict: bool = False) -> list[Item]:
    """The items if they read like titles; as many as counted where commas alone part them."""
    titles = [item.text for item in items]
    least = 1 if count == 1 else 2
    if len(items) < least or any(not _is_title(title) for title in titles):
        return []
    if count is not None and len(items) != count and (strict or not any(item.rank for item in items)):
        return []
    return list(items)


def _is_title(text: str) -> bool:
    return 2 < len(text) <= MAX_ITEM and not NO_AXIS.match(text) and bool(re.search(r"[^\W\d]{3}", text))
