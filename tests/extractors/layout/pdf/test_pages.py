"""PDF pages as a person reads them: columns, tables, lists, headings; no running heads, feet and numbers."""

from pathlib import Path

import pymupdf
import pytest

from extractors.layout import read_layout
from models.layout import Block, BlockKind, Layout, Outcome, Table
from tests.extractors.writing import draw_text, saved, texts

LEFT = "Le territoire compte\npeu de médecins et\nles délais sont longs\ndans les villages."
RIGHT = "Les habitants demandent\nun lieu d'accueil où\ntrouver une infirmière\nsans rendez-vous."


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """Four pages with a running head, a foot and numbers; columns on the first, lists on the second."""
    with pymupdf.open() as document:
        for number in range(1, 5):
            page = document.new_page()
            draw_text(page, 72, 40, "Contrat local de santé du Pays de Redon", 8)
            draw_text(page, 72, 815, f"ARS Bretagne - page {number} sur 4", 8)
        first, second, third, fourth = document
        draw_text(first, 72, 110, "Diagnostic partagé", 20)
        draw_text(first, 320, 160, RIGHT)  # the right column stands first in the file
        draw_text(first, 72, 160, LEFT)
        draw_text(second, 72, 110, "Les priorités sont :")
        draw_text(
            second,
            72,
            130,
            "- attirer des médecins et des infirmiers dans les communes qui n'en\n   ont plus ;",
        )
        draw_text(second, 72, 160, "- former les aidants.")
        draw_text(third, 72, 110, "La prévention des chutes est une prio-\nrité du contrat.")
        draw_text(fourth, 72, 110, "Action n° 4", 11, bold=True)
        draw_text(fourth, 72, 140, "Un car passe dans les villages.")
        return saved(document, tmp_path_factory.mktemp("pdf") / "report.pdf")


def blocks_on(layout: Layout, page: int) -> list[Block]:
    return [block for block in layout.blocks() if block.page == page]


def test_two_columns_are_read_one_after_the_other(report: Layout) -> None:
    assert [block.text for block in blocks_on(report, 1)] == [
        "Diagnostic partagé",
        LEFT.replace("\n", " "),
        RIGHT.replace("\n", " "),
    ]


def test_running_heads_feet_and_page_numbers_are_kept_apart(report: Layout) -> None:
    assert not any("Redon" in text or "sur 4" in text for text in texts(report))
    for number, page in enumerate(report.pages, 1):
        assert [line.text for line in page.furniture] == [
            "Contrat local de santé du Pays de Redon",
            f"ARS Bretagne - page {number} sur 4",
        ]


def test_a_bullet_goes_on_over_two_lines(report: Layout) -> None:
    items = [block for block in blocks_on(report, 2) if block.kind is BlockKind.LIST_ITEM]
    assert [item.text for item in items] == [
        "attirer des médecins et des infirmiers dans les communes qui n'en ont plus ;",
        "former les aidants.",
    ]
    assert {item.marker for item in items} == {"-"}


def test_a_word_cut_at_the_line_end_is_healed(report: Layout) -> None:
    assert [block.text for block in blocks_on(report, 3)] == [
        "La prévention des chutes est une priorité du contrat."
    ]


def test_large_and_bold_lines_are_headings(report: Layout) -> None:
    headings = [(block.text, block.level) for block in report.blocks() if block.kind is BlockKind.HEADING]
    assert [text for text, _ in headings] == ["Diagnostic partagé", "Action n° 4"]
    levels = [level or 0 for _, level in headings]
    assert levels[0] < levels[1]


def test_every_block_has_its_place_on_the_page(report: Layout) -> None:
    for page in report.pages:
        for block in page.blocks:
            assert block.bbox is not None
            x0, y0, x1, y1 = block.bbox
            assert 0 <= x0 < x1 <= page.width
            assert 0 <= y0 < y1 <= page.height


def ruled(page: pymupdf.Page, rows: list[list[str]], top: float = 120) -> None:
    """A table with rules; a "\\n" in a cell is a line feed."""
    height, widths = 46, (110, 330)
    right, bottom = 72 + sum(widths), top + height * len(rows)
    for number in range(len(rows) + 1):
        page.draw_line((72, top + height * number), (right, top + height * number))
    for x in (72, 72 + widths[0], right):
        page.draw_line((x, top), (x, bottom))
    for number, row in enumerate(rows):
        for x, text in zip((76, 76 + widths[0]), row, strict=True):
            draw_text(page, x, top + height * number + 15, text, 10)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    with pymupdf.open() as document:
        page = document.new_page()
        draw_text(page, 72, 90, "Fiche action n° 1 : Un car de santé dans les villages", 13, bold=True)
        ruled(
            page,
            [
                ["Pilote", "Communauté de communes du Val de Drôme en Biovallée"],
                ["Partenaires", "CPAM de la Drôme ; hôpital de Crest ;\ninfirmiers libéraux"],
                ["Public visé", "Habitants des vingt-neuf communes"],
            ],
        )
        layout = saved(document, tmp_path_factory.mktemp("table") / "table.pdf")
    (found,) = [block.table for block in layout.blocks() if block.table is not None]
    return found


def test_the_words_of_a_cell_keep_their_spaces(table: Table) -> None:
    assert [(cell.row, cell.col, cell.text) for cell in table.cells] == [
        (0, 0, "Pilote"),
        (0, 1, "Communauté de communes du Val de Drôme en Biovallée"),
        (1, 0, "Partenaires"),
        (1, 1, "CPAM de la Drôme ; hôpital de Crest ;\ninfirmiers libéraux"),
        (2, 0, "Public visé"),
        (2, 1, "Habitants des vingt-neuf communes"),
    ]


def test_each_cell_has_its_own_box(table: Table) -> None:
    boxes = [cell.bbox for cell in table.cells if cell.bbox is not None]
    assert len(set(boxes)) == len(table.cells)


def test_labels_beside_values_without_rules_are_pairs(tmp_path: Path) -> None:
    rows = [
        ("Pilote", "Le centre communal d'action sociale de la ville de Crest"),
        ("Public", "Les personnes âgées isolées et leurs aidants"),
        ("Calendrier", "De janvier 2024 à décembre 2026, puis chaque année"),
        ("Budget", "12 000 euros par an, financés par l'agence régionale"),
    ]
    with pymupdf.open() as document:
        page = document.new_page()
        for number, (label, value) in enumerate(rows):
            draw_text(page, 72, 120 + 40 * number, label, 10, bold=True)
            draw_text(page, 190, 120 + 40 * number, value, 10)
        layout = saved(document, tmp_path / "pairs.pdf")
    (block,) = layout.blocks()
    assert block.table is not None
    assert [cell.text for cell in block.table.cells] == [text for row in rows for text in row]


def test_bookmarks_tell_headings_and_their_levels(tmp_path: Path) -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        draw_text(page, 72, 100, "Les enjeux du territoire")
        draw_text(page, 72, 140, "Les médecins partent et ne sont pas remplacés.")
        document.set_toc([[1, "Première partie", 1], [2, "Les enjeux du territoire", 1]])
        layout = saved(document, tmp_path / "bookmarks.pdf")
    assert [(b.title, b.level) for b in layout.bookmarks][-1] == ("Les enjeux du territoire", 2)
    headings = [(b.text, b.level) for b in layout.blocks() if b.kind is BlockKind.HEADING]
    assert headings == [("Les enjeux du territoire", 2)]


@pytest.mark.ocr
def test_a_scanned_page_is_recognised(tmp_path: Path) -> None:
    with pymupdf.open() as drawn, pymupdf.open() as scan:
        page = drawn.new_page(width=420, height=200)
        draw_text(page, 40, 60, "Contrat local de santé", 20)
        draw_text(page, 40, 110, "Fait à Guéret, le 3 mars 2020", 14)
        picture = page.get_pixmap(dpi=150)
        scan.new_page(width=420, height=200).insert_image(pymupdf.Rect(0, 0, 420, 200), pixmap=picture)
        scan.save(tmp_path / "scan.pdf")
    result = read_layout(tmp_path / "scan.pdf")
    assert result.outcome is Outcome.PARSED
    assert result.layout is not None
    assert texts(result.layout) == ["Contrat local de santé", "Fait à Guéret, le 3 mars 2020"]
    assert result.layout.pages[0].ocr
    assert all(block.ocr and block.bbox is not None for block in result.layout.blocks())


def test_pairs_of_two_sheets_on_a_page_are_read_row_by_row(tmp_path: Path) -> None:
    rows = [
        ("Pilote", "Ville"),
        ("Partenaires", "CPTS, MSA et associations"),
        ("Public", "Habitants de plus de 60 ans"),
    ]
    with pymupdf.open() as document:
        page, y = document.new_page(), 80.0
        for title in (
            "Fiche 1 – Marcher ensemble chaque semaine au bord de la rivière",
            "Fiche 2 – Se soigner près de chez soi, dans chaque village",
        ):
            draw_text(page, 60, y, title, 13)
            for label, value in rows:
                y += 24
                draw_text(page, 60, y, label, bold=True)
                draw_text(page, 220, y, value)
            y += 40
        layout = saved(document, tmp_path / "pairs.pdf")
    tables = [block.table for block in layout.blocks() if block.table is not None]
    assert [[cell.text for cell in table.cells] for table in tables] == [[t for row in rows for t in row]] * 2


@pytest.mark.parametrize("label", ["{label} :", "{number}. {label}"])
def test_labels_in_the_letters_of_their_values(tmp_path: Path, label: str) -> None:
    rows = [
        ("Pilote", "Ville"),
        ("Partenaires", "CPTS, MSA et associations"),
        ("Public", "Habitants de plus de 60 ans"),
    ]
    with pymupdf.open() as document:
        page = document.new_page()
        for number, (name, value) in enumerate(rows, 1):
            draw_text(page, 60, 80 + 24 * number, label.format(label=name, number=number))
            draw_text(page, 220, 80 + 24 * number, value)
        layout = saved(document, tmp_path / "plain.pdf")
    (table,) = [block.table for block in layout.blocks() if block.table is not None]
    assert [cell.text for cell in table.cells][1::2] == [value for _, value in rows]


def test_numbered_items_are_paragraphs_of_their_own(tmp_path: Path) -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        draw_text(page, 90, 110, "1. La communauté d'agglomération, représentée par")
        draw_text(page, 102, 124, "M. Couraud, président")
        draw_text(page, 90, 138, "2. L'agence régionale de santé, représentée par")
        draw_text(page, 102, 152, "Mme Laffargue, directrice")
        draw_text(page, 72, 166, "Ont contribué à la rédaction la CPAM et l'Ordre des médecins.")
        found = texts(saved(document, tmp_path / "numbered.pdf"))
    assert [text.split()[0] for text in found] == ["1.", "2.", "Ont"]


def test_labels_printed_upright_in_the_cells_of_a_table(tmp_path: Path) -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        for y in (100, 200, 300):
            page.draw_line((50, y), (500, y))
        for x in (50, 80, 500):
            page.draw_line((x, 100), (x, 300))
        for y, label, value in (
            (180, "ENJEUX", "Les délais sont longs."),
            (280, "BUTS", "Ouvrir un centre."),
        ):
            page.insert_text((68, y), label, fontsize=9, rotate=90)
            draw_text(page, 90, y - 60, value)
        page.insert_text((570, 400), "Projet", fontsize=9, rotate=90)
        layout = saved(document, tmp_path / "upright.pdf")
    (table,) = (block.table for block in layout.blocks() if block.table is not None)
    assert [cell.text for cell in table.cells] == [
        "ENJEUX",
        "Les délais sont longs.",
        "BUTS",
        "Ouvrir un centre.",
    ]
    assert "Projet" not in " ".join(texts(layout))


def test_a_filled_rail_is_read_behind_the_title_on_its_right(tmp_path: Path) -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        page.draw_rect((40, 60, 190, 400), color=(0, 0.3, 0.2), fill=(0, 0.3, 0.2))
        draw_text(page, 50, 100, "Pilote", 9, bold=True)
        draw_text(page, 50, 114, "12 000 € (FIR)", 9)
        draw_text(page, 210, 90, "Ouvrir un centre", 18)
        draw_text(page, 210, 150, "Onze communes n'ont plus\nde médecin.", 11)
        draw_text(page, 210, 380, "Nombre de passages", 11)
        layout = saved(document, tmp_path / "rail.pdf")
    assert texts(layout)[0] == "Ouvrir un centre"
    (amount,) = (block for block in layout.blocks() if "12 000" in block.text)
    assert amount.kind is not BlockKind.HEADING


def test_values_that_are_lists_stand_off_their_labels(tmp_path: Path) -> None:
    rows = {
        "CONSTAT": ["Les délais sont longs pour tous les habitants du bourg."],
        "OBJECTIFS": ["- Rapprocher", "- Réduire"],
        "PORTEUR": ["Le centre hospitalier de la ville voisine"],
        "EFFETS": ["- Une tournée stable", "- 800 visites"],
    }
    with pymupdf.open() as document:
        page = document.new_page()
        y = 100
        for label, values in rows.items():
            draw_text(page, 60, y, label, 8)
            y += 9 if values[0].startswith("-") else 0
            for value in values:
                draw_text(page, 200, y, value, 10)
                y += 13
            y += 10
        layout = saved(document, tmp_path / "pairs.pdf")
    (table,) = (block.table for block in layout.blocks() if block.table is not None)
    assert [cell.text for cell in table.cells if cell.col == 0] == [*rows]


def test_letters_that_a_designer_set_apart_are_closed_up(tmp_path: Path) -> None:
    label, size = "PUBLICS TOUCHÉS", 8.0
    with pymupdf.open() as document:
        page = document.new_page()
        x = 72.0
        for letter in label:
            page.insert_text((x, 100), letter, fontsize=size)
            x += pymupdf.get_text_length(letter, fontsize=size) + 2.5
        draw_text(page, 72, 120, "Les habitants du bourg et des hameaux.")
        page.insert_text((72, 160), "1 2 3 4 5 6 7")
        found = texts(saved(document, tmp_path / "apart.pdf"))
    assert found[0] == label
    assert found[-1] == "1 2 3 4 5 6 7"
