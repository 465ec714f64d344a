"""The report of an evaluation, published with the data: read from its file, and as a table."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from models.errors import ConfigurationError
from models.lists import QUALITY
from pipeline.evaluation.report import EvaluationReport
from search_api.exports.tables import Row, Table


def read_quality(path: Path) -> EvaluationReport | None:
    """The `report.json` that `atlas-cls evaluate --out` wrote; None where there is none, or ConfigurationError."""
    if not path.exists():
        return None
    try:
        return EvaluationReport.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise ConfigurationError(
            f"« {path} » n'est pas un rapport d'évaluation de cette version : relancez « atlas-cls evaluate --out »."
        ) from error


def quality_table(report: EvaluationReport) -> Table:
    """A row a group of documents and field."""
    scores = list(QUALITY.fields)[3:]
    rows: Iterator[Row] = (
        {
            "group_key": group.key,
            "group_label": group.label,
            "documents": group.scores.documents,
            **{name: getattr(score, name) for name in scores},
        }
        for group in report.groups
        for score in group.scores.fields
    )
    return Table(QUALITY, rows)
