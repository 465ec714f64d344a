"""The signatories of a contract, from the parties' list, the signature page, or a sentence.

In: the blocks of a contract. Out: `Party`s in order, each with its evidence. Partners, guests and members
of committees are not parties.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from extractors.mentions import Passage, passages
from extractors.mentions.labelled import labelled
from extractors.ner.organisations import find_organisations
from extractors.signatories.elsewhere import counted_parties, with_office_holders
from extractors.signatories.lists import listed, named_parties, worth
from extractors.signatories.parties import LOCAL, METHOD, Party, distinct, make_party
from extractors.signatories.prose import told_parties
from extractors.signatories.signature_page import signature_page
from models.layout import Block
from models.text import fold
from models.vocabularies.organisations import organisation_kind

#: A sentence that adds a party to those told before.
_ALSO = re.compile(
    r"signe(?:nt)?\s+(?:également|aussi)|(?:est|sont)\s+(?:également|aussi)\s+(?:co)?signataires?|"
    r"(?:a|ont)\s+(?:également|aussi)\s+sign|s['’]y\s+(?:joint|joignent|associent?)|(?:a|ont)\s+rejoint",
    re.IGNORECASE,
)

#: The contract of somebody told of before; the one with whom somebody signs.
HIS_CONTRACT = re.compile(r"\b(?:son|leur)\s+contrat", re.IGNORECASE)
WITH_WHOM = re.compile(
    r"\b(?:sign\w{1,6}|conclu\w{0,3}|pass(?:é|er|ée)|contractualis\w{1,4}|li(?:é|ée|ées|és)|engag\w{1,4})\b[^.;]{0,120}?"
    r"\b(?:avec|aux\s+côtés\s+d)",
    re.IGNORECASE,
)

__all__ = ["METHOD", "Party", "extract_parties"]


def extract_parties(
    blocks: Sequence[Block], *, formal: bool, loose: bool = False, known: Mapping[str, str] | None = None
) -> list[Party]:
    """The first way of announcing parties that gives two or more; else the one that gives most.

    `loose`: an entry of a list of contracts, where a line of organisations alone names the parties.
    `known`: long names of the acronyms of the document.
    """
    parties = _first(blocks, formal=formal, loose=loose, known=known or {})
    return parties if formal else with_office_holders(parties, list(passages(blocks)))


def _first(blocks: Sequence[Block], *, formal: bool, loose: bool, known: Mapping[str, str]) -> list[Party]:
    ways = (listed(blocks), signature_page(blocks)) if formal else (listed(blocks),)
    found = [distinct(way) for way in ways]
    found = [
        [_with_person(party, others) for party in parties]
        for parties, others in zip(found, reversed(found), strict=True)
    ]
    if not formal or all(len(parties) < 2 for parties in found):
        found.append(distinct(_prose(blocks, known)))
    if loose and all(len(parties) < 2 for parties in found):
        lines = passages(block for block in blocks if block.table is None)
        found += [distinct(iter(named_parties(_alone(passage)))) for passage in lines]
    if not formal and all(len(parties) < 2 for parties in found):
        found.append(counted_parties(list(passages(blocks))))
    told = [parties for parties in found if len(parties) >= 2]
    if formal and told:  # a page of signatures may say more than a damaged list of parties
        return max(told, key=worth)
    return told[0] if told else max(found, key=len)


def _alone(passage: Passage) -> Block:
    """A sentence as a block of its own."""
    return passage.block.model_copy(update={"text": passage.text.rstrip(" .")})


def _with_person(party: Party, others: Sequence[Party]) -> Party:
    """The person that the signature page names for a party of the list, or the other way round."""
    if party.signatory.representative is not None:
        return party
    name = fold(party.signatory.name)
    for other in others:
        person = other.signatory.representative
        near = (
            fuzz.ratio(name, fold(other.signatory.name)) >= 92
            and other.signatory.kind is party.signatory.kind
        )
        if near and person is not None:
            return replace(party, signatory=party.signatory.model_copy(update={"representative": person}))
    return party


def _prose(blocks: Sequence[Block], known: Mapping[str, str]) -> Iterator[Party]:
    """The first sentence with two parties or more; later ones add a party ("la Région, qui le signe également")."""
    found: list[Party] = []
    for passage, items in told_parties([*labelled(blocks), *passages(blocks)]):
        parties = [
            party
            for item in items
            if (party := make_party(known.get(item.name, item.name), item.person, passage.block, item.text))
        ]
        if not found:
            owner = _owner(passage, parties)
            found = [*owner, *parties] if len(owner) + len(parties) > 1 else []
            continue
        if _tells_more(parties, found):  # the headline names two of them, the text all four
            found = parties
            continue
        for party in parties:  # another sentence of the signing: a person for a party, or one party more
            found = _joined_by(found, party, passage.text)
    yield from found


def _tells_more(parties: Sequence[Party], found: Sequence[Party]) -> bool:
    """All that were told before by their kinds, and others."""
    kinds = [party.signatory.kind for party in parties]
    return len(parties) > len(found) and all(party.signatory.kind in kinds for party in found)


def _joined_by(found: list[Party], other: Party, text: str) -> list[Party]:
    """ "…, maire, et …, directrice de l'ARS, ont apposé leur signature": persons for the parties told before."""
    person, kind = other.signatory.representative, other.signatory.kind
    same = [party for party in found if party.signatory.kind is kind]
    if person is not None and len(same) == 1 and same[0].signatory.representative is None:
        filled = replace(same[0], signatory=same[0].signatory.model_copy(update={"representative": person}))
        return [filled if party is same[0] else party for party in found]
    if not same and _ALSO.search(text):
        return [*found, other]
    return found


def _owner(passage: Passage, parties: Sequence[Party]) -> list[Party]:
    """ "Son contrat a été signé avec l'ARS": whose it is stands before, in the sentence or in those before it."""
    if not parties or any(p.signatory.kind in LOCAL for p in parties):
        return []
    first = passage.text.find(parties[0].evidence.quote)
    own = passage.text[: max(first, 0)] if WITH_WHOM.search(passage.text) else ""
    before = passage.block.text[: passage.start] if HIS_CONTRACT.search(passage.text) else ""
    for text, last in ((own, -1), (before, 0)):
        local = [m for m in find_organisations(text) if organisation_kind(m.text) in LOCAL]
        party = make_party(local[last].text, None, passage.block, local[last].text) if local else None
        if party is not None:
            return [party]
    return []
