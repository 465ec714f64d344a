"""Numbers that stand in the titles of sheets under a word that no list knows.

In: the sheets of a document. Out: the same sheets, "Dispositif 3 : Bus santé" cut in number and title where most
titles of the document begin with the same word and a number of their own.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from extractors.sheets.sheet import Sheet
from models.text import fold

#: The share of the sheets whose titles must be made like that, and how many there must be.
SHARE, LEAST = 0.6, 3
_MADE = re.compile(
    r"^(?P<word>[^\d\s:|–—][^\d:|–—]{1,29}?) ?(?:n ?[°o] ?)?"
    r"(?P<number>(?:[A-Z]{1,2}[.-]?)?\d{1,3}[a-h]?(?:[.-]\d{1,2}){0,3}|[IVX]{1,4}(?:[.-]\d{1,2}){0,2})"
    r" ?[:–—|.-]{1,3} ?(?P<title>\S.{4,})"
)


def number_titles(sheets: Sequence[Sheet]) -> None:
    """Sets number and title of the sheets whose titles are made in the common way."""
    made: dict[str, list[tuple[Sheet, re.Match[str]]]] = defaultdict(list)
    for sheet in sheets:
        found = _MADE.match(" ".join(sheet.title.split())) if sheet.number is None else None
        if found:
            made[fold(found["word"])].append((sheet, found))
    for titles in made.values():
        numbers = {found["number"] for _, found in titles}
        if len(titles) < max(LEAST, SHARE * len(sheets)) or len(numbers) < len(titles):
            continue
        for sheet, found in titles:
            sheet.number, sheet.title = found["number"], found["title"].strip()
