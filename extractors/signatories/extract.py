"""The signatories of a contract, from the parties' list, the signature grid, or a sentence.

In: the blocks of a contract. Out: `Party`s in order, each with its evidence. Partners, guests and members
of committees are not parties.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import fuzz

from extractors.dates.cues import PLACE_AND_DATE
from extractors.mentions import Passage, evidence, passages
from extractors.mentions.labelled import labelled
from extractors.ner.organisations import find_organisations
from extractors.signatories.enumeration import is_known, read_forward, starts_party
from extractors.signatories.grid import signatures
from extractors.signatories.names import article_cut, tidy_name
from extractors.signatories.patterns import (
    BARE_PERSON,
    CONNECTIVE,
    FOR,
    PARTIES,
    PARTIES_END,
    PARTIES_OPEN,
    PARTIES_TAIL,
    PERSON,
    REPRESENTED,
    ROLE,
    ROLE_INSIDE,
    ROW_HEADS,
)
from extractors.signatories.persons import parse_person
from extractors.signatories.prose import told_parties
from models.evidence import Evidence
from models.layout import Block, BlockKind, Cell
from models.records import OrganisationKind, Representative, Signatory
from models.text import fold
from models.vocabularies.gazetteer import load_gazetteer
from models.vocabularies.organisations import organisation_kind

METHOD = "signatories-1"
MAX_NAME = 160
#: Kinds of the authorities that a contract is of.
LOCAL = frozenset({OrganisationKind.EPCI, OrganisationKind.COMMUNE, OrganisationKind.DEPARTEMENT})


@dataclass(frozen=True)
class Party:
    signatory: Signatory
    evidence: Evidence


def extract_parties(blocks: Sequence[Block], *, formal: bool, loose: bool = False) -> list[Party]:
    """The first way of announcing parties that gives two or more; else the one that gives most.

    `loose`: an entry of a list of contracts, where a line of organisations alone names the parties.
    """
    ways = (_listed(blocks), _grid(blocks)) if formal else (_listed(blocks),)
    found = [_distinct(way) for way in ways]
    found = [
        [_with_person(party, others) for party in parties]
        for parties, others in zip(found, reversed(found), strict=True)
    ]
    if not formal or all(len(parties) < 2 for parties in found):
        found.append(_distinct(_prose(blocks)))
    if loose and all(len(parties) < 2 for parties in found):
        found += [_distinct(iter(_named(block))) for block in blocks if block.table is None]
    for parties in found:
        if len(parties) >= 2:
            return parties
    return max(found, key=len)


def _distinct(parties: Iterator[Party]) -> list[Party]:
    kept: dict[str, Party] = {}
    for party in parties:
        kept.setdefault(fold(party.signatory.name), party)
    return list(kept.values())


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


def _party(name: str, person: Representative | None, block: Block, quote: str) -> Party | None:
    name = tidy_name(name)
    words = name.split()
    if not 1 <= len(words) <= 24 or len(name) > MAX_NAME or not name[:1].isalnum() or name.endswith("?"):
        return None
    kind = organisation_kind(name)
    if re.search(r"\bPour l[ea'’]", name):  # two columns that a scan has run together
        return None
    if not re.search(r"[^\W\d_]{2}", name) or (kind is OrganisationKind.AUTRE and ROLE.match(name)):
        return None
    if kind is OrganisationKind.AUTRE and not (starts_party(name) or person):
        return None
    return Party(
        Signatory(name=name, kind=kind, representative=person), evidence(block, quote, method=METHOD)
    )


# --- lists: ENTRE … ET …, "Les signataires :", "Qui signe ?" ------------------------------------------------


def _listed(blocks: Sequence[Block]) -> Iterator[Party]:
    """The best of the places that announce parties: a table of contents names them too."""
    zones = [list(_distinct(iter(zone))) for zone in _zones(blocks)]
    if zones:
        yield from max(zones, key=_worth)


def _worth(parties: Sequence[Party]) -> int:
    known = sum(party.signatory.kind is not OrganisationKind.AUTRE for party in parties)
    return 2 * known + sum(party.signatory.representative is not None for party in parties)


def _zones(blocks: Sequence[Block]) -> Iterator[list[Party]]:
    """The parties of each list, from what announces it to what ends it."""
    inside = False
    found: list[Party] = []
    for block in blocks:
        text = block.text.strip()
        if not inside:
            inside = _announces(text)
            opened = None if inside else PARTIES_OPEN.search(text)
            if opened and REPRESENTED.search(text, opened.end()):
                inside = True
                found += _entries(block.model_copy(update={"text": text[opened.end() :]}))
            continue
        if PARTIES.match(text) or CONNECTIVE.match(text) or PLACE_AND_DATE.match(text):
            continue
        end = PARTIES_END.search(text)
        if end and REPRESENTED.search(text[: end.start()]):
            found += _entries(block.model_copy(update={"text": text[: end.start()]}))
        elif not end and (block.kind is not BlockKind.HEADING or _is_entry(text)):
            found += _entries(block)
            continue
        yield found
        inside, found = False, []
    if found:
        yield found


def _announces(text: str) -> bool:
    """A heading of the parties, or a paragraph that ends in "… conclu entre :"; not a line of a table of contents."""
    if re.search(r"\.{4}|(?:\. ){4}", text):
        return False
    return bool((len(text) < 140 and PARTIES.match(text)) or PARTIES_TAIL.search(text[-160:]))


def _is_entry(text: str) -> bool:
    return bool(REPRESENTED.search(text) or text.startswith("•"))


def _entries(block: Block) -> Iterator[Party]:
    if block.table is not None:
        yield from _rows(block)
    elif FOR.match(block.text):
        yield from _signature(block, [line.text for line in block.lines] or [block.text])
    elif REPRESENTED.search(block.text):
        yield from _represented(block)
    elif (named := _named(block)) and (len(named) >= 2 or len(block.text) < 200):
        yield from named
    elif block.kind is BlockKind.LIST_ITEM or (len(block.text) < 120 and "." not in block.text[:-1]):
        name, _, rest = block.text.partition(",")
        party = _party(name, parse_person(rest) if rest else None, block, block.text)
        if party:
            yield party


def _named(block: Block) -> list[Party]:
    """ "La Ville de Bagnolet, l'ARS et la CPAM": a line of organisations, with persons or not, and nothing else."""
    if not starts_party(block.text):
        return []
    items = read_forward(block.text)
    if sum(len(item.text) for item in items) < 0.75 * len(block.text):
        return []
    return [party for item in items if (party := _party(item.name, item.person, block, block.text))]


def _represented(block: Block) -> Iterator[Party]:
    """One or several "X, représentée par Y" in one paragraph."""
    marks = list(REPRESENTED.finditer(block.text))
    start = 0
    for index, mark in enumerate(marks):
        name = block.text[start : mark.start()]
        end = marks[index + 1].start() if index + 1 < len(marks) else len(block.text)
        tail = block.text[mark.end() : end]
        cut = _next_organisation(tail) if index + 1 < len(marks) else len(tail)
        name = re.split(r"\bd.(?:une|autre) part\b[,\s]*", name)[-1]
        name = re.sub(r"^\s*(?:et|Et|entre|Entre|ET|ENTRE|ainsi que)\s*:?\s+", "", name)
        quote = block.text[start : mark.end() + cut]
        for party_name, person in _acting(name, tail[:cut], each=mark["each"] is not None):
            party = _party(party_name, person, block, quote)
            if party:
                yield party
        start = mark.end() + cut


def _acting(name: str, tail: str, *, each: bool) -> Iterator[tuple[str, Representative | None]]:
    """Who acts for whom: "A et B, représentées respectivement par X et par Y"; else the last party has the person."""
    names = [item.name for item in read_forward(name)] if starts_party(name) else []
    if len(names) < 2 or not each:
        if len(names) >= 2 and not is_known(name):
            yield from ((other, None) for other in names[:-1])
            name = names[-1]
        yield name, parse_person(tail)
        return
    marks = [mark.start() for mark in PERSON.finditer(tail)]
    cuts = [0, *(_role_start(tail, at) for at in marks[1:]), len(tail)] if marks else [0, len(tail)]
    persons = [parse_person(tail[a:b]) for a, b in pairwise(cuts)]
    for number, party_name in enumerate(names):
        yield party_name, persons[number] if number < len(persons) else None


def _role_start(tail: str, at: int) -> int:
    """Where the words about a person begin: at "par", at "et leur présidente,", at the name itself."""
    lead = re.search(
        r"(?:,?\s*et\s+|,\s*)(?:par\s+)?(?:(?:leur|son|sa|l[ea])\s+[a-zéè\s-]{3,50},\s*)?(?:par\s+)?$",
        tail[:at],
    )
    return lead.start() if lead else at


def _next_organisation(text: str) -> int:
    """Where the next party's name begins in the words after a person."""
    person = PERSON.search(text)
    at = person.end() if person else 0
    for cut in re.finditer(
        r",\s*(?:et\s+|ainsi\s+que\s+)?|;\s*(?:et\s+)?|\bet\s+|»\s*,?\s*|\.\s+", text[at:]
    ):
        printed = text[at + cut.end() :]
        rest = article_cut(printed)
        named = rest[:1].isupper() or rest != printed  # "la ville de Millau" begins small, after its article
        if named and starts_party(printed) and not ROLE.match(rest) and not PERSON.match(rest):
            return at + cut.end()
    return len(text)


def _rows(block: Block) -> Iterator[Party]:
    """A table of parties: the organisation first, then who signs for it in whatever column."""
    assert block.table is not None
    if any(FOR.match(cell.text) for cell in block.table.cells):
        yield from _grid([block])
        return
    rows: dict[int, list[Cell]] = {}
    for cell in block.table.cells:
        rows.setdefault(cell.row, []).append(cell)
    for cells in rows.values():
        texts = [cell.text.replace("\n", " ").strip() for cell in cells]
        if cells[0].header and len(rows) > 1 and all(cell.header for cell in cells):
            continue
        if not texts[0] or ROW_HEADS.match(fold(texts[0])):
            continue
        part = block.model_copy(
            update={"bbox": cells[0].bbox, "lines": cells[0].lines, "table": None, "text": texts[0]}
        )
        if REPRESENTED.search(texts[0]):
            yield from _represented(part)
            continue
        person = parse_person(", ".join(text for text in texts[1:] if text)) if len(texts) > 1 else None
        party = _party(texts[0], person, part, texts[0])
        if party:
            yield party


# --- the signature page: "Pour X, / Président / M. Y" ---------------------------------------------------------


def _grid(blocks: Sequence[Block]) -> Iterator[Party]:
    for signature in signatures(blocks):
        yield from _signature(signature.block, signature.texts)


def _signature(block: Block, lines: Sequence[str]) -> Iterator[Party]:
    name: list[str] = []
    rest: list[str] = []
    for line in lines:
        if name and (rest or ROLE.match(line) or PERSON.match(line) or _is_name(line, name[-1])):
            rest.append(line)
        else:
            name.append(line)
    joined = FOR.sub("", " ".join(name).replace("- ", "-"))
    inside = ROLE_INSIDE.search(joined)  # all on one line: "Pour la commune de X Maire, Jean-Loup Y"
    head, comma, role = joined.partition(", ")
    if comma and ROLE.match(role):
        joined, rest = head, [role, *rest]
    elif inside and inside.start() > 6:
        joined, rest = joined[: inside.start()], [joined[inside.start() :], *rest]
    if not rest and organisation_kind(tidy_name(joined)) is OrganisationKind.AUTRE:
        return
    party = _party(joined, parse_person("\n".join(rest)), block, " ".join(lines)[:300])
    if party:
        yield party


def _is_name(line: str, before: str) -> bool:
    """A person without a title on a line of its own; not the end of an organisation's name ("… de santé", "Grand Est")."""
    text = line.strip(" ,.")
    if not BARE_PERSON.match(text) or re.search(
        r"\b(?:de|du|des|la|le|les|l['’]|d['’]|et)\s*-?$|-$", before.strip()
    ):
        return False
    gazetteer = load_gazetteer()
    return not (
        gazetteer.region(text)
        or gazetteer.department(text)
        or gazetteer.communes(text)
        or gazetteer.epcis(text)
    )


# --- prose: "signé entre A, B et C" -------------------------------------------------------------------------------


def _prose(blocks: Sequence[Block]) -> Iterator[Party]:
    """The first sentence with two parties or more; later ones add a party ("la Région, qui le signe également")."""
    found: list[Party] = []
    for passage, items in told_parties([*labelled(blocks), *passages(blocks)]):
        parties = [
            party for item in items if (party := _party(item.name, item.person, passage.block, item.text))
        ]
        if not found and len(parties) < 2:
            continue
        if not found:
            found = [*_owner(passage, parties), *parties]
            continue
        for party in parties:  # another sentence of the signing: a person for a party, or one party more
            found = _joined_by(found, party, passage.text)
    yield from found


def _joined_by(found: list[Party], other: Party, text: str) -> list[Party]:
    """ "…, maire, et …, directrice de l'ARS, ont apposé leur signature": persons for the parties told before."""
    person, kind = other.signatory.representative, other.signatory.kind
    same = [party for party in found if party.signatory.kind is kind]
    if person is not None and len(same) == 1 and same[0].signatory.representative is None:
        filled = replace(same[0], signatory=same[0].signatory.model_copy(update={"representative": person}))
        return [filled if party is same[0] else party for party in found]
    if not same and re.search(r"signe\s+également", text):
        return [*found, other]
    return found


def _owner(passage: Passage, parties: Sequence[Party]) -> list[Party]:
    """ "Son contrat a été signé avec l'ARS": whose it is stands in the sentences before."""
    if any(p.signatory.kind in LOCAL for p in parties) or not re.search(
        r"\b(?:son|leur)\s+contrat", passage.text, re.IGNORECASE
    ):
        return []
    before = passage.block.text[: passage.start]
    local = [m for m in find_organisations(before) if organisation_kind(m.text) in LOCAL]
    party = _party(local[0].text, None, passage.block, local[0].text) if local else None
    return [party] if party else []
