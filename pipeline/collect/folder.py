"""A local folder as a source: every visible file, documents or not, so that each gets a typed outcome."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from models.catalogue import Document
from models.records import Issue, Severity
from pipeline.collect.originals import Originals

#: Where a person keeps notes for other persons, not contracts.
NOT_DOCUMENTS = frozenset({"thumbs.db", "desktop.ini"})


def collect_folder(
    folder: Path, originals: Originals, on_issue: Callable[[Issue], None]
) -> Iterator[Document]:
    """Files at any depth in a stable order; hidden ones and links out of the folder are passed over."""
    root = folder.resolve()
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if any(part.startswith(".") for part in inside.parts) or path.name.lower() in NOT_DOCUMENTS:
            continue
        if not path.is_file() or not path.resolve().is_relative_to(root):
            continue
        try:
            sha256 = originals.put_file(path)
            size = path.stat().st_size
        except OSError as error:
            on_issue(_unreadable(path, error))
            continue
        yield Document(
            sha256=sha256,
            name=path.name,
            uri=f"file:{inside.as_posix()}",
            media_type="application/octet-stream",
            size=size,
            source="dossier",
            fetched_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )


def _unreadable(path: Path, error: OSError) -> Issue:
    return Issue(
        code="collect.unreadable_file",
        severity=Severity.ERROR,
        message=f"Le fichier « {path.name} » ne peut pas être lu : {error.strerror}.",
        next_step="Vérifiez les droits du fichier, puis relancez.",
        document=path.name,
    )
