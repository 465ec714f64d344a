"""Labels are known by wording; tables give each label before its own value."""

import pytest

from extractors.outline.stream import tokens
from extractors.outline.wording import label_field
from models.layout import Block, BlockKind, Cell, Table
from tests.extractors.writing import heading, paragraph


@pytest.mark.parametrize(
    ("wording", "field"),
    [
        ("Publics visés", "target_population"),
        ("Partenaire(s)", "partners"),
        ("Coût prévisionnel et financeurs", "budget"),
        ("POURQUOI CETTE ACTION ?", "context"),
        ("Objectif stratégique", "axis_objective"),
        ("La commune", None),
    ],
)
def test_a_label_is_known_by_its_wording(wording: str, field: str | None) -> None:
    assert label_field(wording) == field


def _pairs(rows: list[list[str]]) -> list[tuple[str, str]]:
    cells = tuple(Cell(row=r, col=c, text=t) for r, row in enumerate(rows) for c, t in enumerate(row))
    table = Table(rows=len(rows), cols=len(rows[0]), cells=cells)
    stream = tokens([Block(kind=BlockKind.TABLE, text="", table=table)])
    return [(t.kind, t.field or t.text) for t in stream]


def test_a_row_of_labels_is_read_with_the_row_under_it() -> None:
    assert _pairs([["Pilote", "Échéance"], ["CCAS", "2024"]]) == [
        ("label", "pilot"),
        ("line", "CCAS"),
        ("label", "schedule"),
        ("line", "2024"),
    ]


def test_two_pairs_on_a_row_stay_apart() -> None:
    assert _pairs([["Pilote", "CCAS", "Échéance", "2024"]]) == [
        ("label", "pilot"),
        ("line", "CCAS"),
        ("label", "schedule"),
        ("line", "2024"),
    ]


def _labels(*paragraphs: Block) -> list[tuple[str, str]]:
    return [(t.kind, t.field or t.text) for t in tokens(paragraphs)]


def test_questions_that_come_back_are_labels_with_their_value_behind() -> None:
    sheets = [
        block
        for title in ("Un bus", "Un jardin")
        for block in (
            heading(title),
            paragraph("Qui mène ? La ville", "Avec qui ? Le CCAS"),
            paragraph("Le problème. Plus de médecin.", "Quel coût ? 500 euros"),
        )
    ]
    assert _labels(*sheets)[1:8] == [
        ("label", "pilot"),
        ("line", "La ville"),
        ("label", "partners"),
        ("line", "Le CCAS"),
        ("label", "context"),
        ("line", "Plus de médecin."),
        ("label", "budget"),
    ]


def test_a_question_that_comes_once_is_prose() -> None:
    assert _labels(paragraph("Pour qui ? Tous les habitants.")) == [
        ("line", "Pour qui ? Tous les habitants.")
    ]


def test_who_pays_how_much_is_no_label() -> None:
    assert _labels(paragraph("Budget : à préciser"), paragraph("Commune : 12 000 € - CGSS : 8 000 €")) == [
        ("label", "budget"),
        ("line", "à préciser"),
        ("line", "Commune : 12 000 € - CGSS : 8 000 €"),
    ]


def test_labels_over_the_columns_of_a_table_whose_titles_fill_a_row() -> None:
    heads = [
        Cell(row=0, col=col, text=text) for col, text in enumerate(("Le fil rouge", "Pilote", "Calendrier"))
    ]
    cells = list(heads)
    for row, title in ((1, "1.1 Un bus"), (3, "1.2 Un jardin")):
        cells.append(Cell(row=row, col=0, col_span=3, text=title))
        cells += [
            Cell(row=row + 1, col=col, text=text) for col, text in enumerate(("Aller vers", "CCAS", ""))
        ]
    table = Table(rows=5, cols=3, cells=tuple(cells))
    assert [(t.kind, t.field or t.text) for t in tokens([Block(kind=BlockKind.TABLE, text="", table=table)])][
        :6
    ] == [
        ("head", "1.1 Un bus"),
        ("label", "unknown"),
        ("line", "Aller vers"),
        ("label", "pilot"),
        ("line", "CCAS"),
        ("head", "1.2 Un jardin"),
    ]
