"""A document as read: pages of blocks in reading order. Produced by `extractors.layout`."""

from collections.abc import Iterator
from enum import StrEnum

from models.base import Record
from models.evidence import BBox


class Outcome(StrEnum):
    """How the reading of a file ended. Every file ends in exactly one."""

    PARSED = "parsed"
    PARTIAL = "partial"  # some pages could not be read
    ENCRYPTED = "encrypted"
    EMPTY = "empty"  # zero bytes, or a document without a word even after OCR
    NOT_A_DOCUMENT = "not_a_document"  # bytes of a kind we do not read
    DAMAGED = "damaged"  # also: a PDF that opens with 0 pages
    TOO_BIG = "too_big"
    TIMEOUT = "timeout"
    MEMORY = "memory"


#: Outcomes that give a layout worth extracting from.
READABLE = frozenset({Outcome.PARSED, Outcome.PARTIAL})


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"


class Line(Record):
    """A printed line. `size` in points; `bbox` None on the web."""

    text: str
    bbox: BBox | None = None
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    color: int = 0  # 0xRRGGBB
    lead: str | None = None  # the bold words that begin a line that goes on in plain: a run-in label


class Cell(Record):
    """A table cell, its text clipped to the cell. Lines inside `text` are separated by a line feed."""

    row: int
    col: int
    row_span: int = 1
    col_span: int = 1
    text: str
    bbox: BBox | None = None
    lines: tuple[Line, ...] = ()
    header: bool = False
    fill: int | None = None  # background 0xRRGGBB where known


class Table(Record):
    rows: int
    cols: int
    cells: tuple[Cell, ...]  # row by row; a merged cell once, at its top left


class Block(Record):
    """A run of text that belongs together. `text` joins its lines, hyphenation at line ends healed.

    `marker` is the bullet or number of a list item ("•", "1."), already taken off `text`.
    """

    kind: BlockKind
    text: str
    page: int | None = None
    bbox: BBox | None = None
    lines: tuple[Line, ...] = ()
    level: int | None = None  # of a heading: 1 is the highest
    marker: str | None = None
    table: Table | None = None
    ocr: bool = False
    fill: int | None = None  # background 0xRRGGBB of the box it stands in, where known
    region: int | None = None  # web: number of the enclosing list, <details>… ; PDF: the drawn box


class Page(Record):
    """`number` counts from 1, None for a web page or plain text; sizes in points."""

    number: int | None
    width: float = 0.0
    height: float = 0.0
    blocks: tuple[Block, ...] = ()
    furniture: tuple[Line, ...] = ()  # running heads, footers, page numbers: kept apart, not extracted from
    ocr: bool = False


class Bookmark(Record):
    level: int
    title: str
    page: int | None


class Layout(Record):
    """What the reader found in a document. `reader` names the rung of the ladder with its version."""

    title: str | None = None
    language: str | None = None
    pages: tuple[Page, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    reader: str

    def blocks(self) -> Iterator[Block]:
        """All blocks in reading order."""
        for page in self.pages:
            yield from page.blocks

    @property
    def is_paged(self) -> bool:
        return any(page.number is not None for page in self.pages)


class LayoutResult(Record):
    """A typed outcome, with a layout where the outcome is readable and a message where it is not whole."""

    outcome: Outcome
    media_type: str
    layout: Layout | None = None
    message: str | None = None
    unread_pages: tuple[int, ...] = ()
