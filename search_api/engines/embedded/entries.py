"""The entries of an index by their row, one after the other in a mapped file, and where each begins.

An entry is its JSON, then each of its texts as the search reads it: the stems of its words, and the lengths of
words and of what stands between them, a character each. To read the texts of twenty hits anew for each search
took most of its time.
"""

import json
import mmap
from array import array
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from models.search import EntryKind, IndexEntry
from search_api.engines.analysis import pieces_of, stem_of_word
from search_api.engines.highlight import SCANNED, ReadText

_BODIES, _ENDS = "entries.jsonl", "entries.npy"
_FIRST = ord("#")
_LENGTHS = {chr(_FIRST + length): length for length in range(SCANNED + 1)}


class EntriesWriter:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = (folder / _BODIES).open("wb")
        self._ends = array("q", [0])

    def add(self, entry: IndexEntry) -> None:
        texts = (entry.title, *entry.fields.values())
        body = "\x1e".join((entry.model_dump_json(), *map(_written, texts))).encode() + b"\n"
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
        return ShownEntry(json.loads(content), texts)

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
    def read(self) -> Mapping[str, ReadText]:
        return dict(zip(("title", *self.fields), map(_read, self._texts), strict=True))


def _written(text: str) -> str:
    """The stems, then a character for each length, from "#" for none: no separator is among them."""
    pieces = pieces_of(text[:SCANNED])
    stems = " ".join(map(stem_of_word, pieces[1::2]))
    return f"{stems}\x1f{''.join(chr(_FIRST + len(piece)) for piece in pieces)}"


def _read(written: str) -> ReadText:
    stems, _, lengths = written.partition("\x1f")
    return ReadText(stems.split(" "), map(_LENGTHS.__getitem__, lengths))
