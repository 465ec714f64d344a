"""Where a label can stand: printed lines, the words before a colon, bold leads and table cells, with their look.

In: blocks. Out: `Place`s, each with the wording that may be a label (or None) and its `Look`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from extractors.layout.marks import split_mark
from extractors.outline.wording import AROUND, LABEL_MAX, bare_label, is_ranked, label_field
from models.layout import Block, BlockKind, Cell, Line
from models.text import fold

Kind = Literal["line", "colon", "phrase", "lead", "cell"]
MAX_WORDS = 10
#: Letters of a label with its rank, icon and "(suite)".
_LONGEST_PRINTED = LABEL_MAX + 30
#: The words before a colon that are none of a label: amounts, years, "le 12 mars".
_DIGIT = re.compile(r"\d")


class Look(NamedTuple):
    """What makes two labels of a template alike. `mark` is a bullet or icon before the words."""

    kind: Kind
    size: int = 0
    bold: bool = False
    color: int = 0
    upper: bool = False
    mark: str = ""
    fill: int | None = None
    col: int | None = None  # of a cell; -1 for one that fills its row
    ranked: bool = False  # "6. Partenaires": the rubrics are numbered


class Place(NamedTuple):
    """`wording` is folded; None for words that cannot be a label but look like this."""

    wording: str | None
    text: str
    look: Look


def lines_of(block: Block) -> Sequence[Line]:
    """The printed lines; for a page of the web, one a line of text."""
    if block.lines:
        return block.lines
    heading = block.kind is BlockKind.HEADING
    return [Line(text=text, bold=heading) for text in block.text.split("\n") if text.strip()]


class Printed:
    """A printed line, its mark, the words behind it, and its look, worked out once when it is first asked for.

    `starts`: the first line of a paragraph, or the next after one that ends a sentence.
    """

    __slots__ = ("_look", "block", "line", "mark", "run_in", "starts", "text")

    def __init__(self, line: Line, block: Block, *, starts: bool) -> None:
        self.line, self.block, self.starts = line, block, starts
        self.mark, self.text = split_mark(line.text)
        self.run_in = run_in(self.text, starts=starts)
        self._look: Look | None = None

    @property
    def look(self) -> Look:
        """OCR tells neither weight nor colour, and its sizes wobble."""
        if self._look is None:
            line, mark, upper, ranked = self.line, self.mark or "", self.text.isupper(), is_ranked(self.text)
            if mark and mark[-1] in ")°":  # "a) Pilote", "b) Partenaires": one look, not one a letter
                mark, ranked = "", True
            # "N°" and other short words are upper by chance; a bullet set apart keeps its own look.
            self._look = (
                Look("line", 0, False, 0, upper, mark, None, None, ranked)
                if self.block.ocr
                else Look(
                    "line", _size(line), line.bold, line.color, upper, mark, self.block.fill, None, ranked
                )
            )
        return self._look


class Lines:
    """The printed lines of a document, each looked at once: by the template, then by the stream."""

    def __init__(self) -> None:
        #: By the identity of the lines of a block or a cell, which are kept.
        self._known: dict[int, tuple[Sequence[Line], list[Printed]]] = {}

    def of(self, lines: Sequence[Line], block: Block) -> list[Printed]:
        if not isinstance(lines, tuple):  # made of a text, for the moment
            return printed_lines(lines, block)
        if id(lines) not in self._known:
            self._known[id(lines)] = lines, printed_lines(lines, block)
        return self._known[id(lines)][1]


def printed_lines(lines: Sequence[Line], block: Block) -> list[Printed]:
    """The lines of a block or of one of its cells."""
    ends = (True, *(line.text.rstrip().endswith(".") for line in lines))
    return [Printed(line, block, starts=starts) for line, starts in zip(lines, ends, strict=False)]


def _size(line: Line) -> int:
    """In half points: labels may be half a point larger than values."""
    return round(2 * line.size)


def cell_look(cell: Cell, cols: int, block: Block) -> Look:
    first = cell.lines[0] if cell.lines else Line(text=cell.text)
    col = -1 if cell.col_span >= cols else cell.col
    upper = cell.text.isupper()
    if block.ocr:
        return Look("cell", upper=upper, col=col, ranked=is_ranked(cell.text))
    bold = first.bold or cell.header
    ranked = is_ranked(cell.text)
    return Look("cell", _size(first), bold, first.color, upper, "", cell.fill, col, ranked)


#: What parts a label from the value behind it, on one line.
_LABEL_END = re.compile(r"[:?.](?=\s|$)|:")


class RunIn(NamedTuple):
    """ "Pilote : Ville" by a colon; "Quand ? En mai" and "Le problème. Un médecin…" read as phrases."""

    kind: Kind
    head: str
    rest: str


def run_in(text: str, *, starts: bool = False) -> RunIn | None:
    """The short wording that stands before its value.

    `starts`: the line opens a paragraph; only there a full stop may part the two, behind a wording of the lists.
    """
    head = text[: LABEL_MAX + 4]
    if ":" not in head and "?" not in head and not (starts and "." in head):
        return None
    for found in _LABEL_END.finditer(head):
        head = text[: found.start()].strip()
        if not 1 < found.start() <= LABEL_MAX:
            return None
        if found.group() != "." or (starts and label_field(head) is not None):
            return RunIn("colon" if found.group() == ":" else "phrase", head, text[found.end() :].strip())
    return None


def places_of(blocks: Sequence[Block], known: Lines) -> Iterator[Place]:
    for block in blocks:
        if block.table is not None:
            for cell in block.table.cells:
                yield from _in_cell(cell, block.table.cols, block, known)
            continue
        for printed in known.of(lines_of(block), block):
            yield from _in_line(printed)


def _in_cell(cell: Cell, cols: int, block: Block, known: Lines) -> Iterator[Place]:
    text = cell.text.replace("\n", " ").strip()
    if not text:
        return
    yield Place(_wording(text), text, cell_look(cell, cols, block))
    lines = cell.lines or [Line(text=part) for part in cell.text.split("\n")]
    if len(lines) > 1 or lines[0].lead or run_in(lines[0].text):
        for printed in known.of(lines, block):
            yield from _in_line(printed)


def _in_line(printed: Printed) -> Iterator[Place]:
    text, look, lead = printed.text, printed.look, printed.line.lead
    yield Place(_wording(text), text, look)
    if lead:
        yield Place(_wording(lead), lead, look._replace(kind="lead", bold=not printed.block.ocr))
    elif found := printed.run_in:
        yield Place(_wording(found.head), found.head, look._replace(kind=found.kind))


def _wording(text: str) -> str | None:
    if len(text) > _LONGEST_PRINTED and len(text.strip(AROUND)) > _LONGEST_PRINTED:
        return None
    bare = bare_label(text)
    if len(bare) > LABEL_MAX or len(bare.split()) > MAX_WORDS or _DIGIT.search(bare) or ":" in bare:
        return None
    return fold(bare) or None
