"""Action sheets however they are laid out: tables, labels beside values, label lines, bold labels and prose."""

import pytest

from extractors.structure import Structure, extract_structure
from models.layout import Block, BlockKind, Line
from models.records import Action
from tests.extractors.writing import bullet, grid, heading, paragraph

VALUES = {
    "Objectifs": "Rapprocher les soins des villages",
    "Public visé": "Habitants sans moyen de transport",
    "Pilote": "Communauté de communes",
    "Partenaires": "CPAM ; hôpital ; MSA",
    "Calendrier": "2024-2026",
    "Budget": "12 000 €",
    "Indicateurs": "Nombre de passages ; nombre de patients",
}
NAME = "Faire circuler un car de santé"


def expected(action: Action) -> None:
    """The one action that every layout below prints."""
    assert (action.number, action.title) == ("1.2", NAME)
    assert action.objectives == "Rapprocher les soins des villages"
    assert action.target_population == "Habitants sans moyen de transport"
    assert action.pilot == "Communauté de communes"
    assert action.partners == ("CPAM", "hôpital", "MSA")
    assert action.schedule == "2024-2026"
    assert action.budget == "12 000 €"
    assert action.indicators == ("Nombre de passages", "nombre de patients")
    assert set(action.evidence) >= {"title", "objectives", "pilot", "partners", "budget", "indicators"}


def run_in(label: str, text: str) -> Block:
    """A paragraph whose label is printed in bold at its beginning."""
    return Block(
        kind=BlockKind.PARAGRAPH,
        text=f"{label} {text}",
        lines=(Line(text=f"{label} {text}", lead=label),),
    )


LAYOUTS: dict[str, list[Block]] = {
    "ruled table": [heading(f"Fiche action n° 1.2 : {NAME}"), grid(*VALUES.items())],
    "title in the table": [grid((f"Fiche action n° 1.2 : {NAME}", ""), *VALUES.items())],
    "one table a label": [heading(f"Action 1.2 – {NAME}"), *(grid(row) for row in VALUES.items())],
    "row of labels over a row of values": [heading(f"Fiche 1.2 : {NAME}"), grid([*VALUES], [*VALUES.values()])],
    "label lines": [
        heading(f"Fiche action 1.2 : {NAME}"),
        *(block for label, text in VALUES.items() for block in (heading(label, 4), paragraph(text))),
    ],
    "labels with a colon": [
        heading(f"Fiche action 1.2 : {NAME}"),
        *(paragraph(f"{label} : {text}") for label, text in VALUES.items()),
    ],
    "bold labels in paragraphs": [
        heading(f"Action n° 1.2 : {NAME}"),
        *(run_in(label, text) for label, text in VALUES.items()),
    ],
    "labelled title and number": [
        grid(("N° de l'action", "1.2"), ("Intitulé de l'action", NAME), *VALUES.items()),
    ],
}  # fmt: skip


@pytest.mark.parametrize("blocks", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_the_same_sheet_in_several_layouts(blocks: list[Block]) -> None:
    found = extract_structure(blocks)
    assert len(found.actions) == 1
    expected(found.actions[0])


def sheet(number: str, title: str, **more: str) -> list[Block]:
    rows = {"Pilote": "CCAS", "Objectifs": f"Mieux vivre {number}", "Budget": "5 000 €", **more}
    return [heading(f"Fiche action {number} : {title}", 3), grid(*rows.items())]


def actions(*blocks: Block) -> list[tuple[str | None, str, str | None]]:
    return [(a.number, a.title, a.axis) for a in extract_structure(blocks).actions]


def test_a_sheet_belongs_to_the_axis_that_it_stands_under() -> None:
    assert actions(
        heading("Axe 1 : Accès aux soins"),
        *sheet("1", "Car de santé"),
        *sheet("2", "Maison médicale"),
        heading("Axe 2 : Prévention"),
        *sheet("3", "Sport sur ordonnance"),
    ) == [
        ("1", "Car de santé", "Accès aux soins"),
        ("2", "Maison médicale", "Accès aux soins"),
        ("3", "Sport sur ordonnance", "Prévention"),
    ]


def test_a_sheet_that_says_its_axis() -> None:
    assert actions(
        heading("Axe 1 : Accès aux soins"),
        heading("Axe 2 : Prévention"),
        heading("Annexe : les fiches"),
        *sheet("1", "Car de santé", Axe="Axe 1 : Accès aux soins"),
    )[0] == ("1", "Car de santé", "Accès aux soins")


def test_a_number_above_the_title_belongs_to_the_sheet_below() -> None:
    def numbered(number: str, title: str) -> Block:
        return grid(
            ("N°", number),
            ("Intitulé de l'action", title),
            ("Pilote", "CCAS"),
            ("Budget", "1 €"),
            ("Public visé", "Tous"),
        )

    found = actions(numbered("1", "Car de santé"), numbered("2", "Maison médicale"))
    assert [row[:2] for row in found] == [("1", "Car de santé"), ("2", "Maison médicale")]


def test_a_sheet_that_goes_on_over_the_page_is_one_sheet() -> None:
    (action,) = extract_structure(
        [
            *sheet("4", "Car de santé"),
            heading("Fiche action 4 : Car de santé (suite)", 3),
            grid(("Indicateurs", "Nombre de passages"), ("Partenaires", "CPAM")),
        ]
    ).actions
    assert (action.indicators, action.partners) == (("Nombre de passages",), ("CPAM",))


def test_a_value_of_bullets_keeps_one_line_each() -> None:
    (action,) = extract_structure(
        [
            heading("Fiche action 1 : Car de santé"),
            heading("Description", 4),
            bullet("Acheter un véhicule"),
            bullet("Recruter une infirmière"),
            heading("Pilote", 4),
            paragraph("CCAS"),
            heading("Budget", 4),
            paragraph("Néant"),
        ]
    ).actions
    assert action.description == "Acheter un véhicule\nRecruter une infirmière"
    assert (action.pilot, action.budget) == ("CCAS", None)


def test_a_table_with_one_action_a_row() -> None:
    found = extract_structure(
        [
            heading("Axe 1 : Accès aux soins"),
            grid(
                ["N°", "Action", "Pilote", "Calendrier"],
                ["1", "Faire circuler un car", "CCAS", "2024"],
                ["2", "Ouvrir une maison médicale", "Commune", "2025"],
                header=True,
            ),
        ]
    )
    assert [(a.number, a.title, a.pilot, a.schedule) for a in found.actions] == [
        ("1", "Faire circuler un car", "CCAS", "2024"),
        ("2", "Ouvrir une maison médicale", "Commune", "2025"),
    ]


def test_concrete_actions_of_a_web_page() -> None:
    found = extract_structure(
        [
            heading("Les actions concrètes", 2),
            heading("Un car de santé", 3),
            paragraph("Il passe chaque mardi."),
            heading("Des ateliers de cuisine", 3),
            paragraph("Ils ont lieu au centre social."),
            heading("Contact", 2),
            paragraph("Mairie"),
        ]
    )
    assert [(a.title, a.description) for a in found.actions] == [
        ("Un car de santé", "Il passe chaque mardi."),
        ("Des ateliers de cuisine", "Ils ont lieu au centre social."),
    ]


def test_a_count_that_the_text_announces_is_compared() -> None:
    found: Structure = extract_structure(
        [
            paragraph("Le présent contrat comporte deux axes déclinés en 3 fiches actions."),
            heading("Axe 1 : Accès aux soins"),
            *sheet("1", "Car de santé"),
            heading("Axe 2 : Prévention"),
            *sheet("2", "Sport sur ordonnance"),
        ]
    )
    assert (found.announced_axes, found.announced_actions) == (2, 3)
    (issue,) = found.issues
    assert issue.code == "structure.actions_count"
    assert "3" in issue.message
    assert "2" in issue.message


def test_a_contents_page_and_a_governance_table_are_no_sheets() -> None:
    assert (
        actions(
            heading("Sommaire"),
            paragraph("Fiche action 1 : Car de santé ........ 12"),
            paragraph("Fiche action 2 : Maison médicale ........ 14"),
            heading("Gouvernance"),
            grid(("Comité de pilotage", "Une fois par an"), ("Comité technique", "Chaque trimestre")),
        )
        == []
    )


def test_a_row_cut_by_the_end_of_the_page_goes_on_in_its_columns() -> None:
    rows = [*VALUES.items()]
    first = grid(
        (f"Fiche action 1.2 : {NAME}", "", "", ""),
        ("Pilote", "Communauté de communes", "Calendrier", "2024-2026"),
        ("Objectifs", "Rapprocher les soins", "Public visé", "Habitants sans"),
    )
    second = grid(
        ("", "des villages", "", "moyen de transport"), ("Indicateurs", rows[-1][1], "Budget", "12 000 €")
    )
    (action,) = extract_structure([first, second]).actions
    assert action.objectives == "Rapprocher les soins des villages"
    assert action.target_population == "Habitants sans moyen de transport"


def test_the_axis_told_first_in_a_sheet_is_its_own() -> None:
    blocks: list[Block] = []
    for number, axis in (("1", "Offre de soins"), ("2", "Santé mentale")):
        blocks += [heading(f"OP {number} – {NAME} {number}", 3), grid(("Orientation", axis), *VALUES.items())]
    assert [action.axis for action in extract_structure(blocks).actions] == [
        "Offre de soins",
        "Santé mentale",
    ]


def test_a_number_in_a_heading_of_its_own_above_the_title() -> None:
    sheets = [
        block
        for number in ("A-1", "A-2")
        for block in (heading(number, 5), heading(f"{NAME} {number[-1]}", 3), grid(*VALUES.items()))
    ]
    assert [action.number for action in extract_structure(sheets).actions] == ["A-1", "A-2"]


def test_a_code_beside_the_title_and_the_axis_below_it() -> None:
    titled = ("P1.1", f"{NAME}\nPriorité n°1 – Accès aux soins")
    (action,) = extract_structure([grid(titled, *VALUES.items())]).actions
    assert (action.number, action.title, action.axis) == ("P1.1", NAME, "Accès aux soins")


def test_a_sheet_of_two_pages_under_its_axis_printed_again() -> None:
    rows = [*VALUES.items()]
    blocks = [
        heading("Axe 1 : Accès aux soins", 3),
        heading(f"Fiche action 1.2 — {NAME}"),
        grid(*rows[:4]),
        heading("Axe 1 : Accès aux soins", 3),
        heading(f"Fiche action 1.2 (suite) — {NAME}"),
        grid(*rows[4:]),
    ]
    (action,) = extract_structure(blocks).actions
    expected(action)


def test_labels_in_the_middle_of_a_line_and_what_is_done_right_under_the_title() -> None:
    blocks = [
        block
        for n in (1, 2, 3)
        for block in (
            heading(f"Action 1.{n}. {NAME} {n}"),
            paragraph("Former quatre maîtres de stage et loger les internes dans le bourg."),
            run_in("Responsable de l'action :", f"CCAS — Contributeurs : CAF, MSA — Réalisation : 202{n}"),
        )
    ]
    action = extract_structure(blocks).actions[1]
    assert (action.pilot, action.partners, action.schedule) == ("CCAS", ("CAF", "MSA"), "2022")
    assert action.description == "Former quatre maîtres de stage et loger les internes dans le bourg."


def test_results_told_as_what_is_aimed_at_where_nothing_else_is() -> None:
    rows = [("Résultat recherché", "Réduire les risques"), *list(VALUES.items())[1:]]
    blocks = [b for n in (1, 2) for b in (heading(f"Fiche action {n} : {NAME} {n}"), grid(*rows))]
    assert [action.objectives for action in extract_structure(blocks).actions] == ["Réduire les risques"] * 2
    both = [
        b for n in (1, 2) for b in (heading(f"Fiche action {n} : {NAME} {n}"), grid(*rows, *VALUES.items()))
    ]
    assert extract_structure(both).actions[0].expected_results == "Réduire les risques"


def test_who_signs_below_the_last_sheet_is_no_value_of_it() -> None:
    blocks = [
        heading(f"Fiche action 1.2 : {NAME}"),
        grid(*VALUES.items()),
        paragraph("Fait à Bastia, le 20 septembre 2016"),
        grid(("Pour la Ville de Bastia\nM. Orsucci, maire", "Pour l'ARS\nM. Casabianca, directeur")),
    ]
    (action,) = extract_structure(blocks).actions
    expected(action)


PLAN = (
    (
        "Intitulé de l'action",
        "En quoi cela consiste",
        "Structure à la manœuvre",
        "Appuis",
        "Quand",
        "Chiffres regardés",
    ),
    (
        "Libérer du temps médical",
        "Verser une bourse",
        "CPTS Sud Sarthe",
        "CPAM\nMSA",
        "2022",
        "• Nombre d'aides",
    ),
    (
        "Lever l'obstacle des trajets",
        "Recruter des conducteurs",
        "Familles rurales",
        "Taxis",
        "2024",
        "• Nombre de trajets",
    ),
)


def test_a_table_of_actions_with_columns_that_no_list_knows() -> None:
    first, second = extract_structure([heading("Plan d'actions"), grid(*PLAN)]).actions
    assert (first.title, first.description) == ("Libérer du temps médical", "Verser une bourse")
    assert (second.partners, second.schedule, second.indicators) == (
        ("Taxis",),
        "2024",
        ("Nombre de trajets",),
    )


def test_a_table_that_reviews_the_contract_before_tells_no_action_and_no_axis() -> None:
    review = grid(
        ("Axe", "Action", "État"),
        ("Axe 1 – Offre de soins", "Soutenir les maisons de santé", "Réalisée"),
        ("Axe 2 – Prévention", "Semaine de la santé", "Abandonnée"),
    )
    title = "Les suites du premier contrat local de santé (2014-2018)"
    found = extract_structure([heading(title), review, heading("Plan d'actions"), grid(*PLAN)])
    assert (len(found.actions), found.axes) == (2, ())


def test_labels_that_full_stops_part_in_one_paragraph() -> None:
    text = "Pilote : CCAS de Dole. Partenaires : CAF, MSA. Public : Aidants. Échéance : 2025. Suivi : Nombre d'aidants."
    (action,) = extract_structure(
        [heading(f"Axe 1 – {NAME}"), heading("1.1 Soutenir les aidants", 3), paragraph(text)]
    ).actions
    assert (action.pilot, action.partners, action.schedule) == ("CCAS de Dole", ("CAF", "MSA"), "2025")


def test_the_axis_between_the_title_and_its_labels() -> None:
    axes = [bullet("Axe 1 : Offre de soins"), bullet("Axe 2 : Santé mentale")]
    blocks = [paragraph("Le contrat comporte deux axes :"), *axes]
    for number, axis in (("1", "Axe 1 : Offre de soins"), ("2", "Axe 2 : Santé mentale")):
        blocks += [heading(f"{NAME} {number}", 3), paragraph(axis), grid(*VALUES.items())]
    found = [(action.title, action.axis) for action in extract_structure(blocks).actions]
    assert found == [(f"{NAME} 1", "Offre de soins"), (f"{NAME} 2", "Santé mentale")]


def test_a_table_with_one_action_a_column() -> None:
    columns = [
        ("", "Action 1.1 Soutenir les aidants", "Action 1.2 Bien manger"),
        *((k, v, v) for k, v in VALUES.items()),
    ]
    first, second = extract_structure([grid(*columns)]).actions
    assert (first.number, first.title, second.title) == ("1.1", "Soutenir les aidants", "Bien manger")
    assert (first.pilot, second.partners) == ("Communauté de communes", ("CPAM", "hôpital", "MSA"))


def test_axis_number_and_title_in_a_small_table_above_the_sheet() -> None:
    blocks: list[Block] = []
    for number, axis in (("1.1", "AXE 1\nOffre de soins"), ("2.1", "AXE 2\nSanté mentale")):
        blocks += [grid((axis, f"{NAME} {number[0]}"), (f"ACTION {number}", "")), grid(*VALUES.items())]
    found = [(action.number, action.title, action.axis) for action in extract_structure(blocks).actions]
    assert found == [("1.1", f"{NAME} 1", "Offre de soins"), ("2.1", f"{NAME} 2", "Santé mentale")]


def test_a_sheet_annexed_below_the_signatures_is_read() -> None:
    table = grid((f"Fiche action n° 3.3 : {NAME}", ""), *VALUES.items())
    signed = paragraph("Fait à Lure, le 12 juin 2025.")
    (action,) = extract_structure([heading("Effet"), signed, paragraph("Le maire"), table]).actions
    assert action.title == NAME


def test_a_number_with_a_letter_behind_it() -> None:
    blocks = [heading(f"Action 1.2.a | {NAME}"), grid(*VALUES.items())]
    (action,) = extract_structure(blocks).actions
    assert (action.number, action.title) == ("1.2.a", NAME)


def test_number_title_and_axis_in_the_cells_of_one_row() -> None:
    rows = [
        ("Fiche\nI-2", NAME, "Pilier I\nAlimentation et mouvement"),
        *((*pair, "") for pair in VALUES.items()),
    ]
    (action,) = extract_structure([grid(*rows)]).actions
    assert (action.number, action.title, action.axis) == ("I-2", NAME, "Alimentation et mouvement")
