"""What goes into a search engine and what comes out of it."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from models.base import Record


class EntryKind(StrEnum):
    ACTION = "action"
    CONTRACT = "contract"


class IndexEntry(Record):
    """One action or contract to index. Facet values are codes; labels are made by the pages.

    `fields` are searched and highlighted, heaviest first: title, objectives, target_population, axis,
    description, context, pilot, partners, area, budget, indicators, expected_results, other, territory.
    """

    id: str
    kind: EntryKind
    contract_id: str
    title: str
    fields: Mapping[str, str] = Field(default_factory=dict)
    facets: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)  # region, department, status, kind, …
    date: str | None = None  # of signature or start, for sorting


class SortOrder(StrEnum):
    RELEVANCE = "relevance"
    DATE = "date"
    TITLE = "title"


class SearchQuery(Record):
    """`text` may be empty: everything matches. Values of one filter are alternatives, filters add up."""

    text: str = ""
    kind: EntryKind | None = None
    filters: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    facets: tuple[str, ...] = ()
    sort: SortOrder = SortOrder.RELEVANCE
    offset: int = Field(default=0, ge=0)
    size: int = Field(default=20, ge=0, le=1000)


class Fragment(Record):
    """A piece of a highlighted text; `hit` marks the words that matched."""

    text: str
    hit: bool = False


class Hit(Record):
    id: str
    kind: EntryKind
    score: float
    title: str
    highlights: Mapping[str, tuple[Fragment, ...]] = Field(default_factory=dict)


class FacetCount(Record):
    value: str
    count: int


class SearchResult(Record):
    """`expansions` are the terms that the thesaurus added, for the page to tell the reader."""

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[FacetCount, ...]] = Field(default_factory=dict)
    expansions: tuple[str, ...] = ()


class IndexReport(Record):
    entries: int
    generation: str  # name of the index that now answers
