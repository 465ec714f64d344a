"""Titles, items and sentences as a reader sees them, whatever the layout made of them; sheets apart."""

from extractors.chapters import spots
from extractors.enumerations import split_enumeration
from models.evidence import Evidence
from models.layout import BlockKind
from models.records import Action
from tests.extractors.writing import bullet, document, grid, heading, paragraph

BOX = (72.0, 100.0, 300.0, 112.0)


def test_a_sentence_cut_in_two_headings_is_one_text() -> None:
    read = spots(
        [
            heading("Une équipe projet, composée du coordonnateur et du référent de la délégation de", 6),
            heading("l'agence, assure le suivi courant.", 6),
        ]
    )
    (spot,) = read
    assert spot.kind == "text"
    assert spot.text.endswith("du référent de la délégation de l'agence, assure le suivi courant.")


def test_a_bullet_set_as_a_heading_is_an_item_without_its_bullet() -> None:
    (spot,) = spots([heading("• un habitat dégradé", 6)])
    assert (spot.kind, spot.text) == ("item", "un habitat dégradé")


def test_titles_in_force_are_known_and_nothing_stands_under_a_table_of_contents() -> None:
    read = spots([heading("Sommaire", 1), heading("Gouvernance", 2), paragraph("Le comité se réunit.")])
    assert read[-1].titles == ("Gouvernance",)


def test_a_line_of_a_table_of_contents_is_left_out() -> None:
    assert spots([paragraph("Diagnostic local de santé ........ 5")]) == []


def test_labelled_lines_of_a_paragraph_are_apart() -> None:
    read = spots([paragraph("Composition : ARS, Ville", "et Préfecture", "Fréquence : une fois par an")])
    assert [spot.text for spot in read] == [
        "Composition : ARS, Ville et Préfecture",
        "Fréquence : une fois par an",
    ]


def test_the_blocks_of_a_sheet_are_marked_and_the_next_chapter_is_not() -> None:
    read = spots(
        document(
            """
# Fiche action n° 1
Pilote : CCAS
Partenaires : ARS
Public : habitants
Indicateurs : nombre de réunions
# Article 5 – Gouvernance
Le comité de pilotage se réunit.
"""
        )
    )
    assert [spot.sheet for spot in read] == [False, True, True, True, True, False, False]


def test_what_was_read_of_actions_is_in_a_sheet_whatever_its_labels() -> None:
    printed = paragraph("Un bus passe chaque semaine.").model_copy(update={"page": 2, "bbox": BOX})
    proof = {"description": (Evidence(page=2, bbox=BOX, quote="Un bus passe chaque semaine."),)}
    (spot,) = spots([printed], [Action(title="Bus", evidence=proof)])
    assert spot.sheet
    assert not spots([printed])[0].sheet


def test_a_numbered_paragraph_is_an_item_and_a_table_a_table() -> None:
    read = spots([paragraph("1. Une offre insuffisante"), grid(["a", "b"]), bullet("c")])
    assert [spot.kind for spot in read] == ["item", "table", "item"]
    assert read[0].block.kind is BlockKind.PARAGRAPH


def test_enumerations() -> None:
    assert split_enumeration("de l'ARS, de la ville de Dreux et du préfet") == [
        "ARS",
        "ville de Dreux",
        "préfet",
    ]
    assert split_enumeration("l'ARS ainsi que les services de l'État") == ["ARS", "services de l'État"]
    assert split_enumeration("la Direction de l'emploi, du travail et des solidarités") == [
        "Direction de l'emploi, du travail et des solidarités"
    ]
    assert split_enumeration("élus (maires, adjoints), techniciens et habitants") == [
        "élus (maires, adjoints)",
        "techniciens",
        "habitants",
    ]
    assert split_enumeration("l'accès aux soins et aux droits, la nutrition et le logement") == [
        "accès aux soins et aux droits",
        "nutrition",
        "logement",
    ]
