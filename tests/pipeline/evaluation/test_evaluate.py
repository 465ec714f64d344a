"""What counts as right, wrong and missed."""

import json
from pathlib import Path

import pytest

from models.errors import ConfigurationError, InputNotFoundError
from pipeline.evaluation import ScoreTable, evaluate

Json = dict[str, object]

REDON: Json = {
    "kind": "cls",
    "territory": {"name": "Redon", "type": "commune", "code": "35236"},
    "departments": ["35"],
    "region": "53",
    "signature_date": "2019-06",
    "end_date": None,
}


def compare(tmp_path: Path, gold: list[Json], found: list[Json] | None) -> dict[str, tuple[int, int, int]]:
    report = run(tmp_path, gold, found)
    return {score.field: (score.tp, score.fp, score.fn) for score in report.fields}


def run(tmp_path: Path, gold: list[Json], found: list[Json] | None) -> ScoreTable:
    folder, predictions = tmp_path / "gold", tmp_path / "pred.jsonl"
    folder.mkdir()
    text = json.dumps({"document": "redon.pdf", "contracts": gold})
    (folder / "redon.pdf.gold.json").write_text(text, encoding="utf-8")
    line = "" if found is None else json.dumps({"document": "redon.pdf", "contracts": found})
    predictions.write_text(line + "\n", encoding="utf-8")
    return evaluate(folder, predictions)


def test_all_right(tmp_path: Path) -> None:
    report = run(tmp_path, [REDON], [REDON])
    assert (report.documents, report.macro_f1) == (1, 1.0)
    assert {score.field: score.support for score in report.fields}["territory.code"] == 1


def test_a_document_without_prediction_is_missed_field_by_field(tmp_path: Path) -> None:
    counts = compare(tmp_path, [REDON], None)
    assert counts["contract"] == counts["signature_date"] == counts["departments"] == (0, 0, 1)
    assert "end_date" not in counts


def test_a_wrong_value_is_wrong_and_missed_and_an_invented_one_wrong(tmp_path: Path) -> None:
    counts = compare(tmp_path, [REDON], [{**REDON, "region": "52", "end_date": "2024"}])
    assert (counts["region"], counts["end_date"]) == ((0, 1, 1), (0, 1, 0))


@pytest.mark.parametrize(("found", "right"), [("2019-06-12", 1), ("2019-06", 1), ("2019", 0), ("2019-07", 0)])
def test_a_date_may_be_more_precise(tmp_path: Path, found: str, right: int) -> None:
    assert compare(tmp_path, [REDON], [{**REDON, "signature_date": found}])["signature_date"][0] == right


def test_contracts_pair_by_territory(tmp_path: Path) -> None:
    named = {**REDON, "territory": {"name": "Ville de REDON", "type": "epci"}}
    other = {**REDON, "territory": {"name": "Vitré", "type": "commune"}}
    counts = compare(tmp_path, [REDON], [other, named])
    assert counts["contract"] == (1, 1, 0)
    assert (counts["territory.type"], counts["territory.code"]) == ((0, 1, 1), (0, 0, 1))


def test_signatories_pair_by_kind_and_name(tmp_path: Path) -> None:
    gold = {**REDON, "signatories": [
        {"name": "Agence régionale de santé Bretagne", "kind": "ars", "representative": {"name": "Anne Le Goff"}},
        {"name": "Commune de Redon", "kind": "commune"},
    ]}  # fmt: skip
    found = {**REDON, "signatories": [
        {"name": "ARS", "kind": "ars", "representative": {"name": "Mme Anne LE GOFF"}},
        {"name": "Redon Agglomération", "kind": "epci"},
    ]}  # fmt: skip
    counts = compare(tmp_path, [gold], [found])
    assert (counts["signatory"], counts["representative"]) == ((1, 1, 1), (1, 0, 0))


def test_titles_pair_whatever_their_numbers(tmp_path: Path) -> None:
    gold = {**REDON, "axes": [{"title": "L’accès aux soins", "objectives": ["Attirer des médecins"]}]}
    found = {
        **REDON,
        "axes": [{"title": "Axe 1 : l'acces aux soins", "objectives": ["1.1 Attirer des médecins"]}],
    }
    counts = compare(tmp_path, [gold], [found])
    assert (counts["axis"], counts["axis.objective"]) == ((1, 0, 0), (1, 0, 0))


def test_the_fields_of_actions(tmp_path: Path) -> None:
    sheet = {
        "title": "Bus santé",
        "number": "1.1",
        "context": "Peu de médecins dans le canton",
        "budget": None,
    }
    gold = {**REDON, "actions": [
        {**sheet, "partners": ["CPAM", "MSA"]},
        {"title": "Une action facultative", "optional": True, "number": "9"},
    ]}  # fmt: skip
    read = {**sheet, "number": "1.2", "context": "Peu de médecins dans canton", "partners": ["msa", "Mairie"]}
    counts = compare(tmp_path, [gold], [{**REDON, "actions": [{**read, "budget": "2 000 €"}]}])
    assert counts["action"] == (1, 0, 0)
    assert (counts["action.number"], counts["action.context"]) == ((0, 1, 1), (1, 0, 0))
    assert (counts["action.partners"], counts["action.budget"]) == ((1, 1, 1), (0, 1, 0))


def test_what_is_not_there_or_not_json_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputNotFoundError, match="Aucune annotation"):
        evaluate(tmp_path, tmp_path / "pred.jsonl")
    run(tmp_path, [REDON], [REDON])
    (tmp_path / "pred.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="ligne 1 n'a pas de clé"):
        evaluate(tmp_path / "gold", tmp_path / "pred.jsonl")
    (tmp_path / "pred.jsonl").write_text("\nCLS\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="ligne 2 n'est pas du JSON"):
        evaluate(tmp_path / "gold", tmp_path / "pred.jsonl")
