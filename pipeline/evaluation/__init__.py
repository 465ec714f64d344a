"""The exchange format of extractions, and their comparison with gold annotations."""

from pipeline.evaluation.evaluate import EvaluationReport, evaluate, evaluate_further
from pipeline.evaluation.tally import FieldScore

__all__ = ["EvaluationReport", "FieldScore", "evaluate", "evaluate_further"]
