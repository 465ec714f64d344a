"""The sample documents are what their texts and their README say."""

import subprocess
import sys
from pathlib import Path

import pymupdf
import pytest

SAMPLES = Path(__file__).parent.parent / "samples"
DOCUMENTS = sorted((SAMPLES / "documents").iterdir())


@pytest.fixture(scope="module")
def composed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    subprocess.run([sys.executable, SAMPLES / "compose.py", folder], check=True, capture_output=True)
    return folder


def pages(path: Path) -> list[str]:
    with pymupdf.open(path) as document:
        return [page.get_text() for page in document]


def test_the_readme_tells_of_every_document() -> None:
    readme = (SAMPLES / "README.md").read_text()
    assert [path.name for path in DOCUMENTS if f"`{path.name}`" not in readme] == []
    assert len(DOCUMENTS) >= 8
    assert sum(path.stat().st_size for path in DOCUMENTS) < 3_000_000


def test_the_documents_are_those_that_the_script_composes(composed: Path) -> None:
    for path in composed.glob("*.pdf"):
        assert pages(path) == pages(SAMPLES / "documents" / path.name), path.name
    assert {path.name for path in composed.iterdir()} <= {path.name for path in DOCUMENTS}


def test_the_scan_has_pictures_and_no_text() -> None:
    (scan,) = [path for path in DOCUMENTS if "numerise" in path.name]
    assert "".join(pages(scan)) == ""
    with pymupdf.open(scan) as document:
        assert all(page.get_images() for page in document)
