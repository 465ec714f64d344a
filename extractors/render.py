"""A page of a PDF as a picture, with the words of a value highlighted.

In: a path, a page number from 1, boxes in PDF points. Out: PNG bytes; RenderError when it cannot be drawn.
"""

from collections.abc import Sequence
from pathlib import Path

from extractors.pdf_library import pymupdf
from models.errors import AtlasError
from models.evidence import BBox

#: Largest side of a picture, in pixels: a poster is drawn smaller.
MAX_PIXELS = 2200
YELLOW = (1.0, 0.86, 0.1)


class RenderError(AtlasError):
    """The page does not exist or cannot be drawn."""


def render_page(path: Path, page: int, *, scale: float = 1.5, highlight: Sequence[BBox] = ()) -> bytes:
    """The page as PNG, `scale` pixels a point, highlights as translucent yellow boxes."""
    try:
        with pymupdf.open(path, filetype="pdf") as document:
            if not 1 <= page <= document.page_count:
                raise RenderError(f"Le document n'a pas de page {page}.")
            sheet = document[page - 1]
            for box in highlight:
                sheet.draw_rect(
                    pymupdf.Rect(box[0] - 1.5, box[1] - 1.5, box[2] + 1.5, box[3] + 1.5),
                    color=None,
                    fill=YELLOW,
                    fill_opacity=0.4,
                    overlay=True,
                )
            fitted = min(scale, MAX_PIXELS / max(sheet.rect.width, sheet.rect.height, 1))
            picture: bytes = sheet.get_pixmap(matrix=pymupdf.Matrix(fitted, fitted), alpha=False).tobytes(
                "png"
            )
            return picture
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase) as error:
        raise RenderError(f"La page {page} ne peut pas être dessinée.") from error
