"""Repair of the text that readers give: ligatures, soft hyphens, odd spaces."""

import re
import unicodedata
from collections.abc import Iterable

_REPAIR = str.maketrans(
    {
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u200b": None,
        "\ufeff": None, "\u00ad": None,
        "\u2010": "-", "\u2011": "-", "\t": " ", "\r": " ",
    }
)  # fmt: skip
_SPACES = re.compile(r"[ \f\v]+")


def clean(text: str) -> str:
    """One line of text as a person reads it: composed accents, plain spaces, no invisible characters."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text.translate(_REPAIR))).strip()


def join_lines(lines: Iterable[str]) -> str:
    """The lines of a paragraph as one text. Words cut at line ends are whole by then (cuts.py)."""
    return " ".join(lines)
