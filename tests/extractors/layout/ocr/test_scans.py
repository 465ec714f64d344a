"""Scanned pages: bars of any colour, underlined titles, boxes, columns, bullets, dates."""

from pathlib import Path

import numpy as np
import pymupdf
import pytest

from extractors.layout import read_layout
from extractors.layout.ocr.bands import with_light_bands
from extractors.layout.ocr.lines import repaired
from models.layout import Block, Layout
from tests.extractors.writing import draw_text

pytestmark = pytest.mark.ocr

TITLE = "Fiche action 2 : soigner dans la rue"


def scanned(drawn: pymupdf.Document, path: Path, turn: float = 0.0) -> Layout:
    """The pages as pictures of 150 dpi."""
    with pymupdf.open() as document:
        for source in drawn:
            picture = source.get_pixmap(
                matrix=pymupdf.Matrix(150 / 72, 150 / 72).prerotate(turn), colorspace="gray"
            )
            page = document.new_page(width=source.rect.width, height=source.rect.height)
            page.insert_image(page.rect, pixmap=picture)
        document.save(path)
    layout = read_layout(path).layout
    assert layout is not None
    return layout


def said(layout: Layout) -> str:
    return "\n".join(block.text for block in layout.blocks())


@pytest.mark.parametrize(
    ("fill", "ink"),
    [((0.1, 0.2, 0.4), (1, 1, 1)), ((0.95, 0.55, 0.1), (1, 1, 1)), ((0.5, 0.75, 0.3), (0, 0, 0))],
    ids=["white on blue", "white on orange", "black on green"],
)
@pytest.mark.parametrize("turn", [0.0, 1.0])
def test_a_title_in_a_coloured_bar(
    tmp_path: Path, fill: tuple[float, ...], ink: tuple[float, ...], turn: float
) -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        page.draw_rect((60, 90, 540, 118), color=None, fill=fill)
        page.insert_text((70, 110), TITLE, fontsize=14, fontname="hebo", color=ink)
        draw_text(page, 60, 150, "Une équipe va vers les personnes sans abri.\nElle soigne et elle oriente.")
        layout = scanned(document, tmp_path / "scan.pdf", turn)
    assert TITLE in said(layout)
    assert "Elle soigne et elle oriente." in said(layout)


def test_an_underlined_bold_title_keeps_its_letters(tmp_path: Path) -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        draw_text(page, 60, 110, TITLE, 15, bold=True)
        page.draw_line((60, 113), (345, 113), width=1.2)
        draw_text(page, 60, 150, "Une équipe va vers les personnes sans abri.")
        layout = scanned(document, tmp_path / "scan.pdf")
    assert TITLE in said(layout)


def test_a_page_in_full_colour(tmp_path: Path) -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        page.draw_rect(page.rect, color=None, fill=(0.1, 0.3, 0.5))
        page.insert_text((120, 300), "Contrat local de santé", fontsize=26, color=(1, 1, 1))
        page.insert_text((120, 350), "Guéret 2022-2026", fontsize=18, color=(1, 1, 1))
        layout = scanned(document, tmp_path / "scan.pdf")
    assert "Contrat local de santé" in said(layout)


def test_columns_on_one_baseline_are_read_apart(tmp_path: Path) -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        draw_text(
            page, 60, 110, "La ville manque de médecins\net les délais de rendez-vous\nsont de trois mois."
        )
        draw_text(page, 330, 110, "Les habitants demandent\nun lieu ouvert le soir\nen centre-ville.")
        layout = scanned(document, tmp_path / "scan.pdf")
    assert "La ville manque de médecins et les délais de rendez-vous sont de trois mois." in said(layout)


def test_bold_letters_are_no_bar() -> None:
    grey = np.full((400, 800), 250, np.uint8)
    grey[100:130, 100:700:12] = 20  # strokes, and the line under them
    grey[100:130, 101:700:12] = 20
    grey[132:136, 100:700] = 20
    light, bands = with_light_bands(grey)
    assert bands == []
    assert (light == grey).all()


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["le", "l2", "mars", "2O15"], "le 12 mars 2015"),
        (["le", "ler", "janvier"], "le 1er janvier"),
        (["aller", "à", "Ol"], "aller à Ol"),
        (["CO2", "et", "B12"], "CO2 et B12"),
    ],
)
def test_letters_taken_for_digits(words: list[str], text: str) -> None:
    assert repaired(words) == text


def test_boxes_of_a_scan_keep_their_text_together(tmp_path: Path) -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        for x, label, value in (
            (60, "Porteur", "Centre communal d'action sociale"),
            (310, "Secteur", "Tous les quartiers"),
        ):
            page.draw_rect((x, 100, x + 230, 160), color=(0, 0, 0), width=0.8)
            draw_text(page, x + 10, 120, label, bold=True)
            draw_text(page, x + 10, 140, value)
        draw_text(page, 60, 200, "Le comité technique suit la mise en œuvre de cette action.")
        layout = scanned(document, tmp_path / "scan.pdf")
    text = said(layout)
    assert (
        text.index("Porteur") < text.index("action sociale") < text.index("Secteur") < text.index("quartiers")
    )


def test_a_stamp_typed_on_a_scan_does_not_hide_it(tmp_path: Path) -> None:
    with pymupdf.open() as drawn:
        page = drawn.new_page()
        draw_text(
            page,
            60,
            150,
            "La Ville de Guéret et l'Agence régionale de santé\nsignent le contrat local de santé\n" * 6,
        )
        picture = page.get_pixmap(dpi=150)
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_image(page.rect, pixmap=picture)
        draw_text(page, 300, 20, "Accusé de réception en préfecture 023-212300960-20200303-DE", 7)
        document.save(tmp_path / "scan.pdf")
    layout = read_layout(tmp_path / "scan.pdf").layout
    assert layout is not None
    blocks: list[Block] = list(layout.blocks())
    assert any("signent le contrat local de santé" in block.text for block in blocks)
