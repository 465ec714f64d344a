"""The printed title of a contract, its lines joined, each with its place."""

import pytest

from extractors.title import extract_title
from models.layout import Block
from tests.extractors.writing import heading, paragraph


def title(*blocks: Block) -> str | None:
    found = extract_title([block.model_copy(update={"page": 1}) for block in blocks])
    return found.text if found else None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["Contrat local de santé", "du Thouarsais", "2023 – 2027"],
            "Contrat local de santé du Thouarsais – 2023 – 2027",
        ),
        (
            ["SEVRAN", "Contrat local de santé 3", "2018-2022"],
            "SEVRAN – Contrat local de santé 3 – 2018-2022",
        ),
        (
            ["AVENANT N° 1", "au contrat local de santé de Dreux"],
            "AVENANT N° 1 au contrat local de santé de Dreux",
        ),
        (["Contrat local de santé de Dreux", "Sommaire", "Préambule"], "Contrat local de santé de Dreux"),
        (["Contrat local de santé de Dreux", "Préfecture d'Eure-et-Loir"], "Contrat local de santé de Dreux"),
    ],
)
def test_a_title_block(lines: list[str], expected: str) -> None:
    assert title(*(heading(line) for line in lines)) == expected


def test_a_sentence_is_no_title() -> None:
    assert title(heading("Introduction"), paragraph("La ville a signé un contrat local de santé.")) is None


def test_each_line_of_a_title_is_proved() -> None:
    found = extract_title([heading("Contrat local de santé"), heading("2023-2027")])
    assert found is not None
    assert [place.quote for place in found.evidence] == ["Contrat local de santé", "2023-2027"]
