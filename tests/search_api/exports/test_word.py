"""Action sheets in Word: read back with python-docx, every value and every quotation."""

import io
import re
from datetime import date

import pytest
from docx import Document
from hypothesis import given

from pipeline.store.memory import MemoryStore
from search_api.exports.choose import Base
from search_api.exports.sheets import sheets_docx
from search_api.exports.workbook import xml_text
from search_api.exports.write import open_base
from search_api.views import ActionFilter, actions_view
from tests.search_api.exports.catalogues import bases
from tests.search_api.exports.test_property import FILTER_VALUES, QUICK
from tests.search_api.published import ACTIONS, CONTRACTS


@pytest.fixture(scope="module")
def base() -> Base:
    store = MemoryStore()
    store.publish(CONTRACTS, ACTIONS, ())
    return open_base(store, date(2024, 3, 1))


def headings(data: bytes, level: int = 1) -> list[str]:
    found = [
        p for p in Document(io.BytesIO(data)).paragraphs if p.style and p.style.name == f"Heading {level}"
    ]
    return [re.sub(r" \[[\d, ]+\]$", "", p.text) for p in found]


def test_a_sheet_tells_what_is_known_with_its_sources(base: Base) -> None:
    word = Document(io.BytesIO(sheets_docx(base.catalogue, [base.catalogue.actions["a0-c-dreux"]])))
    rows = {row.cells[0].text: row.cells[1].text for row in word.tables[0].rows}
    assert rows == {
        "Contrat": "Contrat local de santé – Dreux (2021)",
        "Période du contrat": "1er\u00a0janvier 2021 → 31\u00a0décembre 2026",
        "Axe": "Accès aux soins à Dreux",
        "Objectifs": "@objectif\nDreux",
        "Pilote": "Dreux",
        "Partenaires": "Dreux\n-CPAM",
        "Dreux": "Dreux",
    }
    text = [p.text for p in word.paragraphs]
    assert text[0] == "0 – Un bus santé [1]"
    assert text[1] == "Dreux"
    assert text[-2:] == ["Sources", "[1] contrat.pdf, p.\u00a02\u00a0: «\u00a0Dreux\u00a0»"]
    bullets = [p.style.name for p in word.tables[0].cell(3, 1).paragraphs if p.style]
    assert bullets == ["List Bullet", "List Bullet"]
    assert word.core_properties.language == "fr-FR"


def test_each_sheet_begins_a_page(base: Base) -> None:
    data = sheets_docx(base.catalogue, base.catalogue.actions_of("c-dreux"))
    found = [p for p in Document(io.BytesIO(data)).paragraphs if p.style and p.style.name == "Heading 1"]
    assert [p.paragraph_format.page_break_before for p in found] == [False, True, True, True]
    assert headings(data)[1] == '1 – =HYPERLINK("http://exemple.fr")'


def test_no_action_is_said(base: Base) -> None:
    assert "Aucune action" in Document(io.BytesIO(sheets_docx(base.catalogue, []))).paragraphs[1].text


@QUICK
@given(base=bases(), values=FILTER_VALUES)
def test_sheets_are_the_filtered_view(base: Base, values: dict[str, object]) -> None:
    wanted = ActionFilter.model_validate({k: v for k, v in values.items() if k in ActionFilter.model_fields})
    records = actions_view(base.catalogue, wanted)
    titles = [f"{r.action.number} – {r.action.title}" if r.action.number else r.action.title for r in records]
    word = Document(io.BytesIO(sheets_docx(base.catalogue, records)))
    found = [
        p.runs[0].text if p.runs else "" for p in word.paragraphs if p.style and p.style.name == "Heading 1"
    ]
    assert found == [xml_text(title) for title in titles]
