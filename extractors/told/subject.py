"""Actions that sentences tie to the contract: "Le Médicobus est la première action sortie du CLS".

In: blocks. Out: `Told` actions with what the sentence and those that go on about it say.
"""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from extractors.axes.subject import Sentence, own_sentences
from extractors.told.fields import labelled_fields, prose_fields
from extractors.told.found import Told
from extractors.told.patterns import (
    ABOUT_CONTRACT,
    ARTICLE,
    GOES_ON,
    NOT_OF_CONTRACT,
    THIS_ACTION,
    TIES,
    WRAPPED,
)
from extractors.told.titles import Title, is_title, read_name
from models.layout import Block, BlockKind
from models.text import fold

#: So many blocks below the sentence that names an action may still speak of it.
NEAR = 5
_LITTLE = re.compile(
    r"(?:\s|^)(?:d['’]|l['’]|de|du|des|la|le|les|à|au|aux|en|et|dans|pour|sur|par|un|une)$", re.IGNORECASE
)


def tied_actions(blocks: Sequence[Block]) -> list[Told]:
    """Named by a sentence; the one of the headline where the text says "cette action … du contrat"."""
    all_sentences = list(own_sentences(blocks, plans=True))
    places = {id(block): index for index, block in enumerate(blocks)}
    found: list[Told] = []
    starts: list[int] = []
    for order, sentence in enumerate(all_sentences):
        told = (
            _named(sentence, places[id(sentence.block)])
            if not NOT_OF_CONTRACT.search(sentence.text)
            else None
        )
        if told is not None and not any(_same(told.title, other.title) for other in found):
            found.append(told)
            starts.append(order)
    if not found:
        headline = _of_headline(blocks, all_sentences)
        if headline is not None:
            found.append(headline)
            starts.append(0)
    for number, (told, start) in enumerate(zip(found, starts, strict=True)):
        end = starts[number + 1] if number + 1 < len(starts) else len(all_sentences)
        _fill(told, all_sentences[start:end], places)
    if len(found) == 1:
        _labels(found[0], blocks)
    return found


def _named(sentence: Sentence, index: int) -> Told | None:
    for expression in TIES:
        match = expression.search(sentence.text)
        title = read_name(match["title"]) if match else None
        if match and title:
            number = next(
                (g for name, g in match.groupdict().items() if name.startswith("number") and g), None
            )
            told = Told(title.text, sentence.block, title.text, index, number)
            return told
    return None


def _same(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(fold(one), fold(other)) >= 90


def _fill(told: Told, following: Sequence[Sentence], places: dict[int, int]) -> None:
    """Its own sentence, then those that go on about it, up to one that speaks of something else in another block."""
    going = True
    for number, sentence in enumerate(following):
        index = places[id(sentence.block)]
        if index > told.index + NEAR:
            break
        mentions = _mentions(sentence.text, told.title)
        going = number == 0 or mentions or (going and (index == told.index or _goes_on(sentence)))
        if sentence.first and number and not mentions and not _goes_on(sentence):
            going = False
        if going and not NOT_OF_CONTRACT.search(sentence.text):
            told.take(prose_fields(sentence.text, sentence.block))


def _goes_on(sentence: Sentence) -> bool:
    return bool(GOES_ON.match(sentence.text.strip()))


def _mentions(text: str, title: str) -> bool:
    """The title, or its first words: "le bus" for "bus santé" would be too little."""
    folded, words = f" {fold(text)} ", fold(title).split()
    return f" {' '.join(words[:2])} " in folded if len(words) > 1 else f" {words[0]} " in folded


def _labels(told: Told, blocks: Sequence[Block]) -> None:
    """ "Qui pilote ? …" in a list of the page that is about one action."""
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            labelled = labelled_fields(block)
            if labelled:
                told.fields = {**told.fields, **labelled}


def _of_headline(blocks: Sequence[Block], all_sentences: Sequence[Sentence]) -> Told | None:
    tie = next(
        (
            m
            for s in all_sentences
            if not NOT_OF_CONTRACT.search(s.text) and (m := THIS_ACTION.search(s.text))
        ),
        None,
    )
    head = next((block for block in blocks if block.kind is BlockKind.HEADING), blocks[0] if blocks else None)
    if tie is None or head is None or len(head.text) > 140 or ABOUT_CONTRACT.search(head.text):
        return None
    title = headline_title(head.text, [block.text for block in blocks if block is not head])
    if title is None:
        return None
    return Told(title.text, head, title.text, blocks.index(head), tie["number"])


def headline_title(headline: str, texts: Sequence[str]) -> Title | None:
    """ "Le bus santé prend la route" over a text about "le bus santé": the first words that come back there."""
    name = ARTICLE.sub("", WRAPPED.sub("", headline.strip(), count=1), count=1)
    words = name.split()
    folded = [f" {fold(text)} " for text in texts]
    for size in range(len(words), 0, -1):
        part = " ".join(words[:size]).strip(" ,.:!?«»")
        again = any(f" {fold(part)} " in text for text in folded)
        if (
            again
            and fold(part)
            and not _LITTLE.search(part)
            and (size > 1 or len(part) > 6)
            and is_title(part)
        ):
            return Title(part)
    return None
