"""Cells between drawn edges, whichever way the edges are drawn."""

from pathlib import Path

import pymupdf
import pytest

from extractors.layout import read_layout
from extractors.layout.pdf.grids import find_cells
from models.evidence import BBox
from models.layout import Table
from tests.extractors.writing import draw_text

PRINTED: list[BBox] = [(60, 60, 90, 70)]


def ruled(*edges: BBox) -> list[list[BBox]]:
    paths = [
        {"type": "s", "rect": edge, "items": [("l", (edge[0], edge[1]), (edge[2], edge[3]))]}
        for edge in edges
    ]
    return find_cells(paths, PRINTED)


def test_four_lines_and_a_cross_are_four_cells() -> None:
    across = [(50.0, y, 250.0, y) for y in (50.0, 80.0, 110.0)]
    down = [(x, 50.0, x, 110.0) for x in (50.0, 150.0, 250.0)]
    (cells,) = ruled(*across, *down)
    assert len(cells) == 4
    assert (50, 50, 150, 80) in cells


def test_a_merged_cell_is_one_cell() -> None:
    across = [(50.0, y, 250.0, y) for y in (50.0, 80.0, 110.0)]
    down = [(50.0, 50.0, 50.0, 110.0), (250.0, 50.0, 250.0, 110.0), (150.0, 80.0, 150.0, 110.0)]
    (cells,) = ruled(*across, *down)
    assert sorted(cells) == [(50, 50, 250, 80), (50, 80, 150, 110), (150, 80, 250, 110)]


def test_one_frame_is_no_table() -> None:
    assert ruled((50, 50, 250, 50), (50, 110, 250, 110), (50, 50, 50, 110), (250, 50, 250, 110)) == []


@pytest.mark.parametrize("way", ["outlined", "thin bars", "tinted"])
def test_a_table_drawn_in_another_way(tmp_path: Path, way: str) -> None:
    with pymupdf.open() as document:
        page = document.new_page()
        for row, label in enumerate(("Pilote", "Public", "Budget")):
            for col, (x0, x1) in enumerate(((60, 160), (160, 400))):
                y = 100 + 30 * row
                if way == "outlined":
                    page.draw_rect((x0, y, x1, y + 30))
                elif way == "tinted":
                    page.draw_rect((x0, y, x1, y + 30), color=None, fill=(0.9 - 0.1 * col, 0.9, 0.9))
                else:
                    for bar in (
                        (x0, y, x1, y + 1),
                        (x0, y + 30, x1, y + 31),
                        (x0, y, x0 + 1, y + 30),
                        (x1, y, x1 + 1, y + 30),
                    ):
                        page.draw_rect(bar, color=None, fill=(0, 0, 0))
                draw_text(page, x0 + 6, y + 18, label if col == 0 else f"valeur {row}")
        document.save(tmp_path / "table.pdf")
    layout = read_layout(tmp_path / "table.pdf").layout
    assert layout is not None
    (table,) = [block.table for block in layout.blocks() if block.table is not None]
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells] == [
        "Pilote", "valeur 0", "Public", "valeur 1", "Budget", "valeur 2",
    ]  # fmt: skip
