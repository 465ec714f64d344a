"""What a party of a contract is, and how one is made of the words that name it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractors.mentions import evidence
from extractors.signatories.enumeration import starts_party
from extractors.signatories.names import tidy_name
from extractors.signatories.patterns import ROLE
from models.evidence import Evidence
from models.layout import Block
from models.records import OrganisationKind, Representative, Signatory
from models.text import fold
from models.vocabularies.organisations import organisation_kind

METHOD = "signatories-2"
MAX_NAME = 160
#: Kinds of the authorities that a contract is of.
LOCAL = frozenset({OrganisationKind.EPCI, OrganisationKind.COMMUNE, OrganisationKind.DEPARTEMENT})


@dataclass(frozen=True)
class Party:
    signatory: Signatory
    evidence: Evidence


def make_party(name: str, person: Representative | None, block: Block, quote: str) -> Party | None:
    """None when the words are no name of an organisation."""
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


def distinct(parties: Iterable[Party]) -> list[Party]:
    """Each name once, where it stands first."""
    kept: dict[str, Party] = {}
    for party in parties:
        kept.setdefault(fold(party.signatory.name), party)
    return list(kept.values())
