"""Who signs, as a list of parties, a signature page, a table or a sentence says it."""

import pytest

from extractors.signatories.extract import Party, extract_parties
from models.layout import Block
from models.records import OrganisationKind
from tests.extractors.writing import bullet, grid, heading, paragraph


def read(*blocks: Block, formal: bool = True) -> list[Party]:
    return extract_parties(blocks, formal=formal)


def shown(parties: list[Party]) -> list[tuple[str, str, str | None, str | None]]:
    rows = []
    for party in parties:
        who = party.signatory.representative
        rows.append(
            (
                party.signatory.name,
                party.signatory.kind.value,
                who.name if who else None,
                who.role if who else None,
            )
        )
    return rows


def test_parties_between_the_undersigned() -> None:
    parties = read(
        paragraph("Entre les soussignés :"),
        paragraph(
            "L'Agence régionale de santé Bretagne, représentée par son directeur général, M. Luc Tanguy,"
        ),
        paragraph(
            "La communauté d'agglomération de Guéret, représentée par sa présidente, Mme Anne Le Goff,"
        ),
        paragraph("Et"),
        paragraph("La préfecture de la Creuse, représentée par Mme Rose Vasseur, préfète,"),
        heading("Préambule"),
        paragraph("La CPAM de la Creuse est associée à la démarche."),
    )
    assert shown(parties) == [
        ("Agence régionale de santé Bretagne", "ars", "Luc Tanguy", "directeur général"),
        ("Communauté d'agglomération de Guéret", "epci", "Anne Le Goff", "présidente"),
        ("Préfecture de la Creuse", "etat", "Rose Vasseur", "préfète"),
    ]


def test_all_parties_in_one_paragraph() -> None:
    parties = read(
        heading("Entre"),
        paragraph(
            "L'ARS Occitanie, représentée par son directeur général, M. Paul Rey, "
            "et la ville de Millau, représentée par sa maire, Mme Julie Carrère,"
        ),
        paragraph("Il est convenu ce qui suit :"),
    )
    assert [row[:3] for row in shown(parties)] == [
        ("ARS Occitanie", "ars", "Paul Rey"),
        ("Ville de Millau", "commune", "Julie Carrère"),
    ]


def test_a_bulleted_list_of_signatories() -> None:
    parties = read(
        heading("Les signataires"),
        bullet("Agence régionale de santé Normandie"),
        bullet("Ville de Flers"),
        bullet("Caisse primaire d'assurance maladie de l'Orne"),
        heading("Les partenaires"),
        bullet("Association Les Petits Frères"),
        formal=False,
    )
    assert [party.signatory.kind for party in parties] == [
        OrganisationKind.ARS,
        OrganisationKind.COMMUNE,
        OrganisationKind.ASSURANCE_MALADIE,
    ]


def test_a_table_of_parties() -> None:
    parties = read(
        heading("Les signataires"),
        grid(
            ["Organisme", "Représentant"],
            ["Agence régionale de santé Bretagne", "M. Luc Tanguy, directeur général"],
            ["Ville de Quimper", "Mme Anne Le Goff, maire"],
            header=True,
        ),
    )
    assert [row[:3] for row in shown(parties)] == [
        ("Agence régionale de santé Bretagne", "ars", "Luc Tanguy"),
        ("Ville de Quimper", "commune", "Anne Le Goff"),
    ]


def test_a_signature_page_in_cells() -> None:
    parties = read(
        paragraph("Fait à Nevers, le 3 mars 2023"),
        grid(
            [
                "Pour l'Agence régionale de santé\nBourgogne-Franche-Comté,\nLe directeur général,\nJean Moreau",
                "Pour la ville de Nevers,\nLe maire,\nM. Denis Roux",
            ],
        ),
    )
    assert [row[:3] for row in shown(parties)] == [
        ("Agence régionale de santé Bourgogne-Franche-Comté", "ars", "Jean Moreau"),
        ("Ville de Nevers", "commune", "Denis Roux"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Le contrat a été signé entre l'ARS Centre-Val de Loire, la ville de Dreux et la préfecture d'Eure-et-Loir "
        "pour une durée de cinq ans.",
        "L'ARS Centre-Val de Loire, la ville de Dreux et la préfecture d'Eure-et-Loir ont signé le CLS.",
        "Le CLS est signé par l'ARS Centre-Val de Loire, la ville de Dreux et la préfecture d'Eure-et-Loir.",
    ],
)
def test_a_sentence_that_names_who_signs(text: str) -> None:
    parties = read(paragraph(text), formal=False)
    assert [party.signatory.name for party in parties] == [
        "ARS Centre-Val de Loire",
        "Ville de Dreux",
        "Préfecture d'Eure-et-Loir",
    ]


def test_an_office_stands_for_its_organisation() -> None:
    parties = read(
        paragraph(
            "Le contrat est signé entre l'ARS Grand Est, le préfet de la Moselle et le maire de Forbach."
        ),
        formal=False,
    )
    assert [party.signatory.name for party in parties] == [
        "ARS Grand Est",
        "Préfecture de la Moselle",
        "Ville de Forbach",
    ]


def test_partners_and_committees_do_not_sign() -> None:
    parties = read(
        heading("Le comité de pilotage"),
        bullet("Agence régionale de santé Bretagne"),
        bullet("Centre hospitalier de Guingamp"),
        paragraph("Les partenaires associés sont la CAF et la mission locale."),
    )
    assert parties == []


def test_a_party_named_twice_signs_once() -> None:
    block = paragraph("L'ARS Bretagne, représentée par M. Luc Tanguy,")
    other = paragraph("La ville de Quimper, représentée par Mme Anne Le Goff,")
    parties = read(paragraph("Entre"), block, other, block, paragraph("Il est convenu ce qui suit"))
    assert [party.signatory.name for party in parties] == ["ARS Bretagne", "Ville de Quimper"]


def test_each_party_is_proved_by_its_own_words() -> None:
    parties = read(
        heading("Signataires"),
        bullet("ARS Bretagne"),
        bullet("Ville de Quimper"),
        bullet("CPAM du Finistère"),
    )
    assert [party.evidence.quote for party in parties] == [
        "ARS Bretagne",
        "Ville de Quimper",
        "CPAM du Finistère",
    ]


def test_those_a_town_has_signed_with() -> None:
    text = (
        "Saint-Benoît a signé le 11 octobre 2024 son contrat local de santé avec l'Agence régionale de santé "
        "La Réunion, la préfecture de La Réunion et la Caisse générale de sécurité sociale de La Réunion."
    )
    found = extract_parties([paragraph(text)], formal=False)
    assert [party.signatory.name for party in found] == [
        "Agence régionale de santé La Réunion",
        "Préfecture de La Réunion",
        "Caisse générale de sécurité sociale de La Réunion",
    ]


def test_a_sentence_under_who_signs() -> None:
    blocks = [
        heading("Qui signe ?"),
        paragraph("La Ville de Bagnolet, l'ARS Île-de-France et la CPAM de la Seine-Saint-Denis"),
    ]
    found = extract_parties(blocks, formal=True)
    assert len(found) == 3


def test_signatures_that_no_pour_leads() -> None:
    parties = read(
        heading("Ils s'engagent"),
        paragraph("Signé à Nevers le 21 juin 2024"),
        grid(
            [
                "Ville de Nevers\nMme Anne Horth-\nLaurent\nmaire",
                "Préfecture de la Nièvre\nOdile Brun\npréfète",
            ],
            ["CPAM de la Nièvre\npartenaire", "Conseil départemental\nde la Nièvre\nM. Guy Bas"],
        ),
        heading("Lexique"),
    )
    assert [row[:3] for row in shown(parties)] == [
        ("Ville de Nevers", "commune", "Anne Horth-Laurent"),
        ("Préfecture de la Nièvre", "etat", "Odile Brun"),
        ("Conseil départemental de la Nièvre", "departement", "Guy Bas"),
    ]


def test_a_table_whose_columns_name_parties_and_persons() -> None:
    parties = read(
        heading("1. Un contrat, des signataires"),
        grid(
            ("Institution", "Représentée par", "Qualité"),
            ("Ville de Tours", "Emmanuelle Dorvault", "maire"),
            ("ARS Centre-Val de Loire", "Laurent Habertot", "directeur général"),
        ),
        formal=False,
    )
    assert shown(parties) == [
        ("Ville de Tours", "commune", "Emmanuelle Dorvault", "maire"),
        ("ARS Centre-Val de Loire", "ars", "Laurent Habertot", "directeur général"),
    ]


def test_a_list_that_a_verb_of_signing_announces() -> None:
    parties = read(
        paragraph("Le contrat local de santé a été conclu le 10 octobre 2019. Il engage pour 4 ans :"),
        bullet("la Ville de Saint-Étienne, représentée par Mme Brigitte Chazelle, adjointe"),
        bullet("l'UNAFAM Loire, représentée par M. Paul Verrière, président"),
        formal=False,
    )
    assert [
        (p.signatory.name, p.signatory.representative and p.signatory.representative.name) for p in parties
    ] == [
        ("Ville de Saint-Étienne", "Brigitte Chazelle"),
        ("UNAFAM Loire", "Paul Verrière"),
    ]


def test_the_text_tells_more_than_the_headline() -> None:
    parties = read(
        heading("Douaisis Agglo et l'ARS signent leur contrat local de santé"),
        paragraph(
            "Christophe Delattre, président de Douaisis Agglo, Sabine Lorthiois, directrice générale adjointe de l'ARS "
            "Hauts-de-France, et Georges Pauwels, préfet du Nord, ont signé le contrat local de santé."
        ),
        formal=False,
    )
    assert [p.signatory.kind.value for p in parties] == ["epci", "ars", "etat"]


def test_with_whom_somebody_signs_and_who_that_is() -> None:
    parties = read(
        paragraph(
            "La communauté d'agglomération du Pays de Laon a signé un contrat local de santé avec l'ARS."
        ),
        formal=False,
    )
    assert [p.signatory.kind.value for p in parties] == ["epci", "ars"]
