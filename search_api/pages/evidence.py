"""What the evidence page shows: boxes to highlight on a PDF page, or web text with the quote marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.evidence import Evidence
from models.layout import Block, BlockKind, Layout
from models.text import fold

#: Blocks of a web page shown around the quote.
AROUND = 6


@dataclass(frozen=True)
class TextBlock:
    before: str
    hit: str
    after: str
    heading: bool


def boxes_of(evidence: Sequence[Evidence], shown: Evidence) -> str:
    """The boxes of the shown evidence and of its neighbours on the same page, for the picture's address."""
    boxes = [e.bbox for e in evidence if e.page == shown.page and e.document == shown.document and e.bbox]
    first = [shown.bbox] if shown.bbox else []
    chosen = list(dict.fromkeys([*first, *(boxes if len(boxes) <= 20 else [])]))
    return ";".join(",".join(f"{value:.1f}" for value in box) for box in chosen[:40])


def web_text(layout: Layout, quote: str) -> list[TextBlock]:
    """The blocks around the one that holds the quote, the quote marked."""
    texts = [(block.kind is BlockKind.HEADING, text) for block in layout.blocks() for text in _texts(block)]
    at = next((i for i, (_, text) in enumerate(texts) if fold(quote) in fold(text)), None)
    if at is None:
        at = next((i for i, (_, text) in enumerate(texts) if fold(text) and fold(text) in fold(quote)), None)
    if at is None:
        return []
    start = max(0, at - AROUND)
    return [
        _marked(text, quote, heading) if index == at else TextBlock(text, "", "", heading)
        for index, (heading, text) in enumerate(texts[start : at + AROUND + 1], start)
    ]


def _texts(block: Block) -> Iterator[str]:
    if block.table is None:
        yield block.text
    else:
        yield from (cell.text.replace("\n", " ") for cell in block.table.cells if cell.text)


def _marked(text: str, quote: str, heading: bool) -> TextBlock:
    at = text.find(quote)
    if at < 0:
        return TextBlock("", text, "", heading)
    return TextBlock(text[:at], quote, text[at + len(quote) :], heading)
