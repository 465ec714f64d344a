"""The printed title of a contract, from the title block of its first pages.

In: the blocks of a document. Out: a `Title` with the places of its lines, or None. The line that names the contract is
the heart; the headings around it (territory, generation, years) belong to the title as well.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.kind.extract import kind_of_words
from extractors.mentions import evidence
from models.evidence import Evidence
from models.layout import Block, BlockKind
from models.records import OrganisationKind
from models.vocabularies.organisations import organisation_kind

METHOD = "title-1"
HEAD = 10
LONGEST = 240
LONGEST_LINE = 110
MOST_LINES = 4
#: Lines below a title that are no part of it: the parties, chapters, contents.
_NOT_TITLE = re.compile(
    r"^(?:entre\b|et$|les?\s+(?:parties|signataires)|signataires|sommaire|table\s+des|(?:le\s+)?contexte|signée?\s|préambule|diagnostic|portrait|introduction|visas?$|vus?\s|article\b|présenté|réalisé|document\b|axe\b|projet\s+validé)"
    r"|représentée?s?\s+par|@|https?:|\bpage\s+\d|\.{4}",
    re.IGNORECASE,
)
#: "du Thouarsais", "au contrat local de santé": the line goes on with the one above.
_GOES_ON = re.compile(r"(?:d[eu]s?|d['’]|aux?|à|en|pour)\b")
_OPEN = re.compile(r"\b(?:d[eu]s?|la|le|les|d['’]|et|à|au)$")
_YEARS = re.compile(
    r"^(?:\(?\s*(?:pour\s+la\s+)?(?:période\s+)?)?(?:du\s+.{0,40})?(?:19|20)\d\d(?:\s*[-–—/à]+\s*(?:19|20)\d\d)?\s*\)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Title:
    text: str
    evidence: tuple[Evidence, ...]


def extract_title(blocks: Sequence[Block]) -> Title | None:
    """Headings first: a sentence that names the contract is no title where a heading does."""
    head = blocks[:HEAD]
    named = [
        n
        for n, b in enumerate(head)
        if b.table is None and len(b.text) < LONGEST and kind_of_words(b.text) is not None
    ]
    heart = next((n for n in named if head[n].kind is BlockKind.HEADING), next(iter(named), None))
    if heart is None or head[heart].text.rstrip().endswith((".", "?")):
        return None
    first = heart
    if heart and _belongs(head[heart - 1], head[heart]) and head[heart - 1].kind is BlockKind.HEADING:
        first = heart - 1
    last = heart
    while last + 1 < len(head) and last - first < MOST_LINES - 1 and _belongs(head[last + 1], head[heart]):
        last += 1
    lines = head[first : last + 1]
    text = ""
    for block in lines:
        line = " ".join(block.text.split())
        text = f"{text}{' ' if _GOES_ON.match(line) or _OPEN.search(text) else ' – '}{line}" if text else line
    return Title(text, tuple(evidence(block, block.text, method=METHOD) for block in lines))


def _belongs(block: Block, heart: Block) -> bool:
    text = block.text.strip()
    if (
        block.page != heart.page
        or block.table is not None
        or not 1 < len(text) <= LONGEST_LINE
        or _NOT_TITLE.search(text)
    ):
        return False
    if _YEARS.match(text):
        return True
    if block.kind is BlockKind.HEADING and _GOES_ON.match(text):
        return True
    is_place = organisation_kind(text) in {
        OrganisationKind.AUTRE,
        OrganisationKind.COMMUNE,
        OrganisationKind.EPCI,
    }
    return (
        heart.page is not None
        and block.kind is BlockKind.HEADING
        and is_place
        and not text.endswith((".", ":", ","))
    )
