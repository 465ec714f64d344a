"""An enumeration of parties as prose writes it, cut into its organisations and the persons who act for them.

In: "le président de la communauté de communes X, Gaspard V, l'ARS et Mme Y, maire de Z pour quatre ans".
Out: `Item`s in order: the organisation (or the office that stands for it), the person if one is named.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.ner.organisations import find_organisations
from extractors.signatories.names import article_cut
from extractors.signatories.patterns import (
    AGGLOMERATION_NAME,
    BARE_PERSON,
    BOUNDARY,
    LIST_END,
    ORGANISATION_HEAD,
    PERSON,
    PERSON_FOR,
    REPRESENTING,
    ROLE,
)
from extractors.signatories.persons import parse_person
from models.records import Representative
from models.text import fold
from models.vocabularies.gazetteer import load_gazetteer
from models.vocabularies.organisations import organisation_head

#: Words in which the name of a grouping without a telling first word is looked up.
LONGEST_NAME = 7
#: Characters of a text that an enumeration is read in: a bound for hostile texts.
LONGEST = 2000


_GOES_ON = re.compile(
    r"^\s+(?!d[eu]s?\b|d['’]|l[ae]s?\b|et\b|en\b|sur\b|sous\b|lès?\b|aux?\b|à\b|pour\b|\w+(?:ais|aise|ien|ienne|ois|oise|aine?|ale?)\b)[a-zéèà]"
)


@dataclass(frozen=True)
class Item:
    """`text` as printed, `name` the organisation or office, `person` who acts for it."""

    text: str
    name: str
    person: Representative | None = None


def starts_party(text: str) -> bool:
    """Whether the words begin with an organisation, an office of one, or a person with a title."""
    rest = article_cut(text)
    if ORGANISATION_HEAD.match(rest) or AGGLOMERATION_NAME.match(rest) or PERSON.match(rest):
        return True
    head = organisation_head(fold(rest[:90]))
    return bool(head and head.start == 0 and rest[:1].isupper()) or known_grouping(rest)


def known_grouping(text: str) -> bool:
    """ "Agglo2B", "Grand Dole": capitalised words that the list of groupings has."""
    words = re.split(r"[\s,;.]+", text[:90])[:LONGEST_NAME]
    if not words or not words[0][:1].isupper() or len(words[0]) < 3:
        return False
    gazetteer = load_gazetteer()
    first = [" ".join(words[:count]) for count in range(min(3, len(words)), 0, -1)]
    return any(gazetteer.epcis(name) for name in first if not name.islower())


def is_known(name: str) -> bool:
    """A grouping of the official list that has an "et" or a comma in its name: "Granville, Terre et Mer"."""
    return bool(load_gazetteer().epcis(article_cut(name)))


def read_forward(text: str) -> list[Item]:
    """The parties that the text begins with, up to what ends the list."""
    text = " ".join(text[:LONGEST].split())  # runs of spaces cost the expressions below their square
    end = LIST_END.search(text)
    return list(_assembled(_pieces(text[: end.start()] if end else text)))


def read_backward(text: str) -> list[Item]:
    """The parties that stand right before a verb: the last pieces of the text that are parties, in a row."""
    pieces = _pieces(" ".join(text[-LONGEST:].split()))
    first = len(pieces)
    for number in range(len(pieces) - 1, -1, -1):
        piece = pieces[number]
        if not (starts_party(piece) or _is_person(piece) or REPRESENTING.match(piece)):
            break
        first = number
    if (
        first == len(pieces) and pieces
    ):  # "Jeudi, la ville …": the words before the first article are no part of it
        return []
    return list(_assembled(pieces[first:]))


def _pieces(text: str) -> list[str]:
    """Cut before each party, so that "Granville, Terre et Mer" stays whole."""
    parts: list[str] = []
    start = 0
    for cut in BOUNDARY.finditer(text):
        rest = text[cut.end() :]
        if starts_party(rest) or _is_person(text[start : cut.start()]) or _is_person(_until_cut(rest)):
            parts.append(text[start : cut.start()])
            start = cut.end()
    parts.append(text[start:])
    cut_off = next((n for n, part in enumerate(parts) if ";" in part), len(parts) - 1)
    parts = [*parts[:cut_off], parts[cut_off].split(";")[0]]
    return [part.strip() for part in parts if part.strip(" ,.;:")]


def _until_cut(text: str) -> str:
    cut = BOUNDARY.search(text)
    return text[: cut.start()] if cut else text


def _is_person(text: str) -> bool:
    bare = re.sub(r"^(?:de\s+|d['’])", "", text.strip(" ,.;:"))
    return bool(PERSON.fullmatch(bare)) or (bool(BARE_PERSON.match(bare)) and not starts_party(bare))


def _assembled(pieces: list[str]) -> Iterator[Item]:
    """Persons join the office printed before or after them: "Léonie F, présidente de la CC X"."""
    waiting: str | None = None
    item: Item | None = None
    for piece in pieces:
        printed = piece.strip(" ,.;:")
        represented = REPRESENTING.match(printed)
        if represented and item is not None:
            item = Item(f"{item.text}, {printed}", represented["name"], item.person)
            continue
        acting = PERSON_FOR.match(printed)
        if acting:
            if item:
                yield item
            item, waiting = Item(printed, acting["name"], _person(acting["person"], acting["role"])), None
            continue
        if _is_person(printed):
            if item is not None and item.person is None and _is_office(item.name):
                item = Item(item.text, item.name, _person(printed, _office_role(item.name)))
            else:
                waiting = re.sub(r"^(?:de\s+|d['’])", "", printed)
            continue
        if not starts_party(printed):
            if item is None:
                continue
            break
        if item:
            yield item
        item = _item(printed, waiting)
        waiting = None
    if item:
        yield item


def _named(printed: str) -> str:
    """Without the words of the sentence that go on after the name: "la CC du Limouxin mobilise les associations"."""
    mention = next(iter(find_organisations(printed)), None)
    if mention is None or len(article_cut(printed[: mention.start])) > 3:
        return printed
    rest = printed[mention.end :]
    last = re.split(r"[\s'’-]", mention.text)[-1]
    return printed[: mention.end] if last[:1].isupper() and _GOES_ON.match(rest) else printed


def _item(printed: str, waiting: str | None) -> Item:
    """One piece: an organisation, an office, or a person with a title and what she is."""
    printed = _named(printed)
    person = PERSON.search(printed)
    if waiting and _is_office(printed):
        return Item(printed, printed, _person(waiting, _office_role(printed)))
    if person is None:
        name, comma, tail = printed.rpartition(", ")
        if comma and BARE_PERSON.match(tail.strip()):
            return Item(printed, name, _person(tail.strip(), _office_role(name)))
        return Item(printed, printed)
    before, after = printed[: person.start()].strip(" ,:;("), printed[person.end() :].strip(" ,:;)")
    name = before if len(before) > 2 and not ROLE.fullmatch(before) else after or before
    return Item(printed, name, parse_person(printed))


def _is_office(name: str) -> bool:
    return bool(ROLE.match(article_cut(name)))


def _office_role(name: str) -> str | None:
    """ "le président de la communauté de communes X" → "président"."""
    found = ROLE.match(article_cut(name))
    if not found:
        return None
    words = re.split(r"(?<!\s)\s+(?:de\s|d['’]|du\s|des\s)", found["role"].strip(), maxsplit=1)[0]
    return words.strip(" ,") or None


def _person(name: str, role: str | None) -> Representative:
    titled = PERSON.fullmatch(name.strip(" ,.;:"))
    name = titled["name"] if titled else name
    return Representative(name=name.strip(" ,.;:"), role=role)
