"""`atlas-cls evaluate`: from documents to a report, and floors that fail the command."""

import json
from pathlib import Path

import pymupdf
import pytest
from typer.testing import CliRunner

from flows.cli import quality
from flows.cli.commands import app
from flows.evaluating import write_report
from models.errors import AtlasError, FloorBroken
from pipeline.evaluation import make_report, ratchet
from pipeline.evaluation.corpora import Corpus
from pipeline.evaluation.evaluate import judge
from tests.flows.conftest import TOWN_PAGE

GUERET = {
    "kind": "cls",
    "territory": {"name": "Guéret", "type": "commune", "code": "23096"},
    "signature_date": "2023-03-03",
    "duration_months": 36,
    "axes": [{"title": "Accès aux soins"}, {"title": "Bien vieillir"}],
}


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """One town page and its gold; the floors are a file of the test's own."""
    made = Corpus(name="guéret", docs=tmp_path / "docs", gold=tmp_path / "gold")
    made.docs.mkdir()
    made.gold.mkdir()
    (made.docs / "gueret.html").write_text(TOWN_PAGE, encoding="utf-8")
    _gold(made, GUERET)
    floors = tmp_path / "floors.yaml"
    floors.write_text("", encoding="utf-8")
    monkeypatch.setattr(quality, "FLOORS", floors)
    return made


def _gold(corpus: Corpus, contract: dict[str, object]) -> None:
    text = json.dumps({"document": "gueret.html", "contracts": [contract]})
    (corpus.gold / "gueret.html.gold.json").write_text(text, encoding="utf-8")


def evaluate(*arguments: object) -> str:
    done = CliRunner().invoke(app, ["evaluate", *map(str, arguments)], catch_exceptions=True)
    if isinstance(done.exception, AtlasError):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.stdout


def test_documents_are_extracted_and_judged(corpus: Corpus, tmp_path: Path) -> None:
    said = evaluate("--docs", corpus.docs, "--gold", corpus.gold, "--json", "--out", tmp_path / "rapport")
    [whole, *_] = json.loads(said)["groups"]
    scores = {field["field"]: field["f1"] for field in whole["scores"]["fields"]}
    assert scores["signature_date"] == scores["axis"] == scores["territory.code"] == 1.0
    assert whole["quotes"]["precision"] == 1.0
    page = (tmp_path / "rapport" / "report.html").read_text(encoding="utf-8")
    assert "Date de signature" in page
    assert "http" not in page, "the report needs no server"


def test_floors_are_raised_then_kept_then_broken_by_a_worse_extraction(corpus: Corpus) -> None:
    given = ("--corpus", f"gueret={corpus.docs}:{corpus.gold}")
    evaluate(*given, "--raise-floors")
    evaluate(*given, "--ratchet")
    floors = ratchet.load_floors(quality.FLOORS)
    assert floors["gueret"].floors["signature_date"] == 1.0

    _gold(corpus, {**GUERET, "signature_date": "2023-04-03"})
    with pytest.raises(FloorBroken, match="le corpus a changé") as broken:
        evaluate(*given, "--ratchet")
    assert broken.value.exit_code == 8
    with pytest.raises(FloorBroken, match="signature_date sous le plancher"):
        evaluate(*given, "--raise-floors")
    assert ratchet.load_floors(quality.FLOORS) == floors


def test_a_corpus_of_the_setting_joins_those_of_the_repository(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_CORPORA", f"mine={corpus.docs}:{corpus.gold}:real; ")
    whole = json.loads(evaluate("--json"))["groups"][0]
    assert whole["scores"]["documents"] == 1


@pytest.mark.parametrize("arguments", [["gold-only"], ["--docs", "docs-only"], []])
def test_half_a_question_is_refused(corpus: Corpus, arguments: list[str]) -> None:
    with pytest.raises(AtlasError, match="--corpus") as refused:
        evaluate(*arguments)
    assert refused.value.exit_code == 2


def test_the_report_draws_the_page_of_an_error_with_its_evidence(tmp_path: Path) -> None:
    corpus = Corpus(name="a", docs=tmp_path / "docs", gold=tmp_path)
    corpus.docs.mkdir()
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 72), "Signé le 3 mai 2019")
        document.save(corpus.docs / "redon.pdf")
    proof = {"page": 1, "bbox": [70, 60, 200, 76], "quote": "Signé le 3 mai 2019"}
    wanted = {"kind": "cls", "territory": {"name": "Redon"}, "signature_date": "2018"}
    found = {**wanted, "signature_date": "2019-05-03", "evidence": {"signature_date": [proof]}}
    judged = judge(
        {"document": "redon.pdf", "contracts": [wanted]},
        {"document": "redon.pdf", "contracts": [found]},
        corpus="a",
    )
    page = write_report(make_report([judged]), [corpus], tmp_path / "rapport", title="Qualité")
    [picture] = (tmp_path / "rapport" / "pages").iterdir()
    assert f'href="pages/{picture.name}"' in page.read_text(encoding="utf-8")
    drawn = pymupdf.Pixmap(picture)
    assert drawn.pixel(int(190 * 1.3), int(62 * 1.3)) != (255, 255, 255), "the evidence is marked"
    told = json.loads((tmp_path / "rapport" / "report.json").read_text(encoding="utf-8"))
    assert told["examples"]["signature_date"][0]["picture"] == f"pages/{picture.name}"
