"""An enumeration in a sentence, its items out: "la prévention, les soins et le logement" gives three.

In: the words that enumerate, and how many items the text announces, if it does. Out: items as printed, each with
the number or letter in front of it.
"""

import re
from dataclasses import dataclass
from typing import Literal

_RANK = re.compile(r"(?:(?<=^)|(?<=[\s;,(]))\(?(?P<rank>\d{1,2}|[a-h]|i{1,3}|iv|vi{0,3})(?:\)|[.°](?=\s))\s*")
_QUOTED = re.compile(r"«\s*([^«»]{2,160}?)\s*»")
_SLASH = re.compile(r"\s(?:/|\||•|·)\s")
_DASH = re.compile(r"(?:^|[,;]?\s)[–—-]\s+")
_JOINT = re.compile(r"\s(?:et(?:\s+enfin)?|ainsi\s+que|puis)\s", re.IGNORECASE)
_LINK = re.compile(r"^(?:et(?:\s+enfin)?|ainsi\s+que|puis|enfin)[\s,]+", re.IGNORECASE)
_DETERMINER = re.compile(r"(?:l['’]|(?:la|le|les|un|une)\s)", re.IGNORECASE)
_SOME = re.compile(r"(?:une?|des)\s", re.IGNORECASE)
_OF = re.compile(
    r"(?:d['’]|(?:de|du|des|à|au|aux|en|pour|par|sur|avec|sans|dans|chez|dont)\s)", re.IGNORECASE
)
_VERB = re.compile(
    r"^(?:(?:mieux|se|ne|pas)\s+|s['’]|y\s+)*[a-zàâéèêëîïôûç]{2,}(?:er|ir|re)(?=\s|$|['’])", re.IGNORECASE
)
_EDGES = " \t\n;,.:–—-•"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")

Shape = Literal["determiner", "of", "verb", "noun"]


@dataclass(frozen=True)
class Item:
    text: str
    rank: str | None = None


def split_items(text: str, count: int | None = None) -> list[Item]:
    """Ranks, then ";", then "/", dashes or quotation marks, then commas and the last "et"."""
    ranked = _ranked(text)
    if ranked:
        return ranked
    for parts in (outside(text, ";"), _SLASH.split(text), _dashed(text)):
        if len(parts) > 1:
            return _items(parts)
    quoted = _QUOTED.findall(text)
    if len(quoted) > 1:
        return _items(quoted)
    return _items(_by_comma(text, count))


def outside(text: str, mark: str) -> list[str]:
    """Split at a mark, but not inside parentheses or quotation marks."""
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        depth += (letter in "(«") - (letter in ")»")
        if letter == mark and depth <= 0:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]


def clean_item(text: str) -> str:
    """Without the link in front of it, the marks around it and quotation marks about all of it."""
    text = _LINK.sub("", text.strip(_EDGES))
    whole = re.fullmatch(r"«\s*([^«»]*?)\s*»", text)
    return (whole[1] if whole else text).strip(_EDGES)


def _items(parts: list[str]) -> list[Item]:
    return [Item(clean) for part in parts if (clean := clean_item(part))]


def _ranked(text: str) -> list[Item]:
    marks = list(_RANK.finditer(text))
    kept: list[re.Match[str]] = []
    for mark in marks:
        if _place(mark["rank"], len(kept) + 1):
            kept.append(mark)
    if len(kept) < 2 or clean_item(text[: kept[0].start()]):
        return []
    ends = [mark.start() for mark in kept[1:]] + [len(text)]
    items = [
        Item(clean_item(text[mark.end() : end]), mark["rank"]) for mark, end in zip(kept, ends, strict=True)
    ]
    return [item for item in items if item.text]


def _place(rank: str, place: int) -> bool:
    if rank.isdigit():
        return int(rank) == place
    return (
        rank == (_ROMAN[place - 1] if place <= len(_ROMAN) else "") or rank == "abcdefgh"[place - 1 : place]
    )


def _dashed(text: str) -> list[str]:
    parts = [part for part in _DASH.split(text) if part.strip()]
    return parts if len(parts) > 2 or (len(parts) == 2 and _DASH.match(text)) else [text]


def shape(text: str, *, some: bool = False) -> Shape:
    """What an item begins with: items of one enumeration begin alike. `some`: "des" is the plural of "un"."""
    text = text.strip()
    if _DETERMINER.match(text) or (some and _SOME.match(text)):
        return "determiner"
    if _OF.match(text):
        return "of"
    return "verb" if _VERB.match(text) else "noun"


def _by_comma(text: str, count: int | None) -> list[str]:
    parts: list[str] = []
    some = bool(_SOME.match(text.strip()))
    alike = shape(_LINK.sub("", text), some=some)
    for part in outside(text.strip(_EDGES), ","):
        linked = bool(_LINK.match(part.strip()))
        inner = parts and alike != "of" and not linked and shape(part, some=some) == "of"
        if inner:
            parts[-1] = f"{parts[-1]},{part}"  # "la santé des enfants, des jeunes"
        else:
            parts.append(part)
    if _LINK.match(parts[-1].strip()) or (count is not None and len(parts) >= count):
        return parts
    head, tail = _parted(parts[-1], alike, some=some, sure=count is not None and len(parts) == count - 1)
    if tail and (len(parts) > 1 or count is not None or alike != "noun"):
        return [*parts[:-1], head, tail]
    return parts


def _parted(text: str, alike: Shape, *, some: bool, sure: bool) -> tuple[str, str]:
    """The last two items on both sides of the "et" that joins them: the one after which the shape comes back."""
    joints = list(_JOINT.finditer(text))
    for joint in reversed(joints):
        if shape(text[joint.end() :], some=some) == alike and (alike != "noun" or len(joints) == 1 or sure):
            return text[: joint.start()], text[joint.end() :]
    if sure and len(joints) == 1:
        return text[: joints[0].start()], text[joints[0].end() :]
    return text, ""
