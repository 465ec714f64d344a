import json
import tarfile
from pathlib import Path

import pytest

from models.vocabularies import build
from models.vocabularies.keys import name_key
from models.vocabularies.tables import load_tables

TOWN = {"code": "01001", "nom": "Bourg", "type": "commune-actuelle", "departement": "01", "population": 12}
OLD = {
    "code": "01002",
    "nom": "Vieux-Bourg",
    "type": "commune-actuelle",
    "departement": "01",
    "population": 3,
}


def package(folder: Path, communes: list[object], epci_name: str) -> None:
    data = folder / "data"
    data.mkdir(parents=True)
    epci = {
        "code": "200",
        "nom": epci_name,
        "type": "CC",
        "populationMunicipale": 12,
        "membres": [{"code": "01001"}],
    }
    lists = {
        "communes": communes,
        "epci": [epci],
        "departements": [
            {"nom": "Ain", "code": "01", "region": "84"},
            {"nom": "X", "code": "975", "region": "975"},
        ],
        "regions": [{"nom": "A", "code": "84", "zone": "metro"}, {"nom": "X", "code": "975", "zone": "com"}],
    }
    for name, rows in lists.items():
        (data / f"{name}.json").write_text(json.dumps(rows))


def test_history_is_read_from_older_versions_and_bytes_do_not_change(tmp_path: Path) -> None:
    package(tmp_path / "5.3.0", [TOWN, OLD], "CC du Vieux")
    package(tmp_path / "6.0.0", [TOWN], "CC du Neuf")
    build.build(tmp_path, tmp_path / "a", ("5.3.0", "6.0.0"))
    build.build(tmp_path, tmp_path / "b", ("6.0.0", "5.3.0"))
    names = ("communes.json.gz", "groupings.json.gz", "divisions.json.gz")
    assert all((tmp_path / "a" / n).read_bytes() == (tmp_path / "b" / n).read_bytes() for n in names)
    packages = [build.Package(tmp_path, "5.3.0"), build.Package(tmp_path, "6.0.0")]
    assert [(r[0], r[5], r[6]) for r in build.commune_rows(packages)] == [
        ("Bourg", "commune", 2026),
        ("Vieux-Bourg", "ancienne commune", 2025),
    ]
    assert [(r[0], r[3], r[5]) for r in build.grouping_rows(packages)] == [
        ("CC du Neuf", 2026, False),
        ("CC du Vieux", 2025, True),
    ]
    assert build.division_rows(packages[1])["departments"][1] == ["X", "975", None]


def test_an_archive_is_read_like_a_folder(tmp_path: Path) -> None:
    package(tmp_path / "folder", [TOWN], "CC")
    with tarfile.open(tmp_path / "etalab-decoupage-administratif-6.0.0.tgz", "w:gz") as archive:
        archive.add(tmp_path / "folder", "package")
    assert build.Package(tmp_path, "6.0.0").read("communes") == [TOWN]
    assert build.Package(tmp_path, "6.0.0").read("ept") == []


def test_a_missing_version_says_what_to_type(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["--packages", str(tmp_path)]) == 4
    assert "npm pack @etalab/decoupage-administratif@" in capsys.readouterr().err


def test_shipped_keys_are_those_of_the_code() -> None:
    """The data files hold folded keys: when the folding changes they must be built again."""
    assert [row[0] for row in load_tables().communes if name_key(row[0]) != row[8]] == []
