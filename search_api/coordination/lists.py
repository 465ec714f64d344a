"""Filtered lists of archetypes and indicators, the same for the pages and the API."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict, Field

from models.records import Scheme
from models.vocabularies.pilots import PilotKind
from models.vocabularies.themes import with_broader
from search_api.coordination.archetypes import Archetype
from search_api.coordination.indicators import Indicator, Measure
from search_api.coordination.insights import Insights
from search_api.engines.analysis import stems
from search_api.views import Concept


class ArchetypeFilter(BaseModel):
    """Values of one criterion are alternatives; criteria add up."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field("", max_length=200, description="Mots des titres des actions")
    theme: list[Concept] = Field([], description="Thème de santé, ou l'un de ses thèmes plus étroits")
    population: list[Concept] = Field([], description="Groupe de population")
    pilot_kind: list[PilotKind] = Field([], description="Nature de la structure pilote")


class IndicatorFilter(BaseModel):
    """Values of one criterion are alternatives; criteria add up."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field("", max_length=200, description="Mots de l'indicateur")
    theme: list[Concept] = Field([], description="Thème des actions qui l'emploient")
    measure: list[Measure] = Field([], description="Ce qui est mesuré")
    pilot_kind: list[PilotKind] = Field([], description="Nature de la structure pilote")


def archetypes_view(insights: Insights, wanted: ArchetypeFilter) -> list[Archetype]:
    """Those of most territories first."""
    words = frozenset(stems(wanted.q))
    return [
        archetype
        for archetype in insights.archetypes.values()
        if words <= insights.archetype_words[archetype.id]
        and _about(Scheme.THEME, wanted.theme, (c.value for c in archetype.themes))
        and _about(Scheme.POPULATION, wanted.population, (c.value for c in archetype.populations))
        and _among(wanted.pilot_kind, (c.value for c in archetype.pilot_kinds))
    ]


def indicators_view(insights: Insights, wanted: IndicatorFilter) -> list[Indicator]:
    """Those of most contracts first."""
    words = frozenset(stems(wanted.q))
    return [
        indicator
        for indicator in insights.indicators.values()
        if words <= insights.indicator_words[indicator.id]
        and _about(Scheme.THEME, wanted.theme, indicator.themes)
        and (not wanted.measure or indicator.measure in wanted.measure)
        and _among(wanted.pilot_kind, indicator.pilots)
    ]


def _about(scheme: Scheme, asked: list[str], concepts: Iterable[str]) -> bool:
    """Whether one of the concepts is asked for, or is narrower than one that is."""
    return not asked or any(not set(asked).isdisjoint(with_broader(scheme, c)) for c in concepts)


def _among(asked: list[PilotKind], values: Iterable[str]) -> bool:
    return not asked or not {kind.value for kind in asked}.isdisjoint(values)
