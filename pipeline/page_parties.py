"""The full names of the parties of a page: "l'ARS", "la préfecture", "la collectivité" are those of its place.

In: parties as the sentences name them, the place of the contract, its scope. Out: parties with their names, and the
authority whose contract it is where the page only says with whom it signed.
"""

from collections.abc import Sequence

from extractors.mentions import evidence, passages
from extractors.ner.organisations import find_organisations
from extractors.scopes.scope import Scope
from extractors.signatories.extract import WITH_WHOM, Party
from extractors.signatories.parties import LOCAL, make_party
from extractors.territory.extract import Located, Where, locate
from extractors.territory.patterns import BARE_AUTHORITY
from models.evidence import EvidenceStatus
from models.records import OrganisationKind, Signatory, TerritoryType
from models.text import fold
from models.vocabularies.gazetteer import load_gazetteer
from models.vocabularies.organisations import organisation_kind

_TOWN = frozenset({"ville", "commune", "mairie", "municipalite"})
_STATE = frozenset({"prefecture", "etat", "conseil departemental", "departement", "cpam"})


def expanded(party: Party, located: Located, scope: Scope) -> Party:
    """The region, the department and the name that a bare word stands for; other names are kept."""
    gazetteer = load_gazetteer()
    signatory, folded = party.signatory, fold(party.signatory.name)
    name, kind = None, signatory.kind
    if folded in {"ars", "agence regionale de sante", "agence"} and located.region:
        name, kind = gazetteer.ars(located.region), OrganisationKind.ARS
    elif folded == "agence":
        kind = OrganisationKind.ARS
    elif folded in _STATE and len(located.departments) == 1:
        department = gazetteer.department(located.departments[0])
        name = f"{signatory.name} – {department.name}" if department else None
    elif folded in _TOWN and kind is OrganisationKind.COMMUNE:
        name = f"{signatory.name} {of(located.territory.name)}"
    elif located.territory.type is TerritoryType.EPCI and BARE_AUTHORITY.fullmatch(folded):
        own = _authority(located, scope)
        name, kind = (own.signatory.name, OrganisationKind.EPCI) if own else (None, kind)
    if name is None and kind is signatory.kind:
        return party
    proof = party.evidence.model_copy(update={"status": EvidenceStatus.DERIVED})
    whole = Signatory(name=name or signatory.name, kind=kind, representative=signatory.representative)
    return Party(whole, proof)


def with_owner(parties: Sequence[Party], located: Located, scope: Scope) -> list[Party]:
    """ "CLS signé avec l'ARS et la Région", under the name of a grouping: the grouping signs first."""
    statement = scope.statement
    if not parties or statement is None or any(p.signatory.kind in LOCAL for p in parties):
        return list(parties)
    told = any(WITH_WHOM.search(p.text) for p in passages(scope.blocks))
    own = _authority(located, scope) if told else None
    return [own, *parties] if own else list(parties)


def _authority(located: Located, scope: Scope) -> Party | None:
    """The grouping of the contract as the page names it: in its text, else in the heading of its entry."""
    code = located.territory.code
    if code is None or located.territory.type is not TerritoryType.EPCI:
        return None
    for passage in passages(scope.blocks):
        for mention in find_organisations(passage.text):
            if organisation_kind(mention.text) is not OrganisationKind.EPCI:
                continue
            proof = evidence(passage.block, mention.text, method="signatories-2")
            place = locate(mention.text, Where(located.departments, located.region), proof)
            if place.territory.code == code:
                return make_party(mention.text, None, passage.block, mention.text)
    if scope.label is not None and scope.heading is not None:
        party = make_party(scope.label.name, None, scope.heading, scope.label.name)
        return party if party and party.signatory.kind is OrganisationKind.EPCI else None
    return None


def of(name: str) -> str:
    """ "d'Arles", "du Havre", "de Lens"."""
    for article, link in (("Le ", "du "), ("Les ", "des ")):
        if name.startswith(article):
            return link + name.removeprefix(article)
    return f"d'{name}" if fold(name)[:1] in set("aeiouyh") else f"de {name}"
