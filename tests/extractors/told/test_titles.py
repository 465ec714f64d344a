"""Which actions a page tells of, in the words of many editors."""

import pytest

from extractors.structure import extract_structure
from models.layout import Block
from models.records import Action
from tests.extractors.writing import bullet, grid, heading, paragraph

SIGNED = paragraph("Le contrat local de santé a été signé en mai 2022 pour cinq ans.")


def actions(*blocks: Block) -> list[Action]:
    return list(extract_structure([SIGNED, *blocks]).actions)


def titles(*blocks: Block) -> list[str]:
    return [action.title for action in actions(*blocks)]


@pytest.mark.parametrize(
    "head",
    [
        "Des actions concrètes",
        "Les actions",
        "Les actions du contrat local de santé",
        "Quelques actions phares",
        "Exemples de réalisations",
        "Concrètement, ça donne quoi ?",
        "Ce que le contrat a permis",
        "Sur le terrain",
        "Le plan d'actions, en bref",
        "Actions mises en place en 2023",
        "Nos projets",
        "3. Les actions engagées",
        "Zoom sur quelques actions",
        "Quelles actions ?",
        "Les premières réalisations",
        "Les fiches actions",
        "Au programme des premiers mois",
        "Nos trois défis, nos deux actions",
    ],
)
def test_a_list_under_a_heading(head: str) -> None:
    assert titles(heading(head), bullet("Un bus dentaire pour les écoles"), bullet("Café des aidants")) == [
        "Un bus dentaire pour les écoles",
        "Café des aidants",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Parmi les actions déjà lancées :",
        "Plusieurs actions ont vu le jour :",
        "Le contrat prévoit notamment :",
        "Le plan d'actions, en bref :",
        "Le CLS a permis :",
        "Exemples d'actions :",
        "Trois actions phares sont engagées cette année :",
        "Les actions menées :",
    ],
)
def test_a_list_or_an_enumeration_after_a_sentence(sentence: str) -> None:
    expected = ["atelier cuisine", "maraude dentaire", "balades du dimanche"]
    listed = ["un atelier cuisine ;", "une maraude dentaire ;", "des balades du dimanche."]
    assert titles(paragraph(sentence), *map(bullet, listed)) == expected
    assert titles(paragraph(f"{sentence} {' '.join(listed)}")) == expected
    assert (
        titles(paragraph(f"{sentence} un atelier cuisine, une maraude dentaire et des balades du dimanche."))
        == expected
    )


@pytest.mark.parametrize(
    ("item", "title", "number"),
    [
        ("[A1] Étendre les horaires du centre", "Étendre les horaires du centre", "A1"),
        ("Fiche 1.2 « Maison des internes » : ouverte en mars", "Maison des internes", "1.2"),
        ("Action n° 3 : Former les gardiens", "Former les gardiens", "3"),
        ("2.4 – Bus du sein", "Bus du sein", "2.4"),
        ("un atelier cuisine, chaque mercredi à l'école", "atelier cuisine", None),
        (
            "une permanence d'écoute pour les 12-25 ans, tenue par la MDA",
            "permanence d'écoute pour les 12-25 ans",
            None,
        ),
        ("l'ouverture de la maison des femmes", "ouverture de la maison des femmes", None),
        ("Le « Café des parents »", "Café des parents", None),
        ("des balades santé avec le club de randonnée", "balades santé", None),
        ("Maraude dentaire (depuis 2023)", "Maraude dentaire", None),
        ("Médiation santé : trois médiatrices à la Devèze", "Médiation santé", None),
    ],
)
def test_the_name_and_the_number_of_an_item(item: str, title: str, number: str | None) -> None:
    first, _ = actions(heading("Les actions"), bullet(item), bullet("Café des aidants"))
    assert (first.title, first.number) == (title, number)


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Le Médicobus est la première action sortie du contrat local de santé.", "Médicobus"),
        ("La maraude dentaire est une action du CLS de la ville.", "maraude dentaire"),
        ("Organisée dans le cadre du contrat local de santé, la quatrième édition du Forum des jeunes s'est tenue mardi.",
         "Forum des jeunes"),
        ("Prévue par la fiche 2.4 du contrat local de santé, l'ouverture de consultations avancées de cardiologie est effective.",
         "consultations avancées de cardiologie"),
        ("Autre nouveauté du contrat, les Ateliers parents-bébés ont commencé en septembre.", "Ateliers parents-bébés"),
        ("Première action du CLS : le camion dentaire.", "camion dentaire"),
        ("L'avenant au contrat local de santé ajoute une fiche nouvelle, « Des vélos pour les soignants ».",
         "Des vélos pour les soignants"),
        ("Le bus santé, action phare du contrat local de santé, repart.", "bus santé"),
        ("La Ville lance, dans le cadre de son contrat local de santé, un atelier cuisine pour les familles.",
         "atelier cuisine pour les familles"),
        ("Le CCAS propose des balades urbaines dans le cadre du contrat local de santé.", "balades urbaines"),
        ("Dans le cadre du contrat local de santé, le « Café des aidants » ouvre ses portes.", "Café des aidants"),
    ],
)  # fmt: skip
def test_a_sentence_that_ties_an_action_to_the_contract(sentence: str, title: str) -> None:
    assert titles(paragraph(sentence)) == [title]


def test_the_number_that_the_sentence_gives() -> None:
    text = "Prévue par la fiche 2.4 du contrat local de santé, l'ouverture du point écoute est effective."
    assert [action.number for action in actions(paragraph(text))] == ["2.4"]


@pytest.mark.parametrize(
    ("headline", "text", "title"),
    [
        (
            "Le bus santé prend la route",
            "Le bus santé passe lundi. Cette action est inscrite dans le CLS.",
            "bus santé",
        ),
        (
            "Café des aidants : nouvelle saison",
            "Le café des aidants reprend. Il est issu du contrat local de santé.",
            "Café des aidants",
        ),
        (
            "Des ateliers mémoire à Ussel",
            "Les ateliers mémoire reprennent. Ce projet figure au contrat local de santé.",
            "ateliers mémoire",
        ),
    ],
)
def test_a_page_about_one_action(headline: str, text: str, title: str) -> None:
    assert titles(heading(headline, 1), paragraph(text)) == [title]


def test_sub_headings_and_their_text() -> None:
    found = actions(
        heading("Des actions concrètes"),
        heading("Camion « Santé en bas de chez vous »", 3),
        paragraph("Une fois par mois, un véhicule s'installe sur la place."),
        heading("Lutter contre les punaises de lit", 3),
        heading("Contact"),
        heading("Direction de la santé", 3),
    )
    assert [action.title for action in found] == [
        "Camion « Santé en bas de chez vous »",
        "Lutter contre les punaises de lit",
    ]
    assert found[0].description == "Une fois par mois, un véhicule s'installe sur la place."


def test_the_axis_whose_part_of_the_page_an_action_stands_in() -> None:
    found = actions(
        heading("Axe 1 : Soigner"),
        heading("Les actions", 3),
        bullet("Bus dentaire"),
        bullet("Maison des internes"),
        heading("Axe 2 : Prévenir"),
        paragraph("Les actions menées :"),
        bullet("Café des aidants"),
        bullet("Ateliers mémoire"),
    )
    assert [(action.title, action.axis) for action in found] == [
        ("Bus dentaire", "Soigner"),
        ("Maison des internes", "Soigner"),
        ("Café des aidants", "Prévenir"),
        ("Ateliers mémoire", "Prévenir"),
    ]


def test_a_table_of_actions() -> None:
    table = grid(
        ("Action", "Pilote", "Calendrier"), ("Bus dentaire", "CCAS", "2023"), ("Café", "MSA", "2024")
    )
    assert [(a.title, a.pilot, a.schedule) for a in actions(table)] == [
        ("Bus dentaire", "CCAS", "2023"),
        ("Café", "MSA", "2024"),
    ]


def test_numbered_headings_under_their_axis_with_labels() -> None:
    found = actions(
        heading("Défi 1 – Soigner"),
        heading("1-A – Un cabinet éphémère", 5),
        paragraph(
            "Le problème. Il n'y a plus", "de médecin.", "Qui mène ? Maison de santé", "Quel coût ? 500 euros"
        ),
        heading("1-B – Un taxi pour soigner", 5),
        paragraph(
            "Le problème. Il n'y a pas de bus.", "Qui mène ? Le CCAS", "Fait à Lure, le 10 décembre 2021"
        ),
        heading("Défi 2 – Prévenir"),
    )
    assert [(a.number, a.title, a.axis, a.context, a.pilot, a.budget) for a in found] == [
        (
            "1-A",
            "Un cabinet éphémère",
            "Soigner",
            "Il n'y a plus de médecin.",
            "Maison de santé",
            "500 euros",
        ),
        ("1-B", "Un taxi pour soigner", "Soigner", "Il n'y a pas de bus.", "Le CCAS", None),
    ]


def test_numbered_chapters_are_no_actions() -> None:
    assert (
        titles(
            heading("Axe 1 : Soigner"),
            heading("1.1 Contexte", 3),
            paragraph("Il n'y a plus de médecin."),
            heading("1.2 Améliorer l'accès", 3),
            paragraph("Un objectif partagé."),
        )
        == []
    )


def test_numbered_items_without_an_announcement() -> None:
    assert titles(
        paragraph("2. Avancement"),
        bullet("Fiche 1.2 « Maison des internes » : ouverte en mars"),
        bullet("Fiche 2.1 « Parcours nutrition » : 14 écoles"),
    ) == ["Maison des internes", "Parcours nutrition"]


def test_numbered_lines_with_their_labels() -> None:
    first, second = actions(
        paragraph(
            "[1] Ambassadeurs du sommeil — Portage : Mission locale du Saumurois — Public : 16-25 ans",
            "[2] Consultations assises en mairie — Portage : CPTS Saumuroise — Lieu : Montreuil-Bellay",
        )
    )
    assert (first.number, first.title, first.pilot) == (
        "1",
        "Ambassadeurs du sommeil",
        "Mission locale du Saumurois",
    )
    assert first.target_population == "16-25 ans"
    assert (second.number, second.area) == ("2", "Montreuil-Bellay")


def test_as_many_headings_as_a_sentence_about_the_contract_counts() -> None:
    blocks = [
        heading("L'automne sera santé", 1),
        paragraph("Le contrat local de santé vous donne deux rendez-vous avant Noël."),
        heading("La Marche bleue"),
        paragraph("Ouverte aux plus de 60 ans."),
        heading("Le Ciné-psy"),
        paragraph("Un film, un débat, chaque jeudi de novembre."),
    ]
    assert titles(*blocks) == ["La Marche bleue", "Le Ciné-psy"]
    assert titles(*blocks, heading("La piscine"), paragraph("Fermée pour vidange.")) == []


def test_what_a_heading_calls_actions_is_no_objective_of_the_axis_above() -> None:
    assert titles(
        heading("Nos 2 défis, nos 2 actions", 1),
        heading("Défi 1 : Des soignants près de chez vous"),
        bullet("Un centre de santé à Jarnac"),
        heading("Défi 2 : Une jeunesse bien dans ses baskets"),
        bullet("Des ambassadeurs santé au lycée"),
    ) == ["Un centre de santé à Jarnac", "Des ambassadeurs santé au lycée"]


@pytest.mark.parametrize(
    "blocks",
    [
        (heading("Les actions"), bullet("Télécharger le contrat (pdf)"), bullet("Nous contacter : sante@ville.example")),
        (heading("Voir aussi"), bullet("La piscine"), bullet("La bibliothèque")),
        (paragraph("Le prochain rendez-vous, la caravane du sport, ne relève pas du contrat."),),
        (paragraph("La fête de la soupe est une action du service culturel."),),
        (heading("Les actions du premier contrat"), bullet("Bus dentaire"), bullet("Café des aidants")),
        (heading("Les étapes"), bullet("mobiliser les acteurs"), bullet("écrire les fiches")),
        (paragraph("Le contrat local de santé compte douze actions."),),
        (paragraph("Actions prévues : la signature du contrat, le comité de pilotage."),),
        (heading("Qui signe ?"), bullet("la Ville"), bullet("l'ARS")),
        (paragraph("Dans le cadre du contrat local de santé, le comité de pilotage s'est réuni."),),
        (heading("Depuis quand ?"), paragraph("La signature date de 2021."), heading("Qui paie ?"), paragraph("L'ARS.")),
    ],
)  # fmt: skip
def test_what_is_no_action_of_the_contract(blocks: tuple[Block, ...]) -> None:
    assert titles(*blocks) == []


def test_each_action_is_proved_by_words_of_the_text() -> None:
    (action,) = actions(
        paragraph("Le Médicobus est une action du contrat local de santé. Le CCAS le pilote.")
    )
    assert [proof.quote for proof in action.evidence["title"]] == ["Médicobus"]
    assert [proof.quote for proof in action.evidence["pilot"]] == ["Le CCAS"]
