"""The fields of an action in prose."""

import pytest

from extractors.structure import extract_structure
from extractors.told.fields import body_fields, prose_fields
from models.records import Action
from tests.extractors.writing import bullet, grid, heading, paragraph


def field(name: str, text: str) -> str | tuple[str, ...] | None:
    found = prose_fields(text, paragraph(text))
    return found[name].value if name in found else None


@pytest.mark.parametrize(
    ("text", "pilot"),
    [
        ("Le bus, porté par le CCAS avec l'ARS, sillonne les villages.", "CCAS"),
        ("Pilotée par le service jeunesse de la Ville, l'action associe la Mission locale.", "service jeunesse de la Ville"),
        ("Le centre hospitalier d'Ussel le pilote ; la MSA en est partenaire.", "centre hospitalier d'Ussel"),
        ("C'est la maison de santé qui pilote le projet.", "maison de santé"),
        ("L'action est menée par l'association Unis-Cité en partenariat avec la CPAM.", "Unis-Cité"),
        ("Elle est coordonnée par l'Office des sports et s'adresse aux aînés.", "Office des sports"),
        ("La permanence est assurée par la CPTS du Littoral pour les jeunes.", "CPTS du Littoral"),
        ("Sous la houlette du lycée agricole, les élèves jardinent.", "lycée agricole"),
        ("Le CCAS porte le projet depuis 2022.", "CCAS"),
        ("Le CCAS en assure la coordination.", "CCAS"),
        ("Elle est co-portée par la Ville et le département, financée par l'ARS.", "Ville et le département"),
    ],
)  # fmt: skip
def test_pilot(text: str, pilot: str) -> None:
    assert field("pilot", text) == pilot


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("Le bus, porté par le CCAS avec l'ARS, la CPAM et la Ligue contre le cancer, sillonne les villages.",
         ("ARS", "CPAM", "Ligue contre le cancer")),
        ("L'action associe la Mission locale, le Planning familial et l'association Oppelia.",
         ("Mission locale", "Planning familial", "Oppelia")),
        ("Le CCAS le pilote ; la CPTS, la MSA du Limousin et le conseil départemental en sont partenaires.",
         ("CPTS", "MSA du Limousin", "conseil départemental")),
        ("Menée en partenariat avec l'UNAFAM et le GEM, elle s'adresse aux proches.", ("UNAFAM", "GEM")),
        ("Aux côtés du CCAS, de la CPAM et de l'ARS, les communes s'engagent.", ("CCAS", "CPAM", "ARS")),
        ("La MSA et la Mutualité y participent.", ("MSA", "Mutualité")),
        ("Organisé en lien avec les écoles, pour les élèves de CM2.", ("écoles",)),
    ],
)  # fmt: skip
def test_partners(text: str, partners: tuple[str, ...]) -> None:
    found = field("partners", text)
    assert isinstance(found, tuple)
    assert found[: len(partners)] == partners


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Il s'adresse aux patients de plus de 60 ans sans médecin traitant.", "patients de plus de 60 ans sans médecin traitant"),
        ("L'atelier est destiné aux parents, aux enfants et aux aidants.", "parents, aux enfants et aux aidants"),
        ("Il est ouvert à tous les habitants dans les dix communes.", "tous les habitants"),
        ("Des séances à destination des collégiens, chaque jeudi.", "collégiens"),
        ("Elle vise les élèves de quatrième et de troisième.", "élèves de quatrième et de troisième"),
        ("Un lieu d'écoute pour les jeunes de 12 à 25 ans.", "jeunes de 12 à 25 ans"),
        ("Il est réservé aux femmes enceintes.", "femmes enceintes"),
    ],
)  # fmt: skip
def test_target_population(text: str, target: str) -> None:
    assert field("target_population", text) == target


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("area", "Le bus sillonne les douze communes du sud de l'île, chaque mardi.", "douze communes du sud de l'île"),
        ("area", "Il circule dans les communes de Rians, Esparron et Artigues pour les aînés.", "communes de Rians, Esparron et Artigues"),
        ("area", "Elle intervient dans les quartiers nord.", "quartiers nord"),
        ("budget", "Son coût est de 42 000 € par an.", "42 000 € par an"),
        ("budget", "L'action est financée par l'ARS à hauteur de 20 000 euros par an.", "l'ARS à hauteur de 20 000 euros par an"),
        ("budget", "Budget : 12 500 euros.", "12 500 euros"),
        ("budget", "15 000 euros y sont consacrés.", "15 000 euros"),
        ("budget", "Elle est financée par la CPAM et l'ARS.", "la CPAM et l'ARS"),
        ("schedule", "Le camion roule de 2022 à 2025.", "de 2022 à 2025"),
        ("schedule", "Elle fonctionne depuis janvier 2023.", "depuis janvier 2023"),
        ("schedule", "Elle aura lieu à partir de mars 2024.", "à partir de mars 2024"),
        ("objectives", "Elle vise à rompre l'isolement des aînés.", "rompre l'isolement des aînés"),
    ],
)  # fmt: skip
def test_other_fields(name: str, text: str, value: str) -> None:
    assert field(name, text) == value


@pytest.mark.parametrize(
    "text",
    [
        "Le contrat, porté par la communauté de communes avec l'ARS, couvre les douze communes.",
        "Signé par la Ville et l'ARS, le contrat est financé par l'État.",
        "La caravane du sport, portée par le comité olympique, ne relève pas du contrat.",
        "Depuis 2021, deux orthophonistes reçoivent ici.",
        "Le marché de Noël aura lieu le 14 décembre.",
    ],
)
def test_sentences_that_tell_nothing_of_an_action(text: str) -> None:
    assert prose_fields(text, paragraph(text)) == {}


@pytest.mark.parametrize(
    "blocks",
    [
        (bullet("Qui pilote ? Le CCAS"), bullet("Avec qui ? La MSA, l'ARS"), bullet("Pour qui ? Les aînés")),
        (paragraph("Pilote : Le CCAS", "Partenaires : La MSA, l'ARS", "Public : Les aînés"),),
        (paragraph("Pilote : Le CCAS – Partenaires : La MSA, l'ARS – Public : Les aînés"),),
        (grid(("Porteur", "Le CCAS"), ("Partenaires", "La MSA, l'ARS"), ("Public visé", "Les aînés")),),
    ],
)
def test_labels(blocks: tuple[object, ...]) -> None:
    found = body_fields(blocks)  # type: ignore[arg-type]
    assert {name: value.value for name, value in found.items()} == {
        "pilot": "Le CCAS",
        "partners": ("La MSA", "l'ARS"),
        "target_population": "Les aînés",
    }


def the_action(*texts: str) -> Action:
    blocks = [heading("Santé", 1), *map(paragraph, texts)]
    (action,) = extract_structure(blocks).actions
    return action


def test_the_sentences_that_go_on_about_the_action() -> None:
    action = the_action(
        "Organisé dans le cadre du contrat local de santé, le Forum des jeunes s'est tenu mardi.",
        "Piloté par le service jeunesse, il associe la Mission locale et la CPTS. Il s'adresse aux collégiens.",
        "Le salon du livre, porté par la médiathèque, s'adresse aux familles.",
    )
    assert (action.pilot, action.partners, action.target_population) == (
        "service jeunesse",
        ("Mission locale", "CPTS"),
        "collégiens",
    )
