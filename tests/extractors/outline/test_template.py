"""Wordings that a document repeats from sheet to sheet are labels, whatever they are called."""

import pytest

from extractors.outline.stream import label_field, tokens
from extractors.outline.template import read_template, stem_field
from extractors.sheets.extract import extract_sheets
from tests.extractors.writing import bullet, heading, paragraph


@pytest.mark.parametrize(
    ("wording", "field"),
    [
        ("Descriptif détaillé de l'action", "description"),
        ("Partenaires techniques et institutionnels", "partners"),
        ("Calendrier prévisionnel de réalisation", "schedule"),
        ("Porteur(s) de l'action", "pilot"),
        ("Le calendrier", "schedule"),
        ("L'action", "description"),
        ("Nos partenaires", "partners"),
        ("Porteur de l'action : Ville de Redon", None),
        ("Partenaires de la fête du sport", None),
        ("Territoire de santé mentale", None),
    ],
)
def test_known_wordings_with_words_around_them(wording: str, field: str | None) -> None:
    assert label_field(wording) == field


@pytest.mark.parametrize(
    ("wording", "field"),
    [
        ("Constat local", "context"),
        ("Personnes concernées", "target_population"),
        ("En pratique", "description"),
        ("Combien de mesures", "indicators"),
        ("Un mot du maire", None),
    ],
)
def test_stems(wording: str, field: str | None) -> None:
    assert stem_field(wording) == field


def test_a_template_is_learnt_from_its_repetition() -> None:
    blocks = []
    for number in range(1, 4):
        blocks += [
            heading(f"Fiche action {number} : Titre {number}", 2),
            heading("Personnes concernées", 3),
            paragraph("Les habitants du quartier"),
            heading("Objectifs", 3),
            bullet("Aller vers"),
            heading("Pilote", 3),
            paragraph("Ville"),
            heading("CCAS", 3),
        ]
    first, *_ = extract_sheets(blocks)
    assert {name: [line.text for line in lines] for name, lines in first.fields.items()} == {
        "target_population": ["Les habitants du quartier"],
        "objectives": ["Aller vers"],
        "pilot": ["Ville", "CCAS"],
    }


def test_a_wording_that_stands_once_is_no_label() -> None:
    stream = read_template(tokens([heading("Personnes concernées", 3), paragraph("Tous")]))
    assert [token.kind for token in stream] == ["head", "line"]
