"""Axes as the editors of web pages, briefs and protocols write them: lists, headings, tables, sentences."""

import pytest

from extractors.axes.extract import extract_axes
from models.layout import Block
from tests.extractors.writing import bullet, grid, heading, paragraph

SIGNED = "Le contrat local de santé a été signé en mai 2022."


def titles(*blocks: Block) -> list[str]:
    return [axis.title for axis in extract_axes(blocks).axes]


CARE, MIND, YOUTH = "l'accès aux soins", "la santé mentale", "la santé des jeunes"


@pytest.mark.parametrize(
    "sentence",
    [
        "Le CLS est bâti autour de trois axes (l'accès aux soins, la santé mentale et la santé des jeunes).",
        "Il s'articule autour de trois axes : l'accès aux soins, la santé mentale et la santé des jeunes.",
        "Trois priorités ont été retenues : l'accès aux soins ; la santé mentale ; la santé des jeunes.",
        "Priorités : l'accès aux soins, la santé mentale et la santé des jeunes.",
        "Quatrième contrat. Axes : l'accès aux soins / la santé mentale / la santé des jeunes.",
        "Ses trois orientations : 1) l'accès aux soins ; 2) la santé mentale ; 3) la santé des jeunes.",
        "Les travaux porteront sur : (i) l'accès aux soins ; (ii) la santé mentale ; (iii) la santé des jeunes.",
        "Il se concentre sur trois volets : « l'accès aux soins », « la santé mentale » et « la santé des jeunes ».",
        "Le contrat repose sur trois piliers, l'accès aux soins, la santé mentale et la santé des jeunes.",
        "L'accès aux soins, la santé mentale et la santé des jeunes sont les trois axes du contrat.",
        "Le protocole cite trois orientations, sans les détailler : l'accès aux soins, la "
        "santé mentale, la santé des jeunes.",
        "Le premier axe porte sur l'accès aux soins, le deuxième sur la santé mentale et le "
        "troisième sur la santé des jeunes.",
        "Le premier axe concerne l'accès aux soins. Le deuxième axe concerne la santé mentale. Le troisième axe "
        "concerne la santé des jeunes.",
        "Ses objectifs tiennent en trois axes : Axe 1 – l'accès aux soins, Axe 2 – la santé "
        "mentale, Axe 3 – la santé des jeunes.",
        "Axe 1 : l'accès aux soins ; axe 2 : la santé mentale ; axe 3 : la santé des jeunes.",
        "Les grands axes sont les suivants : - l'accès aux soins - la santé mentale - la santé des jeunes",
        "Les signataires ont choisi trois thèmes de travail : l'accès aux soins, la santé "
        "mentale, et enfin la santé des jeunes.",
        "Il repose sur trois volontés : l'accès aux soins, la santé mentale et la santé des jeunes.",
        "Durée : cinq ans | Axes : l'accès aux soins ; la santé mentale ; la santé des jeunes",
        "Le contrat compte trois chantiers prioritaires : l'accès aux soins, la santé "
        "mentale, ainsi que la santé des jeunes.",
    ],
)
def test_an_enumeration_in_a_sentence(sentence: str) -> None:
    found = [title.lower() for title in titles(paragraph(SIGNED), paragraph(sentence))]
    assert found == [CARE, MIND, YOUTH]


def test_the_words_that_prove_an_axis_stand_in_the_text() -> None:
    text = "Le CLS compte deux axes : « Aller vers » et « Vivre dehors »."
    found = extract_axes([paragraph(text)])
    assert [proof.quote for proof in found.evidence] == ["Aller vers", "Vivre dehors"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("deux axes : Attirer et garder les soignants ; Bouger, manger, respirer", 2),
        ("deux axes : la santé des enfants, des jeunes et des parents et l'accès aux soins", 2),
        ("trois axes : nutrition, addictions et santé mentale", 3),
        (
            "quatre axes : prévenir les addictions, lutter contre l'isolement, soutenir les aidants et mieux manger",
            4,
        ),
        ("deux priorités : la démographie médicale et la santé des jeunes", 2),
        ("trois axes : accès aux soins et aux droits, parcours des aînés, logement", 3),
    ],
)
def test_an_and_inside_an_item_does_not_cut_it(words: str, expected: int) -> None:
    assert len(titles(paragraph(f"Le contrat local de santé retient {words}."))) == expected


@pytest.mark.parametrize(
    "blocks",
    [
        (paragraph("Deux sujets y sont posés :"), bullet("l'accès aux soins ;"), bullet("la santé mentale.")),
        (
            heading("Les priorités"),
            heading("L'accès aux soins", 3),
            paragraph("Internes."),
            heading("La santé mentale", 3),
        ),
        (heading("Deux caps"), bullet("l'accès aux soins"), bullet("la santé mentale")),
        (
            heading("Article 3. Premiers axes de travail"),
            bullet("l'accès aux soins"),
            bullet("la santé mentale"),
        ),
        (
            heading("Quels sont les axes du contrat ?"),
            bullet("l'accès aux soins"),
            bullet("la santé mentale"),
        ),
        (
            paragraph("Le contrat compte deux axes."),
            heading("Deux axes"),
            paragraph("l'accès aux soins"),
            paragraph("la santé mentale"),
        ),
        (
            paragraph("Il comprend les axes ci-après."),
            grid(("1", "l'accès aux soins"), ("2", "la santé mentale")),
        ),
        (
            heading("Les axes"),
            grid(("Axe", "Objectifs"), ("l'accès aux soins", "soigner"), ("la santé mentale", "écouter")),
        ),
        (
            grid(
                ("Axe", "Action", "État"),
                ("l'accès aux soins", "Bus", "fait"),
                ("la santé mentale", "Café", "fait"),
            ),
        ),
        (grid(("Durée", "3 ans"), ("Axes", "l'accès aux soins ; la santé mentale")),),
        (paragraph("Le contrat compte deux axes :"), bullet("l'accès aux soins, – la santé mentale.")),
        (
            heading("De quoi s'occupe-t-il ?"),
            paragraph("Des deux « S » : l'accès aux soins, la santé mentale."),
        ),
        (
            heading("Deux axes"),
            heading("L'accès aux soins", 3),
            bullet("internes"),
            heading("La santé mentale", 3),
            bullet("écoute"),
        ),
    ],
)
def test_what_a_heading_or_a_sentence_announces(blocks: tuple[Block, ...]) -> None:
    assert [title.lower() for title in titles(paragraph(SIGNED), *blocks)] == [CARE, MIND]


def test_numbers_of_an_ordered_list() -> None:
    items = [
        bullet(text).model_copy(update={"marker": f"{n}."})
        for n, text in enumerate(("Grandir", "Vieillir"), 1)
    ]
    found = extract_axes([heading("Deux caps"), *items]).axes
    assert [(axis.number, axis.title) for axis in found] == [("1", "Grandir"), ("2", "Vieillir")]


def test_the_inner_list_gives_the_objectives() -> None:
    inner = bullet("soutenir les aidants").model_copy(update={"marker": "–", "region": 2})
    outer = [bullet(text).model_copy(update={"region": 1}) for text in ("Vieillir", "Grandir")]
    first, second = extract_axes([paragraph("Le contrat a deux axes :"), outer[0], inner, outer[1]]).axes
    assert (first.objectives, second.objectives) == (("soutenir les aidants",), ())


def test_a_bracket_gives_the_objectives() -> None:
    (first, _) = extract_axes(
        [paragraph("Le CLS retient deux axes : la prévention (vaccination, dépistage) et l'accès aux soins.")]
    ).axes
    assert (first.title, first.objectives) == ("la prévention", ("vaccination", "dépistage"))


def test_a_single_orientation_where_the_text_says_so() -> None:
    assert titles(
        paragraph("Le contrat ne comporte qu'une orientation :"), bullet("la santé des frontaliers.")
    ) == ["la santé des frontaliers"]


@pytest.mark.parametrize(
    "blocks",
    [
        (heading("Sur quoi porte-t-il ?"), bullet("L'air et le bruit"), bullet("L'accès au dentiste")),
        (
            paragraph("Le contrat, signé pour trois ans, privilégie deux voies :"),
            bullet("L'air et le bruit ;"),
            bullet("L'accès au dentiste."),
        ),
        (
            heading("Les deux chantiers"),
            bullet("Chantier 1 : L'air et le bruit"),
            bullet("Chantier 2 : L'accès au dentiste"),
        ),
        (grid(("Signé le", "3 mars 2022"), ("Thèmes retenus", "L'air et le bruit\nL'accès au dentiste")),),
    ],
)
def test_axes_under_a_question_a_count_or_a_label(blocks: tuple[Block, ...]) -> None:
    assert titles(paragraph(SIGNED), *blocks) == ["L'air et le bruit", "L'accès au dentiste"]


def test_as_many_items_as_the_sentence_counts() -> None:
    assert (
        titles(
            paragraph(SIGNED),
            paragraph("Le contrat privilégie trois voies :"),
            bullet("L'air et le bruit"),
            bullet("L'accès au dentiste"),
        )
        == []
    )


def test_the_axis_of_an_action_by_its_rank() -> None:
    text = "Financé par le contrat local de santé (premier axe : « Soigner au plus près »), il accueille les patients."
    found = extract_axes([paragraph(text)])
    assert [(axis.number, axis.title) for axis in found.axes] == [("1", "Soigner au plus près")]


def test_the_axis_that_an_action_page_cites() -> None:
    found = extract_axes(
        [
            paragraph(
                "Cette action est inscrite dans le CLS. Elle relève de l'axe 2, « Aller vers les habitants »."
            )
        ]
    )
    assert [(axis.number, axis.title) for axis in found.axes] == [("2", "Aller vers les habitants")]


@pytest.mark.parametrize(
    "blocks",
    [
        (paragraph("Le premier contrat (2014-2018) comptait deux axes : le diabète et la vaccination."),),
        (
            paragraph(
                "Un premier contrat a été signé en 2014. Il reposait sur deux axes : le diabète et l'obésité."
            ),
        ),
        (heading("Le précédent contrat"), paragraph("Ses axes : le diabète ; la vaccination.")),
        (
            heading("Le premier contrat (2014-2018)"),
            paragraph("Il comptait deux axes :"),
            bullet("le diabète"),
            bullet("l'obésité"),
        ),
        (paragraph("Le projet régional de santé fixe trois axes : la prévention, les soins, l'autonomie."),),
        (
            paragraph(
                "Le contrat de ville s'articule autour de trois piliers : l'emploi, le logement, la cohésion."
            ),
        ),
        (
            paragraph(SIGNED),
            paragraph("Voir aussi nos thématiques"),
            heading("Actualités", 3),
            heading("Agenda", 3),
        ),
        (paragraph("Le contrat parle de deux axes, que voici."),),
        (
            paragraph(
                "Trois ambitions du contrat : que chacun trouve un médecin, que les écoles cuisinent, que l'on marche."
            ),
        ),
        (paragraph("Le contrat compte quatre axes : le diabète et la vaccination."),),
        (paragraph("Nos priorités : la voirie, les écoles, la culture."),),
        (heading("Contact"), bullet("par téléphone"), bullet("par courrier")),
        (paragraph("La CPTS agit sur deux axes : l'accès aux soins et la prévention."),),
        (paragraph("Les axes routiers du contrat de mobilité (voir la carte page 3)."),),
    ],
)
def test_what_is_no_axis_of_this_contract(blocks: tuple[Block, ...]) -> None:
    assert titles(*blocks) == []


def test_the_second_contract_after_the_first() -> None:
    text = (
        "Un premier contrat avait vu le jour en 2013, avec deux axes : le diabète et l'obésité. Le deuxième, signé en "
        "2019, en compte d'autres. Ses deux axes : la santé mentale et l'accès aux soins."
    )
    assert titles(paragraph(text)) == ["la santé mentale", "l'accès aux soins"]


def test_the_label_of_every_sheet_announces_no_axes() -> None:
    sheet = [
        heading("AXE STRATÉGIQUE", 5),
        paragraph("Offre de soins"),
        heading("PILOTE", 5),
        paragraph("CCAS"),
        heading("PUBLIC", 5),
    ]
    assert titles(*sheet, *sheet, *sheet) == []
