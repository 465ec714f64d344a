"""What a file is, by its first bytes: the extension may lie."""

import re
import zipfile
from pathlib import Path

PDF = "application/pdf"
HTML = "text/html"
TEXT = "text/plain"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
OTHER = "application/octet-stream"

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|main|article|div|h1|p|meta)\b", re.IGNORECASE)
_BINARY = bytes(set(range(32)) - {9, 10, 12, 13, 27})
#: A page may hold so many control characters; packed bytes hold more, and "<p" by chance.
STRAY = 0.02


def sniff(path: Path) -> str:
    """The media type; OTHER when it is none that we read."""
    with path.open("rb") as file:
        head = file.read(8192)
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"PK"):
        return _zip(path)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return HTML if "<html" in head.decode("utf-16", errors="ignore").lower() else TEXT
    stray = len(head) - len(head.translate(None, _BINARY))
    if _HTML.search(head) and stray <= STRAY * len(head):
        return HTML
    return TEXT if head and not stray else OTHER


def _zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return DOCX
            if "mimetype" in names and archive.read("mimetype").strip() == ODT.encode():
                return ODT
    except (zipfile.BadZipFile, OSError, RuntimeError):
        return OTHER
    return OTHER
