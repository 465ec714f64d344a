"""Blocks in, a flat stream of heads, labels of known fields and value lines out, in reading order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz import fuzz, process

from models.evidence import BBox
from models.layout import Block, BlockKind, Cell, Table
from models.text import fold
from models.vocabularies.labels import label_fields, label_words

Kind = Literal["head", "label", "line"]
_MARK = re.compile(r"^\s*([•●▪■◦○‣⁃·❖➢➤►▶→✓✔❑□◆◇*\uf0b7\uf0a7\uf0d8\uf0fc]|[-–—](?=\s))\s*")
_ICON = re.compile(r"^[^\w(«]+")
_LABEL_MAX = 60
_TYPO_MIN = 92.0
_MOST_WORDS = 7
_SHEET_FIELDS = frozenset(label_words()) - {"articles", "qualifiers"}


@dataclass(frozen=True)
class Token:
    """`starts` is true for the first line of a paragraph, cell or list item; `printed`: its lines on paper."""

    kind: Kind
    text: str
    field: str = ""
    page: int | None = None
    bbox: BBox | None = None
    item: bool = False
    starts: bool = True
    region: int | None = None
    printed: tuple[str, ...] = ()


def label_field(text: str) -> str | None:
    """The field that a whole text heads, or None: "Publics visés :" gives "target_population"."""
    if len(text) > _LABEL_MAX or ":" in text.strip(" :"):
        return None
    name = fold(re.sub(r"\((?:s|x|es|e)\)", "", text))
    known = label_fields()
    if not name or name in known:
        return known.get(name)
    for joint in (" et ", " ou "):
        head = name.partition(joint)[0]
        if joint in name and len(head) > 3 and head in known:
            return known[head]
    return _bare(name) or _qualified(name) or _misspelt(name)


def _bare(name: str) -> str | None:
    """ "Le calendrier", "Nos partenaires"; but "L'action" tells what is done and is no title."""
    first, _, rest = name.partition(" ")
    if first not in label_words()["articles"]:
        return None
    return "description" if rest in {"action", "projet"} else label_fields().get(rest)


def _qualified(name: str) -> str | None:
    """ "Descriptif détaillé de l'action": a known wording, then words that do not change what it heads."""
    words, qualifiers = name.split(), label_words()["qualifiers"]
    for size in range(len(words) - 1, 0, -1):
        if words[size] not in qualifiers:
            return None
        field = label_fields().get(" ".join(words[:size]))
        if field is not None:
            return field if field in _SHEET_FIELDS and len(words) <= _MOST_WORDS else None
    return None


def _misspelt(name: str) -> str | None:
    if len(name) < 6:
        return None
    near = process.extractOne(name, label_fields().keys(), scorer=fuzz.ratio, score_cutoff=_TYPO_MIN)
    return label_fields()[near[0]] if near else None


def split_label(text: str) -> tuple[str, str, str] | None:
    """("pilot", "Pilote", "Ville") for "Pilote : Ville"; None for a text that begins with no label."""
    head, colon, rest = text.partition(":")
    if not colon or len(head) > _LABEL_MAX:
        return None
    field = label_field(_ICON.sub("", head).strip())
    return (field, head.strip(), rest.strip()) if field else None


def tokens(blocks: Sequence[Block]) -> list[Token]:
    """The whole stream. Tables are read row by row, a row of labels together with the row under it."""
    return [token for block in blocks for token in _block(block)]


def _block(block: Block) -> Iterator[Token]:
    if block.table is not None:
        yield from _table(block, block.table)
        return
    field = label_field(_ICON.sub("", block.text).strip(" :"))
    if field:
        yield Token("label", block.text.strip(" :"), field, block.page, block.bbox, region=block.region)
    elif block.kind is BlockKind.HEADING:
        yield Token("head", block.text, "", block.page, block.bbox, region=block.region)
    elif block.kind is BlockKind.LIST_ITEM:
        yield from _lines(block.text, block.page, block.bbox, block.region, item=True)
    else:
        yield from _paragraph(block)


def _paragraph(block: Block) -> Iterator[Token]:
    pieces = [line.text for line in block.lines]
    leads = [line.lead for line in block.lines]
    labelled = [
        bool(split_label(t) or (lead and label_field(lead.strip(" :"))) or label_field(t.strip(" :")))
        for t, lead in zip(pieces, leads, strict=True)
    ]
    if not any(labelled):
        whole = list(_lines(block.text, block.page, block.bbox, block.region))
        if len(whole) == 1 and whole[0].kind == "line" and len(pieces) > 1:
            whole = [replace(whole[0], printed=tuple(pieces))]
        yield from whole
        return
    for line, is_label in zip(block.lines, labelled, strict=True):
        lead = line.lead.strip(" :") if line.lead else None
        box = line.bbox or block.bbox
        if is_label and lead and label_field(lead):
            yield Token("label", lead, label_field(lead) or "", block.page, box, region=block.region)
            rest = line.text[len(line.lead or "") :].lstrip(" :–-")
            if rest:
                yield Token("line", rest, "", block.page, box, region=block.region)
        else:
            yield from _lines(line.text, block.page, box, block.region)


def _lines(
    text: str, page: int | None, box: BBox | None, region: int | None, item: bool = False
) -> Iterator[Token]:
    """Lines of a value; the first may carry a label ("Pilote : …"), each may be a bullet."""
    first = True
    for raw in text.split("\n"):
        mark = _MARK.match(raw)
        line = raw[mark.end() :].strip() if mark else raw.strip()
        if not line:
            continue
        found = split_label(line)
        whole = None if found else label_field(_ICON.sub("", line).strip(" :"))
        if found or (whole and not mark and not item):
            field, name, rest = found or (whole or "", line, "")
            yield Token("label", name, field, page, box, region=region)
            line = rest
        if line and not whole:
            yield Token("line", line, "", page, box, bool(mark) or (item and first), first, region)
        first = False


def _cell(cell: Cell, block: Block) -> Iterator[Token]:
    whole = label_field(_ICON.sub("", cell.text.replace("\n", " ")).strip(" :"))
    if whole:
        yield Token("label", cell.text.replace("\n", " ").strip(" :"), whole, block.page, cell.bbox)
    else:
        yield from _lines(cell.text, block.page, cell.bbox, block.region)


def cell_lines(cell: Cell, block: Block) -> Iterator[Token]:
    """The lines of a cell that is a value."""
    yield from _lines(cell.text, block.page, cell.bbox, block.region)


def _is_label(cell: Cell) -> bool:
    return label_field(_ICON.sub("", cell.text.replace("\n", " ")).strip(" :")) is not None


def _table(block: Block, table: Table) -> Iterator[Token]:
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.text.strip() or cell.col_span < table.cols:
            rows.setdefault(cell.row, []).append(cell)
    numbers = sorted(rows)
    done: set[int] = set()
    for place, number in enumerate(numbers):
        row = sorted(rows[number], key=lambda c: c.col)
        below = sorted(rows[numbers[place + 1]], key=lambda c: c.col) if place + 1 < len(numbers) else []
        if number in done:
            continue
        filled = [c for c in row if c.text.strip()]
        if len(filled) > 1 and all(map(_is_label, filled)) and below and not any(map(_is_label, below)):
            for cell in filled:
                yield from _cell(cell, block)
                for under in below:
                    if cell.col <= under.col < cell.col + cell.col_span:
                        yield from _cell(under, block)
            done.add(numbers[place + 1])
            continue
        yield from _row(row, block, table)


def _row(row: list[Cell], block: Block, table: Table) -> Iterator[Token]:
    for place, cell in enumerate(row):
        after = row[place + 1] if place + 1 < len(row) else None
        # A group cell ("QUI ?", "POURQUOI ?") stands left of a label: it names several fields, not one.
        if after is not None and _is_label(after) and place == 0 and len(row) > 2 and len(row) % 2:
            continue
        if len(row) == 1 and cell.col_span >= table.cols and len(cell.text) < 220 and not _is_label(cell):
            mark = _MARK.match(cell.text)
            found = any(split_label(line) for line in cell.text.split("\n"))
            if not mark and not found and not cell.text.rstrip().endswith("."):
                yield Token("head", cell.text, "", block.page, cell.bbox)
                continue
        yield from _cell(cell, block)
