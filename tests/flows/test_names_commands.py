"""The commands about names as a person types them."""

import json
from pathlib import Path

import pytest

from tests.flows.test_command_line import atlas


def test_names_gives_each_name_with_its_quote(
    folder: Path, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_RECOGNISER", "rules")
    out = tmp_path / "noms.jsonl"
    done = atlas("names", folder, "--out", out)
    assert done.returncode == 3, done.stderr  # two of the four files cannot be read
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    found = {(line["document"], line["label"], line["text"]) for line in lines}
    assert ("gueret.html", "ORG", "Préfecture de la Creuse") in found
    assert ("region.html", "ORG", "ARS Bretagne") in found
    assert all(line["evidence"]["quote"] == line["text"] for line in lines)


def test_a_model_is_trained_measured_and_used(
    folder: Path, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = tmp_path / "modèle"
    trained = atlas("train-ner", model, "--base", "blank", "--sentences", 40, "--epochs", 1)
    assert trained.returncode == 0, trained.stderr
    assert (model / "README.md").exists() and "templates" in trained.stdout

    report = atlas(
        "evaluate-ner", "--recogniser", "rules", "--recogniser", "model", "--model", model, "--json"
    )
    scores = json.loads(report.stdout)
    assert set(scores) == {"rules", "trained"}
    assert scores["rules"]["prose"]["sentences"] >= 150

    monkeypatch.setenv("ATLAS_RECOGNISER", "model")
    monkeypatch.setenv("ATLAS_NER_MODEL", str(model))
    assert atlas("names", folder / "gueret.html", "--out", tmp_path / "n.jsonl").returncode == 0


def test_the_first_mistakes_are_shown(data: Path) -> None:
    done = atlas("evaluate-ner", "--recogniser", "rules", "--errors", 3)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("manqué") + done.stdout.count("en trop") >= 3


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["names", "absent.pdf", "--out", "x.jsonl"], 4, "n'existe pas"),
        (["evaluate-ner", "--recogniser", "model"], 2, "ATLAS_NER_MODEL"),
        (["evaluate-ner", "--model", "absent"], 2, "train-ner"),
        (["train-ner", "m", "--corpus", "absent"], 4, "docs/ et gold/"),
        (["train-ner", "m", "--backend", "transformers"], 2, "--base"),
        (["train-ner", ".", "--base", "blank"], 2, "n'est pas vide"),
    ],
)
def test_each_cause_has_its_exit_code(data: Path, arguments: list[str], code: int, words: str) -> None:
    done = atlas(*arguments)
    assert (done.returncode, words in done.stderr.replace("\n", " ")) == (code, True), done.stderr
