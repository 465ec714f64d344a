"""The originals: every fetched file kept once, named by the sha256 of its bytes.

In: bytes or a file. Out: the sha256, and later the path. Writing is atomic: a kill leaves no half original.
"""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path


class Originals:
    """`folder/ab/abcdef…`; putting the same bytes again does nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path:
        """Where these bytes are, or would be."""
        return self._folder / sha256[:2] / sha256

    def put_file(self, source: Path) -> str:
        """Keep a copy of the file. Raises OSError when it cannot be read."""
        with source.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        self._write(sha256, lambda partial: shutil.copyfile(source, partial))
        return sha256

    def put_bytes(self, data: bytes) -> str:
        """Keep the bytes."""
        sha256 = hashlib.sha256(data).hexdigest()
        self._write(sha256, lambda partial: partial.write_bytes(data))
        return sha256

    def _write(self, sha256: str, write: Callable[[Path], object]) -> None:
        path = self.path(sha256)
        if path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}.partial")
        write(partial)
        partial.replace(path)
