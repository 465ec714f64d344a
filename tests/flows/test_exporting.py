"""`atlas-cls export`: every form that its help names, on a base in a folder."""

import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from flows.cli.commands import app
from models.errors import ConfigurationError, InputNotFoundError
from pipeline.store.sql import open_store
from tests.search_api.exports.test_package import REPORT
from tests.search_api.published import ACTIONS, CONTRACTS, DOCUMENTS

Export = Callable[..., Result]


@pytest.fixture
def export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Export:
    monkeypatch.setenv("ATLAS_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    store = open_store(f"sqlite:///{tmp_path}/data/atlas.db")
    for document in DOCUMENTS:
        store.put_document(document)
    store.publish(CONTRACTS[:1], (), (), at=datetime(2024, 1, 1, tzinfo=UTC))
    store.publish(CONTRACTS, ACTIONS, (), at=datetime(2024, 2, 1, tzinfo=UTC))
    store.close()
    return lambda *arguments: CliRunner().invoke(app, ["export", *arguments], catch_exceptions=True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["contrats.xlsx"], f"{len(CONTRACTS)} lignes"),
        (["normandie.csv", "--filter", "region=28", "--no-bom"], "4 lignes"),
        (["citations.parquet", "--what", "evidence", "--filter", "of=action"], f"{len(ACTIONS)} lignes"),
        (["territoires.geojson"], f"{len(CONTRACTS)} lignes"),
        (["actions.jsonld", "--what", "actions"], f"{len(ACTIONS)} lignes"),
        (["fiches.docx", "--what", "actions", "--filter", "contract_id=c-dreux"], "4 fiches"),
        (["plan.xlsx", "--what", "plan", "--filter", "contract_id=c-dreux"], "4 actions"),
        (["base.zip", "--what", "all"], "Toute la base"),
        (["base.xlsx", "--what", "all"], "Toute la base"),
        (["avant.csv", "--as-of", "2024-01-15"], "1 ligne "),
        (["delta.csv", "--what", "changes", "--since", "2024-01-15", "--until", "2024-02-15"], "lignes"),
    ],
)
def test_each_form_writes_its_file(export: Export, arguments: list[str], told: str) -> None:
    result = export(*arguments)
    assert (result.exit_code, result.exception) == (0, None)
    assert told in result.stderr
    assert Path(arguments[0]).stat().st_size > 100


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        (["x.csv", "--what", "contrats"], ConfigurationError, "Liste inconnue"),
        (["x.pdf"], ConfigurationError, "Format inconnu"),
        (["x.geojson", "--what", "axes"], ConfigurationError, "Format inconnu pour axes"),
        (["x.csv", "--what", "all"], ConfigurationError, ".zip, .xlsx"),
        (["x.csv", "--what", "changes"], ConfigurationError, "--since"),
        (["x.xlsx", "--what", "plan"], ConfigurationError, "contract_id"),
        (["x.xlsx", "--what", "plan", "--filter", "contract_id=rien"], InputNotFoundError, "« rien »"),
        (["x.csv", "--as-of", "2023-01-01"], InputNotFoundError, "Rien n'était encore publié"),
    ],
)
def test_what_is_wrong_is_told(export: Export, arguments: list[str], error: type, words: str) -> None:
    result = export(*arguments)
    assert isinstance(result.exception, error)
    assert words in str(result.exception)
    assert not Path(arguments[0]).exists()


def test_an_evaluation_is_published_with_the_data(export: Export, tmp_path: Path) -> None:
    report = tmp_path / "data" / "evaluation" / "report.json"
    report.parent.mkdir()
    report.write_text(REPORT.model_dump_json(), encoding="utf-8")
    assert export("base.zip", "--what", "all").exit_code == 0

    with zipfile.ZipFile("base.zip") as archive:
        names = [r["name"] for r in json.loads(archive.read("datapackage.json"))["resources"]]
    assert {"qualite", "evaluation"} <= set(names)
    report.write_text("{}", encoding="utf-8")
    assert isinstance(export("base.zip", "--what", "all").exception, ConfigurationError)
