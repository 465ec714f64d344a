"""The shipped calibration: a logistic regression whose fields lean on their group, and their group on all.

A probability is sigmoid(intercept + group + field + Σ (weight + weight in the group) × figure). The numbers are a
data file that `atlas-cls calibrate` writes; applying them needs nothing but this module.
"""

import hashlib
import math
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path

from pydantic import Field, ValidationError

from models.base import Record
from models.errors import ConfigurationError
from pipeline.confidence.features import Features
from pipeline.confidence.values import GROUP_OF

MODEL = Path(__file__).parent / "model.json"

#: Nothing is certain: no corpus is large enough to tell 0.995 from 1.
LOWEST, HIGHEST = 0.01, 0.995


class TrainedOn(Record):
    digest: str
    documents: int
    values: int


class Reliability(Record):
    """One row of the reliability table: what was promised and what was right."""

    low: float
    high: float
    values: int
    promised: float
    right: float


class Measured(Record):
    """By cross-validation over documents. `ece`: expected calibration error, of 10 bins; also per group."""

    ece: float
    ece_by_group: Mapping[str, float]
    auc: float
    errors_in_least_sure_tenth: float
    reliability: tuple[Reliability, ...]


class Calibration(Record):
    """`thresholds`: field → the probability under which its values are suggestions."""

    date: str
    corpora: Mapping[str, TrainedOn]
    intercept: float
    groups: Mapping[str, float]
    fields: Mapping[str, float]
    weights: Mapping[str, float]
    group_weights: Mapping[str, Mapping[str, float]]
    thresholds: Mapping[str, float] = Field(default_factory=dict)
    measured: Measured | None = None

    @cached_property
    def version(self) -> str:
        """Of the numbers: another calibration has another."""
        return f"{self.date}-{hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:8]}"

    @cached_property
    def _added(self) -> Mapping[str, Mapping[str, float]]:
        """Per group: the weights of all and its own, added up."""
        return {
            group: {name: self.weights.get(name, 0.0) + own.get(name, 0.0) for name in {*self.weights, *own}}
            for group, own in self.group_weights.items()
        }

    def probability(self, field: str, features: Features) -> float:
        """That a value of this field with these figures is right."""
        group = GROUP_OF[field]
        weights = self._added.get(group, self.weights)
        logit = self.intercept + self.groups.get(group, 0.0) + self.fields.get(field, 0.0)
        for name, figure in features.items():
            logit += weights.get(name, 0.0) * figure
        sure = 1.0 / (1.0 + math.exp(-max(min(logit, 30.0), -30.0)))
        return round(min(max(sure, LOWEST), HIGHEST), 3)


@cache
def load_calibration(path: Path = MODEL) -> Calibration:
    """The shipped one unless another path is given. Raises ConfigurationError."""
    try:
        return Calibration.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise ConfigurationError(f"« {path} » n'est pas un calibrage : {error}") from error
