"""Pages that go place by place: tables, definitions, headings, list items, tabs."""

from extractors.scopes.entries import find_entries
from extractors.scopes.extract import find_scopes
from models.layout import Block
from models.records import TerritoryType
from tests.extractors.writing import bullet, grid, heading, paragraph


def names(*blocks: Block) -> list[str]:
    return [scope.label.name if scope.label else "" for scope in find_scopes(blocks)]


def test_one_row_a_contract() -> None:
    table = grid(
        ("Territoire", "Signature", "Durée", "Signataires"),
        ("Le Havre", "17/05/2022", "5 ans", "Ville du Havre, ARS Normandie"),
        ("Seine-Eure (CA)", "juin 2023", "3 ans", "Agglomération Seine-Eure, ARS Normandie"),
        header=True,
    )
    assert names(heading("Contrats locaux de santé en Normandie"), table) == ["Le Havre", "Seine-Eure"]


def test_headings_of_places_and_one_that_has_no_contract() -> None:
    assert names(
        heading("Les CLS, territoire par territoire", 1),
        heading("Nevers Agglomération (58)"),
        paragraph("Paraphé le 28 février 2023, il court jusqu'au 31 décembre 2027."),
        heading("Grand Dole (39)"),
        paragraph("L'agglomération et l'agence se sont engagées ensemble en avril 2021, pour quatre ans."),
        heading("Pays de Luxeuil (70)"),
        paragraph("Pas de contrat à ce jour."),
    ) == ["Nevers Agglomération", "Grand Dole"]


def test_list_items_under_their_departments() -> None:
    blocks = [
        heading("Carte des CLS", 1),
        heading("Aisne"),
        bullet("Soissons – contrat en vigueur – signature : 14 juin 2023 – échéance : 13 juin 2028"),
        heading("Nord"),
        bullet("Armentières – contrat en vigueur – signature : 3 octobre 2022"),
    ]
    assert names(*blocks) == ["Soissons", "Armentières"]
    assert [entry.where.departments for entry in find_entries(blocks)[0]] == [("02",), ("59",)]


def test_tabs_and_their_panels_in_the_same_order() -> None:
    tabs = [bullet(name).model_copy(update={"region": 1}) for name in ("Bergerac", "Isle Vern Salembre")]
    assert names(
        heading("Dordogne : les CLS à la loupe", 1),
        *tabs,
        paragraph("Date : 20 octobre 2022"),
        paragraph("Parties : Ville de Bergerac ; ARS Nouvelle-Aquitaine"),
        paragraph("Date : à fixer"),
        paragraph("Parties : à confirmer"),
    ) == ["Bergerac"]


def test_a_page_laid_out_by_a_table_is_read_through_it() -> None:
    layout = grid(
        ("Réseau santé",),
        ("Les contrats locaux de santé\nBergerac | signé le 3 mars 2020\nPérigueux | signé le 4 mai 2021",),
    )
    assert names(layout) == ["Bergerac", "Périgueux"]


def test_places_of_meetings_are_no_contracts() -> None:
    scopes = find_scopes(
        [
            heading("Le contrat local de santé : réunions publiques", 1),
            heading("Foix"),
            paragraph("Mardi 4 mars à 18 heures, salle Jean-Jaurès."),
            heading("Pamiers"),
            paragraph("Jeudi 6 mars à 18 heures, mairie."),
        ]
    )
    assert [scope.label for scope in scopes if not scope.unsure] == []


def test_a_club_whose_acronym_is_the_same() -> None:
    text = "Le Club Loisirs Sport (CLS) de Saint-Lô, contrat signé le 4 septembre 2023 avec la Ville de Saint-Lô."
    assert find_scopes([paragraph(text)]) == ()


def test_a_job_offer_names_the_contract_somebody_will_work_for() -> None:
    blocks = [
        heading("La communauté de communes recrute une coordinatrice", 1),
        paragraph("Elle animera le contrat local de santé de Mirepoix signé en 2024."),
    ]
    assert find_scopes(blocks) == ()


def test_news_of_several_communes_are_no_list_of_contracts() -> None:
    assert names(
        heading("En bref dans le Bourbonnais", 1),
        heading("Moulins"),
        paragraph("La ville et l'ARS ont signé le 9 mars 2017 leur contrat local de santé, pour quatre ans."),
        heading("Yzeure"),
        paragraph("Le contrat local de sécurité a été signé le 2 mars 2017 par la mairie et la préfecture."),
    ) == ["Moulins"]


def test_a_row_whose_contract_will_be_signed_is_none_yet() -> None:
    table = grid(
        ("Territoire", "Date de signature", "Période", "État"),
        ("Lisieux Normandie", "03/07/2023", "2023-2027", "Signé"),
        ("Caux Seine Agglo", "–", "2024-2028", "En cours de signature"),
        header=True,
    )
    assert names(heading("Les contrats locaux de santé en Normandie"), table) == ["Lisieux Normandie"]


def test_paragraphs_that_begin_with_where_they_speak_of() -> None:
    scopes = find_scopes(
        [
            heading("La lettre des contrats locaux de santé", 1),
            paragraph(
                "À Creil, le contrat lie la Ville, l'ARS Hauts-de-France et la CPAM de l'Oise jusqu'en 2028."
            ),
            paragraph(
                "Dans le Pays de Laon, la CA a choisi de repartir : CLS 2 signé le 4 juillet 2023 avec l'ARS."
            ),
            paragraph("Bonne lecture !"),
        ]
    )
    labels = [scope.label for scope in scopes if scope.label]
    assert [label.name for label in labels] == ["Creil", "Pays de Laon"]
    assert labels[1].hint is TerritoryType.EPCI


def test_paragraphs_under_the_names_of_departments() -> None:
    assert names(
        heading("Les contrats locaux de santé de la région", 1),
        heading("Jura"),
        paragraph(
            "La Communauté de communes Haut-Jura Saint-Claude a signé son contrat le 15 novembre 2012."
        ),
        heading("Nièvre"),
        paragraph("Un CLS lie Nevers et l'ARS depuis le 7 juillet 2016."),
        heading("Yonne"),
        paragraph(
            "La signature du CLS de la Communauté de communes Avallon, Vézelay, Morvan est programmée."
        ),
    ) == ["Communauté de communes Haut-Jura Saint-Claude", "Nevers"]


def test_places_as_items_above_their_paragraphs() -> None:
    assert names(
        heading("Les contrats locaux de santé en Isère", 1),
        bullet("Échirolles").model_copy(update={"marker": "a)"}),
        paragraph("La Ville en est à son troisième contrat (signature le 26 septembre 2019)."),
        bullet("Grenoble").model_copy(update={"marker": "b)"}),
        paragraph("Le contrat de la Ville a été signé en 2016 pour trois ans."),
        grid(("Territoire", "Poste"), ("Échirolles", "50 %"), ("Grenoble", "–"), header=True),
    ) == ["Échirolles", "Grenoble"]


def test_a_card_that_says_when_it_will_be_signed() -> None:
    assert names(
        heading("Annuaire des contrats locaux de santé", 1),
        heading("Calais"),
        bullet("Signature : 25 avril 2019"),
        heading("Vimeu"),
        bullet("Signature : prévue fin 2024"),
        heading("Beauvais"),
        bullet("Protocole non signé"),
    ) == ["Calais"]
