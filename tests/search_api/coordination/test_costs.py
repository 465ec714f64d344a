import pytest

from search_api.coordination.costs import amounts, costs_of


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("12 000 € par an", [12_000]),
        ("12\u202f000 €", [12_000]),
        ("Fonds d’intervention régional : 6 000 € en première année", [6_000]),
        ("0,4 ETP et 15.000 euros de frais", [15_000]),
        ("1,5 million d'euros", [1_500_000]),
        ("25 k€ (ARS), 3 M€ (FIR)", [25_000, 3_000_000]),
        ("1 250,50 €", [1250]),
        ("ARS : 8 000 € ; Ville : 4 000 €", [8_000, 4_000]),
        ("0,5 ETP en 2023, 80 % pris en charge", []),
        ("2023 12 000 €", [12_000]),
    ],
)
def test_amounts_are_read_as_written(text: str, euros: list[int]) -> None:
    assert amounts(text) == euros


def test_a_sheet_counts_with_its_greatest_amount() -> None:
    costs = costs_of(["ARS : 8 000 € ; Ville : 4 000 €", "2 000 €", "30 000 €", None, "Temps de travail"])
    assert costs is not None
    assert costs.model_dump() == {"stated": 3, "least": 2_000, "median": 8_000, "most": 30_000}
    assert costs_of([None, "Crédits de droit commun"]) is None
