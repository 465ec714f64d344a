"""The layouts as read, kept beside the originals: compressed JSON, one file a document."""

import gzip
import os
from pathlib import Path

from models.layout import Layout


class LayoutFiles:
    """Written whole or not at all, so a killed run leaves no half file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / f"{sha256}.json.gz"

    def put(self, sha256: str, layout: Layout) -> None:
        path = self._path(sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}.partial")
        partial.write_bytes(gzip.compress(layout.model_dump_json().encode(), compresslevel=3, mtime=0))
        partial.replace(path)

    def get(self, sha256: str) -> Layout | None:
        """The layout, or None when the document was never read."""
        path = self._path(sha256)
        return Layout.model_validate_json(gzip.decompress(path.read_bytes())) if path.exists() else None
