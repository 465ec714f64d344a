"""The entries of an index by their row, one after the other in a mapped file, and where each begins.

An entry is its JSON, then each of its texts as `highlight.read_text` read it. To read the texts of twenty hits
anew for each search took most of its time.
"""

import mmap
from array import array
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from models.search import EntryKind, IndexEntry
from search_api.engines.highlight import read_text

_BODIES, _ENDS = "entries.jsonl", "entries.npy"


class EntriesWriter:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = (folder / _BODIES).open("wb")
        self._ends = array("q", [0])

    def add(self, entry: IndexEntry) -> None:
        texts = (entry.title, *entry.fields.values())
        body = "\x1e".join((entry.model_dump_json(), *map(read_text, texts))).encode() + b"\n"
        self._file.write(body)
        self._ends.append(self._ends[-1] + len(body))

    def close(self) -> None:
        self._file.close()
        np.save(self._folder / _ENDS, np.frombuffer(self._ends, np.int64))


class Entries:
    """Raises ValueError or OSError when the files are damaged."""

    def __init__(self, folder: Path) -> None:
        self._ends = np.load(folder / _ENDS, mmap_mode="r")
        size = int(self._ends[-1])
        with (folder / _BODIES).open("rb") as file:
            self._bodies = mmap.mmap(file.fileno(), size, access=mmap.ACCESS_READ) if size else b""

    def __len__(self) -> int:
        return len(self._ends) - 1

    def entry(self, row: int) -> IndexEntry:
        return IndexEntry.model_validate_json(self._parts(row)[0])

    def shown(self, row: int) -> "ShownEntry":
        content, *texts = self._parts(row)
        return ShownEntry(orjson.loads(content), texts)

    def _parts(self, row: int) -> list[str]:
        body = self._bodies[int(self._ends[row]) : int(self._ends[row + 1]) - 1]
        return body.decode().split("\x1e")


class ShownEntry:
    """What is shown of an entry, read as it was when it was indexed."""

    def __init__(self, content: dict[str, Any], texts: Sequence[str]) -> None:
        self.id: str = content["id"]
        self.title: str = content["title"]
        self.kind = EntryKind(content["kind"])
        self.fields: Mapping[str, str] = content["fields"]
        self._texts = texts

    @property
    def read(self) -> Sequence[str]:
        return self._texts
