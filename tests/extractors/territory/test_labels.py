"""The place that a heading, a cell or a list item begins with."""

import pytest

from extractors.territory.labels import division, read_label
from models.records import TerritoryType


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("Nevers Agglomération (58)", "Nevers Agglomération", ""),
        ("Le Lamentin (Martinique) : la chlordécone", "Le Lamentin", "la chlordécone"),
        ("Soissons – signature : 14 juin 2023", "Soissons", "signature : 14 juin 2023"),
        ("CLS 2 du Pays de Retz", "Pays de Retz", ""),
        ("CC de Vitry, Champagne et Der (Marne)", "CC de Vitry, Champagne et Der", ""),
        ("Bocage Bressuirais (Deux-Sèvres) | signé en 2020", "Bocage Bressuirais", "signé en 2020"),
    ],
)  # fmt: skip
def test_a_label_names_a_place(text: str, name: str, rest: str) -> None:
    label = read_label(text)
    assert label is not None
    assert (label.name, label.rest) == (name, rest)


def test_brackets_tell_where_the_place_is_and_what() -> None:
    label = read_label("Puisaye-Forterre (89 – 58)")
    assert label is not None and label.where.departments == ("89", "58")
    label = read_label("Seine-Eure (CA)")
    assert label is not None and label.hint is TerritoryType.EPCI


@pytest.mark.parametrize("text", ["Les priorités", "L'équipe", "La santé de tous", "Axe 1 : prévention"])
def test_other_headings_are_no_label(text: str) -> None:
    assert read_label(text) is None


def test_a_department_or_a_region_groups_places() -> None:
    aisne, bretagne = division("Aisne"), division("Région Bretagne")
    assert aisne is not None and aisne.departments == ("02",)
    assert bretagne is not None and bretagne.region == "53"
    assert division("Soissons") is None
