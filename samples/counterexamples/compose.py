"""Prints the PDF and DOCX counter-examples from `texts/*.html`. Run: python samples/counterexamples/compose.py [FOLDER]

In: FOLDER/texts/NAME.pdf.html and NAME.docx.html (plain h1, h2, p, ul, table). Out: FOLDER/docs/NAME.pdf, NAME.docx.
"""

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pymupdf
from lxml import html

HERE = Path(__file__).parent
CSS = """
body {font-family: serif; font-size: 11px; line-height: 1.3} h1 {font-size: 17px; text-align: center}
h2 {font-size: 13px} p {margin: 0 0 5px 0} .c {text-align: center} td {padding: 3px; vertical-align: top}
"""


def pdf(text: str) -> bytes:
    """A portable document on A4 with wide margins, the way a secretariat prints it."""
    page = pymupdf.paper_rect("a4")
    room = pymupdf.Rect(60, 60, page.x1 - 60, page.y1 - 60)
    story, out = pymupdf.Story(text, user_css=CSS), io.BytesIO()
    writer, more = pymupdf.DocumentWriter(out), True
    while more:
        device = writer.begin_page(page)
        more, _ = story.place(room)
        story.draw(device)
        writer.end_page()
    writer.close()
    return out.getvalue()


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def add_table(document: docx.document.Document, element: html.HtmlElement) -> None:
    rows = [row.xpath("./td|./th") for row in element.iter("tr")]
    table = document.add_table(len(rows), max(map(len, rows)), style="Table Grid")
    for cells, row in zip(rows, table.rows, strict=True):
        first = row.cells[0].merge(row.cells[-1]) if len(cells) == 1 else None
        for cell, target in zip(cells, [first] if first else row.cells, strict=True):
            target.text = words(cell)
    document.add_paragraph()


def word(text: str) -> bytes:
    """The same blocks as a Word file, without the clock that python-docx and zip write into it."""
    document = docx.Document()
    for element in html.fragment_fromstring(text, create_parent="div"):
        if element.tag == "table":
            add_table(document, element)
        elif element.tag == "ul":
            for item in element:
                document.add_paragraph(words(item), style="List Bullet")
        else:
            style = {"h1": "Heading 1", "h2": "Heading 2"}.get(element.tag, "Normal")
            document.add_paragraph(words(element), style=style)
    packed, out = io.BytesIO(), io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name), source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


PRINTERS: dict[str, Callable[[str], bytes]] = {".pdf": pdf, ".docx": word}


def main(folder: Path) -> None:
    for source in sorted((folder / "texts").glob("*.html")):
        name = source.stem
        (folder / "docs" / name).write_bytes(PRINTERS[Path(name).suffix](source.read_text(encoding="utf-8")))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
