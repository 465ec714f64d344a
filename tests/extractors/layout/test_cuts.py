"""Words cut at the end of a line come back whole, with their hyphen when it is theirs."""

import pytest

from extractors.layout.cuts import Healer
from models.layout import Line


def healed(*texts: str, known: tuple[str, ...] = ()) -> list[str]:
    return [line.text for line in Healer(known).heal([Line(text=text) for text in texts])]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Fait le 3 dé-", "cembre 2015", ["Fait le 3 décembre", "2015"]),
        ("Promotion Santé Hauts-", "de-France", ["Promotion Santé Hauts-de-France"]),
        ("le Loir-", "et-Cher", ["le Loir-et-Cher"]),
        ("cela peut-", "être utile", ["cela peut-être", "utile"]),
        ("un rendez-", "vous", ["un rendez-vous"]),
        ("Saint-", "Paul et", ["Saint-Paul", "et"]),
        ("la PRÉVEN-", "TION", ["la PRÉVENTION"]),
        ("en SEINE-", "MARITIME", ["en SEINE-MARITIME"]),
        ("de 2019-", "2023", ["de 2019-2023"]),
        ("à court-", "et long terme", ["à court-", "et long terme"]),
        ("la e-", "santé", ["la e-santé"]),
        ("Axe 1 -", "prévenir", ["Axe 1 -", "prévenir"]),
    ],
)
def test_a_cut_word(left: str, right: str, expected: list[str]) -> None:
    assert healed(left, right) == expected


def test_the_document_itself_knows_best() -> None:
    assert healed("un volet télé-", "santé", known=("la télé-santé",)) == ["un volet télé-santé"]
    assert healed("un volet télé-", "santé", known=("la télésanté",)) == ["un volet télésanté"]


def test_lines_without_a_cut_stay_the_same_objects() -> None:
    lines = [Line(text="Le contrat"), Line(text="local")]
    assert all(new is old for new, old in zip(Healer(()).heal(lines), lines, strict=True))
