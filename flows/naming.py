"""The names of one file: read in a child process with limits, recognised here, where the model stays loaded."""

from pathlib import Path

from extractors.layout import ReadOptions, read_layout
from extractors.ner.document import DocumentName, document_names
from extractors.ner.protocol import MentionLabel, Recogniser
from extractors.sandbox import SandboxError, run_limited
from flows.settings import Settings
from models.base import Record
from models.evidence import Evidence


class FileName(Record):
    """A line of `atlas-cls names`."""

    document: str
    label: MentionLabel
    text: str
    evidence: Evidence


def read_names(path: Path, recogniser: Recogniser, settings: Settings) -> list[FileName] | None:
    """None where the file cannot be read."""
    options = ReadOptions(max_bytes=settings.max_file_mb * 1024 * 1024)
    try:
        read = run_limited(read_layout, path, options=options)(settings.read_seconds, settings.read_memory_mb)
    except SandboxError:
        return None
    return [_line(path, name) for name in document_names(read.layout, recogniser)] if read.layout else None


def _line(path: Path, name: DocumentName) -> FileName:
    return FileName(document=path.name, label=name.label, text=name.text, evidence=name.evidence)
