"""EmbeddedEngine: index entries in, ranked answers out, from a folder that many processes may read."""

from collections.abc import Iterable
from pathlib import Path
from threading import Lock

import orjson

from models.errors import EngineError
from models.search import Hit, IndexEntry, IndexReport, SearchQuery, SearchResult
from search_api.engines import planned
from search_api.engines.embedded.generations import Generations
from search_api.engines.embedded.snapshot import TantivySnapshot
from search_api.engines.embedded.writing import Written, write_generation
from search_api.engines.planner import Planner
from search_api.engines.snapshot import Selection
from search_api.lasting import lasting
from search_api.thesaurus.reader import Thesaurus, default_thesaurus

_ATTEMPTS = 3  # to open the generation that answers, when it is replaced meanwhile
_REBUILD = "Relancez « atlas-cls run » pour reconstruire l'index."


class EmbeddedEngine:
    """Safe to share between threads; sees a generation built by another process at its next question."""

    in_process = True

    def __init__(self, folder: Path, thesaurus: Thesaurus | None = None) -> None:
        self._thesaurus = thesaurus or default_thesaurus()
        self._planner = Planner(self._thesaurus)
        self._generations = Generations(folder)
        self._opened: TantivySnapshot | None = None
        self._opening = Lock()

    def rebuild(self, entries: Iterable[IndexEntry]) -> IndexReport:
        try:
            with self._generations.building() as folder:
                written = write_generation(folder, entries, self._thesaurus)
                self._validate(folder, written)
                self._generations.publish(folder, written.number)
                return IndexReport(entries=written.number, generation=folder.name)
        except (ValueError, OSError) as error:
            raise EngineError(f"L'index n'a pas pu être construit : {error}.") from error

    def _validate(self, folder: Path, written: Written) -> None:
        """The new index holds every entry, and finds one of them by its title."""
        snapshot = TantivySnapshot(folder)
        if snapshot.count() != written.number:
            raise EngineError(f"Index incomplet : {snapshot.count()} fiches sur {written.number}.")
        if (entry := written.first) is not None:
            plan = self._planner.plan(entry.title, snapshot)
            found = snapshot.select(Selection(plan=plan, levels=plan.levels()[-1:], size=0))
            if snapshot.entry(entry.id) != entry or not found.total:
                raise EngineError(f"L'index ne retrouve pas « {entry.title} ».")

    def search(self, query: SearchQuery) -> SearchResult:
        snapshot = self._snapshot()
        if snapshot is None:
            return _nothing(query)
        return snapshot.records.get(query, lambda: planned.search(snapshot, self._planner, query))

    def search_json(self, query: SearchQuery) -> bytes:
        """What `search` answers, as JSON."""
        snapshot = self._snapshot()
        if snapshot is None:
            return _nothing(query).model_dump_json().encode()
        return snapshot.texts.get(query, lambda: orjson.dumps(planned.answer(snapshot, self._planner, query)))

    def similar(self, entry_id: str, size: int = 5) -> tuple[Hit, ...]:
        snapshot = self._snapshot()
        return planned.similar(snapshot, entry_id, size) if snapshot else ()

    def suggest(self, prefix: str, size: int = 8) -> tuple[str, ...]:
        snapshot = self._snapshot()
        return planned.suggest(snapshot, self._thesaurus, prefix, size) if snapshot else ()

    def count(self) -> int:
        try:
            snapshot = self._snapshot()
        except EngineError:  # an index that cannot be opened answers nothing, and is to be rebuilt
            return 0
        return snapshot.count() if snapshot else 0

    def _snapshot(self) -> TantivySnapshot | None:
        """The generation that answers now, opened once; None before the first build."""
        with self._opening:
            for _ in range(_ATTEMPTS):
                current = self._generations.current()
                if current is None:
                    return None
                if self._opened is None or self._opened.folder != current:
                    self._opened = self._open(current)
                if self._opened is not None:
                    return self._opened
        raise EngineError(f"L'index est incomplet ou d'une autre version. {_REBUILD}")

    def _open(self, generation: Path) -> TantivySnapshot | None:
        """None where it cannot be read: perhaps it was replaced and removed since the pointer was read."""
        if not self._generations.is_readable(generation):
            return None
        try:
            with lasting():
                snapshot = TantivySnapshot(generation)
                snapshot.prepare()
                self._planner.plan(
                    "la santé dans le 93", snapshot
                )  # reads the names of places, which last too
                return snapshot
        except (ValueError, OSError) as error:
            if generation != self._generations.current():
                return None
            raise EngineError(f"L'index ne peut pas être ouvert : {error}. {_REBUILD}") from error


def _nothing(query: SearchQuery) -> SearchResult:
    return SearchResult(total=0, hits=(), facets=dict.fromkeys(query.facets, ()))
