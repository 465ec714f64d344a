"""One file in, one result out, whatever the file; and each quoted proof stands where the result says."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pymupdf
import pytest

import pipeline.extraction
from models.evidence import Evidence, EvidenceStatus
from models.layout import Block, LayoutResult, Outcome
from models.records import ContractKind, DocumentResult, Modality, Severity
from models.text import fold
from pipeline.extraction import process_file

DOCUMENTS = Path(__file__).parents[2] / "samples" / "documents"
SCANS = frozenset({"cls_fontenay-vendee_2019_numerise.pdf"})
NAMES = [
    pytest.param(path.name, marks=pytest.mark.ocr if path.name in SCANS else ())
    for path in sorted(DOCUMENTS.iterdir())
]


@cache
def processed(name: str) -> tuple[LayoutResult, DocumentResult]:
    path = DOCUMENTS / name
    return process_file(path, name=name, sha256=hashlib.sha256(path.read_bytes()).hexdigest())


def result_of(path: Path) -> DocumentResult:
    return process_file(path, name=path.name, sha256="0" * 64)[1]


def proofs(result: DocumentResult) -> Iterator[tuple[str, Evidence]]:
    """Every proof of the document with the field that it proves."""
    for contract in result.contracts:
        for name, found in contract.evidence.items():
            yield from ((name, proof) for proof in found)
        for action in contract.actions:
            for name, found in action.evidence.items():
                yield from ((f"{action.title} / {name}", proof) for proof in found)


def words_of(block: Block) -> str:
    if block.table is None:
        return fold(f"{block.marker or ''} {block.text}")
    return " ".join(fold(cell.text) for cell in block.table.cells)


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_stands_on_the_page_that_it_names(name: str) -> None:
    read, result = processed(name)
    assert read.layout is not None
    pages = {page.number: " ".join(map(words_of, page.blocks)) for page in read.layout.pages}
    sizes = {page.number: (page.width, page.height) for page in read.layout.pages}
    for field, proof in proofs(result):
        assert fold(proof.quote) in pages[proof.page], (field, proof.quote)
        if proof.page is not None:
            assert proof.bbox is not None, field
            x0, y0, x1, y1 = proof.bbox
            assert 0 <= x0 < x1 <= sizes[proof.page][0] + 1, field
            assert 0 <= y0 < y1 <= sizes[proof.page][1] + 1, field


@pytest.mark.parametrize("name", NAMES)
def test_every_value_has_a_proof_or_is_said_to_be_missing(name: str) -> None:
    for contract in processed(name)[1].contracts:
        for field in ("signature_date", "start_date", "end_date", "duration_months", "signatories"):
            said = getattr(contract, field) not in (None, ())
            assert said == bool(contract.evidence.get(field)), field
            assert said != (field in contract.missing), field
        assert all(action.evidence["title"] for action in contract.actions)
        assert len(contract.evidence.get("axes", ())) == len(contract.axes)
        assert len(contract.evidence.get("signatories", ())) == len(contract.signatories)


@pytest.mark.parametrize(
    "name", ["cls_fontenay-vendee_2024-2028.pdf", "saint-benoit_contrat-local-de-sante.html"]
)
def test_a_date_of_a_day_is_printed_in_its_proof(name: str) -> None:
    (contract,) = processed(name)[1].contracts
    for proof in contract.evidence["signature_date"]:
        assert proof.status is EvidenceStatus.READ
        assert contract.signature_date is not None
        assert contract.signature_date[:4] in proof.quote


def test_a_contract_in_force() -> None:
    (contract,) = processed("cls_fontenay-vendee_2024-2028.pdf")[1].contracts
    assert (contract.kind, contract.modality) == (ContractKind.CLS, Modality.SIGNED)
    assert (contract.signature_date, contract.generation) == ("2024-05-14", 2)
    assert contract.actions
    assert all(action.pilot for action in contract.actions)


@pytest.mark.ocr
def test_a_scan_gives_the_same_kind_of_record() -> None:
    read, result = processed("cls_fontenay-vendee_2019_numerise.pdf")
    assert read.layout is not None
    assert all(page.ocr for page in read.layout.pages)
    (contract,) = result.contracts
    assert contract.kind is ContractKind.CLS
    assert contract.signature_date is not None
    assert contract.signature_date.startswith("2019")
    assert contract.territory.code is not None


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("comprendre_le_contrat_local_de_sante.html", 0),
        ("contrat_de_ville_allonnes.pdf", 0),
        ("avenant-1_cls_fontenay-vendee.pdf", 1),
        ("cls_brianconnais_2019-2023.docx", 1),
    ],
)
def test_how_many_contracts_a_document_speaks_of(name: str, count: int) -> None:
    result = processed(name)[1]
    assert len(result.contracts) == count
    assert bool(result.no_contract_reason) == (count == 0)


def test_a_regional_page_dates_each_contract_that_was_signed() -> None:
    contracts = processed("ars_pays-de-la-loire_contrats-locaux-de-sante.html")[1].contracts
    signed = {(c.territory.name, c.signature_date) for c in contracts if c.modality is Modality.SIGNED}
    assert signed == {
        ("Pays de Fontenay-Vendée", "2024-05-17"),
        ("Maine Saosnois", "2021-12-09"),
        ("Pays de Château-Gontier", "2018-04-26"),
    }


@pytest.mark.parametrize(
    ("content", "outcome"),
    [
        (b"", Outcome.EMPTY),
        (b"%PDF-1.4\n%%EOF", Outcome.DAMAGED),
        (b"\x00\x01\x02" * 99, Outcome.NOT_A_DOCUMENT),
    ],
)
def test_a_file_that_cannot_be_read_is_a_result_with_an_error(
    tmp_path: Path, content: bytes, outcome: Outcome
) -> None:
    path = tmp_path / "contrat.pdf"
    path.write_bytes(content)
    result = result_of(path)
    assert result.outcome is outcome
    assert result.error is not None
    assert result.error.type == outcome.value
    assert result.contracts == ()


def test_a_size_limit(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Contrat local de santé")
    _, result = process_file(path, name=path.name, sha256="0" * 64, max_bytes=4)
    assert result.outcome is Outcome.TOO_BIG


def test_a_poster_of_ten_thousand_points_is_a_result(tmp_path: Path) -> None:
    with pymupdf.open() as document:
        page = document.new_page(width=10_000, height=10_000)
        page.insert_text((500, 900), "Contrat local de santé de Guéret", fontsize=200)
        document.save(tmp_path / "poster.pdf")
    result = result_of(tmp_path / "poster.pdf")
    assert (result.outcome, result.page_count, result.error) == (Outcome.PARSED, 1, None)


def test_a_failure_of_the_extraction_is_told_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("valeur inattendue")

    monkeypatch.setattr(pipeline.extraction, "extract_layout", fail)
    path = tmp_path / "note.txt"
    path.write_text("Contrat local de santé de Guéret")
    (issue,) = result_of(path).issues
    assert (issue.code, issue.severity, issue.document) == ("extraction.failed", Severity.ERROR, "note.txt")
    assert "valeur inattendue" in issue.message
