"""Cut a web page or a text into the runs that each speak of one contract.

In: blocks. Out: `Scope`s: none for an explanation, one for a page about one contract, several for a regional
page. A page that only names contracts ("le CLS de Dreux") gives one named scope each.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.dates.cues import OTHER_CONTRACT
from extractors.mentions import Passage, passages
from extractors.scopes.patterns import GENERAL, NAMED, NAMES_CONTRACT, PREPARING, STATED
from extractors.territory.extract import bare_name
from models.layout import Block, BlockKind
from models.text import fold
from models.vocabularies.gazetteer import load_gazetteer


@dataclass(frozen=True)
class Scope:
    """`blocks` of one contract; `statement` states it; `name` is its territory if that is all we know."""

    blocks: tuple[Block, ...]
    statement: Passage | None = None
    name: str | None = None
    heading: Block | None = None


def find_scopes(blocks: Sequence[Block]) -> tuple[Scope, ...]:
    """In the order of the document."""
    stated = _statements(blocks)
    with_parties = [found for found in stated if _says_parties(found[1].text)]
    if len(stated) > 1 and len(with_parties) <= 1:
        return (Scope(tuple(blocks), (with_parties or stated)[0][1]),)
    if len(stated) > 1:
        return _cut(blocks, stated)
    if len(stated) == 1:
        return (Scope(tuple(blocks), stated[0][1]),)
    return _named(blocks)


def _statements(blocks: Sequence[Block]) -> list[tuple[int, Passage]]:
    """(index of the block, sentence) of each contract that is stated, one a paragraph."""
    found: list[tuple[int, Passage]] = []
    parties: set[str] = set()
    for index, block in enumerate(blocks):
        if block.table is not None or block.kind is BlockKind.HEADING:
            continue
        for passage in passages([block]):
            text = passage.text
            preparing = PREPARING.search(text) is not None
            if GENERAL.search(text) or not (STATED.search(text) or preparing):
                continue
            if OTHER_CONTRACT.search(text) and not preparing:
                continue
            if not NAMES_CONTRACT.search(text) and not _says_parties(text):
                continue
            named = NAMED.search(text) and re.search(r"\b20\d\d\b", text)
            if not (
                preparing or _says_parties(text) or named or re.search(r"\(CLS\)|présent|signé le", text)
            ):
                continue
            key = fold(text)
            if key not in parties:
                parties.add(key)
                found.append((index, passage))
            break
    return found


def _says_parties(text: str) -> bool:
    return bool(
        re.search(
            r"\bentre\s+(?:l|d|[A-Z])|\bpar\s+(?:l[ea]s?\s|l['’]|[A-Z])|\bont\s+signé|porte\s+avec", text
        )
        and re.search(
            r"\bARS\b|agence\s+régionale|préf(?:et|ecture)|commune|ville|communauté|agglo",
            text,
            re.IGNORECASE,
        )
    )


def _cut(blocks: Sequence[Block], stated: Sequence[tuple[int, Passage]]) -> tuple[Scope, ...]:
    """Each statement with the heading just above it and the blocks up to the next one or the end of its list."""
    with_heading = sum(_heading_above(blocks, index) is not None for index, _ in stated) >= len(stated) / 2
    scopes = []
    for number, (index, passage) in enumerate(stated):
        heading = _heading_above(blocks, index) if with_heading else None
        end = stated[number + 1][0] if number + 1 < len(stated) else len(blocks)
        run = [blocks[index]]
        for block in blocks[index + 1 : end]:
            if block.kind is BlockKind.HEADING or (
                block.kind is BlockKind.PARAGRAPH and run[-1].kind is BlockKind.LIST_ITEM
            ):
                break
            run.append(block)
        scopes.append(Scope(tuple(run), passage, heading=heading))
    return _merged(scopes)


def _heading_above(blocks: Sequence[Block], index: int) -> Block | None:
    for block in reversed(blocks[max(0, index - 2) : index]):
        if block.kind is BlockKind.HEADING:
            return block
    return None


def _merged(scopes: Sequence[Scope]) -> tuple[Scope, ...]:
    """Two statements under one heading are one contract."""
    kept: list[Scope] = []
    for scope in scopes:
        if kept and scope.heading is not None and kept[-1].heading == scope.heading:
            kept[-1] = Scope(kept[-1].blocks + scope.blocks, kept[-1].statement, heading=scope.heading)
        else:
            kept.append(scope)
    return tuple(kept)


def _named(blocks: Sequence[Block]) -> tuple[Scope, ...]:
    """Contracts that are only named, where the official lists know the place."""
    gazetteer = load_gazetteer()
    found: dict[str, tuple[str, Passage]] = {}
    for passage in passages(blocks):
        if re.search(r"rapport|évaluation du|à retrouver", passage.text, re.IGNORECASE):
            continue
        for match in NAMED.finditer(passage.text):
            name = bare_name(match["name"])
            known = gazetteer.epcis(name) or gazetteer.communes(name)
            if known and not (name.islower() and len(name) < 5):
                core = fold(re.sub(r"(?i)\s+(?:métropole|agglo\w*)$", "", name))
                longer = found.get(core, (name, passage))
                best = name if len(name) > len(longer[0]) else longer[0]
                found[core] = (best, longer[1])
    return tuple(Scope(tuple(blocks), passage, name=name) for name, passage in found.values())
