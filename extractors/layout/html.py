"""Web pages: the main content by what the page declares, else by trafilatura, and its structure as blocks.

Menus, footers, cookie notices, asides, forms and comments are left out.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import trafilatura
from lxml import html as lxml_html
from lxml.html import HtmlElement

from extractors.layout.decode import decode
from extractors.layout.flow import flow_result, make_cell, table_block, text_block
from extractors.layout.marks import split_mark
from extractors.layout.options import ReadOptions, UnreadableError
from extractors.layout.text import clean
from models.layout import Block, BlockKind, Cell, LayoutResult, Outcome

HTML = "text/html"
DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "iframe",
        "svg",
        "figure",
        "dialog",
        "header",
        "head",
    ]
)
_DROPPED_NAME = re.compile(
    r"cookie|consent|breadcrumb|fil-?ariane|comment|share|partage|sidebar|related|newsletter|\bmenu|skip|sr-only|pagination",
    re.IGNORECASE,
)
_HEADING = re.compile(r"h([1-6])")
BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "details",
        "summary",
        "blockquote",
        "body",
        "pre",
        "address",
        "fieldset",
    ]
)
#: Smaller than this share of the page's words, what is called "main" is not its main content.
MIN_MAIN = 80


def read_html(path: Path, options: ReadOptions) -> LayoutResult:
    """Raises UnreadableError when the page has no word or cannot be parsed."""
    source = decode(path.read_bytes()).replace("\x00", "")
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", source)
    try:
        tree = lxml_html.document_fromstring(source)
    except (ValueError, lxml_html.etree.ParserError) as error:
        raise UnreadableError(Outcome.EMPTY, "La page web ne contient aucun mot.") from error
    title = clean(tree.findtext(".//title") or "") or None
    blocks = list(_Walk().blocks(_main(tree, source)))
    reader = f"lxml+trafilatura-{trafilatura.__version__}"
    return flow_result(blocks, media_type=HTML, reader=reader, title=title)


def _main(tree: HtmlElement, source: str) -> HtmlElement:
    """<main> or the only article; else the smallest element that holds what trafilatura takes for content."""
    for path in ("//main", "//*[@role='main']", "//article"):
        found = tree.xpath(path)
        if len(found) == 1 and len(found[0].text_content()) >= MIN_MAIN:
            return found[0]
    content = trafilatura.extract(source, favor_recall=True, include_comments=False, include_tables=True)
    body = tree.find("body")
    root = body if body is not None else tree
    if not content:
        return root
    pieces = {clean(line).lstrip("-•| ")[:60] for line in content.splitlines() if len(clean(line)) > 25}
    best = root
    while pieces:
        inner = [child for child in best if isinstance(child.tag, str)]
        holding = [child for child in inner if _holds(child, pieces) >= 0.9 * _holds(best, pieces)]
        if len(holding) != 1:
            break
        best = holding[0]
    return best


def _holds(element: HtmlElement, pieces: set[str]) -> int:
    text = clean(element.text_content())
    return sum(piece in text for piece in pieces)


class _Walk:
    """Walks the content once; numbers lists and <details> as regions."""

    def __init__(self) -> None:
        self.region = 0
        self.depth = 1

    def blocks(self, element: HtmlElement) -> Iterator[Block]:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in DROPPED or _is_dropped(element):
            return
        heading = _HEADING.fullmatch(tag)
        if heading or tag == "summary":
            level = int(heading[1]) if heading else self.depth + 1
            self.depth = level if heading else self.depth
            if text := _text(element):
                yield text_block(BlockKind.HEADING, text, level=level)
        elif tag == "table":
            if (block := table_block(list(_cells(element)), self._next())) is not None:
                yield block
        elif tag == "dl":
            if (block := table_block(list(_definitions(element)), self._next())) is not None:
                yield block
        elif tag in {"ul", "ol"}:
            yield from self._list(element)
        elif any(child.tag in BLOCKS for child in element if isinstance(child.tag, str)):
            yield from self._mixed(element)
        else:
            yield from _paragraphs(element)

    def _next(self) -> int:
        self.region += 1
        return self.region

    def _list(self, element: HtmlElement, marker: str = "•") -> Iterator[Block]:
        region = self._next()
        for number, item in enumerate(element.iterchildren("li"), 1):
            mark = f"{number}." if element.tag == "ol" else marker
            inner = [c for c in item if isinstance(c.tag, str) and c.tag in {"ul", "ol"}]
            if text := _text(item, skip={"ul", "ol"}):
                yield text_block(
                    BlockKind.LIST_ITEM,
                    text,
                    marker=mark,
                    region=region,
                    bold=_is_bold(item),
                    lead=_lead(item),
                )
            for nested in inner:
                yield from self._list(nested, "–")

    def _mixed(self, element: HtmlElement) -> Iterator[Block]:
        """Inline runs between block children are paragraphs of their own."""
        run = clean(element.text or "")
        for child in element:
            if isinstance(child.tag, str) and child.tag in BLOCKS | DROPPED:
                if run:
                    yield text_block(BlockKind.PARAGRAPH, run)
                run = ""
                yield from self.blocks(child)
            elif isinstance(child.tag, str):
                run = clean(f"{run} {_text(child)}")
            run = clean(f"{run} {child.tail or ''}")
        if run:
            yield text_block(BlockKind.PARAGRAPH, run)


def _is_dropped(element: HtmlElement) -> bool:
    name = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return element.tag not in {"body", "main", "article"} and (hidden or bool(_DROPPED_NAME.search(name)))


def _text(element: HtmlElement, skip: frozenset[str] | set[str] = frozenset()) -> str:
    parts: list[str] = []

    def collect(node: HtmlElement) -> None:
        parts.append(node.text or "")
        for child in node:
            if isinstance(child.tag, str) and child.tag not in skip and child.tag not in {"script", "style"}:
                if child.tag in BLOCKS or child.tag == "br":
                    parts.append(" ")
                collect(child)
                if child.tag in BLOCKS:
                    parts.append(" ")
            parts.append(child.tail or "")

    collect(element)
    return clean("".join(parts).replace("\n", " "))


def _paragraphs(element: HtmlElement) -> Iterator[Block]:
    """A paragraph, cut at <br> where the pieces are marked items; bold alone may be a heading in disguise."""
    text = _text(element)
    if not text:
        return
    mark, rest = split_mark(text)
    yield text_block(
        BlockKind.LIST_ITEM if mark else BlockKind.PARAGRAPH,
        rest if mark else text,
        marker=mark,
        bold=_is_bold(element),
        lead=_lead(element),
    )


def _is_bold(element: HtmlElement) -> bool:
    strong = sum(len(_text(node)) for node in element.iter("strong", "b"))
    return strong > 0 and strong >= 0.9 * len(_text(element))


def _lead(element: HtmlElement) -> str | None:
    first = next((child for child in element if isinstance(child.tag, str)), None)
    if first is None or first.tag not in {"strong", "b"} or clean(element.text or "") or _is_bold(element):
        return None
    return _text(first) or None


def _cells(table: HtmlElement) -> Iterator[Cell]:
    taken: set[tuple[int, int]] = set()
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    for number, row in enumerate(rows):
        col = 0
        for cell in row.iterchildren("td", "th"):
            while (number, col) in taken:
                col += 1
            row_span, col_span = _span(cell, "rowspan"), _span(cell, "colspan")
            taken |= {(number + r, col + c) for r in range(row_span) for c in range(col_span)}
            text = "\n".join(_cell_lines(cell))
            yield make_cell(number, col, text, row_span=row_span, col_span=col_span, header=cell.tag == "th")
            col += col_span


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name) or "1"
    return min(max(int(value), 1), 50) if value.isdigit() else 1


def _cell_lines(cell: HtmlElement) -> list[str]:
    """List items keep a mark so that a value that is a list can be told from a paragraph."""
    if not any(isinstance(child.tag, str) and child.tag in BLOCKS | {"br"} for child in cell.iter()):
        return [_text(cell)]
    lines = []
    for block in _Walk().blocks(cell) if len(cell) else ():
        lines.append(f"{block.marker} {block.text}" if block.marker else block.text)
    return lines or [_text(cell)]


def _definitions(element: HtmlElement) -> Iterator[Cell]:
    row = -1
    values: list[str] = []
    for child in element.iter("dt", "dd"):
        if child.tag == "dt":
            if row >= 0:
                yield make_cell(row, 1, "\n".join(values))
            row, values = row + 1, []
            yield make_cell(row, 0, _text(child), header=True)
        elif row >= 0:
            values += _cell_lines(child)
    if row >= 0:
        yield make_cell(row, 1, "\n".join(values))
