"""A collection as Word, PDF and Excel: opened again, every citation is there."""

import io

import docx
import openpyxl
import pymupdf
import pytest

from search_api.citations import CitedField, CitedSheet, CitedValue, cited_action, cited_contract
from search_api.coordination.collections import collection, ids_by_key, key_of
from search_api.coordination.workbook import excel_workbook
from search_api.exports.pdf import pdf_document
from search_api.exports.word import word_document
from tests.search_api.coordination.sheets import catalogue, sheet

#: Characters of the field: ligatures, typographic marks, narrow spaces, arrows; and what XML and fonts refuse.
ODD = "Œuvrer : l’« aller-vers » – 12\u202f000\u00a0€ ≥ 3 → fin\u00a0; <b>&amp; \x07 😀 Ελλάδα"
RECORDS = [
    sheet("dreux", "Un bus santé", "theme:tabac", objectives=ODD, partners=("CPAM", "MSA")),
    sheet("flers", "=HYPERLINK(1)", "theme:tabac", description="Une étape. " * 900),
]
PUBLISHED = catalogue(RECORDS)
FOUND = collection(
    map(key_of, ("c-dreux", "c-dreux-a1", "c-flers-a1")),
    ids_by_key([*PUBLISHED.contracts, *PUBLISHED.actions]),
    PUBLISHED,
)
SHEETS = [
    *(cited_contract(c, PUBLISHED.rows[c.id]) for c in FOUND.contracts),
    *(cited_action(a, PUBLISHED.rows[a.contract_id]) for a in FOUND.actions),
]


def test_word_has_a_heading_a_table_and_the_sources_of_each_sheet() -> None:
    document = docx.Document(io.BytesIO(word_document("Ma sélection", "Une note", SHEETS)))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    marks = ["".join(f" [{number}]" for number in sheet.title_citations) for sheet in SHEETS]
    assert headings == [sheet.heading + mark for sheet, mark in zip(SHEETS, marks, strict=True)]
    assert len(document.tables) == len(SHEETS)
    text = "\n".join(p.text for p in document.paragraphs)
    for cited in SHEETS:
        for citation in cited.citations:
            quote = citation.quote.replace("\x07", "")
            assert f"[{citation.number}] {citation.place}\u00a0: «\u00a0{quote}\u00a0»" in text
    cells = {row.cells[0].text: row.cells[1].text for row in document.tables[1].rows}
    assert cells["Objectifs"].startswith(ODD.replace("\x07", ""))
    assert document.core_properties.title == "Ma sélection"


def test_pdf_says_the_same_in_an_embedded_font() -> None:
    with pymupdf.open(stream=pdf_document("Ma sélection", "Une note", SHEETS)) as pdf:
        text = " ".join("".join(page.get_text() for page in pdf).split())
        fonts = {
            span["font"]
            for page in pdf
            for block in page.get_text("dict")["blocks"]
            for line in block["lines"]
            for span in line["spans"]
        }
        outline = [title for _, title, _ in pdf.get_toc()]
        links = [link["uri"] for page in pdf for link in page.get_links()]
        assert pdf.metadata["title"] == "Ma sélection"
    assert outline == [sheet.heading for sheet in SHEETS]
    assert "Œuvrer : l’« aller-vers » – 12 000 € ≥ 3 -> fin" in text
    assert "<b>&amp;" in text
    assert "contrat.pdf, p. 3 : « CPAM ; MSA »" in text
    assert text.count("Une étape.") >= 900
    assert all(font.startswith("BitstreamVeraSans") for font in fonts)
    assert "https://exemple.fr/contrat.pdf" in links


@pytest.mark.parametrize("text", ["", " ", "\n\n", "x" * 20_000, "a\nb", "\u200b", "𝔘nicode", "&lt;para&gt;"])
def test_any_text_can_be_printed(text: str) -> None:
    field = CitedField(text, (CitedValue(text, (1,)), CitedValue(text)))
    cited = CitedSheet("id", text, text, "/actions/id", (field,), ())
    assert pdf_document(text, text, [cited]).startswith(b"%PDF")
    assert word_document(text, text, [cited]).startswith(b"PK")


def test_excel_has_the_records_and_a_line_for_each_citation() -> None:
    book = openpyxl.load_workbook(io.BytesIO(excel_workbook(FOUND, SHEETS, PUBLISHED)))
    assert book.sheetnames == ["Actions", "Contrats", "Citations", "Dictionnaire"]
    assert [row[0].value for row in book["Contrats"].iter_rows(min_row=2)] == ["c-dreux"]
    lines = list(book["Citations"].iter_rows(min_row=2, values_only=True))
    of_fields = sum(len(v.citations) for s in SHEETS for f in s.fields for v in f.values)
    assert len(lines) == of_fields + sum(len(sheet.title_citations) for sheet in SHEETS)
    assert ("c-dreux-a1", "Un bus santé", "Dreux", "Partenaires", "contrat.pdf", 3, "CPAM ; MSA",
            "https://exemple.fr/contrat.pdf") in lines  # fmt: skip
