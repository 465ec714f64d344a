"""Parties told in a sentence: before the verb ("A, B et C ont signé"), after a cue ("signé entre A et B"), or both.

In: passages. Out: for each sentence that tells of parties, its enumeration.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from extractors.mentions import Passage
from extractors.ner.organisations import find_organisations
from extractors.signatories.actor_patterns import SIGNING
from extractors.signatories.enumeration import Item, read_backward, read_forward, starts_party
from extractors.signatories.governed import governed_actors
from extractors.signatories.patterns import (
    AFTER_PARTIES,
    BEFORE_PARTIES,
    NOT_PARTIES,
    SIGNS,
    WITH,
)

#: Cues read in one sentence, sentences read as one: bounds for hostile texts, not met in pages.
MOST_CUES = 12
LONGEST = 2500
_PRONOUN = re.compile(r"^\W*(?:elles?|ils?)$", re.IGNORECASE)
_CLAUSE = re.compile(
    r"\ben\s+présence\s+d(?:e\s+|u\s+|['’])|"
    r"\bqu(?:e\s+|['’])(?=l[aes]s?\b|l['’]|[a-z]|[A-Z])|[;:!?]\s|\.\s+(?=[A-ZÉÈ])|\s[–—]\s|\)\s*,?\s"
)


def told_parties(passages: Iterable[Passage]) -> Iterator[tuple[Passage, list[Item]]]:
    """The sentences that tell of two parties or more, and those that add one to them."""
    for passage in passages:
        text = " ".join(passage.text[:LONGEST].split())
        if not (SIGNS.search(text) or SIGNING.search(text)):
            continue
        found = items_of(text)
        if found:
            yield passage, found


def items_of(text: str) -> list[Item]:
    """The parties of one sentence, subject and complement together: the reading that tells more of them."""
    text = " ".join(text[:LONGEST].split())
    governed = _distinct(
        [Item(text[a.start : a.end], a.name, a.representative) for a in governed_actors(text)]
    )
    cued = [item for item in _cued(text) if item.name.count("(") == item.name.count(")")]
    return cued if len(cued) > len(governed) else governed


def _cued(text: str) -> list[Item]:
    """What stands right after a cue, up to the end of the list."""
    found: list[Item] = []
    for verb in islice(AFTER_PARTIES.finditer(text), MOST_CUES):
        before = text[: verb.start()]
        clause = _CLAUSE.split(before)[-1]
        found += _named_before(before) if _PRONOUN.search(clause) else read_backward(clause)
    for cue in BEFORE_PARTIES:
        for mark in islice(cue.finditer(text), MOST_CUES):
            if NOT_PARTIES.search(text[max(0, mark.start() - 40) : mark.end()]):
                continue
            if starts_party(text[mark.end() : mark.end() + 160]) or _person_first(text[mark.end() :]):
                found += read_forward(text[mark.end() :])
    if found or re.search(r"\bsign(?:é|ature)\b", text, re.IGNORECASE):
        for mark in islice(WITH.finditer(text), 2):
            if starts_party(text[mark.end() : mark.end() + 160]):
                found += read_forward(text[mark.end() :])
    return _distinct(found)


def _named_before(text: str) -> list[Item]:
    """ "La communauté de communes X n'en est pas là : elle a signé …": the organisation that the pronoun stands for."""
    last = find_organisations(text)[-1:]
    return [Item(mention.text, mention.text) for mention in last]


def _person_first(text: str) -> bool:
    return bool(
        re.match(
            r"^(?:de\s+|d['’])?[A-ZÉ][\w-]+\s+[A-ZÉ][\w-]+,\s+(?:maire|président|préf|direct|sous-préf)", text
        )
    )


def _distinct(items: list[Item]) -> list[Item]:
    kept: dict[str, Item] = {}
    for item in items:
        known = kept.get(item.name.lower())
        if known is None or (known.person is None and item.person is not None):
            kept[item.name.lower()] = item
    return list(kept.values())
