"""In: what was extracted of a document, and its gold. Out: its values with their figures, each right or wrong."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.layout import Layout
from models.records import DocumentResult
from pipeline.confidence.document import DocumentView
from pipeline.confidence.features import Features, features_of
from pipeline.confidence.values import Value, values_of
from pipeline.evaluation.compare import compare_document
from pipeline.evaluation.format import format_prediction
from pipeline.evaluation.similarity import Node
from pipeline.evaluation.tally import Place, Tally, Verdict

#: Judged fields that tell whether the value of a record's field is right.
JUDGED = {"territory": ("territory.code", "territory.type")}
#: Values of a contract that does not exist are wrong with it; what its sheets say may well stand there.
FALL_WITH_CONTRACT = frozenset({"identity", "dates", "parties", "titles"})


@dataclass(frozen=True)
class Sample:
    corpus: str
    document: str
    field: str
    group: str
    features: Features
    right: bool


def samples_of(gold: Node, result: DocumentResult, layout: Layout, corpus: str) -> list[Sample]:
    """Values that the gold does not speak of are left out."""
    tally = Tally()
    compare_document(gold, format_prediction(result), tally)
    verdicts = {(judged.field, judged.place): judged.verdict for judged in tally.judged}
    view = DocumentView(layout, result.contracts)
    found = []
    for value in values_of(result.contracts):
        right = _is_right(value, verdicts)
        if right is not None:
            found.append(
                Sample(corpus, result.document, value.field, value.group, features_of(value, view), right)
            )
    return found


def _is_right(value: Value, verdicts: Mapping[tuple[str, Place], Verdict]) -> bool | None:
    contract = verdicts.get(("contract", Place(value.contract)))
    if contract is Verdict.UNEXPECTED:
        return False if value.group in FALL_WITH_CONTRACT else None
    at = Place(value.contract, value.action, value.item)
    told = [verdicts.get((field, at)) for field in JUDGED.get(value.field, (value.field,))]
    known = [verdict for verdict in told if verdict is not None]
    return all(verdict is Verdict.RIGHT for verdict in known) if known else None
