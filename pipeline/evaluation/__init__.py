"""The exchange format of extractions, their comparison with gold annotations, and the floors they must keep."""

from pipeline.evaluation.evaluate import evaluate, evaluate_further
from pipeline.evaluation.report import EvaluationReport, make_report
from pipeline.evaluation.scores import FieldScore, ScoreTable

__all__ = ["EvaluationReport", "FieldScore", "ScoreTable", "evaluate", "evaluate_further", "make_report"]
