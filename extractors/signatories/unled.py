"""Signatures that no "Pour" leads: "Ville de X / Mme Y / maire", in cells or columns under "Fait à …", "Signatures".

In: blocks. Out: `Signature`s, as `grid` gives them. A line that names an organisation begins one when a person
or an office stands right below it in its column; on a page where "Pour …" leads the signatures, nothing is read.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.dates.cues import PLACE_AND_DATE, SIGNED_AT
from extractors.signatories.enumeration import starts_party
from extractors.signatories.grid import Signature, in_columns
from extractors.signatories.patterns import BARE_PERSON, FOR, PERSON, REPRESENTED, ROLE
from models.layout import Block, Line
from models.records import OrganisationKind
from models.vocabularies.organisations import organisation_kind

#: Short lines above the signatures, folded or not: "Signatures", "Ils s'engagent", "Approbation du contrat".
_OPENS = re.compile(
    r"^\W*(?:(?:les\s+)?signatures?|(?:les\s+)?signataires|approbation|ils\s+(?:s['’]engagent|ont\s+signé|signent)|"
    r"pour\s+accord|ont\s+signé)\b.{0,40}$",
    re.IGNORECASE,
)
#: A longer line is a sentence; names of organisations run over three lines at most.
LONGEST, MOST_LINES = 90, 3


def unled(blocks: Sequence[Block]) -> Iterator[Signature]:
    """Page by page, what stands after the words that open the signatures."""
    opened: list[Block] = []
    inside = False
    for block in blocks:
        if opened and block.page != opened[0].page:
            yield from _of_page(opened)
            opened, inside = [], False
        if inside:
            opened.append(block)
        elif opens(block):
            inside, opened = True, [block]
    if opened:
        yield from _of_page(opened)


def opens(block: Block) -> bool:
    text = block.text.strip()
    return len(text) < LONGEST and bool(
        _OPENS.match(text) or SIGNED_AT.match(text) or PLACE_AND_DATE.match(text)
    )


def _of_page(blocks: Sequence[Block]) -> Iterator[Signature]:
    if any(FOR.match(block.text) for block in blocks):
        return
    for block in blocks:
        if block.table is not None:
            yield from _in_cells(block)
    plain = [block for block in blocks[1:] if block.table is None and not REPRESENTED.search(block.text)]
    yield from (s for s in in_columns(plain, _is_head) if _is_followed(s.texts))


def _in_cells(block: Block) -> Iterator[Signature]:
    """A cell that says it all: the organisation, then who signs for it."""
    assert block.table is not None
    for cell in block.table.cells:
        lines = [line for line in cell.text.split("\n") if line.strip()]
        if lines and _is_head(lines[0]) and _is_followed(lines):
            text = cell.text.replace("\n", " ")
            part = block.model_copy(
                update={"bbox": cell.bbox, "lines": cell.lines, "table": None, "text": text}
            )
            yield Signature(part, [Line(text=line) for line in lines])


def _is_head(text: str) -> bool:
    """Whether a line is the name of an organisation of a known kind, or begins one, and nothing more."""
    return (
        len(text) < LONGEST
        and not text.rstrip().endswith((".", ";", ":"))
        and text[:1].isupper()
        and not PERSON.match(text)
        and not ROLE.match(text)
        and starts_party(text)
        and organisation_kind(text) is not OrganisationKind.AUTRE
    )


def _is_followed(lines: Sequence[str]) -> bool:
    """A person, or an office, among the lines right after the name."""
    return any(
        PERSON.search(line) or ROLE.match(line) or BARE_PERSON.match(line)
        for line in lines[1 : MOST_LINES + 1]
    )
