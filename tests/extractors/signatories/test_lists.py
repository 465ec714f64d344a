"""Lists of parties and signature pages in the shapes that formal documents give them."""

from extractors.signatories.extract import Party, extract_parties
from extractors.signatories.letters import read_letter
from models.layout import Block, BlockKind, Line
from tests.extractors.writing import bullet, grid, heading, paragraph


def shown(parties: list[Party]) -> list[tuple[str, str | None]]:
    return [(p.signatory.name, r.name if (r := p.signatory.representative) else None) for p in parties]


def read(*blocks: Block) -> list[tuple[str, str | None]]:
    return shown(extract_parties(blocks, formal=True))


def column(x: float, top: float, *texts: str) -> Block:
    """Printed lines one below the other, 12 points apart, 150 wide."""
    lines = tuple(
        Line(text=text, bbox=(x, top + 12 * n, x + 150, top + 12 * n + 10)) for n, text in enumerate(texts)
    )
    box = (x, top, x + 150, top + 12 * len(texts))
    return Block(kind=BlockKind.PARAGRAPH, text=" ".join(texts), page=3, bbox=box, lines=lines)


def test_respectively() -> None:
    found = read(
        heading("Entre les soussignés :"),
        paragraph(
            "La Communauté de communes du Vimeu et l'Agence régionale de santé Hauts-de-France, représentées "
            "respectivement par Monsieur Isidore Vauchelin, président, et par Madame Fatou Nogarède, directrice "
            "générale, L'État – Préfecture de la Somme, représenté(e) par Monsieur Théophile Ostalric, secrétaire,"
        ),
        paragraph("Il est convenu ce qui suit :"),
    )
    assert found == [
        ("Communauté de communes du Vimeu", "Isidore Vauchelin"),
        ("Agence régionale de santé Hauts-de-France", "Fatou Nogarède"),
        ("État – Préfecture de la Somme", "Théophile Ostalric"),
    ]


def test_the_list_begins_within_a_paragraph() -> None:
    found = read(
        paragraph("Pays de Lure 2022 – 2026 Le présent contrat est conclu entre :"),
        bullet(
            "la Communauté de communes du Pays de Lure, représentée par Monsieur Amédée Jeandel, Président"
        ),
        bullet("l'Agence régionale de santé Bourgogne-Franche-Comté, représentée par Madame Viviane Oudot"),
        heading("Durée"),
    )
    assert [person for _, person in found] == ["Amédée Jeandel", "Viviane Oudot"]


def test_a_table_of_contents_announces_no_parties() -> None:
    found = read(
        paragraph("Les signataires"),
        paragraph("11"),
        paragraph("14"),
        heading("Entre"),
        paragraph("L'ARS Grand Est, représentée par M. Urbain Jolivrain, directeur général,"),
        paragraph("La ville de Verdun, représentée par Mme Anne Le Goff, maire,"),
        heading("Préambule"),
    )
    assert found == [("ARS Grand Est", "Urbain Jolivrain"), ("Ville de Verdun", "Anne Le Goff")]


def test_bullets_that_a_scan_has_misread() -> None:
    found = read(
        heading("Entre les soussignés :"),
        paragraph(
            "-« L'Agence régionale de santé Occitanie, représentée par M. Théophile Escalmel, directeur général ;"
        ),
        paragraph("= L'État – Préfecture du Gard, représenté par M. Isidore Jolivrain, préfet ;"),
        paragraph("o La Ville d'Alès, représentée par Mme Zélie Wattrelas, maire."),
        heading("Préambule"),
    )
    assert [name for name, _ in found] == [
        "Agence régionale de santé Occitanie",
        "État – Préfecture du Gard",
        "Ville d'Alès",
    ]


def test_signatures_in_columns_side_by_side() -> None:
    found = read(
        column(60, 100, "Pour la Ville de Sarcelles"),
        column(300, 100, "Pour la Préfecture du Val-d'Oise", "Préfète,"),
        column(60, 112, "Maire,", "Isaure d'Estrabaud"),
        column(300, 130, "Hélène Saint-Arroman"),
    )
    assert found == [
        ("Ville de Sarcelles", "Isaure d'Estrabaud"),
        ("Préfecture du Val-d'Oise", "Hélène Saint-Arroman"),
    ]


def test_the_person_stands_in_the_cell_below() -> None:
    found = read(
        grid(
            ("Pour l'Agence régionale de santé\nGrand Est", "Pour la Ville de Vitry-le-François"),
            ("Clarisse Cantegrel\nDirectrice générale", "Norbert Thibaudeix\nMaire"),
        ),
    )
    assert found == [
        ("Agence régionale de santé Grand Est", "Clarisse Cantegrel"),
        ("Ville de Vitry-le-François", "Norbert Thibaudeix"),
    ]


def test_the_signature_page_names_the_persons_that_the_list_leaves_out() -> None:
    found = read(
        heading("Les signataires"),
        bullet("Agence régionale de santé Normandie"),
        bullet("Ville de Dieppe"),
        heading("Préambule"),
        grid(
            (
                "Pour l'Agence régionale de santé Normandie\nNadège Nogarède\nDirectrice",
                "Pour la Ville de Dieppe\nMaire,\nJean Le Goff",
            )
        ),
    )
    assert found == [
        ("Agence régionale de santé Normandie", "Nadège Nogarède"),
        ("Ville de Dieppe", "Jean Le Goff"),
    ]


def test_a_letter_of_intent_is_signed_by_its_sender() -> None:
    letter = [
        paragraph("Grand-Bourg, le 6 mai 2022"),
        paragraph("Communauté de communes de Marie-Galante", "Le Président"),
        paragraph("à"),
        paragraph("Madame la Directrice générale", "Agence de santé de Guadeloupe"),
        paragraph("Objet : lettre d'intention - contrat local de santé"),
        paragraph("Je vous prie d'agréer l'expression de ma haute considération."),
        paragraph("Firmin Beaurenom"),
    ]
    found = read_letter(letter)
    assert found is not None
    assert shown([found[1]]) == [("Communauté de communes de Marie-Galante", "Firmin Beaurenom")]
    assert read_letter(letter[:4] + letter[5:]) is None


def named(parties: list[Party]) -> list[tuple[str, str | None, str | None]]:
    people = [party.signatory.representative for party in parties]
    return [
        (party.signatory.name, person and person.name, person and person.role)
        for party, person in zip(parties, people, strict=True)
    ]


PREFECT = ("Préfecture de la Nièvre", "Odile Brun", "préfète")


def test_parties_that_nothing_announces() -> None:
    blocks = [
        heading("Entre les institutions suivantes"),
        paragraph("Vu la délibération du 3 mai 2018 ;"),
        paragraph(
            "1. Nevers Agglomération, représentée par M. Luc Roy, président, autorisé par acte du 2 mai 2018 "
            "2. Préfecture de la Nièvre, représentée par Mme Odile Brun, préfète. La CPAM et la MSA contribuent "
            "aux actions."
        ),
        paragraph("Le CHU et l'association Relais apportent leur concours à plusieurs actions."),
    ]
    wanted = [("Nevers Agglomération", "Luc Roy", "président"), PREFECT]
    assert named(extract_parties(blocks, formal=True)) == wanted
    assert named(extract_parties(blocks[2:], formal=True)) == wanted


def test_the_person_in_the_line_below_the_name() -> None:
    blocks = [
        paragraph("Signé en mai 2022 par :"),
        heading("Agence régionale de santé Bretagne, établissement public de l'État"),
        heading("représentée par Jean Grallin, directeur général"),
        heading("Préfecture de la Nièvre"),
        heading("représentée par Odile Brun, préfète"),
        paragraph("Avec la participation de la CPTS du Genevois."),
    ]
    assert named(extract_parties(blocks, formal=True)) == [
        ("Agence régionale de santé Bretagne", "Jean Grallin", "directeur général"),
        PREFECT,
    ]


def test_who_signs_after_a_dash_and_roles_cut_where_they_end() -> None:
    blocks = [
        heading("Signataires"),
        bullet("Le Havre Seine Métropole – Luc Roy, premier vice-président, par délégation du 3 mai 2018"),
        bullet("Préfecture de la Nièvre – Odile Brun, préfète, et"),
        paragraph("La CPAM et la Cimade, présentes au comité, ne sont pas signataires."),
    ]
    assert named(extract_parties(blocks, formal=True)) == [
        ("Le Havre Seine Métropole", "Luc Roy", "premier vice-président"),
        PREFECT,
    ]


def test_what_a_sentence_says_before_its_first_party() -> None:
    text = (
        "Le présent contrat lie la Ville de Nevers, représentée par son maire, M. Luc Roy ; "
        "la Préfecture de la Nièvre, représentée par Mme Odile Brun, préfète."
    )
    assert named(extract_parties([paragraph(text)], formal=True)) == [
        ("Ville de Nevers", "Luc Roy", "maire"),
        PREFECT,
    ]


def test_persons_before_whom_they_act_for() -> None:
    blocks = [
        paragraph("Se sont rapprochés, pour conclure le présent protocole :"),
        bullet("M. Luc Roy, président en exercice, pour le compte de Nevers Agglomération ;"),
        bullet("Mme Odile Brun, préfète, pour le compte de la Préfecture de la Nièvre ; M. Guy Bas, directeur, "
               "pour le compte du Centre hospitalier de Decize."),
        paragraph("La CPAM et France Assos Santé soutiennent la démarche sans la signer."),
    ]  # fmt: skip
    assert named(extract_parties(blocks, formal=True)) == [
        ("Nevers Agglomération", "Luc Roy", "président"),
        PREFECT,
        ("Centre hospitalier de Decize", "Guy Bas", "directeur"),
    ]
