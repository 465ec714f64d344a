"""Blocks in, a flat stream of heads, labels and value lines out, in reading order.

What is a label is told by the document's `Template`; a table is read row by row, a row of labels together with
the row under it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from extractors.layout.marks import split_mark
from extractors.layout.text import join_lines
from extractors.outline.beside import pair_labels
from extractors.outline.places import Lines, Look, Printed, cell_look, lines_of
from extractors.outline.row_titles import HEAD_MAX, coded_title, numbered_title
from extractors.outline.template import Template, learn_template
from extractors.outline.titles import read_head
from extractors.outline.tokens import Token, with_chains
from extractors.outline.wording import LABEL_MAX, label_field
from models.evidence import BBox
from models.layout import Block, BlockKind, Cell, Line, Table

#: Cells of a table above a sheet that hold its axis, number and title.
CELLS_OF_TITLE = 4
#: A table with so many labels is a sheet.
LABELS_OF_SHEET = 3
#: So many columns with a label each.
COLUMNS = 3
#: "CCAS" set in bold in a list of partners heads nothing.
_ACRONYM = re.compile(r"[A-ZÀ-Ý]{2,8}(?:\s?\d{1,3})?")


#: "Commune : 12 000 €" tells who pays, not where.
_AMOUNT = re.compile(r"^\d[\d \u202f.,]{0,20}(?:k?€|euros?\b)", re.IGNORECASE)


class Stream:
    """The tokens of a document's blocks, by its template. Each block is read once, whoever asks."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.lines = Lines()
        self.template = learn_template(blocks, self.lines)
        #: By the identity of the block, which its reader keeps.
        self._readers: dict[int, _Reader] = {}
        self._tokens: dict[int, list[Token]] = {}

    def of(self, block: Block, above: Mapping[int, Token] | None = None) -> list[Token]:
        """`above`: the open columns of the table before."""
        reader = self._reader(block)
        if above and block.table is not None:
            return list(with_chains(replace(reader, above=above).read()))
        if id(block) not in self._tokens:
            self._tokens[id(block)] = list(with_chains(reader.read()))
        return self._tokens[id(block)]

    def open_columns(self, block: Block) -> Mapping[int, Token]:
        return self._reader(block).open_columns() if block.table is not None else {}

    def _reader(self, block: Block) -> "_Reader":
        if id(block) not in self._readers:
            self._readers[id(block)] = _Reader(block, self.template, self.lines)
        return self._readers[id(block)]


def tokens(blocks: Sequence[Block], stream: Stream | None = None) -> list[Token]:
    """Those of all blocks; without `stream` the template is learnt from them."""
    read = stream or Stream(blocks)
    found: list[Token] = []
    above: Mapping[int, Token] = {}
    for block in pair_labels(blocks, read.template, read.lines):
        found += read.of(block, above)
        above = read.open_columns(block)
    return found


def cell_lines(cell: Cell, block: Block) -> Iterator[Token]:
    """The lines of a cell that is a value."""
    yield from _Reader(block, Template(), Lines()).cell_values(cell)


class _Label(NamedTuple):
    """`size` printed lines are taken by the label; `rest` follows it on the last of them."""

    field: str
    text: str
    rest: str = ""
    size: int = 1


@dataclass(frozen=True)
class _Reader:
    block: Block
    template: Template
    known: Lines
    above: Mapping[int, Token] = field(default_factory=dict)
    fields: dict[int, str | None] = field(default_factory=dict)  # of the table's cells

    def read(self) -> Iterator[Token]:
        if self.block.table is not None:
            yield from self._table(self.block.table)
            return
        yield from self._printed(lines_of(self.block), self.block.bbox, self.block.kind)

    # --- lines -------------------------------------------------------------------------------------------------

    def _printed(self, lines: Sequence[Line], box: BBox | None, kind: BlockKind | None) -> Iterator[Token]:
        """Labels among the lines cut them into runs; `kind` None for the lines of a cell."""
        printed = self.known.of(lines, self.block)
        run: list[Line] = []
        place, first = 0, True
        while place < len(lines):
            label = self._label(printed, place, whole=kind is BlockKind.HEADING)
            if label is None:
                run.append(lines[place])
                place += 1
                continue
            yield from self._run(run, box, kind, first)
            run, first = [], False
            last = lines[place + label.size - 1]
            at = lines[place].bbox or box
            yield Token("label", label.text, label.field, self.block.page, at, region=self.block.region)
            place += label.size
            if label.rest:
                run = [last.model_copy(update={"text": label.rest, "lead": None})]
                kind = BlockKind.PARAGRAPH if kind is not None else None
        yield from self._run(run, box, kind, first)

    def _label(self, lines: Sequence[Printed], place: int, *, whole: bool = False) -> _Label | None:
        """`whole`: "Annexe : les fiches" as a heading is one head, no label with its value."""
        found = self._run_in(lines[place])
        if found is not None and (not whole or found.field == "title"):
            return found
        return self._above(lines, place)

    def _run_in(self, printed: Printed) -> _Label | None:
        """A label with its value on the same line, in bold or before a colon."""
        lead, text = printed.line.lead, printed.text
        if lead:
            name = self.template.field_of(lead, printed.look._replace(kind="lead", bold=True))
            if name:
                lead = split_mark(lead)[1]
                return _Label(name, lead.strip(" :"), text.partition(lead)[2].lstrip(" :–—-"))
        if (found := printed.run_in) is not None:
            name = self.template.field_of(found.head, printed.look._replace(kind=found.kind))
            if name and not (name != "budget" and _AMOUNT.match(found.rest)):
                longer = (
                    found.rest.endswith(":") and len(text) <= LABEL_MAX
                )  # "Diagnostic : besoins identifiés :"
                return _Label(name, text.strip(" :") if longer else found.head, "" if longer else found.rest)
        return None

    def _above(self, lines: Sequence[Printed], place: int) -> _Label | None:
        """A label alone on its line, or on two."""
        text = lines[place].text
        if len(text) > LABEL_MAX:
            return None
        look = lines[place].look
        for size in (3, 2, 1):
            part = lines[place : place + size]
            if len(part) < size or any(other.look != look for other in part[1:]):
                continue
            whole = " ".join([text, *(other.line.text for other in part[1:])])
            name = self.template.field_of(whole, look)
            if name and (size == 1 or self._runs_on(text, part[1].line.text, look, name)):
                return _Label(name, whole.strip(" :"), size=size)
        return None

    def _runs_on(self, text: str, after: str, look: Look, name: str) -> bool:
        """A label over two lines; not a label that is whole with its value under it."""
        alone = self.template.field_of(text, look)
        wrapped = after[:1].islower() or (text.isupper() and after.isupper())
        return alone is None or (alone == name and wrapped)

    def _run(
        self, lines: Sequence[Line], box: BBox | None, kind: BlockKind | None, first: bool
    ) -> Iterator[Token]:
        """Lines without a label: a head, or values cut at their bullets."""
        if not lines:
            return
        whole = first and kind is not None and len(lines) == len(lines_of(self.block))
        text = self.block.text if whole else join_lines(line.text for line in lines)
        if kind is BlockKind.HEADING and not _ACRONYM.fullmatch(text.strip()):
            at = self._box(lines, box)
            yield Token("head", text, "", self.block.page, at, region=self.block.region)
            return
        if whole:
            item = kind is BlockKind.LIST_ITEM
            yield from self._texts(self.block.text, lines, box, item=item)
            return
        parts: list[list[Line]] = []
        for line in lines:
            if parts and split_mark(line.text)[0] is None:
                parts[-1].append(line)
            else:
                parts.append([line])
        for part in parts:
            yield from self._texts(join_lines(line.text for line in part), part, self._box(part, box))

    def _texts(
        self, text: str, lines: Sequence[Line], box: BBox | None, item: bool = False
    ) -> Iterator[Token]:
        for number, raw in enumerate(text.split("\n")):
            mark, rest = split_mark(raw)
            if rest.strip():
                printed = tuple(line.text for line in lines) if len(lines) > 1 and "\n" not in text else ()
                is_item = mark is not None or (item and number == 0)
                yield Token(
                    "line", rest.strip(), "", self.block.page, box, is_item, True, self.block.region, printed
                )

    def _box(self, lines: Sequence[Line], box: BBox | None) -> BBox | None:
        boxes = [line.bbox for line in lines if line.bbox is not None]
        if not boxes:
            return box
        x0, y0, x1, y1 = zip(*boxes, strict=True)
        return (min(x0), min(y0), max(x1), max(y1))

    # --- tables ------------------------------------------------------------------------------------------------

    def _is_label(self, cell: Cell, table: Table) -> bool:
        return self._cell_field(cell, table) is not None

    def _cell_field(self, cell: Cell, table: Table) -> str | None:
        """Asked of each cell by itself, by its neighbours and by the row above."""
        if id(cell) not in self.fields:
            look = cell_look(cell, table.cols, self.block)
            self.fields[id(cell)] = self.template.field_of(cell.text.replace("\n", " "), look)
        return self.fields[id(cell)]

    def _cell(self, cell: Cell, table: Table) -> Iterator[Token]:
        name = self._cell_field(cell, table)
        if name:
            yield Token("label", cell.text.replace("\n", " ").strip(" :"), name, self.block.page, cell.bbox)
        else:
            yield from self.cell_values(cell)

    def cell_values(self, cell: Cell) -> Iterator[Token]:
        lines = _lines(cell)
        if self._has_label(lines):
            yield from self._printed(lines, cell.bbox, None)
            return
        for number, raw in enumerate(cell.text.split("\n")):
            mark, rest = split_mark(raw)
            if rest.strip():
                page, region = self.block.page, self.block.region
                yield Token("line", rest.strip(), "", page, cell.bbox, mark is not None, number == 0, region)

    def _has_label(self, lines: Sequence[Line]) -> bool:
        printed = self.known.of(lines, self.block)
        return any(self._label(printed, place) for place in range(len(printed)))

    def _table(self, table: Table) -> Iterator[Token]:
        if titles := self._title_grid(table):
            yield from titles
            return
        rows: dict[int, list[Cell]] = {}
        for cell in table.cells:
            if cell.text.strip() or cell.col_span < table.cols:
                rows.setdefault(cell.row, []).append(cell)
        numbers = sorted(rows)
        heads = self._column_heads(rows, table)
        done: set[int] = {numbers[0]} if heads else set()
        last: Token | None = None
        for place, number in enumerate(numbers):
            if number in done:
                continue
            row = sorted(rows[number], key=lambda c: c.col)
            told = self._column_labels(place, row, heads, table)
            if told:
                for cell in (c for c in row if c.text.strip()):
                    yield told[cell.col]
                    yield from self.cell_values(cell)
                last = None
                continue
            below = sorted(rows[numbers[place + 1]], key=lambda c: c.col) if place + 1 < len(numbers) else []
            if self._heads_below(row, below, table):
                for cell in (c for c in row if c.text.strip()):
                    yield from self._cell(cell, table)
                    for under in below:
                        if cell.col <= under.col < cell.col + cell.col_span:
                            yield from self.cell_values(under)
                done.add(numbers[place + 1])
                continue
            for token in self._row(row, table, after_label=last is not None and last.kind == "label"):
                last = token
                yield token

    def _title_grid(self, table: Table) -> list[Token]:
        """ "Axe 1 …", "Action 1.1" and the title in the cells of a small table above the sheet: axis, then title."""
        filled = [cell for cell in table.cells if cell.text.strip()]
        if not 2 <= len(filled) <= CELLS_OF_TITLE or any(len(cell.text) > HEAD_MAX for cell in filled):
            return []
        heads = [(cell, read_head(cell.text)) for cell in filled]
        numbers = [cell for cell, head in heads if head.kind == "sheet" and head.number and not head.title]
        axes = [cell for cell, head in heads if head.kind == "axis"]
        titles = [cell for cell in filled if cell not in numbers and cell not in axes]
        if len(numbers) != 1 or len(titles) != 1 or self._labels(table):
            return []
        title = f"{' '.join(numbers[0].text.split())} : {' '.join(titles[0].text.split())}"
        texts = [*((cell.text, cell) for cell in axes), (title, titles[0])]
        return [Token("head", text, "", self.block.page, cell.bbox) for text, cell in texts]

    def _column_labels(
        self, place: int, row: Sequence[Cell], heads: Mapping[int, Token], table: Table
    ) -> Mapping[int, Token]:
        """The labels of a row of values, told over the whole table or on the page before."""
        if heads and len(row) == len(heads) and not any(self._is_label(cell, table) for cell in row):
            return heads
        return self.above if place == 0 and self._goes_on(row, table) else {}

    def _column_heads(self, rows: Mapping[int, Sequence[Cell]], table: Table) -> dict[int, Token]:
        """Labels over the columns of a whole table, whose actions begin each with a row that is one title."""
        first, *others = (rows[number] for number in sorted(rows)) if rows else ([],)
        titles = [row[0] for row in others if len(row) == 1 and row[0].col_span >= table.cols]
        named = [label_field(cell.text.replace("\n", " ")) for cell in first]
        if len(first) != table.cols or len(first) < COLUMNS or sum(map(bool, named)) < 0.5 * len(first):
            return {}
        if not titles or len(others[0]) > 1 or not read_head(titles[0].text).number:
            return {}
        return {
            cell.col: Token(
                "label", " ".join(cell.text.split()), name or "unknown", self.block.page, cell.bbox
            )
            for cell, name in zip(first, named, strict=True)
        }

    def open_columns(self) -> dict[int, Token]:
        """The label that each column of values had in the last row, which the next page may go on with."""
        table = self.block.table
        if table is None:
            return {}
        last = max((cell.row for cell in table.cells), default=0)
        found: dict[int, Token] = {}
        label: Token | None = None
        for cell in sorted((c for c in table.cells if c.row == last), key=lambda c: c.col):
            if self._is_label(cell, table):
                label = next(self._cell(cell, table))
            elif label is not None:
                found[cell.col] = label
        return found

    def _goes_on(self, row: Sequence[Cell], table: Table) -> bool:
        """A first row whose label stands on the page before: nothing where labels stand, values in their columns."""
        filled = {cell.col for cell in row if cell.text.strip()}
        if not filled or not filled <= self.above.keys() or len(row) < 2:
            return False
        return not any(self._is_label(cell, table) for cell in row)

    def _heads_below(self, row: Sequence[Cell], below: Sequence[Cell], table: Table) -> bool:
        """A row of labels whose values stand in the row under it."""
        filled = [cell for cell in row if cell.text.strip()]
        return (
            len(filled) > 1
            and bool(below)
            and all(self._is_label(cell, table) for cell in filled)
            and not any(self._is_label(cell, table) for cell in below)
        )

    def _row(self, row: list[Cell], table: Table, *, after_label: bool = False) -> Iterator[Token]:
        """`after_label`: the row above was a label that has no value yet."""
        if heads := numbered_title(row):
            yield from (Token("head", text, "", self.block.page, row[1].bbox) for text in heads)
            return
        if row[0].row == 0 and (heads := coded_title(row)) and self._labels(table) >= LABELS_OF_SHEET:
            yield from (Token("head", text, "", self.block.page, row[1].bbox) for text in heads)
            return
        for place, cell in enumerate(row):
            after = row[place + 1] if place + 1 < len(row) else None
            # A group cell ("QUI ?", "POURQUOI ?") stands left of a label: it names several fields, not one.
            if (
                after is not None
                and self._is_label(after, table)
                and place == 0
                and len(row) > 2
                and len(row) % 2
            ):
                continue
            whole_row = len(row) == 1 and cell.col_span >= table.cols
            if whole_row and not after_label and self._is_head(cell, table):
                yield Token("head", cell.text, "", self.block.page, cell.bbox)
            else:
                yield from self._cell(cell, table)

    def _labels(self, table: Table) -> int:
        return sum(self._is_label(cell, table) for cell in table.cells)

    def _is_head(self, cell: Cell, table: Table) -> bool:
        """A cell over the whole row that is neither a label nor a text."""
        if len(cell.text) >= HEAD_MAX or self._is_label(cell, table) or cell.text.rstrip().endswith("."):
            return False
        return split_mark(cell.text)[0] is None and not self._has_label(_lines(cell))


def _lines(cell: Cell) -> Sequence[Line]:
    return cell.lines or [Line(text=text) for text in cell.text.split("\n") if text.strip()]
