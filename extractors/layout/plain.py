"""Plain text and light Markdown: headings, bullets, paragraphs. Emphasis and link marks are taken off."""

import re
from collections.abc import Iterator
from pathlib import Path

from extractors.layout.decode import decode
from extractors.layout.flow import flow_result, text_block
from extractors.layout.marks import split_mark
from extractors.layout.options import ReadOptions
from extractors.layout.text import clean
from models.layout import Block, BlockKind, LayoutResult, Line

_LINK = re.compile(r"\[([^\]\n]{1,300})\]\([^)\s]{1,500}\)")
_EMPHASIS = re.compile(r"\*\*|__")
_HASHES = re.compile(r"^(#{1,6})\s+(.*)$")


def read_plain(path: Path, options: ReadOptions) -> LayoutResult:
    """Raises UnreadableError when there is no word."""
    blocks = list(_blocks(decode(path.read_bytes()).splitlines()))
    return flow_result(blocks, media_type="text/plain", reader="plain-1")


def _blocks(lines: list[str]) -> Iterator[Block]:
    paragraph: list[str] = []
    region = 0
    for raw in [*lines, ""]:
        text = clean(raw)
        heading = _HASHES.match(text)
        words = heading[2] if heading else text
        mark, rest = (None, words) if words.startswith("**") else split_mark(words)  # "**gras**" is no bullet
        if (not text or heading or mark) and paragraph:
            yield _paragraph(paragraph)
            paragraph = []
        if not text:
            region += 1
        elif heading:
            yield text_block(BlockKind.HEADING, _plain(rest), level=len(heading[1]))
        elif mark:
            bold = rest.startswith("**") and rest.endswith("**")
            lead = rest[2:].split("**", 1)[0] if rest.startswith("**") and not bold else None
            yield text_block(
                BlockKind.LIST_ITEM,
                _plain(rest),
                marker=mark,
                bold=bold,
                lead=lead and _plain(lead),
                region=region,
            )
        else:
            paragraph.append(text)


def _paragraph(lines: list[str]) -> Block:
    """Its printed lines are kept: "Pilote : …" stands on a line of its own."""
    text = _plain(" ".join(lines))
    bold = lines[0].startswith("**") and lines[-1].endswith("**")
    if bold and len(text) < 160:
        return text_block(BlockKind.HEADING, text, level=6)
    block = text_block(BlockKind.PARAGRAPH, text, bold=bold)
    printed = tuple(Line(text=plain, bold=bold) for line in lines if (plain := _plain(line)))
    return block.model_copy(update={"lines": printed}) if len(printed) > 1 else block


def _plain(text: str) -> str:
    return clean(_EMPHASIS.sub("", _LINK.sub(r"\1", text)))
