"""When one reader gives up the next one tries; each gives the words with their places."""

from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from extractors.layout.options import ReadOptions, RungError
from extractors.layout.pdf.fallbacks import pdfium, plumber
from extractors.layout.pdf.mupdf import read as mupdf
from models.layout import LayoutResult, Outcome
from tests.extractors.writing import texts

Rung = Callable[[Path, ReadOptions], LayoutResult]


@pytest.fixture(scope="module")
def contract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ladder") / "contract.pdf"
    with pymupdf.open() as document:
        for text in ("Contrat local de santé de Guéret", "Fait à Guéret, le 3 mars 2020"):
            document.new_page().insert_text((72, 120), text)
        document.save(path)
    return path


@pytest.mark.parametrize(
    ("rung", "outcome"), [(mupdf, Outcome.PARSED), (pdfium, Outcome.PARTIAL), (plumber, Outcome.PARTIAL)]
)
def test_every_rung_reads_the_same_words(contract: Path, rung: Rung, outcome: Outcome) -> None:
    result = rung(contract, ReadOptions())
    assert result.outcome is outcome
    assert result.layout is not None
    assert texts(result.layout) == ["Contrat local de santé de Guéret", "Fait à Guéret, le 3 mars 2020"]
    for block in result.layout.blocks():
        assert block.bbox is not None
        assert block.bbox[0] == pytest.approx(72, abs=2)
        assert block.bbox[3] == pytest.approx(122, abs=6)


@pytest.mark.parametrize("rung", [mupdf, pdfium, plumber])
def test_every_rung_gives_up_in_the_same_way(tmp_path: Path, rung: Rung) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n%%EOF")
    with pytest.raises(RungError):
        rung(path, ReadOptions())


def test_pages_beyond_the_limit_are_told(contract: Path) -> None:
    result = mupdf(contract, ReadOptions(max_pages=1))
    assert (result.outcome, result.unread_pages) == (Outcome.PARTIAL, (2,))
    assert result.message is not None
