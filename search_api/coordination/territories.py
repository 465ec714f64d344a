"""Profiles of the territories that have contracts: the catalogue in, one profile a territory out."""

from collections.abc import Mapping, Sequence

from models.base import Record
from models.catalogue import ActionRecord, ContractRecord
from models.records import Scheme
from models.text import fold
from models.vocabularies.density import density_of
from models.vocabularies.gazetteer import load_gazetteer
from models.vocabularies.sizes import TerritorySize, territory_size
from models.vocabularies.themes import with_broader


class Profile(Record):
    """`key` is the official code, or the name where there is none; it stands in addresses.

    `nature` is the legal form of the official lists (CC, CA, CU, METRO, commune). `themes` are those of its
    actions with their broader themes; `actions` are those of all its contracts.
    """

    key: str
    name: str
    type: str
    nature: str | None
    population: int | None
    size: TerritorySize | None
    density: float | None  # inhabitants per km²
    communes: int | None
    departments: tuple[str, ...]
    region: str | None
    contracts: tuple[str, ...]
    actions: tuple[str, ...]
    themes: tuple[str, ...]


def profiles(contracts: Sequence[ContractRecord], actions: Mapping[str, ActionRecord]) -> list[Profile]:
    """By name; a territory with several contracts has one profile."""
    of_territory: dict[str, list[ContractRecord]] = {}
    for record in contracts:
        of_territory.setdefault(record.contract.territory.key, []).append(record)
    found = [_profile(key, records, actions) for key, records in of_territory.items()]
    return sorted(found, key=lambda profile: (fold(profile.name), profile.key))


def _profile(key: str, records: Sequence[ContractRecord], actions: Mapping[str, ActionRecord]) -> Profile:
    contract = records[0].contract
    code = contract.territory.code
    place = load_gazetteer().place(code) if code else None
    members = load_gazetteer().members(code) if code else ()
    own = [i for record in records for i in record.action_ids if i in actions]
    themes = {
        broader
        for action_id in own
        for code_ in actions[action_id].action.codes
        if code_.scheme is Scheme.THEME
        for broader in with_broader(Scheme.THEME, code_.concept)
    }
    population = next((r.population for r in records if r.population), None)
    return Profile(
        key=key,
        name=contract.territory.name,
        type=contract.territory.type.value,
        nature=place.nature if place else None,
        population=population,
        size=territory_size(population),
        density=density_of(code) if code else None,
        communes=len(members) or (1 if place and not members else None),
        departments=contract.departments,
        region=contract.region,
        contracts=tuple(record.id for record in records),
        actions=tuple(own),
        themes=tuple(sorted(themes)),
    )
