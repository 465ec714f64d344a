"""PDF by the ladder PyMuPDF → PDFium → pdfplumber.

In: a path. Out: a `LayoutResult` that is parsed or partial; UnreadableError for every other outcome.
"""

from collections.abc import Callable
from pathlib import Path

from extractors.layout.options import ReadOptions, RungError, UnreadableError
from extractors.layout.pdf import fallbacks, mupdf
from models.layout import LayoutResult, Outcome

PDF = "application/pdf"
RUNGS: tuple[Callable[[Path, ReadOptions], LayoutResult], ...] = (
    mupdf.read,
    fallbacks.pdfium,
    fallbacks.plumber,
)


def read_pdf(path: Path, options: ReadOptions) -> LayoutResult:
    """The first rung that reads the file answers; an empty answer goes on to the next."""
    failures = []
    for rung in RUNGS:
        try:
            return rung(path, options)
        except UnreadableError:
            raise
        except MemoryError:
            raise
        except Exception as error:  # broken files raise anything from inside third-party readers
            failures.append(str(error) if isinstance(error, RungError) else f"{rung.__module__} : {error!r}")
    raise UnreadableError(
        Outcome.DAMAGED, f"Le fichier PDF est endommagé, aucun lecteur ne l'ouvre ({failures[0]})."
    )
