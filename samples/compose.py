"""Composes the sample documents from `texts/*.yaml`. Run: python samples/compose.py [FOLDER]

In: invented French texts. Out: PDF and DOCX files of several layouts in `documents/`.
"""

import io
import sys
import zipfile
from html import escape
from pathlib import Path
from typing import Any

import docx
import yaml
from pages import Pages, scanned

HERE = Path(__file__).parent
OUT = HERE / "documents"
Text = dict[str, Any]

WORD_CSS = """
body {margin: 0; font-family: serif; font-size: 11px; line-height: 1.25}
h1 {font-size: 22px; text-align: center} h2 {font-size: 15px} h3 {font-size: 12.5px}
p, li {margin: 0 0 3px 0} ul {margin: 0; padding-left: 14px} .subtitle {text-align: center; font-size: 14px}
.furniture {font-size: 8px; color: #555555; text-align: center} .label {font-weight: bold}
"""
PLAIN_CSS = """
body {margin: 0; font-family: sans-serif; font-size: 10.5px; line-height: 1.3}
h1 {font-size: 20px; color: #14506e}
h2 {font-size: 15px; color: #14506e} h3 {font-size: 12.5px; color: #b0481e}
p, li {margin: 0 0 3px 0} ul {margin: 0; padding-left: 14px} .furniture {font-size: 8px; color: #777777}
"""
BROCHURE_CSS = """
body {margin: 0; font-family: sans-serif; font-size: 10px; line-height: 1.3}
h1 {font-size: 26px; color: #ffffff; margin: 0} .subtitle {font-size: 13px; color: #ffffff}
h2 {font-size: 15px; color: #7a1f5c; margin: 4px 0} h3 {font-size: 11.5px; color: #333333; margin: 0 0 3px 0}
p {margin: 0 0 4px 0} b {color: #7a1f5c}
"""


def read(name: str) -> Text:
    text: Text = yaml.safe_load((HERE / "texts" / f"{name}.yaml").read_text())
    return text


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def bullets(items: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"


def value(content: str | list[str]) -> str:
    return bullets(content) if isinstance(content, list) else f"<p>{escape(content)}</p>"


def opening(pages: Pages, text: Text) -> None:
    """Title, parties, preamble, articles, axes: what a contract says before its sheets."""
    pages.add(f"<h1>{escape(text['title'])}</h1>", space=2)
    pages.add(f'<p class="subtitle">{escape(text["subtitle"])}</p>', space=24)
    pages.add("<h2>Entre les soussignés</h2>")
    for party in text["parties"]:
        pages.add(f"<p>{escape(party)}\u00a0;</p>", space=3)
    pages.add("<h2>Préambule</h2>")
    for paragraph in text["preamble"]:
        pages.add(paragraphs([paragraph]))
    for title, body in text.get("articles", ()):
        pages.room(60)
        pages.add(f"<h3>{escape(title)}</h3>", space=0)
        pages.add(paragraphs([body]))
    if text.get("axes"):
        pages.room(80)
        pages.add("<h2>Les axes stratégiques</h2>")
    for axis in text.get("axes", ()):
        pages.add(f"<h3>Axe {axis['number']} – {escape(axis['title'])}</h3>", space=0)
        if axis["objectives"]:
            pages.add(bullets(axis["objectives"]))


def ruled_sheets(text: Text, css: str = WORD_CSS) -> bytes:
    """Like a word processor: one ruled table of labels and values per sheet, each on its own page."""
    pages = Pages(css)
    pages.head = text["head"]
    opening(pages, text)
    closing = f"<p>{escape(text['closing'])}</p>"
    pages.add(closing, space=14)
    for sheet in text.get("sheets", ()):
        pages.new_page()
        title = f"<h3>Fiche action n° {sheet['number']} – {escape(sheet['title'])}</h3>"
        pages.row([title], [1.0], ["#d9e6f2"])
        pages.row([_label("Axe"), value(sheet["axis"])], [0.28, 0.72], ["#f0f0f0", None])
        for label, content in sheet["fields"].items():
            pages.row([_label(label), value(content)], [0.28, 0.72], ["#f0f0f0", None])
    return pages.pdf(text["title"])


def _label(text: str) -> str:
    return f'<p class="label">{escape(text)}</p>'


def labelled_sheets(text: Text) -> bytes:
    """Sheets as bold labels that begin a paragraph, one after the other."""
    pages = Pages(PLAIN_CSS)
    pages.head = text["head"]
    opening(pages, text)
    pages.add(f"<p>{escape(text['closing'])}</p>")
    pages.new_page()
    pages.add("<h2>Les fiches actions</h2>")
    axis = None
    for sheet in text["sheets"]:
        pages.room(170)
        if sheet["axis"] != axis:
            axis = sheet["axis"]
            letter = sheet["number"][0]
            pages.add(f"<h2>Axe {letter} – {escape(axis)}</h2>")
        pages.add(f"<h3>Action {sheet['number']} : {escape(sheet['title'])}</h3>", space=2)
        for label, content in sheet["fields"].items():
            printed = ", ".join(content) if isinstance(content, list) else content
            pages.add(f"<p><b>{escape(label)} :</b> {escape(printed)}</p>", space=2)
        pages.y += 10
    return pages.pdf(text["title"])


def brochure(text: Text) -> bytes:
    """A designed leaflet: a banner, a box of facts, two columns of boxed actions."""
    pages = Pages(BROCHURE_CSS, margin=40, gap=18)
    banner = f'<h1>{escape(text["title"])}</h1><p class="subtitle">{escape(text["subtitle"])}</p>'
    pages.add(banner, fill="#7a1f5c", space=14)
    pages.set_columns(2)
    for paragraph in text["intro"]:
        pages.add(paragraphs([paragraph]))
    after_intro = pages.y
    pages.column, pages.y = 1, pages.top
    facts = "".join(f"<h3>{escape(q)}</h3><p>{escape(a)}</p>" for q, a in text["facts"])
    pages.add(facts, fill="#f6e9d2", space=10)
    pages.column, pages.y = 0, max(pages.y, after_intro)
    pages.top = pages.y
    for axis in text["axes"]:
        heading = f"<h2>{escape(axis['title'])}</h2>"
        for number, action in enumerate(axis["actions"]):
            card = _card(action)
            above = pages.height(heading, pages.width) + 8 if number == 0 else 0
            pages.room(above + pages.height(card, pages.width - 16) + 16)
            if number == 0:
                pages.add(heading, space=4)
            pages.add(card, stroke="#7a1f5c", space=9)
    return pages.pdf(text["subtitle"])


def _card(action: dict[str, str]) -> str:
    lines = [
        f"<p><b>{escape(label)}</b> {escape(content)}</p>"
        for label, content in action.items()
        if label != "title"
    ]
    return f"<h3>{escape(action['title'])}</h3>" + "".join(lines)


def word_document(text: Text) -> bytes:
    """A DOCX with a table of signatories and one table per sheet."""
    document = docx.Document()
    document.add_heading(text["title"], 0)
    document.add_paragraph(text["subtitle"])
    document.add_heading("Signataires", 1)
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for party in text["parties"]:
        for cell, content in zip(table.add_row().cells, party.split(" | "), strict=True):
            cell.text = content
    document.add_heading("Préambule", 1)
    for paragraph in text["preamble"]:
        document.add_paragraph(paragraph)
    document.add_heading("Axes stratégiques", 1)
    for axis in text["axes"]:
        document.add_heading(f"Axe {axis['number']} : {axis['title']}", 2)
        for objective in axis["objectives"]:
            document.add_paragraph(objective, style="List Bullet")
    document.add_heading("Fiches actions", 1)
    for sheet in text["sheets"]:
        document.add_heading(f"Fiche {sheet['number']} : {sheet['title']}", 2)
        table = document.add_table(rows=0, cols=2, style="Table Grid")
        for label, content in {"Axe": sheet["axis"], **sheet["fields"]}.items():
            cells = table.add_row().cells
            cells[0].text = label
            cells[1].text = "\n".join(content) if isinstance(content, list) else content
    buffer = io.BytesIO()
    document.save(buffer)
    return _timeless(buffer.getvalue())


def _timeless(archive: bytes) -> bytes:
    """The same archive with every file dated alike, so that the same text gives the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, (2026, 9, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return buffer.getvalue()


def main(out: Path = OUT) -> None:
    out.mkdir(exist_ok=True)
    documents = {
        "cls_fontenay-vendee_2024-2028.pdf": ruled_sheets(read("fontenay2")),
        "cls_fontenay-vendee_2019_numerise.pdf": scanned(ruled_sheets(read("fontenay1"))),
        "avenant-1_cls_fontenay-vendee.pdf": ruled_sheets(read("avenant")),
        "brochure_cls_bagnolet_2022-2027.pdf": brochure(read("bagnolet")),
        "cls_morlaix-communaute.pdf": labelled_sheets(read("morlaix")),
        "protocole_cls_clermontais.pdf": ruled_sheets(read("clermontais")),
        "cls_brianconnais_2019-2023.docx": word_document(read("brianconnais")),
        "contrat_de_ville_allonnes.pdf": ruled_sheets(read("allonnes")),
    }
    for name, content in documents.items():
        (out / name).write_bytes(content)
        print(f"{name} : {len(content) // 1024} Kio")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
