"""The entries of an index by their row: JSON one after the other in a mapped file, and where each begins."""

import json
import mmap
from array import array
from pathlib import Path
from typing import Any

import numpy as np

from models.search import IndexEntry

_BODIES, _ENDS = "entries.jsonl", "entries.npy"


class EntriesWriter:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = (folder / _BODIES).open("wb")
        self._ends = array("q", [0])

    def add(self, entry: IndexEntry) -> None:
        body = entry.model_dump_json().encode() + b"\n"
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

    def body(self, row: int) -> bytes:
        return self._bodies[int(self._ends[row]) : int(self._ends[row + 1])]

    def entry(self, row: int) -> IndexEntry:
        return IndexEntry.model_validate_json(self.body(row))

    def title(self, row: int) -> str:
        content: dict[str, Any] = json.loads(self.body(row))
        return str(content["title"])
