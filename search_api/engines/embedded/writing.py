"""Writes a generation: a stream of entries in, the files of a folder out.

An entry is written and let go: what stays in memory until the end are its id, its title and the rows of the
terms (4 bytes a term of an entry), about 1 KB an entry.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tantivy

from models.errors import EngineError
from models.search import IndexEntry
from search_api.engines.embedded.analysed import Analysed
from search_api.engines.embedded.entries import EntriesWriter
from search_api.engines.embedded.facets import FacetsWriter
from search_api.engines.embedded.notions import write_notions
from search_api.engines.embedded.postings import PostingsWriter
from search_api.engines.embedded.schema import document, schema
from search_api.engines.embedded.snapshot import CONTRACT, DATE_ORDER, KIND, TITLE_ORDER
from search_api.engines.planner import NOTION_ZONES
from search_api.engines.zones import WEIGHTS
from search_api.place_names import place_stems
from search_api.thesaurus.reader import Thesaurus

_HEAP = 64_000_000  # bytes that tantivy may use before it writes a segment


@dataclass(frozen=True)
class Written:
    number: int
    first: IndexEntry | None


def write_generation(folder: Path, entries: Iterable[IndexEntry], thesaurus: Thesaurus) -> Written:
    """Raises EngineError when two entries have the same id."""
    index = tantivy.Index(schema(), path=str(folder)).writer(_HEAP, 1)
    bodies, facets = EntriesWriter(folder), FacetsWriter()
    postings = PostingsWriter(thesaurus.phrases() | place_stems())
    ids, titles, dates = set[str](), list[str](), array("q")
    first: IndexEntry | None = None
    try:
        for row, entry in enumerate(entries):
            if entry.id in ids:
                raise EngineError(f"Deux fiches à indexer portent l'identifiant « {entry.id} ».")
            ids.add(entry.id)
            first = first or entry
            analysed = Analysed(entry)
            index.add_document(document(row, analysed))
            bodies.add(entry)
            facets.add({**entry.facets, KIND: (entry.kind.value,), CONTRACT: (entry.contract_id,)})
            postings.add(row, analysed.stems)
            titles.append(analysed.title_key)
            dates.append(analysed.date_key)
    finally:
        bodies.close()
    index.commit()
    index.wait_merging_threads()
    postings.write(folder)
    write_notions(folder, thesaurus.notions(), (NOTION_ZONES, tuple(WEIGHTS)), len(ids))
    facets.write(folder)
    _write_orders(folder, titles, dates)
    return Written(len(ids), first)


def _write_orders(folder: Path, titles: list[str], dates: "array[int]") -> None:
    """The place of each row when entries are sorted by date, the newest first, and by title."""
    by_date = np.argsort(-np.frombuffer(dates, np.int64), kind="stable") if dates else np.empty(0, np.int64)
    by_title = np.array(sorted(range(len(titles)), key=titles.__getitem__), np.int64)
    for name, order in ((DATE_ORDER, by_date), (TITLE_ORDER, by_title)):
        places = np.empty(len(order), np.int32)
        places[order] = np.arange(len(order), dtype=np.int32)
        np.save(folder / name, places)
