"""PyMuPDF without the neural layout model that it loads when its package is there: 91 MB and 4 s a process.

Import `pymupdf` from here and nowhere else in the five packages.
"""

import sys

_UNUSED = ("pymupdf.layout", "pymupdf4llm")


def _without_model() -> None:
    absent = [name for name in _UNUSED if name not in sys.modules]
    for name in absent:
        sys.modules[name] = None  # type: ignore[assignment]  # importing it fails as if it were not there
    try:
        import pymupdf
    finally:
        for name in absent:
            del sys.modules[name]
    pymupdf.no_recommend_layout()  # or it prints an advertisement to standard output
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)


_without_model()

import pymupdf  # noqa: E402

__all__ = ["pymupdf"]
