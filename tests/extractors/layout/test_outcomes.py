"""Every file ends in exactly one typed outcome, whatever its extension says."""

from pathlib import Path

import pymupdf
import pytest

from extractors.layout import ReadOptions, read_layout
from extractors.layout.sniff import HTML, OTHER, sniff
from models.layout import Outcome


def pdf(path: Path, **save: object) -> Path:
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 72), "Contrat local de santé de Guéret")
        document.save(path, **save)
    return path


def outcome(path: Path, **options: object) -> Outcome:
    return read_layout(path, options=ReadOptions(**options)).outcome  # type: ignore[arg-type]


def test_a_good_file_is_parsed_under_a_wrong_extension(tmp_path: Path) -> None:
    assert outcome(pdf(tmp_path / "contrat.txt")) is Outcome.PARSED


def test_an_encrypted_file(tmp_path: Path) -> None:
    path = pdf(tmp_path / "secret.pdf", encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="x", owner_pw="y")
    assert outcome(path) is Outcome.ENCRYPTED


def test_a_truncated_file_never_raises(tmp_path: Path) -> None:
    whole = pdf(tmp_path / "whole.pdf").read_bytes()
    for share in (0.1, 0.3, 0.6, 0.9):
        path = tmp_path / "cut.pdf"
        path.write_bytes(whole[: int(len(whole) * share)])
        assert outcome(path) in {Outcome.DAMAGED, Outcome.PARTIAL, Outcome.PARSED, Outcome.EMPTY}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", Outcome.EMPTY),
        (b"%PDF-1.4\n%%EOF", Outcome.DAMAGED),
        (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
         b"trailer<</Root 1 0 R>>\n%%EOF", Outcome.DAMAGED),
        (bytes(range(256)) * 8, Outcome.NOT_A_DOCUMENT),
        (b"PK\x03\x04 nothing", Outcome.NOT_A_DOCUMENT),
        (b"   \n\n ", Outcome.EMPTY),
        (b"<html><body><script>x()</script></body></html>", Outcome.EMPTY),
    ],
)  # fmt: skip
def test_bad_content(tmp_path: Path, content: bytes, expected: Outcome) -> None:
    path = tmp_path / "document.pdf"
    path.write_bytes(content)
    result = read_layout(path)
    assert result.outcome is expected
    assert result.message


def test_too_big(tmp_path: Path) -> None:
    assert outcome(pdf(tmp_path / "a.pdf"), max_bytes=10) is Outcome.TOO_BIG


def test_a_poster_of_ten_thousand_points(tmp_path: Path) -> None:
    with pymupdf.open() as document:
        document.new_page(width=10_000, height=10_000).insert_text(
            (72, 72), "Contrat local de santé", fontsize=90
        )
        document.save(tmp_path / "poster.pdf")
    assert outcome(tmp_path / "poster.pdf") is Outcome.PARSED


def test_a_web_page_in_latin_1_without_a_declaration(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(
        "<html><body><p>Le contrat local de santé a été signé à Guéret.</p></body></html>".encode("latin-1")
    )
    layout = read_layout(path).layout
    assert layout is not None
    assert [block.text for block in layout.blocks()] == ["Le contrat local de santé a été signé à Guéret."]


def test_packed_bytes_that_hold_a_tag_by_chance_are_no_page(tmp_path: Path) -> None:
    path = tmp_path / "packed.pdf"
    path.write_bytes(b"\x1f\x8b\x08\x00" + bytes(range(256)) * 4 + b"<p \x00" + bytes(range(256)))
    assert sniff(path) == OTHER
    path.write_bytes(
        b"<html><body><p>Contrat local de sant\xe9" + b" de Dax" * 20 + b"\x02</p></body></html>"
    )
    assert sniff(path) == HTML
