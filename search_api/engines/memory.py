"""An engine in memory, for tests and small catalogues: the same plans and scores as the embedded one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from models.search import Hit, IndexEntry, IndexReport, SearchQuery, SearchResult, SortOrder
from search_api.engines import planned
from search_api.engines.analysis import forms, stems
from search_api.engines.highlight import found
from search_api.engines.plan import Demand, Group
from search_api.engines.planner import Planner
from search_api.engines.snapshot import TIE, Matches, Selection, by_id, chosen_level, counted, given
from search_api.engines.zones import WEIGHTS, zone_texts
from search_api.thesaurus.reader import Thesaurus, default_thesaurus


class MemoryEngine:
    """Passes the same contract suite as the embedded engine; nothing outlives the process."""

    def __init__(self, thesaurus: Thesaurus | None = None) -> None:
        self._thesaurus = thesaurus or default_thesaurus()
        self._planner = Planner(self._thesaurus)
        self._snapshot = MemorySnapshot(())
        self._built = 0

    def rebuild(self, entries: Iterable[IndexEntry]) -> IndexReport:
        self._snapshot = MemorySnapshot(entries)
        self._built += 1
        return IndexReport(entries=self._snapshot.count(), generation=f"memory-{self._built}")

    def search(self, query: SearchQuery) -> SearchResult:
        return planned.search(self._snapshot, self._planner, query)

    def similar(self, entry_id: str, size: int = 5) -> tuple[Hit, ...]:
        return planned.similar(self._snapshot, entry_id, size)

    def suggest(self, prefix: str, size: int = 8) -> tuple[str, ...]:
        return planned.suggest(self._snapshot, self._thesaurus, prefix, size)

    def count(self) -> int:
        return self._snapshot.count()


class _Analysed:
    """An entry with the stems of each zone, as one string per zone to find phrases in."""

    def __init__(self, entry: IndexEntry) -> None:
        texts = zone_texts(entry)
        self.entry = entry
        self.zones = {
            zone: "".join(f" {' '.join(stems(part))} ¶" for part in parts) for zone, parts in texts.items()
        }
        self.stems = {stem for zone in self.zones.values() for stem in zone.split()}
        self.forms = {form for parts in texts.values() for part in parts for form in forms(part)}
        self.title_forms = forms(entry.title)

    def score(self, group: Group) -> float:
        """The best alternative in the best zone, plus a little of the others; 0 where none stands."""
        found = [
            alternative.weight * WEIGHTS[zone] * group.importance
            for alternative in group.alternatives
            if self.stems.issuperset(alternative.stems)
            for zone in group.zones
            if f" {' '.join(alternative.stems)} " in self.zones[zone]
        ]
        return max(found) * (1 - TIE) + sum(found) * TIE if found else 0.0


class MemorySnapshot:
    def __init__(self, entries: Iterable[IndexEntry]) -> None:
        self._entries = {key: _Analysed(entry) for key, entry in by_id(entries).items()}
        self._words = Counter(form for known in self._entries.values() for form in known.forms)

    def count(self) -> int:
        return len(self._entries)

    def frequency(self, stem: str) -> int:
        return max((self._frequency(stem, zone) for zone in WEIGHTS), default=0)

    def place_frequency(self, stem: str) -> int:
        return self._frequency(stem, "place")

    def _frequency(self, stem: str, zone: str) -> int:
        return sum(f" {stem} " in known.zones[zone] for known in self._entries.values())

    def words(self) -> Mapping[str, int]:
        return self._words

    def select(self, selection: Selection) -> Matches:
        admitted = [
            (answer, known)
            for known in self._entries.values()
            if _admitted(known.entry, selection) and (answer := _score(known, selection)) is not None
        ]
        level = chosen_level(
            selection.levels, lambda least: sum(answered >= least for (_, answered), _ in admitted)
        )
        scored = [(score, known) for (score, answered), known in admitted if answered >= level]
        if selection.sort is SortOrder.DATE:
            scored.sort(key=lambda item: item[1].entry.date or "", reverse=True)
        elif selection.sort is SortOrder.TITLE:
            scored.sort(key=lambda item: (item[1].title_forms, item[1].entry.title, item[1].entry.id))
        else:
            scored.sort(key=lambda item: -item[0])
        page = scored[selection.offset : selection.offset + selection.size]
        return Matches(
            total=len(scored),
            entries=found(selection, [(score, known.entry) for score, known in page]),
            facets={name: counted(_counts(scored, name)) for name in selection.facets},
        )

    def entry(self, entry_id: str) -> IndexEntry | None:
        known = self._entries.get(entry_id)
        return known.entry if known else None

    def titles(self, words: Sequence[str], prefix: str, size: int) -> Sequence[str]:
        found = [
            known
            for known in self._entries.values()
            if all(word in known.title_forms for word in words)
            and any(form.startswith(prefix) for form in known.title_forms)
        ]
        found.sort(key=lambda known: (known.title_forms, known.entry.title))
        return tuple(dict.fromkeys(known.entry.title for known in found))[:size]


def _admitted(entry: IndexEntry, selection: Selection) -> bool:
    return (
        (selection.kind is None or entry.kind is selection.kind)
        and entry.contract_id != selection.without_contract
        and all(not set(values).isdisjoint(entry.facets.get(name, ())) for name, values in given(selection))
    )


def _score(known: _Analysed, selection: Selection) -> tuple[float, int] | None:
    """The score, and how many wanted groups are answered; None where the entry does not answer the plan."""
    groups = selection.plan.groups
    scores = {group: known.score(group) for group in groups}
    if not all(scores[group] for group in selection.plan.of(Demand.BINDING)):
        return None
    wanted = selection.plan.of(Demand.WANTED)
    answered = sum(scores[group] > 0 for group in wanted)
    if groups and not (answered if wanted else any(scores.values())):
        return None
    return sum(scores.values()), answered


def _counts(scored: Sequence[tuple[float, _Analysed]], name: str) -> Mapping[str, int]:
    return Counter(value for _, known in scored for value in known.entry.facets.get(name, ()))
