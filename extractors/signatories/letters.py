"""A letter of intent: the sender signs, the line above the text has its place and date.

In: the blocks of a letter. Out: the block of its subject and its only party, or None where it is no letter of intent.
"""

import re
from collections.abc import Sequence

from extractors.mentions import evidence
from extractors.signatories.enumeration import starts_party
from extractors.signatories.extract import METHOD, Party
from extractors.signatories.names import tidy_name
from extractors.signatories.patterns import BARE_PERSON, ROLE
from extractors.signatories.persons import parse_person
from models.layout import Block
from models.records import OrganisationKind, Representative, Signatory
from models.vocabularies.organisations import organisation_kind

SUBJECT = re.compile(
    r"^\s*objet\s*:.{0,80}(?:lettre\s+d.intention|intention|engagement|candidature)", re.IGNORECASE
)
#: Blocks before the subject in which the letterhead stands, and last blocks in which the name does.
HEAD, FOOT = 8, 4
_TO = re.compile(r"^\s*(?:à|a|à l.attention de)\b", re.IGNORECASE)
_LOCAL = {OrganisationKind.EPCI, OrganisationKind.COMMUNE, OrganisationKind.DEPARTEMENT}


def read_letter(blocks: Sequence[Block]) -> tuple[Block, Party] | None:
    """The sender: the first organisation of the letterhead, before the addressee."""
    for number, block in enumerate(blocks[: HEAD * 2]):
        if not SUBJECT.match(block.text):
            continue
        for head in blocks[max(0, number - HEAD) : number]:
            if _TO.match(head.text):
                break
            printed = re.split(r"(?<!\s)\s+(?:Le|La)\s+(?=[A-ZÉ])", head.text)[0]
            kind = organisation_kind(tidy_name(printed))
            if starts_party(printed) and kind in _LOCAL:
                person = _signing(blocks[-FOOT:], head.text)
                party = Signatory(name=tidy_name(printed), kind=kind, representative=person)
                return block, Party(party, evidence(head, printed, method=METHOD))
    return None


def _signing(last: Sequence[Block], head: str) -> Representative | None:
    """The name under the letter; the role there or in the letterhead."""
    for block in reversed(last):
        text = block.text.strip(" ,.")
        if BARE_PERSON.match(text):
            role = re.search(r"\b(?:Le|La)\s+(?P<role>[A-ZÉa-zé -]{4,40})$", head)
            return Representative(
                name=text, role=role["role"].lower() if role and ROLE.match(role["role"]) else None
            )
        if (person := parse_person(text)) is not None:
            return person
    return None
