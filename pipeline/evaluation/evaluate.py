"""In: a folder of gold files and a file of predictions. Out: precision, recall and F1 per field."""

import json
from pathlib import Path

from models.base import Record
from models.errors import ConfigurationError, InputNotFoundError
from pipeline.evaluation.compare import compare_document
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
    fields = tuple(tally.scores())
    mean = sum(field.f1 for field in fields) / len(fields) if fields else 0.0
    return EvaluationReport(fields=fields, documents=len(files), macro_f1=mean)


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
