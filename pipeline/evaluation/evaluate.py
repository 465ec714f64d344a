"""In: golds and predictions, with layouts where they are at hand. Out: every document judged, and reports."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from models.errors import ConfigurationError
from models.layout import Layout
from pipeline.evaluation.compare import compare_document
from pipeline.evaluation.families import Family, family_of, is_scan
from pipeline.evaluation.further import compare_further, further_of
from pipeline.evaluation.golds import document_name, read_golds, read_predictions
from pipeline.evaluation.proofs import PageTexts, all_proofs
from pipeline.evaluation.scores import ScoreTable, score_table
from pipeline.evaluation.similarity import Node
from pipeline.evaluation.tally import Judged, Place, Tally, Verdict

#: The field under which quotes are judged; it is no field of a contract and stays out of the mean.
EVIDENCE = "evidence"


@dataclass(frozen=True)
class JudgedDocument:
    """`scanned` and the quotes are known when the layout is; a document without prediction is missed."""

    corpus: str
    real: bool
    document: str
    family: Family
    scanned: bool | None
    judged: tuple[Judged, ...]
    quotes: tuple[Judged, ...]
    prediction: Node
    texts: PageTexts | None


def judge(
    gold: Node, prediction: Node | None, layout: Layout | None = None, *, corpus: str = "", real: bool = False
) -> JudgedDocument:
    """One document against its gold."""
    tally = Tally()
    compare_document(gold, prediction, tally)
    texts = PageTexts(layout) if layout is not None else None
    return JudgedDocument(
        corpus=corpus,
        real=real,
        document=document_name(gold),
        family=family_of(gold),
        scanned=is_scan(layout),
        judged=tuple(tally.judged),
        quotes=tuple(_quotes(prediction or {}, texts)) if texts is not None else (),
        prediction=prediction or {},
        texts=texts,
    )


def _quotes(prediction: Node, texts: PageTexts) -> list[Judged]:
    return [
        Judged(
            EVIDENCE,
            Verdict.RIGHT if texts.holds(proof) else Verdict.UNEXPECTED,
            None,
            proof.get("quote"),
            Place(),
        )
        for proof in all_proofs(prediction)
    ]


def judge_all(
    gold: Path,
    predictions: Mapping[str, Node],
    layouts: Mapping[str, Layout],
    *,
    corpus: str = "",
    real: bool = False,
) -> list[JudgedDocument]:
    """Every gold below the folder, with the prediction and the layout of the document's file name."""
    return [
        judge(
            node,
            predictions.get(document_name(node)),
            layouts.get(document_name(node)),
            corpus=corpus,
            real=real,
        )
        for node in read_golds(gold)
    ]


def evaluate(gold: Path, predictions: Path) -> ScoreTable:
    """A folder of golds and a file of predictions: precision, recall and F1 per field, with intervals."""
    golds = list(read_golds(gold))
    found = read_predictions(predictions)
    return score_table([judge(node, found.get(document_name(node))).judged for node in golds])


def evaluate_further(gold: Path, predictions: Path, half: str | None = None) -> ScoreTable:
    """Governance, assessment and plans against one YAML file; `half` keeps the documents marked so."""
    golds = yaml.safe_load(gold.read_text(encoding="utf-8"))
    if not isinstance(golds, dict):
        raise ConfigurationError(f"{gold} : un document par clé est attendu. Voir docs/formats.md.")
    found = read_predictions(predictions)
    judged = []
    for name, record in golds.items():
        if half in (None, record.get("half")):
            tally = Tally()
            compare_further(record, further_of(found.get(name)), tally)
            judged.append(tally.judged)
    return score_table(judged)
