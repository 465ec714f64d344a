"""Labels are known by wording; tables give each label before its own value."""

import pytest

from extractors.outline.stream import tokens
from extractors.outline.wording import label_field
from models.layout import Block, BlockKind, Cell, Table


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
