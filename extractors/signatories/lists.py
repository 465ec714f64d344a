"""The parties of a list: ENTRE … ET …, "Les signataires :", "Qui signe ?"; lines, sentences and tables of them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.dates.cues import PLACE_AND_DATE
from extractors.mentions import merged
from extractors.signatories.enumeration import is_known, read_forward, starts_party
from extractors.signatories.names import article_cut
from extractors.signatories.parties import MAX_NAME, Party, distinct, make_party
from extractors.signatories.patterns import (
    ACTS_FOR,
    ASIDE,
    BINDS,
    BYSTANDERS,
    CONNECTIVE,
    DASHED,
    FOR,
    LEADING_LINK,
    NEXT_PARTY,
    NUMBERED,
    PARTIES,
    PARTIES_END,
    PARTIES_OPEN,
    PARTIES_TAIL,
    PERSON,
    PERSON_COLUMN,
    PERSON_FOR,
    REPRESENTED,
    ROLE,
    ROW_HEADS,
    VISA,
)
from extractors.signatories.persons import parse_person
from extractors.signatories.signature_page import signature_page, signature_parties
from models.layout import Block, BlockKind, Cell
from models.records import OrganisationKind, Representative
from models.text import fold


def listed(blocks: Sequence[Block]) -> Iterator[Party]:
    """The best of the places that announce parties: a table of contents names them too."""
    blocks = list(_with_names(blocks))
    zones = [list(distinct(iter(zone))) for zone in (*_zones(blocks), *_represented_runs(blocks))]
    if zones:
        yield from max(zones, key=worth)


def worth(parties: Sequence[Party]) -> int:
    known = sum(party.signatory.kind is not OrganisationKind.AUTRE for party in parties)
    return 2 * known + sum(party.signatory.representative is not None for party in parties)


def _with_names(blocks: Sequence[Block]) -> Iterator[Block]:
    """A block that begins "représentée par …" belongs to the name printed above it."""
    held: Block | None = None
    for block in blocks:
        if (
            held is not None
            and held.page == block.page
            and held.table is block.table is None
            and len(held.text) < MAX_NAME
            and REPRESENTED.match(block.text)
            and starts_party(held.text)
        ):
            held = merged(held, block, f"{held.text} {block.text}").model_copy(
                update={"kind": BlockKind.PARAGRAPH}
            )
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _zones(blocks: Sequence[Block]) -> Iterator[list[Party]]:
    """The parties of each list, from what announces it to what ends it."""
    inside = False
    found: list[Party] = []
    for block in blocks:
        text = block.text.strip()
        if not inside:
            if _is_parties_table(block):
                yield list(_rows(block))
                continue
            inside = _announces(text)
            opened = None if inside else PARTIES_OPEN.search(text)
            if opened and REPRESENTED.search(text, opened.end()):
                inside = True
                found += _entries(block.model_copy(update={"text": text[opened.end() :]}))
            continue
        if PARTIES.match(text) or CONNECTIVE.match(text) or PLACE_AND_DATE.match(text):
            continue
        end = PARTIES_END.search(text) or (None if REPRESENTED.search(text) else BYSTANDERS.search(text))
        if end and REPRESENTED.search(text[: end.start()]):
            found += _entries(block.model_copy(update={"text": text[: end.start()]}))
        elif end and not found and VISA.match(text):  # "Vu l'arrêté …", between the heading and the parties
            continue
        elif not end and (block.kind is not BlockKind.HEADING or _is_entry(text)):
            found += _entries(block)
            continue
        yield found
        inside, found = False, []
    if found:
        yield found


def _represented_runs(blocks: Sequence[Block]) -> Iterator[list[Party]]:
    """Blocks in a row that each say "X, représentée par Y", whatever announces them; two known parties at least."""
    found: list[Party] = []
    for block in (*blocks, None):
        if block is not None and block.table is None and REPRESENTED.search(block.text):
            found += _represented(block)
        elif block is not None and block.table is None and ACTS_FOR.search(block.text):
            found += _acting_for(block)
        elif block is None or not CONNECTIVE.match(block.text.strip()):
            if sum(party.signatory.kind is not OrganisationKind.AUTRE for party in found) >= 2:
                yield found
            found = []


def _is_parties_table(block: Block) -> bool:
    """Its first row names the columns: "Institution | Représentée par | Qualité"."""
    if block.table is None or block.table.cols < 2:
        return False
    heads = [fold(cell.text) for cell in block.table.cells if cell.row == 0]
    return (
        len(heads) > 1 and bool(ROW_HEADS.match(heads[0])) and any(PERSON_COLUMN.match(h) for h in heads[1:])
    )


def _announces(text: str) -> bool:
    """A heading of the parties, or a paragraph that ends in "… conclu entre :"; not a line of a table of contents."""
    announced = (len(text) < 140 and PARTIES.match(text)) or PARTIES_TAIL.search(text[-160:])
    return bool(announced) and not re.search(r"\.{4}|(?:\. ){4}", text)


def _is_entry(text: str) -> bool:
    return bool(REPRESENTED.search(text) or text.startswith("•"))


def _entries(block: Block) -> Iterator[Party]:
    if block.table is not None:
        yield from _rows(block)
    elif FOR.match(block.text):
        yield from signature_parties(block, [line.text for line in block.lines] or [block.text])
    elif REPRESENTED.search(block.text):
        yield from _represented(block)
    elif acting := list(_acting_for(block)):
        yield from acting
    elif dashed := _dashed(block):
        yield dashed
    elif (named := named_parties(block)) and (len(named) >= 2 or len(block.text) < 200):
        yield from named
    elif block.kind is BlockKind.LIST_ITEM or (len(block.text) < 120 and "." not in block.text[:-1]):
        name, _, rest = block.text.partition(",")
        party = make_party(name, parse_person(rest) if rest else None, block, block.text)
        if party:
            yield party


def _acting_for(block: Block) -> Iterator[Party]:
    """ "M. X, président, pour le compte de Y ; Mme Z, …"."""
    if not ACTS_FOR.search(block.text):
        return
    for part in re.split(r";|\.(?=\s+(?:M\.|Mme))", block.text):
        text = part.strip(" .,;")
        found = PERSON_FOR.match(text)
        person = parse_person(text[: found.start("name")]) if found else None
        party = make_party(found["name"], person, block, text) if found else None
        if party:
            yield party


def _dashed(block: Block) -> Party | None:
    """The organisation, a dash, who signs for it."""
    found = DASHED.match(block.text)
    person = parse_person(found["person"]) if found and starts_party(found["name"]) else None
    return make_party(found["name"], person, block, block.text) if found and person else None


def named_parties(block: Block) -> list[Party]:
    """ "La Ville de Bagnolet, l'ARS et la CPAM": a line of organisations, with persons or not, and nothing else."""
    if not starts_party(block.text):
        return []
    items = read_forward(block.text)
    if sum(len(item.text) for item in items) < 0.75 * len(block.text):
        return []
    return [party for item in items if (party := make_party(item.name, item.person, block, block.text))]


def _represented(block: Block) -> Iterator[Party]:
    """One or several "X, représentée par Y" in one paragraph."""
    marks = list(REPRESENTED.finditer(block.text))
    start = 0
    numbered = bool(NUMBERED.match(block.text))
    for index, mark in enumerate(marks):
        name = block.text[start : mark.start()]
        end = marks[index + 1].start() if index + 1 < len(marks) else len(block.text)
        tail = block.text[mark.end() : end]
        cut = _next_organisation(tail) if index + 1 < len(marks) else len(tail)
        name = re.split(r"\bd.(?:une|autre) part\b[,\s]*", name)[-1]
        name = ASIDE.sub("", LEADING_LINK.sub("", NUMBERED.sub("", name) if numbered else name))
        lead = BINDS.match(name)  # "Le présent contrat lie la Ville du Havre"
        name = name[lead.end() :] if lead else name
        quote = block.text[start : mark.end() + cut]
        for party_name, person in _acting(name, tail[:cut], each=mark["each"] is not None):
            party = make_party(party_name, person, block, quote)
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
        r"(?:,?(?<!\s)\s*et\s+|,\s*)(?:par\s+)?(?:(?:leur|son|sa|l[ea])\s+[a-zéè\s-]{3,50},\s*)?(?:par\s+)?$",
        tail[:at],
    )
    return lead.start() if lead else at


def _next_organisation(text: str) -> int:
    """Where the next party's name begins in the words after a person."""
    person = PERSON.search(text)
    at = person.end() if person else 0
    for cut in NEXT_PARTY.finditer(text, at):
        printed = text[cut.end() :]
        rest = article_cut(printed)
        named = rest[:1].isupper() or rest != printed  # "la ville de Millau" begins small, after its article
        if named and starts_party(printed) and not ROLE.match(rest) and not PERSON.match(rest):
            return cut.end()
    return len(text)


def _rows(block: Block) -> Iterator[Party]:
    """A table of parties: the organisation first, then who signs for it in whatever column."""
    assert block.table is not None
    if any(FOR.match(cell.text) for cell in block.table.cells):
        yield from signature_page([block])
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
        party = make_party(texts[0], person, part, texts[0])
        if party:
            yield party
