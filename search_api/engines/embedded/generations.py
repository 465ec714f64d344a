"""Generations of an index on disk: one folder each, and a pointer file that names the one that answers.

    index/current            the name of the generation that answers
    index/build.lock         held while one is being built
    index/gen-…/             tantivy's files, and meta.json once the generation is complete

The pointer is replaced in one step, so a build that is killed leaves the old generation answering.
"""

import fcntl
import json
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.errors import EngineError
from search_api.engines import analysis
from search_api.engines.embedded import schema

_PREFIX = "gen-"
VERSION = f"{schema.FORMAT}.{analysis.VERSION}"


class Generations:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pointer = folder / "current"
        self._read: tuple[tuple[int, int], Path | None] | None = None

    def current(self) -> Path | None:
        """The folder of the generation that answers; None before the first build."""
        try:
            told = self._pointer.stat()
            state = told.st_ino, told.st_mtime_ns
            if self._read is None or self._read[0] != state:
                self._read = state, self._named(self._pointer.read_text(encoding="utf-8").strip())
            return self._read[1]
        except FileNotFoundError:
            return None
        except OSError as error:
            raise EngineError(f"L'index {self._folder} ne peut pas être lu : {error}.") from error

    def _named(self, name: str) -> Path | None:
        return self._folder / name if name.startswith(_PREFIX) and "/" not in name else None

    def is_readable(self, generation: Path) -> bool:
        """Whether this version of the program can read it (complete, same format, same analysis)."""
        try:
            meta = json.loads((generation / "meta-atlas.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        return isinstance(meta, dict) and meta.get("version") == VERSION

    @contextmanager
    def building(self) -> Iterator[Path]:
        """A new empty folder to build in, removed again when the build fails. One build at a time."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / "build.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise EngineError("Une autre indexation est en cours : attendez qu'elle finisse.") from error
            self._clean()
            new = self._folder / f"{_PREFIX}{time.time_ns()}-{uuid.uuid4().hex[:6]}"
            new.mkdir()
            try:
                yield new
            except BaseException:
                shutil.rmtree(new, ignore_errors=True)
                raise

    def publish(self, generation: Path, entries: int) -> None:
        """Mark the generation complete and make it the one that answers; keep the one before it."""
        before = self.current()
        meta = json.dumps({"version": VERSION, "entries": entries})
        (generation / "meta-atlas.json").write_text(meta, encoding="utf-8")
        fresh = self._folder / "current.new"
        with fresh.open("w", encoding="utf-8") as file:
            file.write(generation.name + "\n")
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._pointer)
        self._clean(keep=before)

    def _clean(self, keep: Path | None = None) -> None:
        """Remove unfinished and outdated generations. Open readers keep their files until they close."""
        wanted = {self.current(), keep}
        for folder in self._folder.glob(f"{_PREFIX}*"):
            if folder not in wanted:
                shutil.rmtree(folder, ignore_errors=True)
