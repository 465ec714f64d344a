"""Axes by whatever word a contract calls them, numbered or in a list."""

import pytest

from extractors.axes.extract import announced_actions, extract_axes
from models.layout import Block
from tests.extractors.writing import bullet, heading, paragraph

TITLES = ("Faciliter l'accès aux soins", "Agir sur les conditions de vie", "Promouvoir la santé mentale")


def axes(*blocks: Block) -> list[tuple[str | None, str]]:
    return [(axis.number, axis.title) for axis in extract_axes(blocks).axes]


@pytest.mark.parametrize(
    "word",
    ["Axe", "AXE", "Axe stratégique", "Orientation", "Priorité", "Défi", "Volet", "Pilier", "Ambition"],
)
@pytest.mark.parametrize("mark", [" n° {} – ", " {} : ", " {}. "])
def test_numbered_heads_in_the_words_of_the_contract(word: str, mark: str) -> None:
    blocks = [heading(word + mark.format(n) + title) for n, title in enumerate(TITLES, 1)]
    assert axes(*blocks) == [("1", TITLES[0]), ("2", TITLES[1]), ("3", TITLES[2])]


def test_letters_and_roman_numbers() -> None:
    assert axes(heading(f"Orientation II : {TITLES[1]}"), heading(f"Orientation I : {TITLES[0]}")) == [
        ("I", TITLES[0]),
        ("II", TITLES[1]),
    ]
    assert axes(heading(f"Défi A – {TITLES[0]}"), heading(f"Défi B – {TITLES[1]}"))[1] == ("B", TITLES[1])


def test_contents_and_body_give_each_axis_once() -> None:
    blocks = [
        heading("Sommaire"),
        *(paragraph(f"Axe {n} : {title} ........ {n}") for n, title in enumerate(TITLES, 1)),
        *(heading(f"Axe {n} : {title}") for n, title in enumerate(TITLES, 1)),
    ]
    assert [number for number, _ in axes(*blocks)] == ["1", "2", "3"]


def test_objectives_stand_under_their_axis() -> None:
    found = extract_axes(
        [
            heading(f"Axe 1 : {TITLES[0]}"),
            heading("Objectif 1.1 : Attirer des médecins", 3),
            heading("Objectif 1.2 : Ouvrir une maison de santé", 3),
            heading(f"Axe 2 : {TITLES[1]}"),
            heading("Objectif 2.1 : Aérer les écoles", 3),
        ]
    )
    assert [axis.objectives for axis in found.axes] == [
        ("Attirer des médecins", "Ouvrir une maison de santé"),
        ("Aérer les écoles",),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Il porte sur trois thématiques :",
        "Ses axes de travail sont :",
        "Le contrat retient les priorités suivantes :",
        "Trois axes ont été retenus :",
    ],
)
def test_a_list_under_a_sentence_that_announces_it(sentence: str) -> None:
    found = extract_axes([paragraph(sentence), *map(bullet, TITLES), paragraph("Il est suivi chaque année.")])
    assert [(axis.number, axis.title) for axis in found.axes] == [(None, title) for title in TITLES]
    assert [proof.quote for proof in found.evidence] == list(TITLES)


def test_a_title_with_its_objectives_after_a_colon() -> None:
    (first, _) = extract_axes(
        [
            paragraph("Ses axes de travail sont :"),
            bullet("les personnes âgées : repérer les fragilités, soutenir les aidants ;"),
            bullet("la santé mentale."),
        ]
    ).axes
    assert (first.title, first.objectives) == (
        "les personnes âgées",
        ("repérer les fragilités", "soutenir les aidants"),
    )


def test_an_ordinary_list_is_no_list_of_axes() -> None:
    assert (
        axes(
            paragraph("Horaires d'ouverture :"), bullet("lundi de 9 h à 12 h"), bullet("mardi de 14 h à 17 h")
        )
        == []
    )


def test_how_many_a_text_announces() -> None:
    text = paragraph("Le présent contrat s'articule autour de quatre axes déclinés en 27 fiches actions.")
    assert extract_axes([text]).announced == 4
    assert announced_actions([text]) == 27


def test_an_axis_that_is_told_once_among_others_that_are_headed_again() -> None:
    listed = [paragraph(f"Ambition {n} : {title}") for n, title in enumerate(TITLES, 1)]
    again = [heading(f"Ambition {n} · {title}") for n, title in enumerate(TITLES, 1) if n > 1]
    assert axes(*listed, *again, *again) == [(str(n), title) for n, title in enumerate(TITLES, 1)]
    heads = [heading(f"Axe {n} : {title}") for n, title in enumerate(TITLES, 1)]
    cited = paragraph("Axe 9 – La sécurité des biens")
    assert axes(*heads, *heads, paragraph("Texte"), cited) == [(str(n), t) for n, t in enumerate(TITLES, 1)]
