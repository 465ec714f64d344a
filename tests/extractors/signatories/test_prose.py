"""Parties as press releases, blogs and regional pages tell them, in one sentence."""

import pytest

from extractors.signatories.extract import extract_parties
from models.layout import Block
from tests.extractors.writing import paragraph


def told(*blocks: Block, loose: bool = False) -> list[tuple[str, str | None]]:
    parties = extract_parties(blocks, formal=False, loose=loose)
    return [(p.signatory.name, r.name if (r := p.signatory.representative) else None) for p in parties]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Le CLS a été signé le 3 mars 2019 par l'ARS Bretagne, la préfecture du Finistère et la ville de Brest.",
            ["ARS Bretagne", "Préfecture du Finistère", "Ville de Brest"],
        ),
        (
            "Jeudi 4 mai, Morlaix Communauté et l'ARS Bretagne ont signé le contrat.",
            ["Morlaix Communauté", "ARS Bretagne"],
        ),
        (
            "La Ville de Bron vient de signer avec l'ARS Auvergne-Rhône-Alpes et la CPAM du Rhône son nouveau contrat.",
            ["Ville de Bron", "ARS Auvergne-Rhône-Alpes", "CPAM du Rhône"],
        ),
        (
            "Un protocole lie depuis février 2024 la ville de Mamoudzou et l'ARS Mayotte.",
            ["Ville de Mamoudzou", "ARS Mayotte"],
        ),
        (
            "Signataires : ville de Bron, ARS Auvergne-Rhône-Alpes, Hospices civils de Lyon.",
            ["Ville de Bron", "ARS Auvergne-Rhône-Alpes", "Hospices civils de Lyon"],
        ),
        (
            "Conclu entre la communauté de communes de Granville, Terre et Mer et l'ARS Normandie, le contrat court.",
            ["Communauté de communes de Granville, Terre et Mer", "ARS Normandie"],
        ),
        (
            "Conclu entre la communauté de communes Entre Bièvre et Rhône et l'ARS Auvergne-Rhône-Alpes, il court.",
            ["Communauté de communes Entre Bièvre et Rhône", "ARS Auvergne-Rhône-Alpes"],
        ),
        (
            "Saint-Flour Communauté, l'ARS Auvergne-Rhône-Alpes et le Département du Cantal sont liés par un contrat.",
            ["Saint-Flour Communauté", "ARS Auvergne-Rhône-Alpes", "Département du Cantal"],
        ),
        (
            "C'est en mai que la ville de Lunéville, l'ARS et la préfecture de Meurthe-et-Moselle ont conclu un CLS.",
            ["Ville de Lunéville", "ARS", "Préfecture de Meurthe-et-Moselle"],
        ),
        (
            "Parties : Ville de Bergerac ; ARS Nouvelle-Aquitaine ; Préfecture de la Dordogne",
            ["Ville de Bergerac", "ARS Nouvelle-Aquitaine", "Préfecture de la Dordogne"],
        ),
        (
            "Vitré Communauté et l'ARS Bretagne en ont signé un deuxième, en présence de la Région Bretagne, "
            "qui le signe également.",
            ["Vitré Communauté", "ARS Bretagne", "Région Bretagne"],
        ),
    ],
)  # fmt: skip
def test_who_signs(text: str, names: list[str]) -> None:
    assert [name for name, _ in told(paragraph(text))] == names


@pytest.mark.parametrize(
    "text",
    [
        "Le CLS est piloté par la ville et financé par l'ARS.",
        "Le comité de pilotage réunit l'ARS, la préfecture et la CPAM.",
        "L'association Oppelia, la PMI et le lycée participent aux ateliers du contrat local de santé.",
    ],
)
def test_partners_and_committees_do_not_sign(text: str) -> None:
    assert told(paragraph(text)) == []


def test_guests_of_the_ceremony_do_not_sign() -> None:
    text = (
        "La présidente du Grand Dole, Line Faubert, et le directeur de l'ARS Bourgogne-Franche-Comté, Paul Rey, "
        "ont paraphé le contrat en présence du préfet du Jura et de la CPAM."
    )
    assert told(paragraph(text)) == [
        ("Grand Dole", "Line Faubert"),
        ("ARS Bourgogne-Franche-Comté", "Paul Rey"),
    ]


def test_persons_before_their_office_and_for_somebody_else() -> None:
    text = (
        "Le président de la communauté de communes Loches Sud Touraine, Gaspard Vaudreuil, la directrice de la "
        "délégation départementale de l'ARS, Maëlle Prigent, représentant la directrice générale de l'ARS "
        "Centre-Val de Loire, et le sous-préfet de Loches, Aurélien Castagnède, ont paraphé le contrat."
    )
    assert told(paragraph(text)) == [
        ("Communauté de communes Loches Sud Touraine", "Gaspard Vaudreuil"),
        ("ARS Centre-Val de Loire", "Maëlle Prigent"),
        ("Sous-préfecture de Loches", "Aurélien Castagnède"),
    ]


def test_another_sentence_names_the_persons() -> None:
    found = told(
        paragraph("La Ville de Vaulx-en-Velin et la Préfecture du Rhône signent le contrat local de santé."),
        paragraph("Hortense Malatray, maire, et Cyprien Dolfus, préfet, ont apposé leur signature."),
    )
    assert found == [
        ("Ville de Vaulx-en-Velin", "Hortense Malatray"),
        ("Préfecture du Rhône", "Cyprien Dolfus"),
    ]


def test_whose_contract_it_is_stands_in_the_sentence_before() -> None:
    found = told(
        paragraph(
            "La communauté d'agglomération du Val d'Orge n'existe plus. "
            "Mais son contrat local de santé avait été signé avec l'ARS Île-de-France et la préfecture de l'Essonne."
        )
    )
    assert found[0][0] == "Communauté d'agglomération du Val d'Orge"


def test_a_line_of_organisations_counts_in_an_entry_only() -> None:
    line = paragraph("Ville, ARS, Préfecture de la Seine-Saint-Denis, CPAM 93")
    assert [name for name, _ in told(line, loose=True)] == [
        "Ville",
        "ARS",
        "Préfecture de la Seine-Saint-Denis",
        "CPAM 93",
    ]
    assert told(line) == []
