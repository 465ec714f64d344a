"""List marks: bullets and item numbers at the beginning of a line."""

import re

BULLETS = "•●▪■◦○‣⁃∙·❖➢➤►▶▸›❯→➔➜➞⇒✓✔❑□◆◇*"
#: One expression: most lines have no mark and are told so in one look at their first sign.
_MARK = re.compile(
    rf"^\s*(?P<mark>[{re.escape(BULLETS)}\uf0b7\uf0a7\uf0d8\uf0fc]|[-–—](?=\s)|o(?=\s+[A-ZÉÈÀ])"
    r"|(?:\(?(?:\d{1,2}|[a-z])\)|\d{1,2}°)(?=\s+\S))(?P<rest>.*)",
    re.DOTALL,
)


def split_mark(text: str) -> tuple[str | None, str]:
    """("•", "texte") for "• texte"; (None, text) for a line without a mark."""
    found = _MARK.match(text)
    return (found["mark"], found["rest"].strip()) if found else (None, text)
