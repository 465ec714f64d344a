"""The parties of a sentence by what governs them: a verb or a noun of signing, and no other.

In: one sentence. Out: those who sign, in order. Who attends, supports, pays, coordinates or is only named does not.
"""

from itertools import pairwise

from extractors.signatories.actor_patterns import (
    ACT_FOR,
    CLEFT,
    FREE,
    GOVERNED,
    OF_SIGNERS,
    OTHERWISE,
    OWNED,
    SIGNING,
    WHO,
)
from extractors.signatories.actors import Actor, find_actors, linked
from models.records import OrganisationKind
from models.vocabularies.organisations import organisation_kind

#: Characters between the verb and who it governs, after a preposition and without one; before the subject's verb.
FAR, NEAR, SUBJECT = 160, 45, 90
TOWNS = frozenset({OrganisationKind.COMMUNE, OrganisationKind.EPCI})


def governed_actors(text: str) -> list[Actor]:
    """Chains of actors joined by commas and "et", each taken or left as a whole."""
    acting = len(ACT_FOR.findall(text)) > 1
    if not acting and not SIGNING.search(text):
        return []
    chains = _chains(text, find_actors(text))
    if acting:
        return [actor for chain in chains for actor in chain if actor.person]
    signing: list[Actor] = []
    owners: list[Actor] = []
    start = 0
    for number, chain in enumerate(chains):
        end = chains[number + 1][0].start if number + 1 < len(chains) else len(text)
        before, after = text[start : chain[0].start], text[chain[-1].end : end]
        if OWNED.search(before):
            owners += chain if len(chain) == 1 else []
            signing += [] if len(chain) == 1 else chain
        elif _is_governed(before) or _is_subject(before, after):
            signing += chain
        start = chain[-1].end
    if any(organisation_kind(actor.name) in TOWNS for actor in signing):
        owners = []  # "le contrat du Haut-Béarn réunit la communauté de communes du Haut-Béarn, …"
    return [*owners, *signing] if signing else []


def _chains(text: str, actors: list[Actor]) -> list[list[Actor]]:
    chains: list[list[Actor]] = [actors[:1]] if actors else []
    for one, other in pairwise(actors):
        if linked(text, one, other):
            chains[-1].append(other)
        else:
            chains.append([other])
    return chains


def _is_governed(before: str) -> bool:
    """The last word for something that is done, before the chain, is one of signing, and reaches it."""
    signs = list(SIGNING.finditer(before))
    if not signs:
        return False
    between = before[signs[-1].end() :]
    if OTHERWISE.search(between) or "." in between.strip():
        return False
    if OF_SIGNERS.search(before[: len(before) - _link(before)]):
        return True
    if GOVERNED.search(before):
        return len(between) <= FAR
    return len(between) <= NEAR and not _preposition(between)


def _link(before: str) -> int:
    """Length of the "de la", "du" right before the chain."""
    for link in ("de la ", "de l'", "de l’", "du ", "des ", "de ", "d'", "d’"):
        if before.endswith(link):
            return len(link)
    return 0


def _preposition(between: str) -> bool:
    words = between.replace("’", "'").split()
    last = words[-2:] if words else []
    return any(
        word
        in {
            "de",
            "du",
            "des",
            "à",
            "au",
            "aux",
            "dans",
            "sur",
            "pour",
            "pour la",
            "en",
            "sous",
            "vers",
            "depuis",
        }
        or word.startswith("d'")
        for word in last
    )


def _is_subject(before: str, after: str) -> bool:
    """A verb of signing follows the chain in its clause, and nothing else governs it."""
    if CLEFT.search(before):
        after = WHO.sub("", after)
    found = SIGNING.search(after)
    if found is None or found.start() > SUBJECT:
        return False
    gap = after[: found.start()]
    if FREE.search(gap) or OTHERWISE.search(gap):
        return False
    clause = before
    for mark in FREE.finditer(before):
        clause = before[mark.end() :]
    return not OTHERWISE.search(clause) and not (_preposition(clause) and len(clause.split()) < 3)
