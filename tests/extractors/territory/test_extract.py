"""Where a contract holds: the official place, with help from the parties, or none at all when in doubt."""

import pytest

from extractors.signatories.extract import extract_parties
from extractors.territory.extract import (
    Located,
    Where,
    bare_name,
    from_parties,
    from_title,
    locate,
    surroundings,
)
from models.evidence import Evidence
from models.records import TerritoryType
from tests.extractors.writing import bullet, heading, sentences

PROOF = Evidence(page=1, quote="Contrat local de santé")


def place(name: str, *departments: str, region: str | None = None) -> Located:
    return locate(name, Where(departments, region), PROOF)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Ville d'Arles", "Arles"),
        ("la commune de Sevran", "Sevran"),
        ("VILLE DE GUÉRET", "Guéret"),
        ("PETR Gâtinais montargois", "PETR Gâtinais montargois"),
        ("Dreux 2019-2023", "Dreux"),
        ("Nevers signé le 3 mars", "Nevers"),
    ],
)
def test_a_name_as_an_inventory_lists_it(name: str, bare: str) -> None:
    assert bare_name(name) == bare


def test_a_commune_with_one_bearer_of_its_name() -> None:
    found = place("Ville de Gennevilliers")
    assert found.territory.name == "Gennevilliers"
    assert (found.territory.type, found.territory.code) == (TerritoryType.COMMUNE, "92036")
    assert (found.departments, found.region) == (("92",), "11")


@pytest.mark.parametrize(("department", "code"), [("974", "97410"), ("86", "86214")])
def test_a_homonym_is_told_apart_by_its_department(department: str, code: str) -> None:
    assert place("commune de Saint-Benoît", department).territory.code == code


def test_a_homonym_without_a_department_keeps_its_name_and_no_code() -> None:
    found = place("commune de Saint-Benoît")
    assert (found.territory.name, found.territory.code, found.departments) == ("Saint-Benoît", None, ())


def test_a_place_far_from_the_parties_is_not_it() -> None:
    assert place("Ville de Gennevilliers", "29").territory.code is None


def test_a_pays_has_no_official_code() -> None:
    found = place("Pays de Redon", "35")
    assert (found.territory.type, found.territory.code) == (TerritoryType.PAYS, None)


def test_an_unknown_name_is_kept_as_printed() -> None:
    found = place("Val des Merles Bleus")
    assert (found.territory.name, found.territory.code) == ("Val des Merles Bleus", None)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Contrat local de santé de la ville de Gennevilliers 2020-2024", "Gennevilliers"),
        ("CLS 2 de Gennevilliers", "Gennevilliers"),
        ("Contrat local de santé – Gennevilliers", "Gennevilliers"),
        ("Le contrat local de santé de Gennevilliers a été signé le 3 mars 2020.", "Gennevilliers"),
        ("Contrat local de santé mentale de Gennevilliers", "Gennevilliers"),
    ],
)
def test_the_title_names_the_place(title: str, name: str) -> None:
    found = from_title(sentences(title), Where())
    assert found is not None
    assert (found.territory.name, found.evidence.quote) == (name, title)


@pytest.mark.parametrize("title", ["Contrat local de santé", "Contrat local de santé : un outil partagé"])
def test_a_title_without_a_place(title: str) -> None:
    found = from_title(sentences(title), Where())
    assert found is None or found.territory.code is None


def test_the_parties_say_where_it_is() -> None:
    parties = extract_parties(
        [
            heading("Signataires"),
            bullet("Agence régionale de santé La Réunion"),
            bullet("Préfecture de La Réunion"),
            bullet("Commune de Saint-Benoît"),
        ],
        formal=True,
    )
    where = surroundings(parties)
    assert where == Where(("974",), "04")
    found = from_parties(parties, sentences("Contrat local de santé"), where)
    assert found is not None
    assert (found.territory.code, found.evidence.quote) == ("97410", "Commune de Saint-Benoît")


def test_the_grouping_wins_over_a_commune_unless_the_title_names_the_commune() -> None:
    parties = extract_parties(
        [
            heading("Signataires"),
            bullet("Préfecture du Finistère"),
            bullet("Ville de Morlaix"),
            bullet("Morlaix Communauté"),
            bullet("Ville de Landivisiau"),
        ],
        formal=True,
    )
    where = surroundings(parties)
    by_default = from_parties(parties, sentences("Contrat local de santé"), where)
    by_title = from_parties(parties, sentences("Contrat local de santé de Landivisiau"), where)
    assert by_default is not None
    assert by_title is not None
    assert by_default.territory.type is TerritoryType.EPCI
    assert by_title.territory.name == "Landivisiau"


def test_a_pays_lies_where_those_are_that_sign_with_it() -> None:
    parties = extract_parties(
        [
            heading("Les signataires"),
            bullet("PETR Pays Vallée du Loir"),
            bullet("Communauté de communes Loir-Lucé-Bercé"),
            bullet("Communauté de communes du Pays fléchois"),
        ],
        formal=True,
    )
    found = from_parties(parties, sentences("Contrat local de santé du Pays Vallée du Loir"), Where())
    assert found is not None
    assert (found.departments, found.region) == (("72",), "52")
