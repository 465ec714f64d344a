"""Axes, their objectives and the sheets under them, where only contents pages, tables or the sheets tell."""

import pytest

from extractors.structure import Structure, extract_structure
from models.layout import Block
from tests.extractors.writing import bullet, grid, heading, paragraph

CARE, MIND = "Rapprocher les soins des habitants", "Prendre soin de la santé mentale"
TITLES = (
    "Ouvrir un centre de santé",
    "Loger les internes",
    "Former aux premiers secours",
    "Créer un lieu d'écoute",
)


def sheet(title: str, *, axis: str | None = None) -> list[Block]:
    rows = [("Objectifs", f"Réussir à {title.lower()}"), ("Pilote", "CCAS"), ("Partenaires", "CPTS ; MSA")]
    return [heading(f"Fiche action – {title}"), grid(*([("Axe concerné", axis)] if axis else []), *rows)]


def sheets(*axes: str | None) -> list[Block]:
    return [block for title, axis in zip(TITLES, axes, strict=True) for block in sheet(title, axis=axis)]


def listed(*entries: str) -> list[Block]:
    return [paragraph(f"{entry} ........................ 7") for entry in entries]


def axes_of(structure: Structure) -> list[str | None]:
    return [action.axis for action in structure.actions]


def test_the_contents_tell_which_axis_a_sheet_belongs_to() -> None:
    contents = listed(CARE, *TITLES[:2], MIND, *TITLES[2:])
    told = [paragraph("Le contrat s'organise autour de deux axes :"), bullet(CARE), bullet(MIND)]
    found = extract_structure([*contents, *told, *sheets(None, None, None, None)])
    assert axes_of(found) == [CARE, CARE, MIND, MIND]


def test_the_objectives_of_a_table_of_axes() -> None:
    table = grid(
        ("Pilier", "Objectifs"),
        (f"Pilier 1 : {CARE}", "➢ Attirer des soignants\n➢ Rapprocher les consultations\ndes villages"),
        (f"Pilier 2 : {MIND}", "➢ Former les proches"),
        header=True,
    )
    found = extract_structure(
        [heading("Les piliers"), table, heading(f"Pilier 1 : {CARE}"), heading(f"Pilier 2 : {MIND}")]
    )
    assert [axis.objectives for axis in found.axes] == [
        ("Attirer des soignants", "Rapprocher les consultations des villages"),
        ("Former les proches",),
    ]


def test_axes_that_only_the_sheets_name() -> None:
    found = extract_structure(sheets(CARE, CARE, MIND, MIND))
    assert [axis.title for axis in found.axes] == [CARE, MIND]
    assert axes_of(found) == [CARE, CARE, MIND, MIND]
    assert [place.quote for place in found.evidence["axes"]] == [CARE, MIND]


def test_a_heading_above_the_first_sheet_of_each_axis() -> None:
    found = extract_structure(
        [
            heading("Programme d'actions"),
            heading(CARE),
            *sheet(TITLES[0]),
            *sheet(TITLES[1]),
            heading(MIND),
            *sheet(TITLES[2]),
            *sheet(TITLES[3]),
        ]
    )
    assert axes_of(found) == [CARE, CARE, MIND, MIND]


def test_a_table_that_reviews_an_earlier_contract_holds_no_actions() -> None:
    review = grid(
        ("N°", "Intitulé", "État"),
        ("1.1", "Paniers solidaires", "réalisée"),
        ("1.2", "Ateliers mémoire", "abandonnée"),
        header=True,
    )
    found = extract_structure(
        [heading("Les enseignements de la première démarche"), review, *sheets(*[None] * 4)]
    )
    assert [action.title for action in found.actions] == list(TITLES)


def test_a_row_over_the_whole_table_names_the_axis_of_the_next_rows() -> None:
    table = grid(
        ("Action", "Pilote", "Calendrier"),
        (CARE,),
        (TITLES[0], "CCAS", "2024"),
        (MIND,),
        (TITLES[2], "CPTS", "2025"),
        header=True,
    )
    cells = [c.model_copy(update={"col_span": 3}) if c.text in {CARE, MIND} else c for c in table.table.cells]  # type: ignore[union-attr]
    spanned = table.model_copy(update={"table": table.table.model_copy(update={"cells": tuple(cells)})})  # type: ignore[union-attr]
    told = [paragraph("Le contrat s'organise autour de deux axes :"), bullet(CARE), bullet(MIND)]
    found = extract_structure([*told, spanned])
    assert [(action.title, action.axis) for action in found.actions] == [(TITLES[0], CARE), (TITLES[2], MIND)]


@pytest.mark.parametrize(
    "line", ["Action 3.1 « Parcours de marche » : reportée", "Fiche 2 – Bus santé : non réalisée"]
)
def test_a_line_that_reviews_an_earlier_action_is_none(line: str) -> None:
    found = extract_structure([heading("Bilan"), bullet(line), *sheets(*[None] * 4)])
    assert [action.title for action in found.actions] == list(TITLES)


@pytest.mark.parametrize("entry", ["Mesure 1.1 – Ouvrir un centre", "1 : Ouvrir un centre de santé"])
def test_objectives_between_an_axis_and_its_first_sheet_in_the_contents(entry: str) -> None:
    contents = [
        heading(f"Axe 1 : {CARE}"),
        paragraph("Attirer des soignants", "Dégager du temps", entry),
        heading(f"Axe 2 : {MIND}"),
        paragraph("Former les proches", "Mesure 2.1 – Créer un lieu"),
    ]
    found = extract_structure([*contents, heading(f"Axe 1 : {CARE}"), heading(f"Axe 2 : {MIND}")])
    assert [axis.objectives for axis in found.axes] == [
        ("Attirer des soignants", "Dégager du temps"),
        ("Former les proches",),
    ]


def test_prose_below_an_axis_holds_no_objectives() -> None:
    prose = paragraph(
        "Le territoire compte cent médecins. La moitié", "partira bientôt et ne sera pas", "remplacée"
    )
    found = extract_structure([heading(f"Axe 1 : {CARE}"), prose, heading(f"Axe 2 : {MIND}"), prose])
    assert [axis.objectives for axis in found.axes] == [(), ()]


def test_a_divider_with_its_objectives_above_the_first_sheet() -> None:
    blocks = [
        *(heading(CARE), bullet("Attirer des soignants"), *sheet(TITLES[0]), *sheet(TITLES[1])),
        *(heading(MIND), bullet("Former les proches"), *sheet(TITLES[2]), *sheet(TITLES[3])),
    ]
    found = extract_structure(blocks)
    assert axes_of(found) == [CARE, CARE, MIND, MIND]
    assert [axis.objectives for axis in found.axes] == [("Attirer des soignants",), ("Former les proches",)]
