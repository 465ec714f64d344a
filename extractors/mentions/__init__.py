"""Passages: sentences of a document that know the block they stand in, and evidence made from them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.evidence import BBox, Evidence, EvidenceStatus
from models.layout import Block, BlockKind
from models.text import fold

_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÉÈÀÎÔŒ«])")
#: Ends that only look like the end of a sentence: "M. Dupont", "art. L. 1434", "n. 2".
_ABBREVIATION = re.compile(r"(?:\b(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|St|Ste|art|cf|p|L|R|D|n|bd|av)|\b[A-Z])\.$")


@dataclass(frozen=True)
class Passage:
    """A sentence, with its block and where it begins in the block's text; the heading it stands under.

    `quote`: the words that really stand in the block, where `text` adds a label to them.
    """

    text: str
    block: Block
    start: int = 0
    heading: str = ""
    quote: str = ""

    @property
    def proof(self) -> str:
        return self.quote or self.text


def passages(blocks: Iterable[Block]) -> Iterator[Passage]:
    """The sentences of the blocks in order; table cells one by one."""
    heading = ""
    for block in joined(blocks):
        if block.kind is BlockKind.HEADING:
            heading = block.text
        if block.table is not None:
            for cell in block.table.cells:
                text = cell.text.replace("\n", " ")
                if text:
                    part = block.model_copy(
                        update={"text": text, "bbox": cell.bbox, "lines": cell.lines, "table": None}
                    )
                    yield Passage(text, part, 0, heading)
            continue
        for start, text in sentences(block.text):
            yield Passage(text, block, start, heading)


def merged(first: Block, second: Block, text: str) -> Block:
    """Two blocks as one, with this text; the place is that of both, of the first where a page ends between."""
    boxes = [box for box in (first.bbox, second.bbox) if box]
    place = first.bbox if second.page != first.page else _union(boxes)
    return first.model_copy(update={"text": text, "lines": first.lines + second.lines, "bbox": place})


_OPEN_END = re.compile(r"[^.;:!?…»]\s*$")
_LINKED = re.compile(r"^(?:et|entre|ou|d['’]une part|d['’]autre part)\b[\s,:]*$", re.IGNORECASE)


def joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """Paragraphs that a line or a page end has cut in two are one: "… au 31 dé-", "cembre 2019."."""
    held: Block | None = None
    for block in blocks:
        if held is not None and _goes_on(held, block):
            healed = re.sub(r"(?<=[a-zéèêàîôû])-\s*$", "", held.text)
            link = "" if healed != held.text else " "
            held = merged(held, block, f"{healed}{link}{block.text}")
            continue
        if held is not None:
            yield held
        held = block
    if held is not None:
        yield held


def _goes_on(one: Block, other: Block) -> bool:
    """The first stops without an end of sentence, the second begins small; both are running text."""
    running = one.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM} and other.kind is BlockKind.PARAGRAPH
    return (
        running
        and one.page is not None
        and one.page == other.page
        and len(one.text) > 30
        and other.text[:1].islower()
        and bool(_OPEN_END.search(one.text))
        and not _LINKED.match(other.text)
        and not re.match(r"[a-z]\)", other.text)
    )


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Sentences with their offsets."""
    start = 0
    for cut in _SENTENCE.finditer(text):
        if _ABBREVIATION.search(text[start : cut.start()]):
            continue
        yield start, text[start : cut.start()]
        start = cut.end()
    if text[start:].strip():
        yield start, text[start:]


def evidence(
    block: Block, quote: str, *, method: str, status: EvidenceStatus = EvidenceStatus.READ
) -> Evidence:
    """Evidence for words of a block; the box is that of the printed lines that hold them."""
    return Evidence(
        page=block.page, bbox=quote_box(block, quote), quote=quote[:400], method=method, status=status
    )


def quote_box(block: Block, quote: str) -> BBox | None:
    """The box around the lines of the block that share words with the quote, in a row."""
    lines = [line for line in block.lines if line.bbox is not None]
    if len(lines) < 2:
        return block.bbox
    spans, text = [], ""
    for line in lines:
        folded = fold(line.text)
        spans.append((len(text), len(text) + len(folded)))
        text += folded + " "
    words = fold(quote).split()
    at, end = _find(text, words)
    if at < 0:
        return block.bbox
    held = [line.bbox for line, (a, b) in zip(lines, spans, strict=True) if a < end and b > at and line.bbox]
    return _union(held) or block.bbox


def _find(text: str, words: Sequence[str]) -> tuple[int, int]:
    whole = " ".join(words)
    at = text.find(whole)
    if at >= 0:
        return at, at + len(whole)
    head, tail = " ".join(words[:3]), " ".join(words[-3:])
    at = text.find(head)
    last = text.find(tail, at) if at >= 0 else -1
    return (at, last + len(tail)) if last >= 0 else (-1, -1)


def _union(boxes: Sequence[BBox]) -> BBox | None:
    if not boxes:
        return None
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
