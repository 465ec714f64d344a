"""Lines of a field in, its value out: a text with one line a bullet, or a list of items."""

import re
from collections.abc import Sequence

from extractors.outline.tokens import Token
from models.text import fold
from models.vocabularies.labels import word_lists

_OPEN_END = re.compile(
    r"(?:\b(?:de|des|du|la|le|les|et|à|au|aux|en|pour|par|sur|ou|l|d)|['’\-,(&/])$", re.IGNORECASE
)


_EMPTY_BOX = re.compile(r"[☐□]")
_TICKED = re.compile(r"[☒☑✓✔■]([^☐□☒☑✓✔■]*)")
#: Letters of an item that commas or dashes part from the next.
SHORT_ITEM = 70


def join(left: str, right: str) -> str:
    """Two printed lines in one: a hyphen at the line end before a small letter is healed."""
    if left.endswith("-"):
        healed = (
            right[:1].islower() and left[-2:-1].isalpha() and not re.match(r"de\b|la\b|le\b|sur\b", right)
        )
        return left[:-1] + right if healed else left + right
    return f"{left} {right}" if left else right


def is_empty(text: str) -> bool:
    folded = fold(text)
    return not folded or folded in word_lists()["empty_values"]


def text_value(lines: Sequence[Token]) -> str | None:
    parts: list[tuple[bool, str]] = []
    for line in lines:
        follows = parts and not line.item and not (line.starts and parts[-1][0] and line.text[:1].isupper())
        if parts and follows:
            parts[-1] = (parts[-1][0], join(parts[-1][1], line.text))
        else:
            parts.append((line.item, line.text))
    text = ticked("\n".join(part for _, part in parts))
    return None if is_empty(text) else text


def ticked(text: str) -> str:
    """ "☒ Jeunes ☐ Aînés ☒ Familles": what is ticked, one a line; the text itself where no box is or none is ticked."""
    if not _EMPTY_BOX.search(text):
        return text
    chosen = [found[1].strip(" ,;\n") for found in _TICKED.finditer(text)]
    return "\n".join(filter(None, chosen)) or text


def _outside(text: str, mark: str) -> list[str]:
    """Split at a mark, but not inside parentheses."""
    items, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == mark and depth <= 0:
            items.append(text[start:place])
            start = place + 1
    return [*items, text[start:]]


def list_value(lines: Sequence[Token]) -> tuple[str, ...]:
    """Bullets, else ";", else lines that begin an item, else commas between short items."""
    if any(line.item for line in lines):
        items = (text_value(lines) or "").split("\n")
    else:
        whole = text_value(lines) or ""
        items = _outside(whole.replace("\n", " ; "), ";")
        if len(items) == 1 and len(parts := _by_marks(whole)) > 2:
            items = parts
        printed = [text for line in lines for text in line.printed or (line.text,)]
        if len(items) == 1 and len(printed) > 1 and "," not in whole:
            items = _by_line(printed)
        if len(items) == 1:
            items = _by_marks(whole)
        if len(items) == 1 and "," in whole:
            parts = _outside(whole.rstrip("."), ",")
            items = _and_last(parts) if max(map(len, parts)) <= SHORT_ITEM else items
    items = [part for item in items for part in (_outside(item, ";"))]
    return tuple(clean for item in items if not is_empty(clean := item.strip(" ;,.•-\n")))


#: "MSA, CPAM de la Creuse et ARS": before a name of its own; "maisons et pôles de santé" is one item.
_AND = re.compile(r"^(?P<one>[^()]+?),? et (?P<other>(?:l['’]|la |le |les )?[A-ZÀ-Ý][^()]*)$")

#: Social centres of communes and of their groupings are named in one breath.
_OF_ONE_KIND = frozenset({"CCAS", "CIAS"})


def _and_last(items: list[str]) -> list[str]:
    """The last item of an enumeration by commas may be two; "CCAS et CIAS" are the same of two sizes."""
    found = _AND.match(items[-1].strip()) if len(items) > 1 else None
    if found is None or {found["one"], found["other"]} <= _OF_ONE_KIND:
        return items
    return [*items[:-1], found["one"], found["other"]]


#: Marks with spaces around them that part items: "ARS / CPAM", "MSA • CAF", "URPS – CPTS"; a name may hold a dash.
_BETWEEN = tuple(re.compile(rf"\s[{marks}]\s") for marks in ("/", "•|·", "–—-"))


def _by_marks(text: str) -> list[str]:
    """At the mark that stands most often where the items are short; one dash may also set a remark apart."""
    parts = max((mark.split(text) for mark in _BETWEEN), key=len)
    if len(parts) < 2 or max(map(len, parts)) > SHORT_ITEM or (len(parts) == 2 and "," in text):
        return [text]
    return parts


def _by_line(lines: Sequence[str]) -> list[str]:
    items: list[str] = []
    for line in lines:
        if items and (line[:1].islower() or _OPEN_END.search(items[-1])):
            items[-1] = join(items[-1], line)
        else:
            items.append(line)
    return items
