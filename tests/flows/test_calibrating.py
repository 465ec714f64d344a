"""`atlas-cls calibrate`: learn from golds, or measure what is shipped."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import main  # noqa: F401 - the commands join the app
from flows.cli.commands import app
from models.errors import ConfigurationError
from pipeline.confidence.model import Calibration
from tests.flows.conftest import TOWN_PAGE

TOWNS = (("Guéret", "23096"), ("Aubusson", "23008"), ("Bourganeuf", "23030"), ("La Souterraine", "23176"))


def corpus(folder: Path, wrong: bool) -> str:
    """The same page of four towns; the golds say another date for two of them, or not."""
    for name in ("docs", "gold"):
        (folder / name).mkdir(parents=True)
    for number, (town, code) in enumerate(TOWNS):
        (folder / "docs" / f"{number}.html").write_text(TOWN_PAGE.replace("Guéret", town), encoding="utf-8")
        gold = {
            "kind": "cls",
            "territory": {"name": town, "code": code},
            "signature_date": "2021-01-01" if wrong and number % 2 else "2023-03-03",
        }
        text = json.dumps({"document": f"{number}.html", "contracts": [gold]})
        (folder / "gold" / f"{number}.html.gold.json").write_text(text, encoding="utf-8")
    return f"towns={folder / 'docs'}:{folder / 'gold'}"


def calibrate(*arguments: object) -> str:
    done = CliRunner().invoke(app, ["calibrate", *map(str, arguments)])
    if isinstance(done.exception, ConfigurationError):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_calibration_is_learnt_and_tells_its_corpus(tmp_path: Path) -> None:
    pytest.importorskip("sklearn")
    out = tmp_path / "model.json"
    said = calibrate("--corpus", corpus(tmp_path, wrong=True), "--out", out)
    assert "12 valeurs, 2 fausses" in said
    learnt = Calibration.model_validate_json(out.read_text(encoding="utf-8"))
    assert learnt.corpora["towns"].documents == 4
    assert learnt.probability("signature_date", {}) < learnt.probability("territory", {})


def test_the_shipped_calibration_is_measured_without_learning(tmp_path: Path) -> None:
    said = calibrate("--corpus", corpus(tmp_path, wrong=True), "--measure")
    assert "Corpus towns : 12 valeurs, 2 fausses, erreur de calibrage" in " ".join(said.split())


def test_without_an_error_there_is_nothing_to_learn(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="rien à apprendre"):
        calibrate("--corpus", corpus(tmp_path, wrong=False))
