"""Furniture: running heads, footers and page numbers, found by repetition at one height of the pages."""

import re
from collections import Counter
from collections.abc import Sequence

from extractors.layout.pdf.blocks import box_of
from models.layout import Line
from models.text import fold
from models.vocabularies.labels import label_fields

#: A whole number; the "2" of "1.2" is none.
_DIGITS = re.compile(r"(?<![\d.,])\d+(?![.,]?\d)")
#: "Fiche action 3" on page 5 and "Fiche action 4" on page 6 are titles, though the numbers run with the pages.
_NUMBERED_TITLE = re.compile(r"^\W*(?:fiches?|actions?|mesures?|projets?)\b.{0,24}\d", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"^(?:page\s*)?[-–—]?\s*\d{1,3}\s*(?:[/|]|sur)?\s*\d{0,3}\s*[-–—]?", re.IGNORECASE)
#: Share of the page height at top and bottom where furniture stands.
MARGIN = 0.11
#: Heights in the same step of so many points are one height.
STEP, SCAN_STEP = 4.0, 24.0


def split_furniture(
    pages: Sequence[tuple[float, Sequence[Line]]], *, scanned: bool = False
) -> list[tuple[list[Line], list[Line]]]:
    """For each (height, lines) the (body, furniture). One-page documents only lose a bare page number.

    `scanned`: pages that were laid on the glass by hand stand a little higher or lower.
    """
    step = SCAN_STEP if scanned else STEP
    seen: Counter[tuple[str, int]] = Counter()
    for number, (height, lines) in enumerate(pages, 1):
        seen.update(
            {key for line in lines if (key := _key(line, height, number, len(pages), step)) is not None}
        )
    needed = max(3, round(0.25 * len(pages))) if len(pages) > 3 else max(2, len(pages))
    result = []
    for page, (height, lines) in enumerate(pages, 1):
        body: list[Line] = []
        furniture: list[Line] = []
        for line in lines:
            key = _key(line, height, page, len(pages), step)
            repeated = key is not None and seen[key] >= needed
            number = key is not None and _PAGE_NUMBER.fullmatch(line.text) is not None
            (furniture if repeated or number else body).append(line)
        result.append((body, furniture))
    return result


def _key(line: Line, height: float, page: int, count: int, step: float) -> tuple[str, int] | None:
    """Text without its page number, and the height on the page in steps; None in the body of the page.

    Other numbers stay: "Action n° 2" at the top of a page is a title, not a running head.
    """
    _, y0, _, y1 = box_of(line)
    if MARGIN * height < (y0 + y1) / 2 < (1 - MARGIN) * height:
        return None
    if fold(line.text) in label_fields():
        return None  # sheets of one length have the same label at the top of every second page
    near = {str(n) for n in range(page - 2, page + 3)} | {str(count)}
    last = _DIGITS.findall(line.text)[-2:]
    text = line.text
    if not _NUMBERED_TITLE.match(text):
        text = _DIGITS.sub(lambda m: "0" if m[0] in near and m[0] in last else m[0], text)
    return (fold(text), round((y0 + y1) / 2 / step))
