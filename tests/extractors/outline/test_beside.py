"""Labels that are read before all their values get each its own, by where they stand on the page."""

from extractors.outline.stream import tokens
from models.layout import Block, BlockKind, Line


def printed(text: str, x: float, y: float, *, width: float = 100, color: int = 0, mark: str = "") -> Block:
    """One line; labels are bold in 8 points, values plain in 10."""
    label = text.isupper()
    box = (x, y, x + width, y + 10)
    line = Line(text=mark + text, bbox=box, size=8 if label else 10, bold=label, color=color)
    kind = BlockKind.HEADING if label else BlockKind.PARAGRAPH
    return Block(kind=kind, text=text, page=1, bbox=box, lines=(line,))


def read(*blocks: Block) -> list[str]:
    return [token.text for token in tokens(blocks)]


def test_a_rail_of_labels_beside_their_texts() -> None:
    labels = [
        printed(text, 20, y) for text, y in (("PILOTE", 100), ("PARTENAIRES", 120), ("CALENDRIER", 150))
    ]
    values = [
        printed(text, 140, y, width=300)
        for text, y in (("Ville", 101), ("Mutualité", 121), ("Lycée", 132), ("2024", 151))
    ]
    assert read(*labels, *values) == [
        "PILOTE",
        "Ville",
        "PARTENAIRES",
        "Mutualité",
        "Lycée",
        "CALENDRIER",
        "2024",
    ]


def test_labels_in_a_row_above_the_columns_of_their_values() -> None:
    labels = [printed("PILOTE", 20, 100), printed("CALENDRIER", 300, 100), printed("BUDGET", 500, 100)]
    values = [printed("Ville", 25, 115), printed("2024", 290, 115), printed("puis 2025", 290, 128)]
    assert read(*labels, *values) == ["PILOTE", "Ville", "CALENDRIER", "2024", "puis 2025", "BUDGET"]


def test_a_label_set_at_half_the_height_of_its_text() -> None:
    labels = [printed("PILOTE", 20, 100), printed("PARTENAIRES", 20, 140)]
    lines = tuple(
        Line(text=text, bbox=(140, y, 400, y + 10), size=10)
        for text, y in (("Mutualité", 128), ("Lycée", 140))
    )
    text = Block(
        kind=BlockKind.PARAGRAPH, text="Mutualité Lycée", page=1, bbox=(140, 122, 400, 168), lines=lines
    )
    assert read(*labels, printed("Ville", 140, 100), text) == [
        "PILOTE",
        "Ville",
        "PARTENAIRES",
        "Mutualité Lycée",
    ]


def test_a_paragraph_over_two_labels_is_cut() -> None:
    labels = [printed("PILOTE", 20, 100), printed("PARTENAIRES", 20, 112)]
    lines = tuple(
        Line(text=text, bbox=(140, y, 400, y + 10), size=10) for text, y in (("Ville", 100), ("Lycée", 112))
    )
    text = Block(kind=BlockKind.PARAGRAPH, text="Ville Lycée", page=1, bbox=(140, 100, 400, 122), lines=lines)
    assert read(*labels, text) == ["PILOTE", "Ville", "PARTENAIRES", "Lycée"]


def test_what_stands_at_the_top_of_the_next_column_stays_in_its_order() -> None:
    labels = [printed("PILOTE", 20, 700), printed("PARTENAIRES", 20, 720)]
    assert read(*labels, printed("Ville", 300, 50)) == ["PILOTE", "PARTENAIRES", "Ville"]
