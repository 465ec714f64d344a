"""Repair of the text that readers give: ligatures, soft hyphens, odd spaces, words cut at line ends."""

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
_CUT = re.compile(r"[^\W\d_]{2}-$")


def clean(text: str) -> str:
    """One line of text as a person reads it: composed accents, plain spaces, no invisible characters."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text.translate(_REPAIR))).strip()


def join_lines(lines: Iterable[str]) -> str:
    """The lines of a paragraph as one text; a word cut by a hyphen at a line end is healed.

    A hyphen before a capital or inside a known compound is kept: "Saint-" + "Paul" stays "Saint-Paul".
    """
    text = ""
    for line in lines:
        if not text:
            text = line
        elif _CUT.search(text) and line[:1].islower() and not _compound(text, line):
            text = text[:-1] + line
        elif text.endswith("-") and line[:1].isalpha() and _CUT.search(text):
            text += line
        else:
            text = f"{text} {line}"
    return text


#: Beginnings and endings after which a printed hyphen belongs to the word.
_KEEPS_BEFORE = re.compile(
    r"(?:^|[\s'’(«])(?:au|là|ci|peut|c'est|vis|sous|non|demi|mi|semi|ex|vice|auto|grand|grands|"
    r"médico|socio|psycho|hospitalo|plate|rendez|post|après|avant|quelques|celui|celle|ceux|ville|soi|bien|savoir|bucco)-$",
    re.IGNORECASE,
)
_KEEPS_AFTER = re.compile(
    r"(?:là|ci|ce|t-|vous|il|elle|ils|elles|on|nous|être|même|mêmes|dire)\b", re.IGNORECASE
)


def _compound(text: str, line: str) -> bool:
    tail = text[-24:]
    return bool(_KEEPS_BEFORE.search(tail)) or bool(_KEEPS_AFTER.match(line))
