"""Cut a page that goes place by place into its entries: rows of a table, definitions, headings, list items.

In: blocks. Out: `Entry`s, each with the label of its place and what is told under it; two at least, or none.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from extractors.ner.organisations import find_organisations
from extractors.scopes.delimited import delimited
from extractors.scopes.patterns import CONTRACT_COLUMN, GROUPING, WHERE
from extractors.signatories.parties import LOCAL
from extractors.territory.extract import Where
from extractors.territory.labels import Label, division, is_place, read_label
from extractors.territory.patterns import PAYS
from models.layout import Block, BlockKind, Cell, Line, Table
from models.records import TerritoryType
from models.text import fold
from models.vocabularies.gazetteer import load_gazetteer
from models.vocabularies.organisations import organisation_kind

#: A heading longer than this is a sentence.
LONGEST_HEADING = 120


@dataclass(frozen=True)
class Entry:
    label: Label
    heading: Block  # where the label stands
    blocks: tuple[Block, ...]  # what is told, the label's own line first where it says more
    where: Where  # from the department or region whose heading it stands under


def find_entries(blocks: Sequence[Block]) -> list[list[Entry]]:
    """What each way of cutting gives, the one with most entries first; none with fewer than two."""
    blocks = unfolded(blocks)
    ways: tuple[Callable[[Sequence[Block]], Iterator[Entry]], ...] = (
        _rows,
        _headed,
        _items,
        _opened,
        _tabs,
        _divided,
        _lines,
    )
    found = [list(way(blocks)) for way in ways]
    return sorted((entries for entries in found if len(entries) >= 2), key=len, reverse=True)


def unfolded(blocks: Sequence[Block]) -> list[Block]:
    """Tables that only lay out the page, one cell a row, become the paragraphs that they hold."""
    flat: list[Block] = []
    for block in blocks:
        if block.table is None and (table := delimited(block)) is not None:
            flat.append(table)
            continue
        if block.table is None or block.table.cols > 1:
            flat.append(block)
            continue
        for cell in block.table.cells:
            for line in cell.text.split("\n"):
                flat += [_line(block, part) for part in (line,) if part.strip()]
    return flat


def _line(block: Block, text: str) -> Block:
    """A line of a nested table, "label | value", stays a list item; other lines are paragraphs."""
    kind = BlockKind.LIST_ITEM if " | " in text else BlockKind.PARAGRAPH
    return Block(
        kind=kind, text=text, page=block.page, bbox=block.bbox, lines=(Line(text=text),), region=block.region
    )


# --- rows of a table, definitions -------------------------------------------------------------------------------


def _rows(blocks: Sequence[Block]) -> Iterator[Entry]:
    where = Where()
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            where = division(block.text) or (where if (block.level or 6) > 2 else Where())
        if block.table is None:
            continue
        rows: dict[int, list[Cell]] = {}
        for cell in block.table.cells:
            rows.setdefault(cell.row, []).append(cell)
        lines = list(rows.values())
        heads = _column_heads(lines[0]) if len(lines) > 1 else {}
        column = next((col for col, name in heads.items() if CONTRACT_COLUMN.search(name)), 0)
        for cells in lines[1:] if heads else lines:
            first = next((cell for cell in cells if cell.col == column), cells[0])
            label = read_label(first.text.replace("\n", " "))
            if label is not None and len(cells) > 1:
                yield Entry(
                    label,
                    _cell_block(block, first),
                    tuple(_told(block, cells, first, heads)),
                    _joined(where, cells, heads),
                )


def _column_heads(cells: Sequence[Cell]) -> dict[int, str]:
    """The names of the columns, where the first row is one of names."""
    named = all(cell.header for cell in cells) or (
        len(cells) > 1 and all(read_label(cell.text) is None and len(cell.text) < 40 for cell in cells)
    )
    return {cell.col: cell.text.replace("\n", " ").strip() for cell in cells} if named else {}


def _joined(where: Where, cells: Sequence[Cell], heads: dict[int, str]) -> Where:
    """A column of departments tells where the place is."""
    for cell in cells:
        if fold(heads.get(cell.col, "")).startswith(("departement", "dept", "dep")):
            return division(cell.text) or where
    return where


def _told(block: Block, cells: Sequence[Cell], first: Cell, heads: dict[int, str]) -> Iterator[Block]:
    """The other cells: with the name of their column as a two-column table, else as paragraphs."""
    others = [cell for cell in cells if cell is not first and cell.text.strip()]
    if heads:
        pairs = [
            pair
            for number, cell in enumerate(others)
            for pair in (
                Cell(row=number, col=0, text=heads.get(cell.col, ""), header=True),
                cell.model_copy(update={"row": number, "col": 1, "header": False}),
            )
        ]
        yield block.model_copy(update={"table": Table(rows=len(others), cols=2, cells=tuple(pairs))})
        return
    for cell in others:
        for line in cell.text.split("\n"):
            if line.strip():
                yield block.model_copy(
                    update={
                        "kind": BlockKind.PARAGRAPH,
                        "table": None,
                        "text": line,
                        "bbox": cell.bbox,
                        "lines": cell.lines,
                    }
                )


def _cell_block(block: Block, cell: Cell) -> Block:
    return block.model_copy(
        update={
            "kind": BlockKind.HEADING,
            "table": None,
            "text": cell.text.replace("\n", " "),
            "bbox": cell.bbox,
            "lines": cell.lines,
        }
    )


# --- headings -------------------------------------------------------------------------------------------------------


def _headed(blocks: Sequence[Block]) -> Iterator[Entry]:
    """Headings that name a place, each with what stands before the next heading that is not below it."""
    where, level = Where(), 0
    for number, block in enumerate(blocks):
        if block.kind is not BlockKind.HEADING or len(block.text) > LONGEST_HEADING:
            continue
        label = read_label(block.text)
        inside = division(block.text)
        if inside is not None and (label is None or not _tells(blocks, number)):
            where, level = inside, block.level or 6
            continue
        if (block.level or 6) <= level:
            where, level = Where(), 0
        if label is None:
            continue
        run: list[Block] = []
        for below in blocks[number + 1 :]:
            if below.kind is BlockKind.HEADING and (below.level or 6) <= (block.level or 6):
                break
            run.append(below)
        if run:
            yield Entry(label, block, tuple(run), where)


def _tells(blocks: Sequence[Block], number: int) -> bool:
    """A paragraph follows at once: the heading is that of an entry, not of a group of entries."""
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    return following is not None and following.kind is BlockKind.PARAGRAPH


# --- divisions ------------------------------------------------------------------------------------------------------


def _divided(blocks: Sequence[Block]) -> Iterator[Entry]:
    """Under the name of a department or a region, a paragraph on each of its contracts that names a place."""
    where: Where | None = None
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            where = division(block.text)
        elif where is not None and block.kind is BlockKind.PARAGRAPH:
            label = _place_told(block.text, where)
            if label is not None:
                yield Entry(label, block, (block,), where)


def _place_told(text: str, where: Where) -> Label | None:
    """The place that a paragraph begins with, else the first local authority or place that it names."""
    if (label := read_label(text)) is not None and label.rest:
        return label
    for mention in find_organisations(text):
        if organisation_kind(mention.text) in LOCAL and is_place(mention.text):
            return Label(mention.text, where)
    for place in load_gazetteer().find_places(text, (TerritoryType.EPCI, TerritoryType.COMMUNE)):
        if any(set(candidate.departments) & set(where.departments) for candidate in place.candidates):
            return Label(place.text, where)
    return None


# --- list items -----------------------------------------------------------------------------------------------------


def _items(blocks: Sequence[Block]) -> Iterator[Entry]:
    """List items that begin with a place and go on about it."""
    where = Where()
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            where = division(block.text) or Where()
        elif block.kind is BlockKind.LIST_ITEM or " | " in block.text:
            lead = block.lines[0].lead if block.lines else None
            label = read_label(lead) if lead else None
            if label is not None and lead is not None:
                label = Label(label.name, label.where, block.text[len(lead) :].strip(" –—-•:|"), label.hint)
            label = label or read_label(block.text)
            if label is None or len(label.rest) < 8:
                continue
            own = block.model_copy(update={"kind": BlockKind.PARAGRAPH, "text": label.rest})
            yield Entry(label, block, (own,), where)


# --- paragraphs ---


def _opened(blocks: Sequence[Block]) -> Iterator[Entry]:
    """Paragraphs that each begin by saying where: "À Roubaix, tout est allé vite : …", "Dans le Pays de Laon, …"."""
    for block in blocks:
        found = WHERE.match(block.text[:120]) if block.kind is BlockKind.PARAGRAPH else None
        if found is None or not is_place(found["name"]):
            continue
        hint = TerritoryType.EPCI if GROUPING.search(block.text) and PAYS.match(found["name"]) else None
        yield Entry(Label(found["name"].strip(), Where(), hint=hint), block, (block,), Where())


# --- short lines ----------------------------------------------------------------------------------------------------


def _lines(blocks: Sequence[Block]) -> Iterator[Entry]:
    """Cards without headings: a line or a numbered item that is a place and nothing else, above what is told."""
    heads = [
        (number, label)
        for number, block in enumerate(blocks)
        if (
            block.kind is BlockKind.PARAGRAPH
            or (
                block.kind is BlockKind.LIST_ITEM
                and (block.marker or "")[:-1].isalnum()
                and _tells(blocks, number)
            )
        )
        and len(block.text) <= LONGEST_HEADING / 2
        and not block.text.rstrip().endswith((".", ":", ";"))
        and (label := read_label(block.text)) is not None
        and not label.rest
    ]
    if not heads:
        return
    ends = [*(number for number, _ in heads[1:]), len(blocks)]
    where = Where()
    for (number, label), end in zip(heads, ends, strict=True):
        run = []
        for block in blocks[number + 1 : end]:
            if block.kind is BlockKind.HEADING:
                break
            run.append(block)
        if run:
            yield Entry(label, blocks[number], tuple(run), where)


# --- tabs -----------------------------------------------------------------------------------------------------------


def _tabs(blocks: Sequence[Block]) -> Iterator[Entry]:
    """A list of places and nothing else, then as many panels, each beginning with the same label ("Date : …")."""
    for number, block in enumerate(blocks):
        if block.kind is not BlockKind.LIST_ITEM or (number and blocks[number - 1].region == block.region):
            continue
        tabs = [b for b in blocks[number:] if b.kind is BlockKind.LIST_ITEM and b.region == block.region]
        labels = [label for tab in tabs if (label := read_label(tab.text)) is not None and not label.rest]
        after = blocks[number + len(tabs) :]
        lead = after[0].text.split(":")[0].strip() if after and ":" in after[0].text[:40] else ""
        starts = [i for i, b in enumerate(after) if lead and b.text.startswith(lead)]
        if len(labels) < 2 or len(labels) != len(tabs) or len(starts) != len(tabs):
            continue
        ends = [*starts[1:], len(after)]
        for label, tab, first, last in zip(labels, tabs, starts, ends, strict=True):
            yield Entry(label, tab, tuple(after[first:last]), Where())
