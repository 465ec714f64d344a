"""List marks: bullets and item numbers at the beginning of a line."""

import re

BULLETS = "•●▪■◦○‣⁃∙·❖➢➤►▶▸›❯→➔➜➞⇒✓✔❑□◆◇*"
_BULLET = re.compile(
    rf"^\s*(?P<mark>[{re.escape(BULLETS)}\uf0b7\uf0a7\uf0d8\uf0fc]|[-–—](?=\s)|o(?=\s+[A-ZÉÈÀ]))\s*(?P<rest>.*)$",
    re.DOTALL,
)
_NUMBER = re.compile(r"^\s*(?P<mark>\(?(?:\d{1,2}|[a-z])\)|\d{1,2}°)\s+(?P<rest>\S.*)$", re.DOTALL)


def split_mark(text: str) -> tuple[str | None, str]:
    """("•", "texte") for "• texte"; (None, text) for a line without a mark."""
    for pattern in (_BULLET, _NUMBER):
        found = pattern.match(text)
        if found:
            return found["mark"], found["rest"].strip()
    return None, text
