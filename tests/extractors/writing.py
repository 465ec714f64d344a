"""Short ways to write a document down: headings, paragraphs, bullets, tables; a PDF page line by line."""

from collections.abc import Sequence
from pathlib import Path

import pymupdf

from extractors.layout import read_layout
from extractors.mentions import Passage, passages
from models.layout import Block, BlockKind, Cell, Layout, Line, Page, Table


def heading(text: str, level: int = 2) -> Block:
    return Block(kind=BlockKind.HEADING, text=text, level=level, lines=(Line(text=text, bold=True),))


def paragraph(*lines: str) -> Block:
    return Block(
        kind=BlockKind.PARAGRAPH, text=" ".join(lines), lines=tuple(Line(text=line) for line in lines)
    )


def bullet(text: str) -> Block:
    return Block(kind=BlockKind.LIST_ITEM, text=text, marker="•", lines=(Line(text=text),))


def grid(*rows: Sequence[str], header: bool = False) -> Block:
    cells = tuple(
        Cell(row=r, col=c, text=text, header=header and r == 0)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Block(kind=BlockKind.TABLE, text="", table=Table(rows=len(rows), cols=len(rows[0]), cells=cells))


def sentences(*texts: str, under: str | None = None) -> list[Passage]:
    """The passages of one paragraph a text, under a heading if any."""
    blocks = [heading(under)] if under else []
    return list(passages([*blocks, *map(paragraph, texts)]))


def web_layout(*blocks: Block, title: str | None = None) -> Layout:
    return Layout(title=title, pages=(Page(number=None, blocks=blocks),), reader="test")


def draw_text(
    page: pymupdf.Page, x: float, y: float, text: str, size: float = 11, *, bold: bool = False
) -> None:
    """Lines of a text, one a line feed; `y` is the first baseline."""
    page.insert_text((x, y), text, fontsize=size, fontname="hebo" if bold else "helv")


def saved(document: pymupdf.Document, path: Path) -> Layout:
    """The layout of a document that was drawn."""
    document.save(path)
    layout = read_layout(path).layout
    assert layout is not None
    return layout


def texts(layout: Layout) -> list[str]:
    return [block.text for block in layout.blocks()]


def document(text: str) -> list[Block]:
    """A mini-document line by line: "# title", "- item", "| cell | cell" (rows in a row are one table), else text."""
    blocks: list[Block] = []
    rows: list[list[str]] = []
    for line in [*text.strip().split("\n"), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
            continue
        if rows:
            blocks.append(grid(*rows))
            rows = []
        marks = len(line) - len(line.lstrip("#"))
        if marks:
            blocks.append(heading(line.lstrip("# "), marks))
        elif line.startswith("- "):
            blocks.append(bullet(line[2:]))
        elif line.strip():
            blocks.append(paragraph(line))
    return blocks
