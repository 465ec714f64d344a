"""Finds names of organisations in running text: a head known to the vocabulary, then its proper name.

In: a text. Out: mentions labelled ORG. "Agence régionale de santé (ARS) Île-de-France" is one mention;
"le maire de Sevran" is none: it is a person.
"""

import re
from collections.abc import Iterator

from extractors.ner.patterns import (
    BARE_GROUPING,
    GENERIC_ACRONYMS,
    NAME_LINKS,
    NOT_ORGANISATIONS,
    PLACE_ADJECTIVE,
    WEAK_HEADS,
)
from extractors.ner.protocol import Mention, MentionLabel, apart, cut
from models.records import OrganisationKind
from models.vocabularies.folded import FoldedText
from models.vocabularies.gazetteer import load_gazetteer
from models.vocabularies.organisations import OrganisationHead, organisation_patterns

#: Heads so telling that they count without a proper name and in lower case.
_ALWAYS = frozenset({"ars", "cpam", "msa", "departement", "region", "cgss", "carsat"})
#: A grouping's name holds more links: "Granville, Terre et Mer", "Saint-Laurent en Caux".
_GROUPING_LINKS = NAME_LINKS | {"et", "en", "sur", "sous", "a", "au", "aux"}
#: Between the words of one name; a dash with a space before it parts the items of a list.
_GAP = re.compile(r"[-–‑]?[ \u00a0\u202f'’]*(?:\n[ \u00a0\u202f'’]*)?[-‑]?")
_BELONGS = re.compile(r"\b(?:de|du|des|d)(?: la| l| les| le)?$")
_BEFORE_DAY = frozenset({"le", "du", "en", "au", "des"})
NAMED, BARE = 0.9, 0.7


def find_organisations(text: str) -> list[Mention]:
    """In the order of the text, apart from one another."""
    return apart([*_bare_groupings(text), *_mentions(FoldedText(text))])


def _bare_groupings(text: str) -> Iterator[Mention]:
    """ "Flers Agglo", "Laval Agglomération": a nature after a name, where the official list has it."""
    for match in BARE_GROUPING.finditer(text):
        if load_gazetteer().epcis(match.group()):
            mention = cut(text, match.start(), match.end(), MentionLabel.ORG, NAMED)
            if mention:
                yield mention


def _mentions(words: FoldedText) -> Iterator[Mention]:
    heads = _heads(words)
    # "Préfecture de l'Orne et Conseil…" are two, "CPTS du Pays d'Arles" is one: a head after "du" belongs.
    numbers = {words.first_word(head.start) for head in heads}
    starts = {number for number in numbers if not _BELONGS.search(words.before(number, 2))}
    taken = 0
    for head in heads:
        first, after = words.first_word(head.start), words.after_word(head.end)
        if first < taken or not words.unbroken(first, after):
            continue
        grouping = head.pattern.kind is OrganisationKind.EPCI
        last = _extent(words, after, _GROUPING_LINKS if grouping else NAME_LINKS, starts)
        if not _counts(words, head, first, after, last):
            continue
        taken = last
        start, end = words.span(first, last)
        confidence = NAMED if last > after else BARE
        yield Mention(
            start=start, end=end, label=MentionLabel.ORG, text=words.text[start:end], confidence=confidence
        )


def _heads(words: FoldedText) -> list[OrganisationHead]:
    """From left to right; at the same place the first pattern of the file."""
    found = [
        OrganisationHead(pattern, match.start(), match.end())
        for pattern in organisation_patterns()
        for match in pattern.expression.finditer(words.joined)
    ]
    return sorted(found, key=lambda head: head.start)


def _extent(words: FoldedText, after: int, links: frozenset[str], starts: set[int]) -> int:
    """The word after the last one of the name: capitalised words joined by links, an adjective of a place."""
    last = number = after
    while number < len(words.words):
        bracketed = _bracketed_acronym(words, number)
        if bracketed:
            last = number = number + 1
            continue
        if not _GAP.fullmatch(_gap_before(words, number)) or (number in starts and number > after):
            break
        word = words.words[number]
        if word.isdigit() and number > after and words.words[number - 1] in _BEFORE_DAY:
            break  # "l'ARS Occitanie le 25 juin"
        adjective = number == last and PLACE_ADJECTIVE.fullmatch(word)
        if words.capitalised(number) or adjective:
            last = number + 1
        elif word not in links:
            break
        number += 1
    return last


def _gap_before(words: FoldedText, number: int) -> str:
    """After a bracketed acronym the closing bracket is no break."""
    return (
        words.gap(number - 1).replace(")", "", 1)
        if _is_bracketed(words, number - 1)
        else words.gap(number - 1)
    )


def _is_bracketed(words: FoldedText, number: int) -> bool:
    return number > 0 and words.gap(number - 1).endswith("(") and words.gap(number).startswith(")")


def _bracketed_acronym(words: FoldedText, number: int) -> bool:
    start, end = words.spans[number]
    return _is_bracketed(words, number) and words.text[start:end].isupper()


def _counts(words: FoldedText, head: OrganisationHead, first: int, after: int, last: int) -> bool:
    """Whether a head is an organisation here: an acronym in capitals, a title with a name, a phrase."""
    folded = " ".join(words.words[first:after])
    start, end = words.spans[first]
    printed, named = words.text[start:end], last > after
    if NOT_ORGANISATIONS.fullmatch(folded):
        return False
    if WEAK_HEADS.fullmatch(folded):
        return named and words.capitalised(first)
    if " " in folded:
        return (
            named
            or head.pattern.key in _ALWAYS
            or (words.capitalised(first) and not _opens_sentence(words, first))
        )
    if len(folded) <= 6 and folded != "etat":
        return printed.isupper() and (named or folded not in GENERIC_ACRONYMS)
    if folded == "etat":
        return printed in {"État", "ETAT", "Etat"}
    return printed.isupper() or named


def _opens_sentence(words: FoldedText, first: int) -> bool:
    return first == 0 or "." in words.gap(first - 1)
