"""A local folder is a source."""

from pathlib import Path

from models.records import Issue
from pipeline.collect import Originals, collect_folder


def collected(folder: Path, tmp_path: Path) -> tuple[list[str], list[Issue], Originals]:
    issues: list[Issue] = []
    originals = Originals(tmp_path / "originals")
    return [d.uri for d in collect_folder(folder, originals, issues.append)], issues, originals


def test_every_visible_file_once_in_order(tmp_path: Path) -> None:
    folder = tmp_path / "mes documents"
    (folder / "sous dossier").mkdir(parents=True)
    (folder / "sous dossier" / "b.html").write_text("b")
    (folder / "a.pdf").write_bytes(b"a")
    (folder / ".caché").write_text("x")
    (tmp_path / "dehors.txt").write_text("dehors")
    (folder / "lien.txt").symlink_to(tmp_path / "dehors.txt")
    uris, issues, _ = collected(folder, tmp_path)
    assert uris == ["file:a.pdf", "file:sous dossier/b.html"]
    assert not issues


def test_originals_are_kept_by_content(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "a.txt").write_text("même texte")
    (folder / "b.txt").write_text("même texte")
    _, _, originals = collected(folder, tmp_path)
    kept = [path for path in (tmp_path / "originals").rglob("*") if path.is_file()]
    assert len(kept) == 1
    assert kept[0] == originals.path(kept[0].name)
    assert kept[0].read_text() == "même texte"
