"""Values that a label announces, and paragraphs cut in two by a line end."""

from extractors.mentions import joined, passages
from extractors.mentions.labelled import labelled
from models.layout import Block
from tests.extractors.writing import grid, heading, paragraph


def on_page(block: Block, page: int) -> Block:
    return block.model_copy(update={"page": page})


def test_the_rows_of_a_two_column_table() -> None:
    (pair, *_) = labelled([grid(("Signé par", "la ville de Foix et l'ARS Occitanie"), ("Pour", "5 ans"))])
    assert (pair.text, pair.proof) == (
        "Signé par : la ville de Foix et l'ARS Occitanie",
        "la ville de Foix et l'ARS Occitanie",
    )


def test_labels_inside_a_line() -> None:
    line = paragraph("contrat en vigueur – signature : 14 juin 2023 – échéance : 13 juin 2028")
    assert [p.text for p in labelled([line])] == ["signature : 14 juin 2023", "échéance : 13 juin 2028"]


def test_a_heading_is_the_label_of_its_line() -> None:
    assert [p.text for p in labelled([heading("Durée"), paragraph("5 ans")])] == ["Durée : 5 ans"]
    assert list(labelled([heading("L'équipe"), paragraph("Une animatrice")])) == []


def test_a_sentence_cut_by_a_line_end_is_one() -> None:
    cut = [
        on_page(paragraph("Le contrat est conclu pour trois années, du 1er janvier 2017 au 31 dé-"), 3),
        on_page(paragraph("cembre 2019."), 3),
    ]
    assert [p.text for p in passages(cut)] == [
        "Le contrat est conclu pour trois années, du 1er janvier 2017 au 31 décembre 2019."
    ]
    assert len(list(joined([cut[0], on_page(cut[1], 4)]))) == 2  # a quote stands on one page
