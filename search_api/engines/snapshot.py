"""One state of an index, as an engine opens it: what `planned.py` needs to answer every question."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypedDict

from models.errors import EngineError
from models.search import EntryKind, IndexEntry, SortOrder
from search_api.engines.plan import QueryPlan

#: Share of the other alternatives' scores that is added to the best one's within a group.
TIE = 0.15
ENOUGH = 20  # fewer matches than a page: ask for one thing less (recall@10 +0.02, nDCG@10 +0.01 over 5)


@dataclass(frozen=True)
class Selection:
    """Which entries to rank, how, and which of them to return.

    `levels`: how many of the wanted groups to require, the strictest first; the first that finds enough counts.
    `marked`: whether the passages that answer the plan are wanted too.
    """

    plan: QueryPlan = field(default_factory=QueryPlan)
    levels: tuple[int, ...] = (0,)
    kind: EntryKind | None = None
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    without_contract: str | None = None
    sort: SortOrder = SortOrder.RELEVANCE
    offset: int = 0
    size: int = 20
    facets: tuple[str, ...] = ()
    marked: bool = False


class Shown(Protocol):
    """What is shown of an entry that was found."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> EntryKind: ...
    @property
    def title(self) -> str: ...


class CountValues(TypedDict):
    """Of a models.search.FacetCount."""

    value: str
    count: int


class FragmentValues(TypedDict):
    """Of a models.search.Fragment."""

    text: str
    hit: bool


#: Of each field where words of a plan stand, the title whole, others cut to their best passage.
Passages = Mapping[str, Sequence[FragmentValues]]


@dataclass(frozen=True)
class Found:
    """`passages` are empty where none were asked for."""

    score: float
    entry: Shown
    passages: Passages


@dataclass(frozen=True)
class Matches:
    total: int
    entries: tuple[Found, ...]  # in order
    facets: Mapping[str, Sequence[CountValues]]


class Snapshot(Protocol):
    """It is also the planner's Statistics."""

    def count(self) -> int: ...
    def frequency(self, stem: str) -> int: ...
    def place_frequency(self, stem: str) -> int: ...
    def words(self) -> Mapping[str, int]: ...

    def select(self, selection: Selection) -> Matches: ...
    def entry(self, entry_id: str) -> IndexEntry | None: ...
    def titles(self, words: Sequence[str], prefix: str, size: int) -> Sequence[str]:
        """Titles that hold all folded words and one that begins with the prefix."""


def chosen_level(levels: Sequence[int], answering: Callable[[int], int]) -> int:
    """The strictest level that finds enough, else the loosest; `answering` counts the entries of a level."""
    return next((level for level in levels[:-1] if answering(level) >= ENOUGH), levels[-1])


def given(selection: Selection) -> list[tuple[str, tuple[str, ...]]]:
    """The filters that name a value; one without values does not restrict."""
    return [(name, values) for name, values in selection.filters.items() if values]


def counted(counts: Mapping[str, int]) -> list[CountValues]:
    """Facet counts, most frequent first, then by value."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [{"value": value, "count": count} for value, count in ordered]


def by_id(entries: Iterable[IndexEntry]) -> dict[str, IndexEntry]:
    """The entries of a build by their id; two of the same id cannot both be found again."""
    known: dict[str, IndexEntry] = {}
    for entry in entries:
        if known.setdefault(entry.id, entry) is not entry:
            raise EngineError(f"Deux fiches à indexer portent l'identifiant « {entry.id} ».")
    return known
