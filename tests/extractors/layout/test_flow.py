"""Web pages, word processor files and plain text: the same kinds of blocks, in order."""

from pathlib import Path

import docx
import pytest
from odf.opendocument import OpenDocumentText
from odf.table import Table as OdfTable
from odf.table import TableCell, TableRow
from odf.text import H, P

from extractors.layout import read_layout
from models.layout import Block, BlockKind, Layout
from tests.extractors.writing import texts

PAGE = """<!doctype html><html><head><title>Le CLS de Guéret</title></head><body>
<nav><a href="/">Accueil</a></nav><div class="cookie-banner">Nous utilisons des cookies</div>
<main><h1>Le contrat local de santé</h1>
<p>La ville et l’ARS ont signé le contrat<br>le 3 mars&nbsp;2020.</p>
<ul><li>Accès aux soins</li><li>Prévention<ul><li>Dépistage</li></ul></li></ul>
<table><tr><th>Pilote</th><td>CCAS</td></tr><tr><th>Partenaires</th><td><ul><li>CPAM</li><li>MSA</li></ul></td></tr></table>
<dl><dt>Durée</dt><dd>Cinq ans</dd></dl>
<aside>À lire aussi</aside><script>track()</script></main>
<footer>Mentions légales</footer></body></html>"""


def read(path: Path) -> Layout:
    layout = read_layout(path).layout
    assert layout is not None
    return layout


def written(path: Path, content: str | bytes) -> Layout:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(path)


def kinds(layout: Layout) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in layout.blocks() if block.table is None]


def cells(block: Block) -> list[str]:
    assert block.table is not None
    return [cell.text for cell in block.table.cells]


def test_the_main_content_of_a_web_page(tmp_path: Path) -> None:
    layout = written(tmp_path / "page.html", PAGE)
    assert layout.title == "Le CLS de Guéret"
    assert not layout.is_paged
    assert kinds(layout) == [
        ("heading", "Le contrat local de santé"),
        ("paragraph", "La ville et l’ARS ont signé le contrat le 3 mars 2020."),
        ("list_item", "Accès aux soins"),
        ("list_item", "Prévention"),
        ("list_item", "Dépistage"),
    ]
    table, definitions = (block for block in layout.blocks() if block.table is not None)
    assert cells(table) == ["Pilote", "CCAS", "Partenaires", "• CPAM\n• MSA"]
    assert cells(definitions) == ["Durée", "Cinq ans"]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("windows-1252", '<meta charset="iso-8859-1">'),
        ("iso-8859-15", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">'),
        ("windows-1252", '<meta charset="utf-8">'),
        ("utf-16", ""),
    ],
)
def test_accents_whatever_the_encoding_and_what_is_said_of_it(
    tmp_path: Path, encoding: str, declared: str
) -> None:
    page = f"<html><head>{declared}</head><body><p>Le cœur du projet : la santé à Guéret.</p></body></html>"
    assert texts(written(tmp_path / "page.html", page.encode(encoding))) == [
        "Le cœur du projet : la santé à Guéret."
    ]


def test_merged_cells_of_a_web_table_keep_their_columns(tmp_path: Path) -> None:
    page = (
        "<table><tr><td rowspan=2>Axe 1</td><td>Action 1</td></tr><tr><td>Action 2</td></tr>"
        "<tr><td colspan=2>Fin de la liste</td></tr></table>"
    )
    (block,) = written(tmp_path / "page.html", f"<html><body>{page}</body></html>").blocks()
    assert block.table is not None
    assert [(cell.row, cell.col, cell.text) for cell in block.table.cells] == [
        (0, 0, "Axe 1"),
        (0, 1, "Action 1"),
        (1, 1, "Action 2"),
        (2, 0, "Fin de la liste"),
    ]


@pytest.fixture(scope="module")
def word_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    document = docx.Document()
    document.add_heading("Contrat local de santé", 1)
    document.add_paragraph("Le présent contrat dure cinq ans.")
    document.add_paragraph("Accès aux soins", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Pilote", "CCAS", "Fiche", ""), strict=True):
        cell.text = text
    table.cell(1, 0).merge(table.cell(1, 1))
    document.add_paragraph("Fait à Guéret, le 3 mars 2020")
    path = tmp_path_factory.mktemp("word") / "contrat.docx"
    document.save(str(path))
    return path


def test_a_docx_in_order(word_file: Path) -> None:
    blocks = list(read(word_file).blocks())
    assert [block.kind.value for block in blocks] == [
        "heading",
        "paragraph",
        "list_item",
        "table",
        "paragraph",
    ]
    assert [block.text for block in blocks][:3] == [
        "Contrat local de santé",
        "Le présent contrat dure cinq ans.",
        "Accès aux soins",
    ]
    assert blocks[3].table is not None
    spans = [(cell.text.strip(), cell.row, cell.col_span) for cell in blocks[3].table.cells]
    assert spans == [("Pilote", 0, 1), ("CCAS", 0, 1), ("Fiche", 1, 2)]


def test_the_extension_of_a_docx_may_lie(word_file: Path, tmp_path: Path) -> None:
    liar = tmp_path / "contrat.pdf"
    liar.write_bytes(word_file.read_bytes())
    assert texts(read(liar)) == texts(read(word_file))


def test_an_odt_in_order(tmp_path: Path) -> None:
    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text="Contrat local de santé"))
    document.text.addElement(P(text="Le présent contrat dure cinq ans."))
    table, row = OdfTable(), TableRow()
    for text in ("Pilote", "CCAS"):
        cell = TableCell()
        cell.addElement(P(text=text))
        row.addElement(cell)
    table.addElement(row)
    document.text.addElement(table)
    path = tmp_path / "contrat.odt"
    document.save(str(path))
    heading, paragraph, grid = read(path).blocks()
    assert (heading.kind, heading.level, heading.text) == (BlockKind.HEADING, 1, "Contrat local de santé")
    assert paragraph.text == "Le présent contrat dure cinq ans."
    assert cells(grid) == ["Pilote", "CCAS"]


def test_plain_text_with_light_marks(tmp_path: Path) -> None:
    source = (
        "# Contrat local de santé\n\nLe contrat dure\n**cinq ans**.\n\n- Accès aux soins\n- Prévention\n"
        "\nVoir [la page](https://exemple.fr).\n"
    )
    assert kinds(written(tmp_path / "note.txt", source)) == [
        ("heading", "Contrat local de santé"),
        ("paragraph", "Le contrat dure cinq ans."),
        ("list_item", "Accès aux soins"),
        ("list_item", "Prévention"),
        ("paragraph", "Voir la page."),
    ]
