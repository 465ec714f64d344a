"""The registry of silences: for every grouping and large commune, whether a contract was found, or looked for in vain.

In: published contracts with perimeters, the history of collections, the official lists. Out: one `PlaceSearch` a place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.base import Record
from models.catalogue import CollectionOutcome, CollectionRun, ContractRecord
from models.records import OrganisationKind, TerritoryType
from models.vocabularies.census import Census, Commune, Grouping
from models.vocabularies.gazetteer import Gazetteer
from pipeline.regional.perimeter import Perimeter

#: Inhabitants from which a commune is followed by itself. Of the 77 towns with a contract of their own in the corpora
#: of the repository, 65 have as many; smaller ones mostly sign within their grouping, which is followed anyway.
LARGE_COMMUNE = 20_000


class SearchState(StrEnum):
    FOUND = "found"
    PARTLY = "partly"  # some of its communes only
    NONE_FOUND = "none_found"  # a source that covers its region was searched
    NEVER_SEARCHED = "never_searched"


class Link(StrEnum):
    """How a place and a contract belong together, the closest first."""

    OWN = "own"
    WIDER = "wider"  # its grouping or its department has the contract
    SIGNATORY = "signatory"  # it signs the contract of another territory
    MEMBER = "member"  # communes of it have the contract


STATE_LABELS: Mapping[SearchState, str] = {
    SearchState.FOUND: "Trouvé",
    SearchState.PARTLY: "Trouvé en partie",
    SearchState.NONE_FOUND: "Cherché, non trouvé",
    SearchState.NEVER_SEARCHED: "Jamais cherché",
}
LINK_LABELS: Mapping[Link, str] = {
    Link.OWN: "contrat de ce territoire",
    Link.WIDER: "contrat d'un territoire plus large",
    Link.SIGNATORY: "signataire du contrat d'un autre territoire",
    Link.MEMBER: "contrat de communes membres",
}


class PlaceSearch(Record):
    """`searched_at`: end of the last collection that covers the region (ISO 8601, UTC), whatever it found;
    `complete`: whether that collection went to its end. `nature`: CC, CA, CU, METRO, MET69, EPT or "commune".
    """

    code: str
    name: str
    nature: str
    departments: tuple[str, ...]
    region: str | None
    population: int
    state: SearchState
    link: Link | None = None
    contract_ids: tuple[str, ...] = ()
    searched_at: str | None = None
    source: str | None = None
    complete: bool = False


def last_searches(runs: Sequence[CollectionRun]) -> dict[str, CollectionRun]:
    """By region, the last collection that gave documents: a site that did not answer was not searched."""
    return {
        run.covers: run
        for run in sorted(runs, key=lambda run: run.finished_at)
        if run.covers is not None and run.outcome is not CollectionOutcome.FAILED
    }


def silences(
    contracts: Mapping[str, ContractRecord],
    perimeters: Mapping[str, Perimeter],
    runs: Sequence[CollectionRun],
    census: Census,
    gazetteer: Gazetteer,
) -> tuple[PlaceSearch, ...]:
    """By region, groupings before communes, the largest first."""
    known = _Known(contracts, perimeters, gazetteer)
    searches = last_searches(runs)
    large = [c for c in census.communes.values() if c.population >= LARGE_COMMUNE]
    found = [_grouping(place, known, searches) for place in census.groupings.values()]
    found += [_commune(place, known, searches) for place in large]
    return tuple(sorted(found, key=lambda p: (p.region or "~", p.nature == "commune", -p.population, p.code)))


class _Known:
    """The contracts by what they are about: codes of territories, communes, signatories."""

    def __init__(
        self,
        contracts: Mapping[str, ContractRecord],
        perimeters: Mapping[str, Perimeter],
        gazetteer: Gazetteer,
    ) -> None:
        self.own: dict[str, list[str]] = {}
        self.by_commune: dict[str, list[str]] = {}
        self.signed: dict[str, list[str]] = {}
        self.communes: dict[str, frozenset[str]] = {}
        for name, record in contracts.items():
            if record.contract.territory.code:
                self.own.setdefault(record.contract.territory.code, []).append(name)
            self.communes[name] = frozenset(perimeters[name].communes)
            for code in perimeters[name].communes:
                self.by_commune.setdefault(code, []).append(name)
            for code in _signatories(record, gazetteer):
                self.signed.setdefault(code, []).append(name)


def _signatories(record: ContractRecord, gazetteer: Gazetteer) -> set[str]:
    """Codes of the groupings and communes that sign, where their names leave no doubt."""
    types = {
        OrganisationKind.EPCI: TerritoryType.EPCI,
        OrganisationKind.COMMUNE: TerritoryType.COMMUNE,
    }
    contract = record.contract
    found = (
        gazetteer.resolve(
            s.name, type=types[s.kind], departments=contract.departments, region=contract.region
        ).place
        for s in contract.signatories
        if s.kind in types
    )
    return {place.code for place in found if place is not None and not place.former}


@dataclass(frozen=True)
class _Match:
    link: Link
    contracts: Sequence[str]


def _grouping(place: Grouping, known: _Known, searches: Mapping[str, CollectionRun]) -> PlaceSearch:
    touching = list(dict.fromkeys(name for code in place.members for name in known.by_commune.get(code, ())))
    wider = [name for name in touching if known.communes[name] >= set(place.members)]
    match = _closest(known, place.siren, wider, [name for name in touching if name not in wider])
    return _told(place, place.siren, place.nature, place.departments, match, searches)


def _commune(place: Commune, known: _Known, searches: Mapping[str, CollectionRun]) -> PlaceSearch:
    match = _closest(known, place.code, known.by_commune.get(place.code, ()), ())
    return _told(place, place.code, "commune", (place.department,), match, searches)


def _closest(known: _Known, code: str, wider: Sequence[str], member: Sequence[str]) -> _Match | None:
    for link, contracts in (
        (Link.OWN, known.own.get(code, ())),
        (Link.WIDER, wider),
        (Link.SIGNATORY, known.signed.get(code, ())),
        (Link.MEMBER, member),
    ):
        if contracts:
            return _Match(link, contracts)
    return None


def _told(
    place: Grouping | Commune,
    code: str,
    nature: str,
    departments: tuple[str, ...],
    match: _Match | None,
    searches: Mapping[str, CollectionRun],
) -> PlaceSearch:
    search = searches.get(place.region or "")
    if match is not None:
        state = SearchState.PARTLY if match.link is Link.MEMBER else SearchState.FOUND
    else:
        state = SearchState.NONE_FOUND if search else SearchState.NEVER_SEARCHED
    return PlaceSearch(
        code=code,
        name=place.name,
        nature=nature,
        departments=departments,
        region=place.region,
        population=place.population,
        state=state,
        link=match.link if match else None,
        contract_ids=tuple(match.contracts) if match else (),
        searched_at=search.finished_at if search else None,
        source=search.publisher if search else None,
        complete=search is not None and search.outcome is CollectionOutcome.COMPLETE,
    )
