"""Reading order by boxes alone: across the title, then down each column."""

import random

from extractors.layout.order import reading_order
from models.evidence import BBox

Named = tuple[str, BBox]


def order(*items: Named) -> list[str]:
    shuffled = list(items)
    random.Random(3).shuffle(shuffled)
    return [name for name, _ in reading_order(shuffled, lambda item: item[1])]


def column(letter: str, x: float, top: float = 100, count: int = 4) -> list[Named]:
    return [(f"{letter}{n}", (x, top + 14 * n, x + 200, top + 14 * n + 11)) for n in range(count)]


def test_a_title_over_two_columns() -> None:
    title = ("titre", (50.0, 40.0, 540.0, 60.0))
    assert order(title, *column("a", 50), *column("b", 300)) == [
        "titre", "a0", "a1", "a2", "a3", "b0", "b1", "b2", "b3",
    ]  # fmt: skip


def test_two_columns_then_a_full_line_then_two_columns() -> None:
    middle = ("milieu", (50.0, 180.0, 540.0, 195.0))
    found = order(*column("a", 50), *column("b", 300), middle, *column("c", 50, 210), *column("d", 300, 210))
    assert found.index("a3") < found.index("b0") < found.index("b3") < found.index("milieu")
    assert found.index("milieu") < found.index("c0") < found.index("c3") < found.index("d0")


def test_columns_of_unequal_length() -> None:
    assert order(*column("a", 50, count=2), *column("b", 300, count=5)) == [
        "a0",
        "a1",
        "b0",
        "b1",
        "b2",
        "b3",
        "b4",
    ]


def test_nothing_is_lost_when_boxes_lie_over_each_other() -> None:
    rolls = random.Random(7)
    items: list[Named] = []
    for n in range(60):
        x, y = rolls.uniform(0, 500), rolls.uniform(0, 800)
        items.append((str(n), (x, y, x + rolls.uniform(1, 300), y + rolls.uniform(1, 60))))
    assert sorted(order(*items)) == sorted(name for name, _ in items)
    assert order() == []


def test_labels_above_columns_that_change_from_row_to_row() -> None:
    items = [
        ("Une ligne entière", (52.0, -10.0, 530.0, 0.0)),
        ("Pour", (59.0, 10.0, 84.0, 20.0)),
        ("Aux commandes", (225.0, 10.0, 299.0, 20.0)),
        ("Patients", (52.0, 24.0, 195.0, 34.0)),
        ("CPTS", (218.0, 24.0, 353.0, 34.0)),
        ("longue durée", (52.0, 35.0, 110.0, 45.0)),
        ("Avec", (59.0, 55.0, 128.0, 65.0)),
        ("Tempo", (391.0, 55.0, 420.0, 65.0)),
        ("ARS, PMI, CPAM", (52.0, 69.0, 352.0, 79.0)),
        ("2025", (384.0, 69.0, 404.0, 79.0)),
    ]
    assert order(*items) == [
        "Une ligne entière",
        "Pour",
        "Patients",
        "longue durée",
        "Aux commandes",
        "CPTS",
        "Avec",
        "ARS, PMI, CPAM",
        "Tempo",
        "2025",
    ]


def test_a_title_that_ends_above_a_column_of_labels() -> None:
    items = [
        ("Répondre aux demandes de soins", (120.0, 30.0, 577.0, 50.0)),
        ("Pilote", (160.0, 70.0, 180.0, 80.0)),
        ("La ville", (196.0, 70.0, 480.0, 80.0)),
        ("Objectifs", (150.0, 94.0, 180.0, 104.0)),
        ("Accueillir", (196.0, 94.0, 470.0, 104.0)),
        ("Public", (550.0, 70.0, 588.0, 80.0)),
        ("Tous", (603.0, 70.0, 800.0, 80.0)),
        ("Budget", (545.0, 82.0, 588.0, 92.0)),
        ("500 euros", (603.0, 82.0, 700.0, 92.0)),
    ]
    titles = ["Répondre aux demandes de soins"]
    assert order(("Ambition 1", (0.0, 0.0, 80.0, 500.0)), *items)[:3] == ["Ambition 1", *titles, "Pilote"]
    assert order(*items) == [
        *titles,
        "Pilote",
        "Objectifs",
        "La ville",
        "Accueillir",
        "Public",
        "Budget",
        "Tous",
        "500 euros",
    ]
