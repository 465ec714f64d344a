"""Axes from numbered heads that agree over the document, else from the list after a sentence that announces them.

In: blocks. Out: `AxesFound`. A title that stands once in a foreign numbering loses against the one that repeats.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.mentions import evidence
from extractors.outline.titles import Head, read_head
from models.evidence import Evidence
from models.layout import Block, BlockKind
from models.records import Axis
from models.text import fold

METHOD = "axes-1"
MAX_TITLE = 220
_NUMBER_WORDS = {
    "un": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
}
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(_NUMBER_WORDS)})"
_WORDS = r"(?:axes?|orientations?|priorités?|thématiques?|enjeux|défis|volets|ambitions?|piliers|chantiers)"
#: "Il porte sur 4 thématiques :", "Ses axes de travail sont :", "Cinq axes ont été retenus :".
ANNOUNCES = re.compile(
    rf"\b(?:(?:{_COUNT}|les|ses|leurs|des|plusieurs)\s+(?:grand[es]*\s+)?)?{_WORDS}(?:\s+(?:stratégiques?|prioritaires?|thématiques?|transversa\w+))*\b[^.:]{{0,80}}:?\s*$",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(
    rf"\b{_COUNT}\s+(?:grand[es]*\s+)?(?:axes?|orientations?|priorités|thématiques|volets|défis)\b",
    re.IGNORECASE,
)
ANNOUNCED_ACTIONS = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{'|'.join(_NUMBER_WORDS)}|vingt(?:-\w+)*)\s+(?:fiches?(?:[\s-]actions?)?|actions)\b",
    re.IGNORECASE,
)
_TRANSVERSAL = re.compile(
    r"^(?:axes?|volet|orientation|priorité|thématique)\s+transversa(?:l|le|ux)\s*[:–-]\s*", re.IGNORECASE
)


@dataclass
class AxesFound:
    """`evidence` in the order of the axes; `announced` as the text counts them."""

    axes: list[Axis] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    announced: int | None = None


def extract_axes(blocks: Sequence[Block]) -> AxesFound:
    """Numbered heads first; a list under an announcing sentence or heading otherwise."""
    found = _numbered(blocks)
    if not found.axes:
        found = _listed(blocks)
    found.announced = _announced(blocks)
    return found


def heads_of(block: Block) -> Iterator[tuple[Head, str]]:
    """The heads that a block's text, or its single lines, begin with."""
    if block.table is not None:
        return
    head = read_head(block.text)
    if head.kind != "plain" or block.kind is BlockKind.HEADING:
        yield head, block.text
        return
    for line in block.lines[1:] if len(block.lines) > 1 and len(block.text) < 400 else ():
        head = read_head(line.text)
        if head.kind != "plain":
            yield head, line.text


def _numbered(blocks: Sequence[Block]) -> AxesFound:
    titles: dict[str, Counter[str]] = {}
    proof: dict[tuple[str, str], tuple[Block, str]] = {}
    shown: dict[str, str] = {}
    objectives: dict[str, list[str]] = {}
    current: str | None = None
    for block in blocks:
        for head, text in heads_of(block):
            if (
                head.kind == "axis"
                and head.number
                and 3 < len(head.title) < MAX_TITLE
                and "." not in head.number
            ):
                current = head.number.upper()
                title = head.title.rstrip(" .;:")
                key = fold(title)
                titles.setdefault(current, Counter())[key] += 2 if block.kind is BlockKind.HEADING else 1
                shown.setdefault(key, title)
                place = (current, key)
                if place not in proof or (block.kind is BlockKind.HEADING and "...." not in text):
                    proof[place] = (block, text)
            elif head.kind == "objective" and current and block.table is None:
                _add_objective(objectives.setdefault(current, []), head, current)
    found = AxesFound()
    for number, counts in titles.items():
        key, weight = counts.most_common(1)[0]
        if weight < 2 and len(titles) > 1 and max(max(c.values()) for c in titles.values()) > 3:
            continue  # cited once, where the others repeat: another document's axis
        block, text = proof[(number, key)]
        bullets = objectives.get(number) or _bullets_under(blocks, number, key)
        found.axes.append(Axis(number=number, title=shown[key], objectives=tuple(bullets)))
        # On a web page "Axe 1 :" and its title may be set apart by markup: the title alone is what stands there.
        quote = text if block.page is not None else shown[key]
        found.evidence.append(evidence(block, quote, method=METHOD))
    order = sorted(range(len(found.axes)), key=lambda i: _order(found.axes[i].number or ""))
    found.axes = [found.axes[i] for i in order]
    found.evidence = [found.evidence[i] for i in order]
    return found if len(found.axes) > 1 or (found.axes and len(blocks) < 60) else AxesFound()


def _order(number: str) -> tuple[int, str]:
    roman = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
    if number.isdigit():
        return int(number), ""
    return (roman[number], "") if number in roman else (ord(number[0]), number)


def _add_objective(kept: list[str], head: Head, axis: str) -> None:
    """ "Objectif 1.2 : …" under axis 1; other numbers belong elsewhere."""
    number = (head.number or "").upper()
    fits = (
        not number
        or number == axis
        or number.split(".")[0].split("-")[0] == axis
        or not number[0].isdigit()
        or "." not in number
    )
    title = head.title.strip(" .;:")
    if fits and number and 3 < len(title) < MAX_TITLE and fold(title) not in {fold(k) for k in kept}:
        kept.append(title)


def _bullets_under(blocks: Sequence[Block], number: str, key: str) -> list[str]:
    """Bullets just under an axis head, in the place of the document where the axes are listed."""
    for index, block in enumerate(blocks):
        head = read_head(block.text) if block.table is None else None
        if (
            head is None
            or head.kind != "axis"
            or (head.number or "").upper() != number
            or fold(head.title.rstrip(" .;:")) != key
        ):
            continue
        items = []
        for item in blocks[index + 1 : index + 9]:
            if item.kind is BlockKind.HEADING and re.fullmatch(
                r"(?:les\s+)?objectifs?\s*:?", item.text.strip(), re.IGNORECASE
            ):
                continue
            if item.kind is BlockKind.PARAGRAPH and re.match(
                r"objectifs?\s*(?:\w+\s*)?:?\s*$", item.text.strip(), re.IGNORECASE
            ):
                continue
            if item.kind is not BlockKind.LIST_ITEM or len(item.text) > MAX_TITLE:
                break
            items.append(item.text.strip(" ;."))
        if items:
            return items
    return []


# --- axes without numbers: a list under a sentence --------------------------------------------------------------


def _listed(blocks: Sequence[Block]) -> AxesFound:
    for index, block in enumerate(blocks):
        last = re.split(r"(?<=[.!?])\s+", block.text.strip())[-1]
        colon = last.rstrip().endswith(":")
        if not ANNOUNCES.search(last) or not (colon or block.kind is BlockKind.HEADING):
            continue
        items = []
        for item in blocks[index + 1 :]:
            if item.kind is not BlockKind.LIST_ITEM:
                break
            items.append(item)
        if len(items) >= 2:
            found = AxesFound()
            for item in items:
                found.axes.append(_axis_of(item.text))
                found.evidence.append(evidence(item, item.text, method=METHOD))
            return found
    return AxesFound()


def _axis_of(text: str) -> Axis:
    """ "les personnes âgées : parcours, maintien dans le logement ;" → title and objectives."""
    text = _TRANSVERSAL.sub("", text.strip().rstrip(" ;."))
    title, colon, rest = text.partition(" :")
    if not colon or len(title) < 4:
        return Axis(title=text)
    return Axis(title=title.strip(), objectives=tuple(_split(rest)))


def _split(text: str) -> list[str]:
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
    return bool(re.fullmatch(r"[a-zéèêà]+(?:er|ir|re)", word))


def _announced(blocks: Sequence[Block]) -> int | None:
    for block in blocks:
        found = ANNOUNCED.search(block.text) if block.table is None else None
        if found and re.search(
            r"présent|retiennent|retenu|comporte|porte sur|suivants|s.articule|décline|compte",
            block.text,
            re.IGNORECASE,
        ):
            return _int(found["count"])
    return None


def announced_actions(blocks: Sequence[Block]) -> int | None:
    """ "déclinés en 27 fiches actions"."""
    for block in blocks:
        if block.table is None and re.search(
            r"déclin|annex|comporte|comprend|contient|plan d.actions?", block.text, re.IGNORECASE
        ):
            found = ANNOUNCED_ACTIONS.search(block.text)
            if found and (count := _int(found["count"])):
                return count
    return None


def _int(word: str) -> int | None:
    return int(word) if word.isdigit() else _NUMBER_WORDS.get(word.lower())
