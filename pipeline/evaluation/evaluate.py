"""In: a folder of gold files and a file of predictions. Out: precision, recall and F1 per field."""

import json
from pathlib import Path

import yaml

from models.base import Record
from models.errors import ConfigurationError, InputNotFoundError
from pipeline.evaluation.compare import compare_document
from pipeline.evaluation.further import compare_further, further_of
from pipeline.evaluation.similarity import Node
from pipeline.evaluation.tally import FieldScore, Tally


class EvaluationReport(Record):
    """`macro_f1` is the mean over the fields; `documents` counts the gold files."""

    fields: tuple[FieldScore, ...]
    documents: int
    macro_f1: float


def evaluate(gold: Path, predictions: Path) -> EvaluationReport:
    """Every `*.gold.json` below `gold`; a document without a prediction counts as missed."""
    files = sorted(gold.rglob("*.gold.json"))
    if not files:
        raise InputNotFoundError(
            f"Aucune annotation « *.gold.json » sous « {gold} ». Donnez le dossier des annotations."
        )
    found = _predictions(predictions)
    tally = Tally()
    for file in files:
        record = _node(file.read_text(encoding="utf-8"), str(file))
        compare_document(record, found.get(Path(record["document"]).name), tally)
    return _report(tally, len(files))


def evaluate_further(gold: Path, predictions: Path, half: str | None = None) -> EvaluationReport:
    """Governance, assessment and plans against one YAML file; `half` keeps the documents marked so."""
    golds = yaml.safe_load(gold.read_text(encoding="utf-8"))
    if not isinstance(golds, dict):
        raise ConfigurationError(f"{gold} : un document par clé est attendu. Voir docs/formats.md.")
    kept = {name: record for name, record in golds.items() if half in (None, record.get("half"))}
    found = _predictions(predictions)
    tally = Tally()
    for name, record in kept.items():
        compare_further(record, further_of(found.get(name)), tally)
    return _report(tally, len(kept))


def _report(tally: Tally, documents: int) -> EvaluationReport:
    fields = tuple(tally.scores())
    mean = sum(field.f1 for field in fields) / len(fields) if fields else 0.0
    return EvaluationReport(fields=fields, documents=documents, macro_f1=mean)


def _predictions(file: Path) -> dict[str, Node]:
    found = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            node = _node(line, f"{file}, ligne {number}")
            found[Path(node["document"]).name] = node
    return found


def _node(text: str, where: str) -> Node:
    try:
        node = json.loads(text)
    except json.JSONDecodeError as error:
        raise ConfigurationError(f"{where} n'est pas du JSON : {error}. Voir docs/formats.md.") from error
    if not isinstance(node, dict) or not isinstance(node.get("document"), str):
        raise ConfigurationError(f"{where} n'a pas de clé « document ». Voir docs/formats.md.")
    return node
