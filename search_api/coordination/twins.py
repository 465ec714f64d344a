"""Twins: territories like one, why they are, and what they do that it does not.

In: the profiles of all territories and the archetypes. Out: the nearest ones with reasons in French, and the
themes and archetypes that they have and it lacks. Nearness is told by population, legal form, density and
neighbourhood.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import exp, log

from models.base import Record
from models.records import TerritoryType
from models.vocabularies.gazetteer import load_gazetteer
from search_api.coordination.archetypes import Archetype
from search_api.coordination.territories import Profile

MOST = 8
LEAST = 0.4
#: How much each likeness counts; they add up to 1.
POPULATION, FORM, DENSITY, NEIGHBOURS = 0.4, 0.25, 0.2, 0.15
#: From so alike on, a likeness is a reason that is told: populations within 1 to 1.6.
TOLD = 0.6
NATURES: Mapping[str, str] = {
    "CC": "communautés de communes",
    "CA": "communautés d'agglomération",
    "CU": "communautés urbaines",
    "METRO": "métropoles",
    "METLYON": "métropoles",
    "EPT": "établissements publics territoriaux",
    "commune": "communes",
}
TYPES: Mapping[str, str] = {
    TerritoryType.COMMUNE.value: "communes",
    TerritoryType.EPCI.value: "intercommunalités",
    TerritoryType.PAYS.value: "pays ou PETR",
    TerritoryType.DEPARTEMENT.value: "départements",
    TerritoryType.QUARTIER.value: "quartiers",
}


class Twin(Record):
    key: str
    name: str
    score: float
    reasons: tuple[str, ...]
    contracts: tuple[str, ...]
    actions: int


class Lacking(Record):
    """A theme or an archetype that the territory lacks: which of its twins have it, and an action of each."""

    value: str
    twins: tuple[str, ...]  # keys, the nearest first
    actions: tuple[str, ...]


class Twins(Record):
    territory: Profile
    twins: tuple[Twin, ...]
    themes: tuple[Lacking, ...]
    archetypes: tuple[Lacking, ...]


def twins_of(
    own: Profile,
    everyone: Sequence[Profile],
    archetypes: Sequence[Archetype],
    themes_of: Mapping[str, frozenset[str]],
) -> Twins:
    """`themes_of` an action, broader ones included. What most of the twins have comes first."""
    scored = []
    for other in everyone:
        if other.key != own.key and other.actions:
            score = likeness(own, other)
            if score >= LEAST:
                scored.append((-round(score, 6), other.name, other.key, other))
    nearest = sorted(scored)[:MOST]
    near = [other for _, _, _, other in nearest]
    found = tuple(
        Twin(
            key=other.key,
            name=other.name,
            score=round(-score, 3),
            reasons=tuple(reasons(own, other)),
            contracts=other.contracts,
            actions=len(other.actions),
        )
        for score, _, _, other in nearest
    )
    lacking = tuple(_lacking_themes(own, near, themes_of))
    return Twins(
        territory=own, twins=found, themes=lacking, archetypes=tuple(_lacking_ways(own, near, archetypes))
    )


def likeness(one: Profile, other: Profile) -> float:
    """From 0 to 1, the same from both sides; what is not known of one of them counts nothing."""
    return (
        POPULATION * _ratio(one.population, other.population)
        + FORM * _form(one, other)
        + DENSITY * _ratio(one.density, other.density)
        + NEIGHBOURS * _neighbours(one, other)
    )


def _ratio(one: float | None, other: float | None) -> float:
    """1 for the same number, 0.5 for twice as much."""
    return exp(-abs(log(one / other))) if one and other else 0.0


def _form(one: Profile, other: Profile) -> float:
    if one.type != other.type or one.type == TerritoryType.AUTRE:
        return 0.0
    return 1.0 if one.nature == other.nature else 0.5


def _neighbours(one: Profile, other: Profile) -> float:
    if set(one.departments) & set(other.departments):
        return 1.0
    return 0.6 if one.region and one.region == other.region else 0.0


def reasons(one: Profile, other: Profile) -> Iterator[str]:
    """Only what is alike, in plain French."""
    if _ratio(one.population, other.population) >= TOLD:
        yield f"population proche : {_number(one.population)} et {_number(other.population)} habitants"
    if form := _form(one, other):
        nature = NATURES.get(one.nature or "") if form == 1.0 else None
        if told := nature or TYPES.get(one.type):
            yield (
                f"toutes deux {told}" if told.startswith(("comm", "inter", "métro")) else f"tous deux {told}"
            )
    if _ratio(one.density, other.density) >= TOLD:
        yield f"densité proche : {_number(one.density)} et {_number(other.density)} habitants au km²"
    if near := sorted(set(one.departments) & set(other.departments)):
        place = load_gazetteer().department(near[0])
        yield f"même département : {place.name if place else near[0]}"
    elif one.region and one.region == other.region:
        region = load_gazetteer().region(one.region)
        yield f"même région : {region.name if region else one.region}"


def _number(value: float | None) -> str:
    return f"{round(value or 0):,}".replace(",", "\u202f")


def _lacking_themes(
    own: Profile, near: Sequence[Profile], themes_of: Mapping[str, frozenset[str]]
) -> list[Lacking]:
    holders: dict[str, list[Profile]] = {}
    for other in near:
        for theme in other.themes:
            if theme not in own.themes:
                holders.setdefault(theme, []).append(other)
    found = [
        Lacking(
            value=theme,
            twins=tuple(other.key for other in others),
            actions=tuple(
                next(i for i in other.actions if theme in themes_of.get(i, ())) for other in others
            ),
        )
        for theme, others in holders.items()
    ]
    return sorted(found, key=lambda lack: (-len(lack.twins), lack.value))


def _lacking_ways(own: Profile, near: Sequence[Profile], archetypes: Sequence[Archetype]) -> list[Lacking]:
    has = set(own.actions)
    owner = {action_id: other.key for other in near for action_id in other.actions}
    place = {other.key: number for number, other in enumerate(near)}
    found = []
    for archetype in archetypes:
        if has.isdisjoint(archetype.actions):
            examples: dict[str, str] = {}
            for action_id in archetype.actions:
                if key := owner.get(action_id):
                    examples.setdefault(key, action_id)
            if examples:
                keys = sorted(examples, key=place.__getitem__)
                held = Lacking(
                    value=archetype.id, twins=tuple(keys), actions=tuple(examples[k] for k in keys)
                )
                found.append(held)
    return sorted(found, key=lambda lack: -len(lack.twins))
