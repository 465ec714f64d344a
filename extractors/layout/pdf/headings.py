"""Heading levels: from bookmarks, then numbering, then style (larger or bold than the body text).

In: the pages' blocks and the bookmarks. Out: the same blocks with HEADING kind and level where they head.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from extractors.layout.marks import BULLETS
from models.layout import Block, BlockKind, Bookmark, Page
from models.text import fold

MAX_WORDS = 32
_NUMBERED = re.compile(
    r"^(?:(?:titre|partie|chapitre|article|axe|annexe|fiche|volet|orientation)\s|[IVX]{1,4}[.\s)–-]|\d{1,2}(?:\.\d{1,2}){0,3}[.\s)–-])",
    re.IGNORECASE,
)


def with_headings(pages: Sequence[Page], bookmarks: Sequence[Bookmark]) -> tuple[Page, ...]:
    """Pages whose heading blocks are marked."""
    blocks = [block for page in pages for block in page.blocks]
    body = max([_body_size(blocks), *_text_sizes(blocks)])
    named: dict[int | None, list[Bookmark]] = {}
    for bookmark in bookmarks:
        named.setdefault(bookmark.page, []).append(bookmark)
    sizes = _heading_sizes(pages, body)
    result = []
    for page in pages:
        marked = tuple(_marked(block, named.get(page.number, []), body, sizes) for block in page.blocks)
        result.append(page.model_copy(update={"blocks": marked}))
    return tuple(result)


def _body_size(blocks: Iterable[Block]) -> float:
    sizes: Counter[float] = Counter()
    for block in blocks:
        for line in block.lines:
            sizes[line.size] += len(line.text)
        if block.table is not None:
            for cell in block.table.cells:
                for line in cell.lines:
                    sizes[line.size] += len(line.text) // 2
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _text_sizes(blocks: Iterable[Block]) -> list[float]:
    """Sizes that whole paragraphs are set in: a brochure may set its sheets smaller than its chapters."""
    long: Counter[float] = Counter()
    total: Counter[float] = Counter()
    for block in blocks:
        for line in block.lines:
            total[line.size] += len(line.text)
            long[line.size] += len(line.text) if len(block.lines) > 2 and len(block.text) > 160 else 0
    return [size for size, letters in long.items() if letters > 2000 and letters > 0.5 * total[size]]


def _heading_sizes(pages: Sequence[Page], body: float) -> list[float]:
    """Sizes above the body's, largest first."""
    found = {round(line.size, 1) for page in pages for block in page.blocks for line in block.lines}
    return sorted((size for size in found if size > body * 1.08), reverse=True)


def _marked(block: Block, bookmarks: Sequence[Bookmark], body: float, sizes: Sequence[float]) -> Block:
    if block.kind is BlockKind.TABLE or not block.lines:
        return block
    level = _bookmark_level(block, bookmarks) or _style_level(block, body, sizes)
    if level is None:
        return block
    text = f"{block.marker} {block.text}" if block.marker else block.text
    return block.model_copy(update={"kind": BlockKind.HEADING, "level": level, "text": text, "marker": None})


def _bookmark_level(block: Block, bookmarks: Sequence[Bookmark]) -> int | None:
    text = fold(f"{block.marker or ''} {block.text}")
    for bookmark in bookmarks:
        title = fold(bookmark.title)
        if title and len(text) < 2.2 * len(title) + 20 and fuzz.ratio(title, text) >= 90:
            return bookmark.level
    return None


def _style_level(block: Block, body: float, sizes: Sequence[float]) -> int | None:
    words = block.text.split()
    if (
        len(words) > MAX_WORDS
        or not any(c.isalpha() for c in block.text)
        or block.text.rstrip().endswith((";", ","))
        or (block.marker or "-") in BULLETS
    ):
        return None
    size = max(line.size for line in block.lines)
    if body and size > body * 1.08:
        return min(6, 1 + sum(other > size + 0.3 for other in sizes))
    strong = all(line.bold for line in block.lines) or _in_capitals(block.text)
    if strong and not block.marker and not block.text.rstrip().endswith("."):
        return 5 if _NUMBERED.match(block.text) else 6
    return None


def _in_capitals(text: str) -> bool:
    """ "AXE 1"; not "12 000 € (FIR)"."""
    signs = text.replace(" ", "")
    return text.isupper() and 2 * sum(map(str.isalpha, signs)) > len(signs)
