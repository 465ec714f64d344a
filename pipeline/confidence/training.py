"""In: samples of several corpora. Out: a calibration, measured by cross-validation over documents.

A logistic regression with a penalty: the weights of a field and of a group stay near 0 while their support is small,
so that a field with three values is trusted like its group. The penalty is chosen by cross-validation; the logits
are then scaled by what was right on documents held out. Needs
scikit-learn (extra `calibration`); applying the result does not.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.errors import DependencyMissing
from pipeline.confidence.model import HIGHEST, LOWEST, Calibration, TrainedOn
from pipeline.confidence.reliability import measure
from pipeline.confidence.samples import Sample
from pipeline.confidence.thresholds import choose_thresholds

FOLDS = 5
PENALTIES = (0.03, 0.1, 0.3, 1.0)  # scikit-learn's C: smaller leans more on the group
SEPARATOR = "\t"
#: A figure seen in fewer documents tells of these documents, not of the figure.
MIN_DOCUMENTS = 3

Vector = NDArray[np.float64]


def train(
    samples: Sequence[Sample], corpora: Mapping[str, TrainedOn], date: str
) -> tuple[Calibration, Vector]:
    """The calibration, and the probability of each sample when its document was held out."""
    rows = [_row(sample) for sample in samples]
    kept = _known(samples, rows)
    rows = [{name: figure for name, figure in row.items() if name in kept} for row in rows]
    right = np.array([sample.right for sample in samples], dtype=np.float64)
    folds = _folds(samples)
    tried = {penalty: _held_out(rows, right, folds, penalty) for penalty in PENALTIES}
    best = min(PENALTIES, key=lambda penalty: _log_loss(right, tried[penalty]))
    scale, shift = _tempered(tried[best], right)
    held_out = _tempered_held_out(tried[best], right, folds)
    intercept, weights = _fit(rows, right, best)
    weights = {name: scale * weight for name, weight in weights.items()}
    calibration = _calibration(scale * intercept + shift, weights).model_copy(
        update={
            "date": date,
            "corpora": dict(corpora),
            "thresholds": choose_thresholds(samples, held_out),
            "measured": measure(samples, held_out),
        }
    )
    return calibration, held_out


def _row(sample: Sample) -> dict[str, float]:
    """Named columns: of the group, of the field, of each figure, and of each figure within the group."""
    row = {f"group{SEPARATOR}{sample.group}": 1.0, f"field{SEPARATOR}{sample.field}": 1.0}
    for name, figure in sample.features.items():
        row[f"all{SEPARATOR}{name}"] = figure
        row[f"own{SEPARATOR}{sample.group}{SEPARATOR}{name}"] = figure
    return row


def _known(samples: Sequence[Sample], rows: Sequence[Mapping[str, float]]) -> set[str]:
    documents: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for sample, row in zip(samples, rows, strict=True):
        for name in row:
            documents[name].add((sample.corpus, sample.document))
    return {name for name, of in documents.items() if len(of) >= MIN_DOCUMENTS}


def _folds(samples: Sequence[Sample]) -> NDArray[np.int64]:
    """The fold of each sample: whole documents, each fold with a share of every corpus."""
    documents = sorted({(sample.corpus, sample.document) for sample in samples})
    fold_of = {document: number % FOLDS for number, document in enumerate(documents)}
    return np.array([fold_of[sample.corpus, sample.document] for sample in samples])


def _held_out(
    rows: list[dict[str, float]], right: Vector, folds: NDArray[np.int64], penalty: float
) -> Vector:
    sure = np.zeros(len(rows))
    for fold in range(FOLDS):
        inside, outside = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        if not len(outside):
            continue
        intercept, weights = _fit([rows[int(i)] for i in inside], right[inside], penalty)
        for i in map(int, outside):
            logit = intercept + sum(weights.get(name, 0.0) * figure for name, figure in rows[i].items())
            sure[i] = 1.0 / (1.0 + np.exp(-np.clip(logit, -30, 30)))
    return np.clip(sure, LOWEST, HIGHEST)


def _fit(
    rows: Iterable[Mapping[str, float]], right: Vector, penalty: float
) -> tuple[float, dict[str, float]]:
    try:
        from sklearn.feature_extraction import DictVectorizer
        from sklearn.linear_model import LogisticRegression
    except ImportError as error:
        raise DependencyMissing(
            "scikit-learn n'est pas installé : .venv/bin/pip install -e '.[calibration]'"
        ) from error
    columns: Any = DictVectorizer()
    matrix = columns.fit_transform(list(rows))
    fitted: Any = LogisticRegression(C=penalty, max_iter=2000, solver="lbfgs").fit(matrix, right)
    names = columns.get_feature_names_out()
    return float(fitted.intercept_[0]), dict(zip(names, map(float, fitted.coef_[0]), strict=True))


def _tempered(sure: Vector, right: Vector) -> tuple[float, float]:
    """Scale and shift of the logits: documents held out differ more than those learnt from promise."""
    intercept, weights = _fit([{"logit": float(logit)} for logit in _logits(sure)], right, 1.0)
    return weights["logit"], intercept


def _tempered_held_out(sure: Vector, right: Vector, folds: NDArray[np.int64]) -> Vector:
    """Each fold tempered by what the other folds say, so that the measure stays honest."""
    found = sure.copy()
    for fold in range(FOLDS):
        inside, outside = folds != fold, folds == fold
        if outside.any():
            scale, shift = _tempered(sure[inside], right[inside])
            found[outside] = 1.0 / (1.0 + np.exp(-(scale * _logits(sure[outside]) + shift)))
    return np.clip(found, LOWEST, HIGHEST)


def _logits(sure: Vector) -> Vector:
    logits: Vector = np.log(sure / (1 - sure))
    return logits


def _log_loss(right: Vector, sure: Vector) -> float:
    return float(-np.mean(right * np.log(sure) + (1 - right) * np.log(1 - sure)))


def _calibration(intercept: float, weights: Mapping[str, float]) -> Calibration:
    tables: dict[str, dict[str, float]] = {"group": {}, "field": {}, "all": {}}
    own: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for column, weight in sorted(weights.items()):
        kind, *names = column.split(SEPARATOR)
        if abs(weight) < 0.005:
            continue
        if kind == "own":
            own[names[0]][names[1]] = round(weight, 3)
        else:
            tables[kind][names[0]] = round(weight, 3)
    return Calibration(
        date="",
        corpora={},
        intercept=round(intercept, 3),
        groups=tables["group"],
        fields=tables["field"],
        weights=tables["all"],
        group_weights=dict(own),
    )
