"""The command line as a person types it: what is written, and the exit code of each cause."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


def atlas(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "flows.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


def test_extract_writes_one_line_a_document_and_says_some_failed(
    folder: Path, data: Path, tmp_path: Path
) -> None:
    out = tmp_path / "résultats" / "out.jsonl"
    done = atlas("extract", folder, "--out", out)
    assert done.returncode == 3, done.stderr
    lines = {line["document"]: line for line in map(json.loads, out.read_text(encoding="utf-8").splitlines())}
    assert set(lines) == {"region.html", "gueret.html", "vide.pdf", "image.pdf"}
    assert lines["vide.pdf"]["error"]["type"] == "empty"
    assert lines["gueret.html"]["contracts"][0]["signature_date"] == "2023-03-03"
    assert not data.exists(), "extract does not touch the base"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["extract", "absent.pdf", "--out", "x.jsonl"], 4, "n'existe pas"),
        (["search"], 2, "Donnez un texte"),
        (["run", "--source", "inconnue"], 2, "Source inconnue"),
        (["run", "--docs", "absent"], 4, "n'existe pas"),
        (["evaluate", "absent", "absent"], 4, "n'existe pas"),
    ],
)
def test_each_cause_has_its_exit_code(data: Path, arguments: list[str], code: int, words: str) -> None:
    done = atlas(*arguments)
    assert (done.returncode, words in done.stderr) == (code, True), done.stderr


def test_a_run_killed_and_run_again_gives_the_same_inventory(
    folder: Path, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = atlas("run", "--docs", folder)
    assert whole.returncode == 3, whole.stderr
    expected = atlas("inventory", "--json").stdout
    assert len(expected.splitlines()) == 2

    monkeypatch.setenv("ATLAS_DATA_DIR", str(tmp_path / "tuée"))
    command = [sys.executable, "-m", "flows.cli", "run", "--docs", str(folder)]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as run:
        originals = tmp_path / "tuée" / "originals"
        deadline = time.monotonic() + 120
        while not any(originals.rglob("*")) and time.monotonic() < deadline:
            time.sleep(0.05)
        os.killpg(run.pid, signal.SIGKILL)
    assert atlas("run", "--docs", folder).returncode == 3
    assert atlas("inventory", "--json").stdout == expected


def test_search_batch_answers_every_query(folder: Path, data: Path, tmp_path: Path) -> None:
    atlas("run", "--docs", folder)
    queries, results = tmp_path / "q.json", tmp_path / "r.jsonl"
    asked = [
        {"id": "a", "query": "bus santé", "lang": "fr"},
        {"id": "b", "query": "zzzz", "lang": "fr", "x": 1},
    ]
    queries.write_text(json.dumps({"queries": asked}), encoding="utf-8")
    assert atlas("search", "--batch", queries, "--out", results).returncode == 0
    answers = {
        line["id"]: line["results"] for line in map(json.loads, results.read_text("utf-8").splitlines())
    }
    assert answers["a"][0]["document"] == "gueret.html"
    assert answers["a"][0]["title"] == "Un bus santé dans les villages"
    assert answers["b"] == []


def test_the_vocabularies_are_written_as_skos(tmp_path: Path) -> None:
    out = tmp_path / "vocabulaires" / "themes.jsonld"
    done = atlas("vocabulary", "--out", out)
    assert done.returncode == 0, done.stderr
    graph = json.loads(out.read_text(encoding="utf-8"))["@graph"]
    assert any(node["@id"] == "urn:atlas-cls:population:personnes-agees" for node in graph)


def test_themes_are_compared_with_a_person(tmp_path: Path) -> None:
    coded = tmp_path / "coded.yaml"
    coded.write_text(
        "actions: [{document: d, title: Mois sans tabac, codes: {theme: [tabac]}}]", encoding="utf-8"
    )
    report = json.loads(atlas("evaluate-themes", coded, "--json").stdout)
    assert (report["actions"], report["schemes"][0]["precision"]) == (1, 1.0)
    table = atlas("evaluate-themes", coded).stdout
    assert "Tabac" in table and "Kappa" in table
    assert atlas("evaluate-themes", tmp_path / "absent.yaml").returncode == 4
