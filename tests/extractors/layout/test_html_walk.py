"""What editors' tools make of a page: accordions, captions, line breaks, tables that only lay out, banners."""

from pathlib import Path

from tests.extractors.layout.test_flow import cells, kinds, written


def page(tmp_path: Path, body: str) -> list[tuple[str, str]]:
    return kinds(
        written(tmp_path / "page.html", f"<html><head><title>Santé</title></head><body>{body}</body></html>")
    )


def test_the_button_of_an_accordion_is_a_heading(tmp_path: Path) -> None:
    body = (
        "<main><h2>Axe 1 · Soigner</h2><div><button aria-expanded='false'>Accueil des internes</button>"
        "<div><p><b>Pilote :</b> CCAS de Craon, avec tous ceux qui veulent bien l'aider</p></div></div>"
        "<button>Je m'inscris</button></main>"
    )
    assert page(tmp_path, body) == [
        ("heading", "Axe 1 · Soigner"),
        ("heading", "Accueil des internes"),
        ("paragraph", "Pilote : CCAS de Craon, avec tous ceux qui veulent bien l'aider"),
    ]


def test_the_caption_of_a_picture_is_read(tmp_path: Path) -> None:
    body = (
        "<main><h1>Nous nous engageons</h1><figure><img src='p.jpg' alt='photo'>"
        "<figcaption>Les trois signataires, le 1er juin 2023.</figcaption></figure></main>"
    )
    assert page(tmp_path, body)[1:] == [("paragraph", "Les trois signataires, le 1er juin 2023.")]


def test_line_breaks_part_items_and_paragraphs(tmp_path: Path) -> None:
    body = (
        "<main><p>Trois sujets :<br>– les soins dentaires,<br>– les fragilités après 75 ans</p>"
        "<div>Signé !<br><br>⏳ Durée : 5 ans<br>➡️ Agir sur l'eau<br>➡️ Soigner les soignants</div></main>"
    )
    assert page(tmp_path, body) == [
        ("paragraph", "Trois sujets :"),
        ("list_item", "les soins dentaires,"),
        ("list_item", "les fragilités après 75 ans"),
        ("paragraph", "Signé !"),
        ("paragraph", "Durée : 5 ans"),
        ("list_item", "Agir sur l'eau"),
        ("list_item", "Soigner les soignants"),
    ]


def test_a_table_around_a_table_only_lays_out_the_page(tmp_path: Path) -> None:
    body = (
        "<table><tr><td><a>Eau</a><br><a>Déchets</a><br><a>Santé</a>"
        "<td><font><b>Le contrat local de santé</b></font><hr>"
        "<p>Signé le 6 juin 2018.<table><tr><td>Action<td>Pilote<tr><td>Café des aidants<td>CLIC</table></table>"
    )
    layout = written(tmp_path / "page.html", f"<html><body>{body}</body></html>")
    assert kinds(layout) == [
        ("paragraph", "Le contrat local de santé"),
        ("paragraph", "Signé le 6 juin 2018."),
    ]
    (table,) = (block for block in layout.blocks() if block.table is not None)
    assert cells(table) == ["Action", "Pilote", "Café des aidants", "CLIC"]


def test_the_banner_says_whose_page_it_is_and_the_head_of_an_article_stays(tmp_path: Path) -> None:
    layout = written(
        tmp_path / "page.html",
        "<html><body><header><img alt='Communauté de communes du Pays de Mirepoix'></header>"
        "<main><header><h1>Le mot du président</h1></header>"
        "<p>Nous avons signé le contrat local de santé le 4 mai.</p><p>Nous en sommes heureux.</p></main>"
        "<footer><p>1 chemin de la Mestrise, 09500 Mirepoix</p></footer></body></html>",
    )
    assert [line.text for line in layout.pages[0].furniture] == [
        "Communauté de communes du Pays de Mirepoix",
        "1 chemin de la Mestrise, 09500 Mirepoix",
    ]
    assert kinds(layout)[0] == ("heading", "Le mot du président")


def test_a_part_that_holds_the_title_is_kept_whatever_its_name(tmp_path: Path) -> None:
    body = (
        "<div id=hierarchie>Accueil<div id=contenu><h1>Le Médicobus</h1><p>Il a pris la route en mai.</div>"
    )
    assert page(tmp_path, body) == [("heading", "Le Médicobus"), ("paragraph", "Il a pris la route en mai.")]
