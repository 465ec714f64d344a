"""What a document is made of before a renderer turns it into pages. Texts carry only <b>, <i>, <br/> as markup."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from typing import Literal, TypeAlias

Rules = Literal["grid", "rows", "outer", "none"]


@dataclass(frozen=True)
class P:
    """A paragraph. `anchor` makes it a target of the contents page."""

    text: str
    style: str = "body"
    anchor: str | None = None


@dataclass(frozen=True)
class UL:
    items: tuple[str, ...]
    mark: str = "•"


@dataclass(frozen=True)
class Cell:
    blocks: "tuple[Block, ...]"
    span: int = 1
    rows: int = 1
    fill: str | None = None


@dataclass(frozen=True)
class Table:
    """`widths` are shares of the page. The first `head` rows come again on each page."""

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    rules: Rules = "grid"
    head: int = 0


@dataclass(frozen=True)
class Box:
    blocks: "tuple[Block, ...]"
    fill: str | None = None
    stroke: str | None = None


@dataclass(frozen=True)
class Side:
    """A main column and a narrow one beside it."""

    main: "tuple[Block, ...]"
    side: "tuple[Block, ...]"
    left: bool = False
    fill: str | None = None


@dataclass(frozen=True)
class Columns:
    """Text in two newspaper columns."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True)
class Break:
    """From here a new page, with this orientation and running head."""

    wide: bool = False
    head: str = ""
    blank: bool = False  # no furniture: covers


@dataclass(frozen=True)
class Toc:
    """(level, text, anchor) of each line."""

    lines: tuple[tuple[int, str, str], ...]
    leaders: bool = True


Block: TypeAlias = P | UL | Table | Box | Side | Columns | Break | Toc


def t(text: str) -> str:
    return escape(text, quote=False)


def p(text: str, style: str = "body", anchor: str | None = None) -> P:
    return P(t(text), style, anchor)


def map_texts(block: Block, change: Callable[[str, str], str]) -> Block:
    """The same block with every printed text changed; `change` gets the text and the style it stands in."""

    def many(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(map_texts(b, change) for b in blocks)

    def words(text: str, style: str) -> str:
        parts = re.split(r"(<[^>]+>|&\w+;)", text)
        return "".join(s if n % 2 else change(s, style) for n, s in enumerate(parts))

    match block:
        case P():
            return replace(block, text=words(block.text, block.style))
        case UL():
            return replace(block, items=tuple(words(i, "body") for i in block.items))
        case Table():
            rows = tuple(tuple(replace(c, blocks=many(c.blocks)) for c in row) for row in block.rows)
            return replace(block, rows=rows)
        case Box() | Columns():
            return replace(block, blocks=many(block.blocks))
        case Side():
            return replace(block, main=many(block.main), side=many(block.side))
        case Toc():
            return replace(block, lines=tuple((n, words(s, "toc"), a) for n, s, a in block.lines))
        case Break():
            return block


def anchors(blocks: tuple[Block, ...] | list[Block]) -> list[str]:
    """The anchors of the blocks, in order."""
    found: list[str] = []
    for b in blocks:
        match b:
            case P():
                found += [b.anchor] if b.anchor else []
            case Table():
                found += [a for row in b.rows for c in row for a in anchors(c.blocks)]
            case Box() | Columns():
                found += anchors(b.blocks)
            case _:
                pass
    return found
