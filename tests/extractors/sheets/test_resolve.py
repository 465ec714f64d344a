"""A label that no list knows has the field that its values look like; sheets of one document share it."""

import pytest

from extractors.outline.stream import Token
from extractors.sheets.resolve import resolve_labels
from extractors.sheets.sheet import Sheet


def sheets(label: str, values: list[str], *, field: str = "unknown", **known: str) -> list[Sheet]:
    found = []
    for value in values:
        sheet = Sheet(title="Bus santé")
        for name, text in known.items():
            sheet.take(name, name).append(Token("line", text))
        sheet.take(field, label).append(Token("line", value))
        found.append(sheet)
    resolve_labels(found)
    return found


@pytest.mark.parametrize(
    ("values", "field"),
    [
        (["Nombre de passages", "Taux de retour", "Part des aidants suivis"], "indicators"),
        (["2022-2024", "Dès la signature du contrat", "Premier semestre 2023"], "schedule"),
        (["12 000 € par an", "Crédits de droit commun", "0,5 ETP"], "budget"),
        (
            ["Habitants des quartiers", "Jeunes de 12 à 25 ans", "Personnes âgées isolées"],
            "target_population",
        ),
        (["Ensemble du territoire", "Canton de Flers", "Communes du plateau"], "area"),
        (["Centre hospitalier de Redon", "CCAS", "Mission locale"], "pilot"),
    ],
)
def test_the_values_tell_the_field(values: list[str], field: str) -> None:
    assert [sheet.labels for sheet in sheets("Petit mot", values)] == [1, 1, 1]
    assert list(sheets("Petit mot", values)[0].fields) == [field]


def test_values_that_look_like_nothing_stay_apart() -> None:
    first, *_ = sheets("Petit mot", ["Bravo à toutes et tous.", "À suivre.", "Une belle aventure."])
    assert not first.fields
    assert list(first.other) == ["Petit mot"]


def test_a_second_wording_of_a_field_may_tell_another_one() -> None:
    """ "Étapes", then "Mise en œuvre prévue" with dates: the description is told, the calendar is not."""
    values = ["2022-2024", "Dès la signature", "Premier semestre 2023"]
    first, *_ = sheets("Réalisation", values, field="description", description="Ouvrir un lieu.")
    assert [line.text for line in first.fields["schedule"]] == ["2022-2024"]


def test_a_field_that_the_sheets_have_already_is_not_given_twice() -> None:
    first, *_ = sheets("Petit mot", ["2022", "2023", "2024"], schedule="2022 à 2024")
    assert [line.text for line in first.fields["schedule"]] == ["2022 à 2024"]
