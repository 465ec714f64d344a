"""The documentalists' view of one publication: each part is worked out when it is first asked for, then kept.

In: the catalogue of the day. Out: perimeters, coverage… Functions of `pipeline.regional` do the work.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property

from models.catalogue import CollectionRun
from models.vocabularies.census import Census, load_census
from models.vocabularies.gazetteer import load_gazetteer
from pipeline.regional.contradictions import Contradiction, contradictions
from pipeline.regional.coverage import CoverageTable, coverage
from pipeline.regional.endings import Ending, endings
from pipeline.regional.perimeter import Perimeter, perimeter_of
from pipeline.regional.quality import RecordQuality, record_quality
from pipeline.regional.reading import ReadingProblem, reading_problems
from pipeline.regional.silences import PlaceSearch, silences
from pipeline.regional.timeline import TerritoryTimeline, timelines
from search_api.kept import Kept, state_of_readings
from search_api.services import Catalogue, CatalogueCache, Services


class Dossier:
    """Everything by contract id unless said otherwise."""

    def __init__(self, catalogue: Catalogue, today: date) -> None:
        self.catalogue, self.today = catalogue, today
        self.census: Census = load_census()
        self._drawn: dict[str, str] = {}
        self._silences: Kept[tuple[PlaceSearch, ...]] = Kept()

    @cached_property
    def perimeters(self) -> Mapping[str, Perimeter]:
        gazetteer = load_gazetteer()
        return {
            record.id: perimeter_of(record.contract, self.census, gazetteer)
            for record in self.catalogue.contracts.values()
        }

    @cached_property
    def coverage(self) -> CoverageTable:
        return coverage(list(self.catalogue.rows.values()), self.perimeters, self.census)

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        return contradictions(self.catalogue.contracts, self.catalogue.rows)

    @cached_property
    def quality(self) -> Mapping[str, RecordQuality]:
        rows = self.catalogue.rows
        return {name: record_quality(r, rows[name]) for name, r in self.catalogue.contracts.items()}

    @cached_property
    def endings(self) -> tuple[Ending, ...]:
        return endings(self.catalogue.contracts, list(self.catalogue.rows.values()), self.today)

    def drawn(self, name: str, draw: Callable[[], str]) -> str:
        """A map that is the same for every reader, drawn once. Names are few: a region, a colour."""
        if name not in self._drawn:
            self._drawn[name] = draw()
        return self._drawn[name]

    def warm(self) -> None:
        """Work out what most pages need, before the first reader asks."""
        _ = self.coverage, self.timelines, self.quality, self.contradictions, self.endings

    def silences(self, runs: Sequence[CollectionRun]) -> tuple[PlaceSearch, ...]:
        """Worked out again when the history of collections has grown."""
        return self._silences.get(
            len(runs),
            lambda: silences(self.catalogue.contracts, self.perimeters, runs, self.census, load_gazetteer()),
        )

    @cached_property
    def timelines(self) -> tuple[TerritoryTimeline, ...]:
        return timelines(self.catalogue.contracts, list(self.catalogue.rows.values()))


class DossierCache:
    """A new dossier with each new catalogue."""

    def __init__(self, services: Services, cache: CatalogueCache) -> None:
        self._services, self._cache = services, cache
        self._kept: Kept[Dossier] = Kept()
        self._problems: Kept[tuple[ReadingProblem, ...]] = Kept()

    def get(self) -> Dossier:
        catalogue = self._cache.get()
        return self._kept.get(catalogue.digest, lambda: Dossier(catalogue, self._services.today()))

    def reading_problems(self) -> tuple[ReadingProblem, ...]:
        """Worked out again when documents were added or read since."""
        store = self._services.store
        documents = store.documents()
        return self._problems.get(
            state_of_readings(store, documents), lambda: reading_problems(documents, store.latest_results())
        )
