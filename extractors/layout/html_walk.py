"""The content of a web page as blocks: headings, paragraphs, lists, tables, in the order of the page.

In: an element. Out: blocks. Tables that only lay out a page are walked through, buttons of an accordion are headings.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from extractors.layout.flow import make_cell, table_block, text_block
from extractors.layout.marks import BULLETS, split_mark
from extractors.layout.text import clean
from models.layout import Block, BlockKind, Cell, Line

_DROPPED_TAGS = (
    "script style noscript template nav footer aside form button select iframe svg dialog header head"
)
_BLOCK_TAGS = (
    "p div section article main ul ol li dl dt dd table h1 h2 h3 h4 h5 h6 details summary blockquote body pre address "
    "fieldset figure header center hr"
)
DROPPED = frozenset(_DROPPED_TAGS.split())
BLOCKS = frozenset(_BLOCK_TAGS.split())
_DROPPED_NAME = re.compile(
    r"cookie|consent|breadcrumb|ariane|comment|share|partage|sidebar|related|lire-aussi|newsletter|\bmenu|skip|sr-only|"
    r"screen-reader|visually-hidden|pagination|paywall|\bpopup|^\s?(?:hierarchie|entete|pied|bandeau)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"h([1-6])")
_CHIPS = frozenset({"a", "span"})
#: Classes of the button that opens a part of the page.
_OPENS = re.compile(r"accordi|collaps|toggle|faq", re.IGNORECASE)
#: "Accueil > Services > Santé": where the page stands in its site.
_PATH = re.compile(r"(?:vous\s+êtes\s+ici\s*:\s*)?accueil\s*[>›»/|]", re.IGNORECASE)
#: "AXE 1 Accès aux soins<br>AXE 2 Santé mentale": each line is a head of its own.
_HEADED = re.compile(
    r"(?:axes?|orientations?|priorités?|défis?|volets?|fiches?|actions?)\s+(?:n°\s*)?\d", re.IGNORECASE
)
#: Pictures that point at the items of a list, and what may stand around a picture.
POINTERS = "➡👉✅☑🔹🔸🔵🔷"
_JOINERS = " \ufe0f\u200d"
#: A cell whose words stand in links to this share is a menu.
MENU_SHARE, MENU_LINKS = 0.6, 3
#: A cell with so many paragraphs and this share of the words of its table is the page.
PAGE_PARAGRAPHS, PAGE_SHARE = 3, 0.6


class Walk:
    """Walks the content once; numbers lists and <details> as regions."""

    def __init__(self) -> None:
        self.region = 0
        self.depth = 1

    def blocks(self, element: HtmlElement) -> Iterator[Block]:
        tag = element.tag if isinstance(element.tag, str) else ""
        opener = tag == "button" and _opens(element)
        if (_is_dropped_tag(element, tag) and not opener) or _is_dropped(element):
            return
        heading = _HEADING.fullmatch(tag)
        if heading or tag == "summary" or opener:
            level = int(heading[1]) if heading else self.depth + 1
            self.depth = level if heading else self.depth
            if text := flat_text(element):
                yield text_block(BlockKind.HEADING, text, level=level)
        elif tag == "figure":
            for caption in element.iter("figcaption"):
                yield from self.paragraphs(caption)
        elif tag == "table":
            yield from self._table(element)
        elif tag == "dl":
            if (block := table_block(list(_definitions(element)), self._next())) is not None:
                yield block
        elif tag in {"ul", "ol"}:
            yield from self._list(element)
        elif _has_blocks(element):
            yield from self._mixed(element)
        else:
            yield from self.paragraphs(element)

    def _next(self) -> int:
        self.region += 1
        return self.region

    def _table(self, element: HtmlElement) -> Iterator[Block]:
        if not _lays_out(element):
            if (block := table_block(list(_cells(element)), self._next())) is not None:
                yield block
            return
        for cell in element.iter("td", "th"):  # a table inside a table: the outer one only lays out the page
            own = next(cell.iterancestors("table")) is element
            if own and not _is_menu(cell):
                yield from self._mixed(cell) if _has_blocks(cell) else self.paragraphs(cell)

    def _list(self, element: HtmlElement, marker: str = "•") -> Iterator[Block]:
        region = self._next()
        for number, item in enumerate(element.iterchildren("li"), 1):
            if next(item.iter("h2", "h3", "h4", "h5", "h6"), None) is not None:  # a card of a directory
                yield from self._mixed(item)
                continue
            mark = f"{number}." if element.tag == "ol" else marker
            inner = [c for c in item if isinstance(c.tag, str) and c.tag in {"ul", "ol"}]
            if text := flat_text(item, skip={"ul", "ol"}):
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
        run = [(_flat(element.text), False)]
        for child in element:
            if isinstance(child.tag, str) and (child.tag in BLOCKS | DROPPED or _has_blocks(child)):
                yield from _flow(run, self._next())
                run = []
                yield from self.blocks(child)
            elif isinstance(child.tag, str):
                run.append(("\n", True) if child.tag == "br" else (_lined(child), _is_loud(child)))
            run.append((_flat(child.tail), False))
        yield from _flow(run, self._next())

    def paragraphs(self, element: HtmlElement) -> Iterator[Block]:
        """A paragraph, cut where it leaves a line empty and where its lines are marked items."""
        yield from _flow([(_lined(element), _is_bold(element))], self._next(), lead=_lead(element))


def _flow(run: Sequence[tuple[str, bool]], region: int, *, lead: str | None = None) -> Iterator[Block]:
    """Blocks of a run of words, each piece bold or not, whose lines end where the page breaks them."""
    group: list[tuple[str, bool]] = []
    for line, bold in _lines(run):
        if group and (not line or bold != group[0][1] or _HEADED.match(line)):
            yield from _grouped([text for text, _ in group], region, bold=group[0][1], lead=lead)
            group, lead = [], None
        if line and not _PATH.match(line):
            group.append((line, bold))


def _lines(run: Sequence[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Each line, bold where all its words are; an empty one at the end."""
    held: list[str] = []
    bold = True
    for text, loud in run:
        first, *others = text.split("\n")
        for number, part in enumerate((first, *others)):
            if number:
                yield clean("".join(held)), bold
                held, bold = [], True
            held.append(part)
            bold = bold and (loud or not part.strip())
    yield clean("".join(held)), bold
    yield "", False


def _grouped(lines: Sequence[str], region: int, *, bold: bool, lead: str | None) -> Iterator[Block]:
    plain: list[str] = []
    for line in lines:
        mark, rest = _mark(line)
        if mark is None:
            plain.append(line)
            continue
        if plain:
            yield _paragraph(plain, bold=bold, lead=lead)
        plain = []
        kind = BlockKind.LIST_ITEM if mark not in _SYMBOLS else BlockKind.PARAGRAPH
        marker = mark if kind is BlockKind.LIST_ITEM else None
        yield text_block(kind, rest, marker=marker, bold=bold, lead=lead, region=region)
    if plain:
        yield _paragraph(plain, bold=bold, lead=lead)


class _Symbols:
    """Pictures before a line that are no bullets: "⏳ Durée : 5 ans"."""

    def __contains__(self, mark: str) -> bool:
        return unicodedata.category(mark[0]) == "So" and mark[0] not in POINTERS + BULLETS


_SYMBOLS = _Symbols()


def _mark(line: str) -> tuple[str | None, str]:
    """The mark and what follows; a picture counts as one."""
    mark, rest = split_mark(line)
    if mark is not None and rest:
        return mark, rest
    if line.startswith("> "):
        return ">", line[2:].strip()
    bare = line.lstrip(_JOINERS)
    if bare and unicodedata.category(bare[0]) == "So":
        rest = bare[1:].strip(_JOINERS)
        return (bare[0], rest) if rest[:1].isalnum() else (None, line)
    return None, line


def _paragraph(lines: Sequence[str], *, bold: bool, lead: str | None) -> Block:
    """Its printed lines are kept: "Pilote : …" stands on a line of its own."""
    text = " ".join(lines)
    block = text_block(BlockKind.PARAGRAPH, text, bold=bold, lead=lead)
    if len(lines) == 1:
        return block
    return block.model_copy(update={"lines": tuple(Line(text=line, bold=bold) for line in lines)})


def is_banner(element: HtmlElement) -> bool:
    """Not the head of an article, which holds its title."""
    if element.tag != "header":
        return True
    return next(element.iterancestors("main", "article"), None) is None


def _is_dropped_tag(element: HtmlElement, tag: str) -> bool:
    return tag in DROPPED and (tag != "header" or is_banner(element))


def _is_dropped(element: HtmlElement) -> bool:
    if element.tag in {"body", "main", "article"}:
        return False
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    if hidden or element.get("data-elementor-type") in {"header", "footer"}:
        return True
    name = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    return bool(_DROPPED_NAME.search(name)) and next(element.iter("h1"), None) is None


def _opens(button: HtmlElement) -> bool:
    """A button that opens the part of the page below it, not one that does something."""
    return button.get("aria-expanded") is not None or bool(_OPENS.search(button.get("class") or ""))


def _lays_out(table: HtmlElement) -> bool:
    """It holds another table, or one cell that is a page by itself: most of the words, in several paragraphs."""
    if any(inner is not table for inner in table.iter("table")):
        return True
    whole = len(flat_text(table))
    for cell in table.iter("td"):
        paragraphs = sum(1 for child in cell.iter("p", "hr", "ul", "h1", "h2", "h3"))
        if paragraphs >= PAGE_PARAGRAPHS and len(flat_text(cell)) >= PAGE_SHARE * whole:
            return True
    return False


def _is_menu(cell: HtmlElement) -> bool:
    links = list(cell.iter("a"))
    words = len(flat_text(cell))
    return len(links) >= MENU_LINKS and sum(len(flat_text(a)) for a in links) >= MENU_SHARE * words


def _has_blocks(element: HtmlElement) -> bool:
    return next((inner for inner in element.iter(*BLOCKS) if inner is not element), None) is not None


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def flat_text(element: HtmlElement, skip: frozenset[str] | set[str] = frozenset()) -> str:
    """The words of an element in one line."""
    return clean(_lined(element, skip).replace("\n", " "))


def _lined(element: HtmlElement, skip: frozenset[str] | set[str] = frozenset()) -> str:
    """The words of an element, a line feed at each <br>."""
    parts: list[str] = []

    def collect(node: HtmlElement) -> None:
        parts.append(_flat(node.text))
        before = ""
        for child in node:
            if isinstance(child.tag, str) and child.tag not in skip and child.tag not in {"script", "style"}:
                if child.tag in BLOCKS or child.tag == "br":
                    parts.append("\n" if child.tag == "br" else " ")
                elif child.tag in _CHIPS and parts and before in _CHIPS and not parts[-1]:
                    parts.append(
                        " "
                    )  # "<span>Nolwenn Le Hir</span><span>Coordinatrice</span>": set apart by style
                collect(child)
                before = child.tag
                if child.tag in BLOCKS:
                    parts.append(" ")
            parts.append(_flat(child.tail))

    collect(element)
    return "".join(parts)


def _is_bold(element: HtmlElement) -> bool:
    strong = sum(len(flat_text(node)) for node in element.iter("strong", "b"))
    return strong > 0 and strong >= 0.9 * len(flat_text(element))


def _is_loud(element: HtmlElement) -> bool:
    """Bold all through: <b>, or <font size=5><b>."""
    return element.tag in {"strong", "b"} or _is_bold(element)


def _lead(element: HtmlElement) -> str | None:
    first = next((child for child in element if isinstance(child.tag, str)), None)
    if first is None or first.tag not in {"strong", "b"} or clean(element.text or "") or _is_bold(element):
        return None
    return flat_text(first) or None


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
    return min(max(int(value), 1), 50) if value.isdecimal() else 1


def _cell_lines(cell: HtmlElement) -> list[str]:
    """List items keep a mark so that a value that is a list can be told from a paragraph."""
    if not any(isinstance(child.tag, str) and child.tag in BLOCKS | {"br"} for child in cell.iter()):
        return [flat_text(cell)]
    lines = []
    for block in Walk().blocks(cell) if len(cell) else ():
        lines.append(f"{block.marker} {block.text}" if block.marker else block.text)
    return lines or [flat_text(cell)]


def _definitions(element: HtmlElement) -> Iterator[Cell]:
    row = -1
    values: list[str] = []
    for child in element.iter("dt", "dd"):
        if child.tag == "dt":
            if row >= 0:
                yield make_cell(row, 1, "\n".join(values))
            row, values = row + 1, []
            yield make_cell(row, 0, flat_text(child), header=True)
        elif row >= 0:
            values += _cell_lines(child)
    if row >= 0:
        yield make_cell(row, 1, "\n".join(values))
