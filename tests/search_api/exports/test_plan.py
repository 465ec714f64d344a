"""The plan for Territoires en Transitions, checked as the platform's reader checks it."""

import io
import re
from datetime import date

import openpyxl
import pytest

from models.catalogue import ActionRecord, ContractRecord
from models.records import Action, Axis
from pipeline.store.memory import MemoryStore
from search_api.exports.choose import Base
from search_api.exports.plan import COLUMNS, FIRST_ROW, plan_xlsx
from search_api.exports.write import open_base
from tests.search_api.catalogue import BUS, DREUX

#: How the platform splits a list: at commas outside of brackets and of either kind of quotes.
SPLIT = re.compile(r',(?![^()]*\))(?=(?:(?:[^"]*"){2})*[^"]*$)(?![^«]*»)')


def plan(*actions: Action) -> list[dict[str, str | None]]:
    """The rows as the platform reads them."""
    records = [
        BUS.model_copy(update={"id": f"a-{n}", "position": n, "action": action})
        for n, action in enumerate(actions)
    ]
    axes = (Axis(number="1", title="Prévenir"), Axis(number="2", title="Soigner"))
    contract = DREUX.contract.model_copy(update={"axes": axes})
    record = DREUX.model_copy(update={"contract": contract, "action_ids": tuple(r.id for r in records)})
    book = openpyxl.load_workbook(io.BytesIO(plan_xlsx(published(record, records).catalogue, record.id)))
    (sheet,) = [sheet for sheet in book.worksheets if sheet["A2"].value == "Axe (x)"]
    assert [str(cell.value).strip() for cell in sheet[2]] == list(COLUMNS)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert len(COLUMNS) == 28
    found = sheet.iter_rows(min_row=FIRST_ROW, values_only=True)
    return [dict(zip(COLUMNS, row, strict=True)) for row in found]  # type: ignore[arg-type]


def published(contract: ContractRecord, actions: list[ActionRecord]) -> Base:
    store = MemoryStore()
    store.publish([contract], actions, ())
    return open_base(store, date(2026, 11, 24))


def test_an_action_is_a_row_under_its_axis() -> None:
    (row,) = plan(
        Action(
            number="2.1",
            title="Bus santé",
            axis="Soigner",
            context="Peu de médecins",
            description="Un bus",
            target_population="Habitants",
            objectives="Aller vers",
            pilot="Ville de Dreux",
            partners=("CPAM", "ARS"),
            budget="20 000 € par an",
            schedule="2021-2023",
            indicators=("Passages", "Patients"),
            other={"Freins": "Stationnement"},
        )
    )
    assert {name: value for name, value in row.items() if value} == {
        "Axe (x)": "Soigner",
        "Titre de l'action": "2.1 – Bus santé",
        "Descriptif": "Contexte : Peu de médecins\n\nDescription : Un bus\n\nPublic cible : Habitants\n\n"
        "Calendrier : 2021-2023\n\nFreins : Stationnement",
        "Objectifs": "Aller vers",
        "Indicateurs liés": "Passages\nPatients",
        "Structure pilote": "Ville de Dreux",
        "Partenaires": "CPAM, ARS",
        "Financements": "20 000 € par an",
    }


def test_actions_come_by_axis_and_those_of_none_last() -> None:
    titles = plan(
        Action(title="c"),
        Action(title="b", axis="Soigner"),
        Action(title="a", axis="Prévenir"),
        Action(title="d"),
    )
    assert [row["Titre de l'action"] for row in titles] == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    "partners",
    [
        ("CPAM, MSA et ARS", "Ville"),
        ("Réseau (ville, hôpital)", "ARS"),
        ('Association "Les Amis', "Ville, service social", "ARS"),
        ("« Santé, ensemble »", "ARS"),
    ],
)
def test_the_platform_splits_partners_as_they_were(partners: tuple[str, ...]) -> None:
    (row,) = plan(Action(title="x", partners=partners))
    found = [part.strip() for part in SPLIT.split(row["Partenaires"] or "")]
    assert [re.sub(r"^« | »$", "", part) for part in found] == [
        re.sub(r"^« | »$", "", partner.replace('"', "”")) for partner in partners
    ]


def test_a_title_is_never_too_long_nor_a_formula() -> None:
    long, formula = plan(Action(title="x" * 400), Action(title="=1+1"))
    assert len(long["Titre de l'action"] or "") == 300
    assert formula["Titre de l'action"] == "=1+1"
