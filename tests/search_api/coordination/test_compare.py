from search_api.citations import cited_action
from search_api.coordination.compare import compared
from tests.search_api.coordination.sheets import catalogue, sheet

RECORDS = [
    sheet("dreux", "Un bus santé", "theme:tabac", partners=("CPAM", "MSA"), pilot="Ville"),
    sheet("flers", "Bus", "theme:tabac", partners=("cpam", "Croix-Rouge"), pilot="ville", budget="20 000 €"),
]
PUBLISHED = catalogue(RECORDS)
ROWS = {row.label: row for row in compared([cited_action(r, PUBLISHED.rows[r.contract_id]) for r in RECORDS])}


def test_what_all_say_is_the_same_whatever_its_case() -> None:
    assert ROWS["Thèmes"].same and ROWS["Pilote"].same
    assert not ROWS["Partenaires"].same and not ROWS["Contrat"].same


def test_what_one_alone_has_is_marked() -> None:
    assert [[(item.text, item.own) for item in cell] for cell in ROWS["Partenaires"].cells] == [
        [("CPAM", False), ("MSA", True)],
        [("cpam", False), ("Croix-Rouge", True)],
    ]


def test_what_one_does_not_say_is_empty() -> None:
    assert ROWS["Budget"].cells[0] == ()
    assert [item.text for item in ROWS["Budget"].cells[1]] == ["20 000 €"]
    assert not ROWS["Budget"].same


def test_rows_follow_the_order_of_the_sheet() -> None:
    labels = list(ROWS)
    assert labels.index("Contrat") < labels.index("Thèmes") < labels.index("Pilote") < labels.index("Budget")
