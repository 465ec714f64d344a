"""Vectors beside an index: one pair of files per generation, and a pointer to the one that answers.

vectors/current              the name of the pair
vectors/NAME.npy, NAME.json  the vectors in half precision, mapped when read; the encoder and the ids of the rows
"""

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from models.errors import EngineError
from search_api.engines.hybrid.encoder import Vectors


@dataclass(frozen=True)
class Known:
    """The vectors of one generation by the id of their entry."""

    name: str
    rows: Mapping[str, int]
    matrix: np.ndarray[Any, np.dtype[np.float16]]

    def of(self, ids: Sequence[str]) -> Vectors:
        """The vectors of entries, all of which are known."""
        return self.matrix[[self.rows[entry_id] for entry_id in ids]].astype(np.float32)


class VectorFiles:
    def __init__(self, folder: Path, version: str) -> None:
        self._folder, self._version = folder, version
        self._opened: Known | None = None

    def write(self, ids: Sequence[str], parts: Sequence[Vectors]) -> None:
        """Replaces what answers in one step, then removes what answered before. Raises EngineError."""
        name = uuid.uuid4().hex
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            matrix = np.concatenate(parts) if parts else np.empty((0, 0), np.float32)
            np.save(self._folder / f"{name}.npy", matrix.astype(np.float16))
            meta = json.dumps({"encoder": self._version, "ids": list(ids)}, ensure_ascii=False)
            (self._folder / f"{name}.json").write_text(meta, encoding="utf-8")
            (self._folder / f"{name}.new").write_text(name, encoding="utf-8")
            (self._folder / f"{name}.new").replace(self._folder / "current")
            for old in self._folder.iterdir():
                if old.stem not in {name, "current"}:
                    old.unlink(missing_ok=True)  # readers that have it mapped keep it
        except OSError as error:
            raise EngineError(f"Les vecteurs de l'index n'ont pas pu être écrits : {error}.") from error

    def known(self) -> Known | None:
        """What answers now; None before the first build, or where another encoder wrote it."""
        try:
            name = (self._folder / "current").read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        if self._opened is None or self._opened.name != name:
            self._opened = self._open(name)
        return self._opened

    def _open(self, name: str) -> Known | None:
        """None too where it was replaced meanwhile: the next question opens the new one."""
        try:
            meta = json.loads((self._folder / f"{name}.json").read_text(encoding="utf-8"))
            matrix = np.load(self._folder / f"{name}.npy", mmap_mode="r")
        except (OSError, ValueError):
            return None
        rows = {entry_id: row for row, entry_id in enumerate(meta["ids"])}
        return Known(name, rows, matrix) if meta["encoder"] == self._version else None
