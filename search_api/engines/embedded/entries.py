"""The entries of an index by their row, their texts one after the other in a mapped file.

    texts.bin    of each entry: its codes as JSON, its kind, its id, its title, its fields
    texts.num    where each text ends, in texts.bin and in words.num
    rows.num     the number of the first text of each row, and of all texts
    named.num    the field that each text is
    fields.json  the names of the fields
    words.…      (passages.py)

A search shows twenty entries: it reads their ids, titles and the fields where something answers, nothing else.
"""

import json
from array import array
from collections.abc import Iterable
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from typing import IO, NamedTuple

import numpy as np
import orjson

from models.search import EntryKind, IndexEntry
from search_api.engines.embedded.mapped import mapped, mapped_bytes
from search_api.engines.embedded.passages import Texts, Words, WordsWriter
from search_api.engines.highlight import SCANNED, fragments
from search_api.engines.plan import QueryPlan
from search_api.engines.snapshot import Found, FragmentValues

_TEXTS, _ENDS, _ROWS, _NAMED, _FIELDS = "texts.bin", "texts.num", "rows.num", "named.num", "fields.json"
_KINDS = {kind.value: kind for kind in EntryKind}
_CODES = {"contract_id", "facets", "date"}  # of an entry, beside what is shown of it
#: The texts of an entry in their order: its codes, kind, id, title, then its fields.
KIND, TITLE, FIELDS = 1, 3, 4


class EntriesWriter:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open = ExitStack()
        self._texts, self._ends, self._rows, self._named = map(self._file, (_TEXTS, _ENDS, _ROWS, _NAMED))
        self._words = WordsWriter(folder)
        self._fields: dict[str, int] = {}
        self._bytes = self._number = 0
        array("q", [0, 0]).tofile(self._ends)
        array("q", [0]).tofile(self._rows)

    def _file(self, name: str) -> IO[bytes]:
        return self._open.enter_context((self._folder / name).open("wb"))

    def add(self, entry: IndexEntry) -> None:
        unread = (entry.model_dump_json(include=_CODES), entry.kind.value, entry.id)
        texts = [("", text) for text in unread] + [("title", entry.title), *entry.fields.items()]
        ends, named = array("q"), array("H")
        for number, (name, text) in enumerate(texts):
            body = text.encode()
            self._texts.write(body)
            self._bytes += len(body)
            if number >= TITLE:
                self._words.add(text[:SCANNED])
            ends.extend((self._bytes, self._words.number))
            named.append(self._fields.setdefault(name, len(self._fields)))
        ends.tofile(self._ends)
        named.tofile(self._named)
        self._number += len(texts)
        array("q", [self._number]).tofile(self._rows)

    def close(self) -> None:
        self._open.close()
        self._words.close()
        (self._folder / _FIELDS).write_text(json.dumps(list(self._fields)), encoding="utf-8")


class Entries:
    """Raises ValueError or OSError when the files are damaged."""

    def __init__(self, folder: Path) -> None:
        self._texts = mapped_bytes(folder / _TEXTS)
        self._ends = mapped(folder / _ENDS, np.int64).reshape(-1, 2)
        self._rows = mapped(folder / _ROWS, np.int64)
        self._named = mapped(folder / _NAMED, np.uint16)
        self._fields: list[str] = json.loads((folder / _FIELDS).read_text(encoding="utf-8"))
        self._words = Words(folder)
        ends = [len(self._texts), len(self._words)]
        if self._ends[-1].tolist() != ends or not self._rows[-1] == len(self._named) == len(self._ends) - 1:
            raise ValueError(f"texts and words end at {self._ends[-1]}, the files at {ends}")

    def __len__(self) -> int:
        return len(self._rows) - 1

    def entry(self, row: int) -> IndexEntry:
        first, last = self._rows[row : row + 2].tolist()
        codes, kind, identifier, title, *texts = self._decoded(first, last)
        names = (self._fields[number] for number in self._named[first + FIELDS : last].tolist())
        values = {
            "id": identifier,
            "kind": kind,
            "title": title,
            "fields": dict(zip(names, texts, strict=True)),
        }
        return IndexEntry.model_validate(orjson.loads(codes) | values)

    def page(self, scored: Iterable[tuple[float, int]], plan: QueryPlan) -> tuple[Found, ...]:
        """The entries of rows with their scores, and the passages that answer the plan."""
        scores, rows = [], []
        for score, row in scored:
            scores.append(score)
            rows.append(row)
        passages = self._passages(rows, plan) if rows and not plan.is_empty else {}
        shown = map(self._shown, self._rows[rows].tolist() if rows else ())
        return tuple(
            Found(score, entry, passages.get(row, {}))
            for score, row, entry in zip(scores, rows, shown, strict=True)
        )

    def _shown(self, first: int) -> "ShownEntry":
        kind, identifier, title = self._decoded(first + KIND, first + FIELDS)
        return ShownEntry(identifier, _KINDS[kind], title)

    def _decoded(self, first: int, last: int) -> list[str]:
        """The texts from one on, up to another."""
        return [self._texts[a:b].decode() for a, b in pairwise(self._ends[first : last + 1, 0].tolist())]

    def _passages(self, rows: list[int], plan: QueryPlan) -> dict[int, dict[str, list[FragmentValues]]]:
        first, last = self._rows[rows] + TITLE, self._rows[[row + 1 for row in rows]]
        numbers = last - first
        texts = np.arange(int(numbers.sum())) + (first - numbers.cumsum() + numbers).repeat(numbers)
        starts, ends = self._ends[texts], self._ends[texts + 1]
        runs = zip(self._ends[first, 1].tolist(), self._ends[last, 1].tolist(), strict=True)
        named = self._named[texts].tolist()
        of_texts = Texts(starts[:, 1], ends[:, 1])
        marked = self._words.spans(plan, runs, of_texts, lambda text: self._fields[named[text]])
        of_rows = np.repeat(rows, numbers).tolist()
        begins, stops = starts[:, 0].tolist(), ends[:, 0].tolist()
        passages: dict[int, dict[str, list[FragmentValues]]] = {}
        for at, spans in marked.items():
            name, text = self._fields[named[at]], self._texts[begins[at] : stops[at]].decode()
            passages.setdefault(of_rows[at], {})[name] = fragments(name, text, spans)
        return passages


class ShownEntry(NamedTuple):
    """What is shown of any entry."""

    id: str
    kind: EntryKind
    title: str
