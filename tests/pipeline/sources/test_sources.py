"""Declared sources: one file each, all errors told at once."""

from pathlib import Path

import pytest

from models.vocabularies.gazetteer import load_gazetteer
from pipeline.sources import Source, SourceFileErrors, load_sources

DOCS = Path(__file__).parents[3] / "docs" / "sources.md"


def test_the_eighteen_regional_health_agencies_are_declared() -> None:
    sources = [source for source in load_sources() if source.kind == "ars"]
    regions = {source.region for source in sources}
    assert len(regions) == 18
    assert all(load_gazetteer().region(region or "") for region in regions)


def test_all_errors_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("id: A A\npublisher: X\nlicence: L\npages: [ftp://a.fr]")
    (tmp_path / "b.yaml").write_text("id: [")
    (tmp_path / "c.yaml").write_text("id: c\npublisher: X\nlicence: L")
    with pytest.raises(SourceFileErrors) as told:
        load_sources(tmp_path)
    message = str(told.value)
    assert message.count("a.yaml") == 2
    assert "n'est pas une adresse" in message
    assert "b.yaml : fichier illisible" in message
    assert "c.yaml : Value error, donnez au moins une adresse" in message


def test_an_identifier_stands_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text("id: x\npublisher: X\nlicence: L\npages: [https://a.fr]")
    with pytest.raises(SourceFileErrors, match="déclaré plusieurs fois"):
        load_sources(tmp_path)


@pytest.mark.parametrize("name", Source.model_fields)
def test_every_key_is_documented(name: str) -> None:
    assert f"| `{name}` |" in DOCS.read_text(encoding="utf-8")
