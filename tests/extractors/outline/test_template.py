"""Wordings that a document repeats from sheet to sheet are labels, whatever they are called."""

import pytest

from extractors.outline.stream import Stream, tokens
from extractors.outline.template import learn_template
from extractors.outline.wording import label_field, stem_field
from extractors.sheets.extract import extract_sheets
from models.layout import Block, BlockKind, Cell, Line, Table
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
        ("▶ PUBLICS DESTINATAIRES", "target_population"),
        ("3. Combien ça coûte ?", "budget"),
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
        ("Lien avec les partenaires du PTSM", "skip"),
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
            heading("Gens d'ici", 3),
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
    stream = tokens([heading("Un mot du maire", 3), paragraph("Tous")])
    assert [token.kind for token in stream] == ["head", "line"]


def _printed(*lines: Line) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, text=" ".join(line.text for line in lines), lines=lines, page=1)


def test_a_word_of_a_value_is_no_label_where_labels_look_otherwise() -> None:
    """ "… en affection de longue / durée." ends a sentence; "Durée" in bold blue is the label."""
    value = (Line(text="patients en affection de longue", size=10), Line(text="durée.", size=10))
    blocks = []
    for sheet in range(3):
        for label in ("Objectifs", "Pilote", "Durée"):
            blocks.append(_printed(Line(text=label, size=10, bold=True, color=0x0000AA)))
            blocks.append(_printed(*value[: 2 if sheet == 0 and label == "Objectifs" else 1]))
    assert [(token.kind, token.text) for token in tokens(blocks)][:4] == [
        ("label", "Objectifs"),
        ("line", "patients en affection de longue durée."),
        ("label", "Pilote"),
        ("line", "patients en affection de longue"),
    ]


def test_a_label_printed_on_the_line_above_its_value_is_cut_from_it() -> None:
    lines = [
        (Line(text=f"▶ {label}"), Line(text="une valeur"))
        for label in ("BUT POURSUIVI", "CIBLE(S)", "ÉTAPES")
    ]
    stream = tokens([_printed(*pair) for pair in lines * 3])
    assert [(t.kind, t.field or t.text) for t in stream[:4]] == [
        ("label", "objectives"),
        ("line", "une valeur"),
        ("label", "target_population"),
        ("line", "une valeur"),
    ]


def test_a_value_that_many_cells_repeat_is_no_label() -> None:
    rows = [
        ("Pilote", "Ville de Redon"),
        ("Public", "Tous"),
        ("Budget", "Fonds propres"),
        ("Mot du maire", "Bravo"),
    ]
    cells = [
        Cell(row=row, col=col, text=text, lines=(Line(text=text, size=10, bold=col == 0),))
        for row, pair in enumerate(rows)
        for col, text in enumerate(pair)
    ]
    table = Block(kind=BlockKind.TABLE, text="", page=1, table=Table(rows=4, cols=2, cells=tuple(cells)))
    template = learn_template([table] * 4)
    assert template.unknown == {"mot du maire": "unknown"}


def _sheets(*looks: Line, times: int = 3) -> list[Block]:
    """Sheets whose labels are printed like these lines, each above a value of its own."""
    blocks: list[Block] = []
    for sheet in range(times):
        for place, line in enumerate(looks):
            blocks.append(_printed(line.model_copy(update={"size": 10})))
            blocks.append(_printed(Line(text=f"Un texte {sheet} au sujet {place}", size=10)))
    return blocks


def test_labels_in_the_colour_of_their_axis_are_of_one_template() -> None:
    texts = ("Objectifs", "Pilote", "Calendrier", "Le fil rouge")
    blocks = [
        block
        for color in (0xAA0000, 0x00AA00, 0x0000AA)
        for block in _sheets(*(Line(text=text, bold=True, color=color) for text in texts), times=1)
    ]
    assert learn_template(blocks).unknown == {"le fil rouge": "unknown"}


def test_labels_behind_a_letter_are_of_one_look() -> None:
    texts = (
        "a) Le fil rouge",
        "b) Pilote",
        "c) Les gens",
        "d) Le mot du maire",
        "e) Calendrier",
        "f) Objectifs",
    )
    template = learn_template(_sheets(*(Line(text=text) for text in texts), times=4))
    assert template.unknown.keys() == {"le fil rouge", "les gens", "le mot du maire"}


def test_the_icon_of_one_label_does_not_set_it_apart() -> None:
    texts = ("Objectifs", "Pilote", "Calendrier", "✓ Le fil rouge")
    stream = Stream(_sheets(*(Line(text=text, bold=True) for text in texts), times=4))
    assert stream.template.unknown == {"le fil rouge": "unknown"}
    found = tokens([_printed(Line(text="✓ Le fil rouge", bold=True, size=10))], stream)
    assert [token.field for token in found] == ["unknown"]


def test_verbs_in_capitals_are_no_acronyms() -> None:
    texts = ("AGIR", "VISER", "FINANCER", "PLANIFIER", "TOUCHER")
    template = learn_template(_sheets(*(Line(text=text, bold=True) for text in texts), times=4))
    assert "agir" in template.unknown
