"""Action archetypes: ways of acting that several territories have, with who does it, for whom, how it is measured.

In: the clusters of a space and the records. Out: an `Archetype` a cluster, told by counts of its actions.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from models.base import Record
from models.catalogue import ActionRecord
from models.records import Scheme
from models.text import fold, slug
from models.vocabularies.organisations import organisation_kind
from models.vocabularies.pilots import PilotKind, pilot_kinds
from search_api.coordination.clusters import Cluster
from search_api.coordination.costs import Costs, costs_of
from search_api.coordination.indicators import Indicator
from search_api.coordination.space import ActionSpace
from search_api.engines.analysis import stems

LISTED = 8
LONGEST_ID = 60


class Counted(Record):
    """A value and in how many actions of the archetype it stands."""

    value: str
    count: int


class Archetype(Record):
    """`title` is that of its most typical action. Lists are the commonest values, most first, at most eight.

    `evidence` is how many places of documents prove the values of its actions.
    """

    id: str
    title: str
    actions: tuple[str, ...]  # the most typical first
    contracts: tuple[str, ...]
    territories: int
    themes: tuple[Counted, ...]
    populations: tuple[Counted, ...]
    action_types: tuple[Counted, ...]
    pilot_kinds: tuple[Counted, ...]
    pilots: tuple[Counted, ...]
    partners: tuple[Counted, ...]
    partner_kinds: tuple[Counted, ...]
    indicators: tuple[Counted, ...]  # value: identifier in the indicator library
    costs: Costs | None
    evidence: int


def archetypes(
    space: ActionSpace,
    clusters: Sequence[Cluster],
    actions: Mapping[str, ActionRecord],
    territories: Mapping[str, str],
    library: Sequence[Indicator],
) -> list[Archetype]:
    """In the order of the clusters; identifiers are readable and the same for the same catalogue."""
    measured: dict[str, list[str]] = {}
    for indicator in library:
        for action_id in indicator.actions:
            measured.setdefault(action_id, []).append(indicator.id)
    found: list[Archetype] = []
    taken: set[str] = set()
    for cluster in clusters:
        records = [actions[space.ids[row]] for row in cluster.rows]
        title = _title(records, territories)
        name = _short(slug(title)) or "action"
        number = 2
        unique = name
        while unique in taken:
            unique, number = f"{name}-{number}", number + 1
        taken.add(unique)
        found.append(_archetype(unique, title, records, territories, measured))
    return found


def _short(name: str) -> str:
    """Cut between words."""
    return name if len(name) <= LONGEST_ID else name[: LONGEST_ID + 1].rpartition("-")[0] or name[:LONGEST_ID]


def _title(records: Sequence[ActionRecord], territories: Mapping[str, str]) -> str:
    """Of the most typical action whose title does not name its own territory."""
    for record in records:
        if not set(stems(territories[record.contract_id])) & set(stems(record.action.title)):
            return record.action.title
    return records[0].action.title


def _archetype(
    name: str,
    title: str,
    records: Sequence[ActionRecord],
    territories: Mapping[str, str],
    measured: Mapping[str, Sequence[str]],
) -> Archetype:
    contracts = tuple(sorted({record.contract_id for record in records}))
    sheets = [record.action for record in records]
    partners = [dict.fromkeys(sheet.partners) for sheet in sheets]
    return Archetype(
        id=name,
        title=title,
        actions=tuple(record.id for record in records),
        contracts=contracts,
        territories=len({territories[contract] for contract in contracts}),
        themes=_codes(records, Scheme.THEME),
        populations=_codes(records, Scheme.POPULATION),
        action_types=_codes(records, Scheme.ACTION_TYPE),
        pilot_kinds=_most(pilot_kinds(sheet.pilot) for sheet in sheets),
        pilots=_named([sheet.pilot] if sheet.pilot else [] for sheet in sheets),
        partners=_named(partners),
        partner_kinds=_most(
            {PilotKind(organisation_kind(name).value) for name in names} for names in partners
        ),
        indicators=_most(measured.get(record.id, ()) for record in records),
        costs=costs_of(sheet.budget for sheet in sheets),
        evidence=sum(
            len(places)
            for sheet in sheets
            for places in chain(sheet.evidence.values(), (code.evidence for code in sheet.codes))
        ),
    )


def _codes(records: Sequence[ActionRecord], scheme: Scheme) -> tuple[Counted, ...]:
    return _most({c.concept for c in record.action.codes if c.scheme is scheme} for record in records)


def _most(values: Iterable[Iterable[str]]) -> tuple[Counted, ...]:
    counts = Counter(value for of_one in values for value in of_one)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    return tuple(Counted(value=str(value), count=count) for value, count in ordered[:LISTED])


def _named(values: Iterable[Iterable[str]]) -> tuple[Counted, ...]:
    """Names that differ by case and accents only are one; shown as written first in the alphabet."""
    lists = [list(of_one) for of_one in values]
    written: dict[str, str] = {}
    for name in sorted(name for of_one in lists for name in of_one):
        written.setdefault(fold(name), name)
    return tuple(
        Counted(value=written[counted.value], count=counted.count)
        for counted in _most({fold(name) for name in of_one if fold(name)} for of_one in lists)
    )
