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
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np
import orjson

from models.search import EntryKind, IndexEntry
from search_api.engines.embedded.mapped import mapped, mapped_bytes
from search_api.engines.embedded.passages import Words, WordsWriter
from search_api.engines.highlight import SCANNED, fragments
from search_api.engines.plan import QueryPlan
from search_api.engines.snapshot import Found, FragmentValues

_TEXTS, _ENDS, _ROWS, _NAMED, _FIELDS = "texts.bin", "texts.num", "rows.num", "named.num", "fields.json"
_CODES = {"contract_id", "facets", "date"}  # of an entry, beside what is shown of it
CODES, KIND, ID, TITLE, FIELDS = range(
    5
)  # the texts of an entry in their order, from the first of its fields on


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
        shown = self._shown(row)
        fields = {
            self._fields[self._named[text]]: self._text(text)
            for text in range(shown.texts + FIELDS, int(self._rows[row + 1]))
        }
        values = {"id": shown.id, "kind": shown.kind, "title": shown.title, "fields": fields}
        return IndexEntry.model_validate(orjson.loads(self._text(shown.texts)) | values)

    def page(self, scored: Iterable[tuple[float, int]], plan: QueryPlan) -> tuple[Found, ...]:
        """The entries of rows with their scores, and the passages that answer the plan."""
        shown = [(score, row, self._shown(row)) for score, row in scored]
        marked = shown and not plan.is_empty
        passages = self._passages([row for _, row, _ in shown], plan) if marked else {}
        return tuple(Found(score, entry, passages.get(row, {})) for score, row, entry in shown)

    def _shown(self, row: int) -> "ShownEntry":
        texts = int(self._rows[row])
        kind, identifier, title = (self._text(texts + at) for at in (KIND, ID, TITLE))
        return ShownEntry(identifier, EntryKind(kind), title, texts)

    def _text(self, number: int) -> str:
        return self._texts[self._ends[number, 0] : self._ends[number + 1, 0]].decode()

    def _passages(self, rows: Sequence[int], plan: QueryPlan) -> dict[int, dict[str, list[FragmentValues]]]:
        first, last = self._rows[rows] + TITLE, self._rows[np.add(rows, 1)]
        texts = np.concatenate([np.arange(a, b) for a, b in zip(first.tolist(), last.tolist(), strict=True)])
        of_rows = np.repeat(rows, last - first).tolist()
        fields = [self._fields[number] for number in self._named[texts].tolist()]
        passages: dict[int, dict[str, list[FragmentValues]]] = {}
        for at, spans in self._words.spans(plan, self._ends[texts, 1], self._ends[texts + 1, 1], fields):
            marked = fragments(fields[at], self._text(int(texts[at])), spans)
            passages.setdefault(of_rows[at], {})[fields[at]] = marked
        return passages


@dataclass(frozen=True)
class ShownEntry:
    """What is shown of any entry, and the number of its first text."""

    id: str
    kind: EntryKind
    title: str
    texts: int
