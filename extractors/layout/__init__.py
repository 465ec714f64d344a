"""From a file to its `Layout`: sniff what it is, read it, end in exactly one typed outcome.

In: a path. Out: `LayoutResult`. `read_layout` runs in this process; flows run it in a sandboxed one.
"""

from pathlib import Path

from extractors.layout.html import read_html
from extractors.layout.options import ReadOptions, UnreadableError
from extractors.layout.pdf.reader import read_pdf
from extractors.layout.plain import read_plain
from extractors.layout.sniff import DOCX, HTML, ODT, PDF, TEXT, sniff
from extractors.layout.word import read_docx, read_odt
from models.layout import READABLE, LayoutResult, Outcome

__all__ = ["READER_VERSION", "ReadOptions", "read_layout"]

READER_VERSION = "2"
READERS = {PDF: read_pdf, HTML: read_html, TEXT: read_plain, DOCX: read_docx, ODT: read_odt}


def read_layout(path: Path, *, options: ReadOptions | None = None) -> LayoutResult:
    """Read one file. Never raises for bad content: the outcome and the French message say what is wrong."""
    options = options or ReadOptions()
    size = path.stat().st_size
    if size > options.max_bytes:
        message = f"Fichier de {size // 2**20} Mo : plus que la limite de {options.max_bytes // 2**20} Mo."
        return LayoutResult(outcome=Outcome.TOO_BIG, media_type="application/octet-stream", message=message)
    media_type = sniff(path)
    if size == 0:
        return LayoutResult(outcome=Outcome.EMPTY, media_type=media_type, message="Le fichier est vide.")
    reader = READERS.get(media_type)
    if reader is None:
        message = f"Ce n'est pas un document que l'on sait lire ({media_type})."
        return LayoutResult(outcome=Outcome.NOT_A_DOCUMENT, media_type=media_type, message=message)
    try:
        return _with_words(reader(path, options))
    except UnreadableError as error:
        return LayoutResult(outcome=error.outcome, media_type=media_type, message=str(error))
    except RecursionError:
        message = "Le fichier emboîte ses éléments trop profondément pour être lu."
        return LayoutResult(outcome=Outcome.DAMAGED, media_type=media_type, message=message)


def _with_words(read: LayoutResult) -> LayoutResult:
    """No reader may call a file read that gave no word: dots and rules are none."""
    blocks = read.layout.blocks() if read.layout else ()
    if read.outcome in READABLE and not any(sign.isalnum() for block in blocks for sign in block.text):
        raise UnreadableError(Outcome.EMPTY, "Le document ne contient aucun mot.")
    return read
