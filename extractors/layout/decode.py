"""Bytes to text when the encoding is declared, wrong or missing: UTF-8 first, then what French pages use."""

import codecs
import re

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)|encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)

#: Browsers read these names as Windows-1252 (encoding.spec.whatwg.org): "œ" and "’" are not in Latin-1.
LATIN_1 = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "l1", "us-ascii", "ascii"})


def decode(data: bytes) -> str:
    """Never fails: Windows-1252 with replacement is the last resort."""
    for mark, name in ((codecs.BOM_UTF8, "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    found = _DECLARED.search(data[:4096])
    declared: str | None = (found[1] or found[2]).decode("ascii").lower() if found else None
    if declared in LATIN_1:
        declared = "windows-1252"
    for candidate in ("utf-8", declared, "windows-1252"):
        try:
            if candidate is not None:
                return data.decode(candidate)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("windows-1252", errors="replace")
