"""Labels that nothing names are told by how their values read, each field once."""

import pytest

from extractors.outline.stream import Token
from extractors.sheets.meaning import likeness, matched
from extractors.sheets.recast import recast_axis_labels
from extractors.sheets.sheet import FIELDS, Part

VALUES = {
    "context": [
        "La régulation ferme à vingt heures. Le samedi matin concentre les appels sans réponse dans le canton.",
        "Les médecins partent à la retraite sans successeur. Deux cabinets sur cinq refusent tout nouveau patient.",
        "Trois mille riverains sont exposés au bruit. Les jeunes écoutent de la musique à un niveau dangereux.",
    ],
    "description": [
        "Une charte sera signée. Mise en place d'un guichet unique. Réunions mensuelles des acteurs du canton.",
        "Création d'une équipe mobile. Formation des secrétaires. La ville ouvrira une permanence.",
        "Recruter deux médiateurs. Tenir une permanence au pied des immeubles. Suivre chaque ménage.",
    ],
    "area": [
        "Ville haute et quartiers sud",
        "Toute la ville",
        "Ville haute et quartiers sud",
        "Toute la ville",
    ],
    "partners": [
        "Centre social ; PMI ; Croix-Rouge",
        "CPAM ; Ordre des médecins ; Mutualité",
        "Lycées ; CCAS ; CAF",
    ],
    "pilot": ["Centre hospitalier", "Ville de Redon", "Ligue contre le cancer"],
    "expected_results": ["Mille contacts par an", "Registre doublé", "Baisse de 10 % des passages"],
    "objectives": ["Offrir un cadre salarié", "Mieux informer le public", "Rompre l'isolement"],
}


def parts(values: list[str]) -> list[Part]:
    return [Part("Le fil rouge", [Token("line", value)]) for value in values]


@pytest.mark.parametrize("name", VALUES)
def test_values_read_like_their_field(name: str) -> None:
    told = {"le fil rouge": parts(VALUES[name])}
    assert matched(told, {"le fil rouge": sorted(FIELDS)}) == {"le fil rouge": name}


def test_all_labels_of_a_template_are_told_apart() -> None:
    told = {f"label {name}": parts(values) for name, values in VALUES.items()}
    assert matched(told, {label: sorted(FIELDS) for label in told}) == {
        f"label {name}": name for name in VALUES
    }


def test_two_values_tell_nothing_and_nothing_is_likened_to_no_field() -> None:
    assert matched({"a": parts(VALUES["pilot"][:2])}, {"a": sorted(FIELDS)}) == {}
    assert likeness("title", parts(["Bus santé"])) == 0


def test_a_word_of_axes_that_means_another_thing() -> None:
    """ "Le cap" heads other words in each sheet, and none is an axis of the contract."""
    aims = ["Lever le tabou", "Créer un lien", "Dépister tôt", "Rompre l'isolement"]
    stream = [t for aim in aims for t in (Token("label", "Le cap", "axis"), Token("line", aim))]
    assert {t.field for t in recast_axis_labels(stream, frozenset({"agir tot"})) if t.kind == "label"} == {
        "unknown"
    }
    assert recast_axis_labels(stream, frozenset({"lever le tabou"})) == stream
    assert recast_axis_labels(stream, frozenset()) == stream
