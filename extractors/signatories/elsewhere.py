"""Parties and persons that other sentences than that of the signing tell.

In: the passages of a contract. Out: as many parties as a sentence counts ("ses quatre signataires racontent"), and
parties with the persons whom the text names in an office of theirs ("le président, Anselme B., assume").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.mentions import Passage
from extractors.signatories.actors import Actor, find_actors
from extractors.signatories.parties import LOCAL, Party, distinct, make_party
from models.records import OrganisationKind, Representative
from models.text import fold
from models.vocabularies.french import parse_number_word
from models.vocabularies.organisations import organisation_kind

_COUNTED = re.compile(
    r"\b(?P<count>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2})\s+(?:(?:co)?signataires|"
    r"(?:\w+\s+){0,3}(?:qui\s+)?(?:ont|l.ont|ont\s+tous)\s+signé)",
    re.IGNORECASE,
)
#: The offices that sign for an organisation, by its kind; a deputy or a doctor of the same house does not.
_HEADS = {
    OrganisationKind.COMMUNE: re.compile(r"(?:la\s|le\s)?maire$", re.IGNORECASE),
    OrganisationKind.EPCI: re.compile(r"(?:la\s|le\s)?président[e]?$", re.IGNORECASE),
    OrganisationKind.DEPARTEMENT: re.compile(r"(?:la\s|le\s)?présidente?$", re.IGNORECASE),
    OrganisationKind.ETAT: re.compile(r"(?:sous-)?préf(?:et|ète)", re.IGNORECASE),
    OrganisationKind.ARS: re.compile(r"d(?:irect(?:eur|rice)|élégué)", re.IGNORECASE),
    OrganisationKind.ASSURANCE_MALADIE: re.compile(r"(?:direct(?:eur|rice)|présidente?)", re.IGNORECASE),
    OrganisationKind.ETABLISSEMENT: re.compile(r"direct(?:eur|rice)", re.IGNORECASE),
}
_ABSENT = re.compile(
    r"\b(?:en présence|excusée?s?|invitée?s?|ancien(?:ne)?|ex-|voisin|empêchée?|absente?)\b", re.IGNORECASE
)


def counted_parties(passages: Sequence[Passage]) -> list[Party]:
    """The organisations named from that sentence on, if they are as many as it counts."""
    for number, passage in enumerate(passages):
        found = _COUNTED.search(passage.text)
        count = parse_number_word(found["count"]) if found else None
        if not count:
            continue
        told = distinct(_told(passages[number : number + 1 + 4 * count]))
        for parties in (told, [party for party in told if party.signatory.representative]):
            if len(parties) == count and any(party.signatory.kind in LOCAL for party in parties):
                return parties
    return []


def _told(passages: Sequence[Passage]) -> Iterator[Party]:
    for passage in passages:
        for actor in find_actors(passage.text):
            text = passage.text[actor.start : actor.end]
            party = make_party(actor.name, actor.representative, passage.block, text)
            if party is not None:
                yield party


def with_office_holders(parties: Sequence[Party], passages: Sequence[Passage]) -> list[Party]:
    """A person for each party that has none, if the text names one and only one in its head office."""
    if all(party.signatory.representative for party in parties):
        return list(parties)
    holders = [actor for passage in passages for actor in _holders(passage.text)]
    taken = {fold(r.name) for party in parties if (r := party.signatory.representative)}
    filled = []
    for party in parties:
        own = {fold(a.person): a for a in holders if a.person and _heads(a, party, parties)}
        free = [actor for name, actor in own.items() if name not in taken]
        if party.signatory.representative is None and len(free) == 1:
            person = Representative(name=free[0].person or "", role=free[0].role)
            signatory = party.signatory.model_copy(update={"representative": person})
            filled.append(replace(party, signatory=signatory))
        else:
            filled.append(party)
    return filled


def _holders(text: str) -> Iterator[Actor]:
    for actor in find_actors(text, bare=True):
        before = text[max(0, actor.start - 60) : actor.start]
        if actor.person and actor.role and not _ABSENT.search(before):
            yield actor


def _heads(actor: Actor, party: Party, parties: Sequence[Party]) -> bool:
    kind = party.signatory.kind
    head = _HEADS.get(kind)
    if head is None or not head.match(actor.role or ""):
        return False
    same_kind = sum(other.signatory.kind is kind for other in parties) == 1
    if not actor.name:
        return kind is OrganisationKind.EPCI and same_kind
    one, other = set(fold(actor.name).split()), set(fold(party.signatory.name).split())
    return organisation_kind(actor.name) is kind and (same_kind or one <= other or other <= one)
