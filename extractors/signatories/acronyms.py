"""Acronyms that a text uses for organisations: "PMA : Pays de Montbéliard Agglomération", "Nord Santé (NS)".

In: passages. Out: the long name by acronym: those that the text explains, and those that are the initials of a
grouping that it names.
"""

import re
from collections.abc import Sequence

from extractors.mentions import Passage
from extractors.ner.organisations import find_organisations
from models.records import OrganisationKind
from models.text import fold
from models.vocabularies.organisations import organisation_kind

_SHORT = r"(?P<short>[A-Z][A-Z0-9]{1,7})"
_BEHIND = re.compile(rf"(?<!\w){_SHORT}\s?[:=]\s(?P<long>[A-ZÉÈÎ][^.;:()]{{5,80}})")
_BRACKET = re.compile(rf"\(\s?(?:la\s|le\s|l['’])?{_SHORT}\s?\)")
_SMALL = frozenset({"de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "sur", "a", "au", "aux"})


def glossary(passages: Sequence[Passage]) -> dict[str, str]:
    """The first explanation of each acronym."""
    known: dict[str, str] = {}
    named: dict[str, str] = {}
    for passage in passages:
        for found in _BEHIND.finditer(passage.text):
            if _stands_for(found["short"], found["long"]):
                known.setdefault(found["short"], found["long"].strip())
        for mention in find_organisations(passage.text):
            bare = _BRACKET.sub("", mention.text).strip(" (")
            bracket = _BRACKET.search(passage.text[mention.start : mention.end + 12])
            if bracket is not None:
                known.setdefault(bracket["short"], bare)
            if organisation_kind(mention.text) is OrganisationKind.EPCI:
                named.setdefault(initials(bare), bare)
    return {**named, **known}


def initials(name: str) -> str:
    """ "Communauté urbaine d'Arras" → "CUA"."""
    return "".join(word[0] for word in fold(name).split() if word not in _SMALL).upper()


def _stands_for(short: str, long: str) -> bool:
    """Most of its letters begin the words, in order: "BFC : Bourgogne-Franche-Comté"."""
    first = initials(long)
    return (
        bool(first) and first[0] == short[0] and sum(a == b for a, b in zip(first, short, strict=False)) >= 2
    )
