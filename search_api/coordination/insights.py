"""What is computed once per publication for coordinators, and kept until the next one.

At 20,000 actions this takes seconds, so the server works it out at its start, not at a reader's visit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from models.catalogue import ActionRecord
from models.records import Scheme
from models.vocabularies.themes import with_broader
from search_api.coordination.archetypes import Archetype, archetypes
from search_api.coordination.clusters import clusters
from search_api.coordination.collections import ids_by_key
from search_api.coordination.indicators import Indicator, indicator_library
from search_api.coordination.similar import Similar, similar_actions
from search_api.coordination.space import ActionSpace
from search_api.coordination.territories import Profile, profiles
from search_api.coordination.twins import Twins, twins_of
from search_api.engines.analysis import stems
from search_api.kept import Kept
from search_api.services import Catalogue, CatalogueCache, Services


@dataclass(frozen=True)
class Insights:
    """Everything by identifier, in the order in which pages list it."""

    space: ActionSpace
    actions: Mapping[str, ActionRecord]
    territories: Mapping[str, str]  # name of the territory by contract
    archetypes: Mapping[str, Archetype]
    indicators: Mapping[str, Indicator]
    profiles: Mapping[str, Profile]

    def similar(self, action_id: str) -> list[Similar]:
        return similar_actions(self.space, self.actions, self.territories, action_id)

    def twins(self, key: str) -> Twins | None:
        """None for a territory without a contract."""
        own = self.profiles.get(key)
        if own is None:
            return None
        return twins_of(own, list(self.profiles.values()), list(self.archetypes.values()), self._themes_of)

    def archetype_of(self, action_id: str) -> Archetype | None:
        return self._archetype_of.get(action_id)

    @cached_property
    def ids_by_key(self) -> Mapping[str, str]:
        """Contracts and actions by the key that stands for them in a collection."""
        return ids_by_key([*self.territories, *self.actions])

    @cached_property
    def archetype_words(self) -> Mapping[str, frozenset[str]]:
        """The stems of the titles of its actions."""
        return {
            way.id: frozenset(stem for i in way.actions for stem in stems(self.actions[i].action.title))
            for way in self.archetypes.values()
        }

    @cached_property
    def indicator_words(self) -> Mapping[str, frozenset[str]]:
        return {i.id: frozenset(stems(" ".join(i.wordings))) for i in self.indicators.values()}

    @cached_property
    def _archetype_of(self) -> Mapping[str, Archetype]:
        return {action: archetype for archetype in self.archetypes.values() for action in archetype.actions}

    @cached_property
    def _themes_of(self) -> Mapping[str, frozenset[str]]:
        return {
            record.id: frozenset(
                broader
                for code in record.action.codes
                if code.scheme is Scheme.THEME
                for broader in with_broader(Scheme.THEME, code.concept)
            )
            for record in self.actions.values()
        }


def compute(catalogue: Catalogue) -> Insights:
    """Of one publication; the day does not matter."""
    records = sorted(catalogue.actions.values(), key=lambda record: record.id)
    territories = {i: record.contract.territory.name for i, record in catalogue.contracts.items()}
    space = ActionSpace(records, territories)
    library = indicator_library(records)
    ways = archetypes(space, clusters(space), catalogue.actions, territories, library)
    found = Insights(
        space=space,
        actions=catalogue.actions,
        territories=territories,
        archetypes={way.id: way for way in ways},
        indicators={indicator.id: indicator for indicator in library},
        profiles={p.key: p for p in profiles(list(catalogue.contracts.values()), catalogue.actions)},
    )
    _ = (
        found.archetype_words,
        found.indicator_words,
        found.ids_by_key,
        found._themes_of,
        found._archetype_of,
    )
    return found


class InsightsCache:
    """Computed again when the store publishes."""

    def __init__(self, services: Services, cache: CatalogueCache) -> None:
        self._services = services
        self._cache = cache
        self._kept: Kept[Insights] = Kept()

    def get(self) -> Insights:
        return self._kept.get(self._services.store.catalogue_digest(), lambda: compute(self._cache.get()))
