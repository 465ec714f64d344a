"""The person who signs: a name and a role, in whatever order they are printed."""

import pytest

from extractors.signatories.persons import parse_person


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("M. Luc Tanguy, directeur général", "Luc Tanguy", "directeur général"),
        ("son président, Monsieur Jean-Marc Dupuis", "Jean-Marc Dupuis", "président"),
        ("Mme Anne Le Goff, maire", "Anne Le Goff", "maire"),
        ("le docteur Paul Rey", "Paul Rey", None),
        ("La préfète,\nRose Vasseur", "Rose Vasseur", "préfète"),
        ("Madame Hélène d'Arc de Brie", "Hélène d'Arc de Brie", None),
        ("M. Luc TANGUY, président, dûment habilité", "Luc TANGUY", "président"),
    ],
)
def test_a_name_and_a_role(text: str, name: str, role: str | None) -> None:
    person = parse_person(text)
    assert person is not None
    assert (person.name, person.role) == (name, role)


@pytest.mark.parametrize("text", ["", "son directeur général", "le maire en exercice"])
def test_an_office_without_a_name_is_no_person(text: str) -> None:
    assert parse_person(text) is None
