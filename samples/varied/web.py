"""Blocks to PDF through headless Chromium: the nearest thing to designed brochures and exported office texts."""

import functools
import shutil
import subprocess
import tempfile
from pathlib import Path
from string import Template

import pymupdf

from samples.varied.blocks import UL, Block, Box, Break, Cell, Columns, P, Side, Table, Toc, t
from samples.varied.draw import DATA
from samples.varied.look import SERIF, Look

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-pdf-header-footer",
)  # fmt: skip
LABELS = {
    "caps": "font-weight: bold; font-size: .9em",
    "colour": "font-weight: bold; color: {colour}",
    "italic": "font-style: italic; font-weight: bold",
    "underline": "text-decoration: underline",
}
#: Real dots, as a word processor puts them: as many as there is room for.
LEADERS = """<script>for (const gap of document.querySelectorAll(".dots")) {
  const room = gap.getBoundingClientRect().width;
  const probe = document.createElement("span"); probe.textContent = ".".repeat(50); gap.parentNode.append(probe);
  const size = probe.getBoundingClientRect().width / 50; probe.remove();
  gap.textContent = ".".repeat(Math.max(2, Math.floor(room / size) - 1));
}</script>"""
DATED = "D:20260901000000Z"


def render(blocks: list[Block], look: Look, name: str) -> bytes:
    """PDF bytes; a contents page is filled in a second pass, once the pages are known."""
    pdf = _print(html(blocks, look, name, {}))
    toc = [b for b in blocks if isinstance(b, Toc)]
    if toc:
        pdf = _print(html(blocks, look, name, _pages(pdf, toc[0])))
    return _dated(pdf)


@functools.cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    """One profile for the whole run, empty at its start: a new one costs a second a document."""
    return tempfile.TemporaryDirectory()


def _print(page: str) -> bytes:
    if CHROMIUM is None:
        raise RuntimeError("Chromium is not installed: use --renderer reportlab")
    folder = _folder().name
    source, target = Path(folder, "in.html"), Path(folder, "out.pdf")
    source.write_text(page, encoding="utf-8")
    command = [
        CHROMIUM,
        *FLAGS,
        f"--user-data-dir={folder}/profile",
        f"--print-to-pdf={target}",
        source.as_uri(),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return target.read_bytes()


def _pages(pdf: bytes, toc: Toc) -> dict[str, int]:
    """Page of each anchor, read from the links of the contents page."""
    found: dict[str, int] = {}
    with pymupdf.open("pdf", pdf) as document:
        targets = [
            link["page"] + 1 for page in document for link in page.get_links() if link.get("page", -1) >= 0
        ]
        names = document.resolve_names()
    for name, place in names.items():
        found[name] = place["page"] + 1
    if not found:
        found = {f"a{n}": page for n, page in enumerate(targets)}
    return found


def _dated(pdf: bytes) -> bytes:
    with pymupdf.open("pdf", pdf) as document:
        meta = document.metadata or {}
        document.set_metadata({**meta, "creationDate": DATED, "modDate": DATED})
        return bytes(document.tobytes(no_new_id=True, garbage=1, deflate=True))


def html(blocks: list[Block], look: Look, name: str, pages: dict[str, int]) -> str:
    anchors = {
        a: f"a{n}"
        for n, (_, _, a) in enumerate(line for b in blocks if isinstance(b, Toc) for line in b.lines)
    }
    writer = _Writer(look, anchors, pages)
    body, rules = writer.sections(blocks, name)
    head = f'<meta charset="utf-8"><title>{t(name)}</title><style>{_css(look)}{rules}</style>'
    return f'<!doctype html><html lang="fr">{head}<body>{body}{LEADERS}'


class _Writer:
    def __init__(self, look: Look, anchors: dict[str, str], pages: dict[str, int]) -> None:
        self.look, self.anchors, self.pages = look, anchors, pages

    def sections(self, blocks: list[Block], name: str) -> tuple[str, str]:
        parts, rules, open_section = [], [], Break()
        current: list[Block] = []
        number = 0

        def close() -> None:
            nonlocal number
            if current:
                number += 1
                rules.append(_page_rule(number, open_section, self.look, name))
                parts.append(f'<section style="page: s{number}">{self.many(tuple(current))}</section>')

        for block in blocks:
            if isinstance(block, Break):
                close()
                current, open_section = [], block
            else:
                current.append(block)
        close()
        return "".join(parts), "".join(rules)

    def many(self, blocks: tuple[Block, ...]) -> str:
        return "".join(self.one(b) for b in blocks)

    def one(self, block: Block) -> str:
        match block:
            case P():
                target = self.anchors.get(block.anchor or "")
                mark = f' id="{target}"' if target else ""
                return f'<p class="{block.style}"{mark}>{block.text}</p>'
            case UL():
                return "<ul>" + "".join(f"<li>{i}</li>" for i in block.items) + "</ul>"
            case Table():
                return self._table(block)
            case Box():
                style = f"background:{block.fill};" if block.fill else ""
                style += f"border:1px solid {block.stroke}" if block.stroke else ""
                return f'<div class="box" style="{style}">{self.many(block.blocks)}</div>'
            case Side():
                main = f'<div class="main">{self.many(block.main)}</div>'
                side = f'<div class="aside" style="background:{block.fill}">{self.many(block.side)}</div>'
                return f'<div class="two">{side + main if block.left else main + side}</div>'
            case Columns():
                return f'<div class="columns">{self.many(block.blocks)}</div>'
            case Toc():
                return self._toc(block)
            case Break():
                return ""

    def _table(self, table: Table) -> str:
        cols = "".join(f'<col style="width:{100 * w:.1f}%">' for w in table.widths)
        rows = [f"<tr>{''.join(self._cell(c) for c in row)}</tr>" for row in table.rows]
        head = f"<thead>{''.join(rows[: table.head])}</thead>" if table.head else ""
        body = f"<tbody>{''.join(rows[table.head :])}</tbody>"
        return f'<table class="{table.rules}"><colgroup>{cols}</colgroup>{head}{body}</table>'

    def _cell(self, cell: Cell) -> str:
        marks = f' colspan="{cell.span}"' if cell.span > 1 else ""
        marks += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        marks += f' style="background:{cell.fill}"' if cell.fill else ""
        return f"<td{marks}>{self.many(cell.blocks)}</td>"

    def _toc(self, toc: Toc) -> str:
        lines = []
        for level, text, anchor in toc.lines:
            target = self.anchors[anchor]
            page = str(self.pages.get(target, "")) if anchor else ""
            if not anchor:
                lines.append(f'<p class="toc{level}">{text}</p>')
                continue
            lead = '<span class="dots"></span>' if toc.leaders else '<span class="gap"></span>'
            lines.append(
                f'<p class="toc{level} tocline"><a href="#{target}">{text}</a> {lead} <span>{page}</span></p>'
            )
        return "".join(lines)


def _page_rule(number: int, section: Break, look: Look, name: str) -> str:
    size = "size:A4 landscape;" if section.wide else "size:A4;"
    if section.blank:
        return f"@page s{number}{{{size}margin:22mm}}"
    head, foot = "", ""
    if section.head or look.head:
        head = f'@top-left{{content:"{section.head or name}";font:8pt {look.font};color:#555}}'
    page = {"page": "counter(page)", "page_of": '"Page " counter(page) " sur " counter(pages)',
            "name_page": f'"{name} – page " counter(page)', "none": ""}[look.foot]  # fmt: skip
    if page:
        place = "@bottom-center" if look.foot != "page" or look.justify else "@bottom-right"
        foot = f"{place}{{content:{page};font:8pt {look.font};color:#555}}"
    return f"@page s{number}{{{size}{head}{foot}}}"


def _css(look: Look) -> str:
    template = Template((DATA / "page.css").read_text(encoding="utf-8"))
    return template.substitute(
        family=f"'{look.font}', {'serif' if look.font in SERIF else 'sans-serif'}",
        colour=look.colour,
        light=look.light,
        size=look.size,
        label=LABELS.get(look.label_style, "font-weight: bold").format(colour=look.colour),
        bullet=look.mark + "  ",
        align="justify" if look.justify else "left",
        line="#444" if look.label_fill else look.colour,
    )
