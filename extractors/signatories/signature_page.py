"""The parties of a signature page: "Pour X, / Président / M. Y"."""

import re
from collections.abc import Iterator, Sequence

from extractors.signatories.grid import signatures
from extractors.signatories.names import tidy_name
from extractors.signatories.parties import Party, make_party
from extractors.signatories.patterns import BARE_PERSON, FOR, PERSON, ROLE, ROLE_INSIDE
from extractors.signatories.persons import parse_person
from extractors.signatories.unled import unled
from models.layout import Block
from models.records import OrganisationKind
from models.vocabularies.gazetteer import load_gazetteer
from models.vocabularies.organisations import organisation_kind

#: A double name cut at the end of a line: "Horth-" / "Laurent".
_BROKEN = re.compile(r"-\n(?=[A-ZÉÈ])")


def signature_page(blocks: Sequence[Block]) -> Iterator[Party]:
    for signature in signatures(blocks):
        yield from signature_parties(signature.block, signature.texts)
    for signature in unled(blocks):
        yield from signature_parties(signature.block, signature.texts)


def signature_parties(block: Block, lines: Sequence[str]) -> Iterator[Party]:
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
    person = parse_person(_BROKEN.sub("-", "\n".join(rest)))
    party = make_party(joined, person, block, " ".join(lines)[:300])
    if party:
        yield party


def _is_name(line: str, before: str) -> bool:
    """A person without a title on a line of its own; not the end of a name ("… de santé", "Grand Est")."""
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
