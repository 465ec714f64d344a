"""The main needs that an assessment found, out of a sentence or a table."""

import re
from collections.abc import Iterator

from extractors.assessment.patterns import FOUND, NEEDS_ARE, NEEDS_INTRO, NEEDS_TITLE
from extractors.enumerations import split_enumeration
from models.layout import Block

_ARTICLE = re.compile(r"(?:l['’]|(?:la|le|les|un|une|des|de\s+\w+|d['’]\w+)\s)", re.IGNORECASE)
#: "l'évaluation a mis en évidence": another than the assessment.
_OTHER_SUBJECT = re.compile(r"\b(?:évaluation|bilan|enquête|contrat\s+précédent)\b", re.IGNORECASE)
_NEED_END = re.compile(r"\.\s|\.$|,?(?<!\s)\s+(?:ce\s+qui|qui\s+ont|auxquels?|autant\s+de)\b", re.IGNORECASE)
SHORTEST, MOST_WORDS = 4, 30


def needs_after(text: str, *, ours: bool, chapter: bool) -> list[str] | None:
    """`ours`: the sentence tells of the assessment. None: no needs; an empty list: the items that follow are needs."""
    are = NEEDS_ARE.search(text)
    if are is not None and (ours or chapter):
        return _items(text[are.end() :], text)
    found = FOUND.search(text)
    if found is None or not ours or _OTHER_SUBJECT.search(text[: found.start()]):
        return None
    rest = text[found.end() :].lstrip(" :")
    intro = NEEDS_INTRO.match(rest)
    if intro is not None:
        return _items(rest[intro.end() :], text)
    if not rest or rest.rstrip().endswith(":"):
        return []
    items = _items(rest, text)
    return items if _ARTICLE.match(rest) and len(items) >= 2 else None


def _items(rest: str, whole: str) -> list[str]:
    if whole.rstrip().endswith(":"):
        return []
    items = split_enumeration(_NEED_END.split(rest, maxsplit=1)[0])
    return [item for item in items if len(item) >= SHORTEST and len(item.split()) <= MOST_WORDS]


def table_needs(block: Block, listing: bool, chapter: bool) -> Iterator[tuple[str, Block]]:
    """A table of one column under a title on needs, or headed by one in the chapter on the assessment."""
    assert block.table is not None
    if block.table.cols != 1 or not (listing or chapter):
        return
    cells = [cell for cell in block.table.cells if cell.text.strip()]
    headed = bool(cells) and bool(NEEDS_TITLE.search(cells[0].text)) and len(cells[0].text) < 60
    if not (listing or headed):
        return
    for cell in cells[1 if headed else 0 :]:
        text = " ".join(cell.text.split())
        yield (
            text,
            block.model_copy(update={"text": text, "bbox": cell.bbox, "lines": cell.lines, "table": None}),
        )
