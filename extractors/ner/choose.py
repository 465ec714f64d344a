"""Which recogniser, by name: what the setting ATLAS_RECOGNISER stands for."""

from enum import StrEnum
from pathlib import Path

from extractors.ner.combined import CombinedRecogniser
from extractors.ner.protocol import MentionLabel, Recogniser
from extractors.ner.rules import RuleRecogniser
from extractors.ner.spacy_model import SpacyRecogniser
from extractors.ner.trained_model import open_trained
from extractors.ner.transformer_model import TransformersRecogniser
from models.errors import ConfigurationError


class RecogniserKind(StrEnum):
    RULES = "rules"
    SPACY = "spacy"  # the French model of spaCy, organisations by our patterns
    MODEL = "model"  # a folder that train-ner wrote
    TRANSFORMERS = "transformers"  # any token-classification model, by name or folder
    BOTH = "both"  # rules first, then the trained model, or the persons of spaCy without one


def open_recogniser(kind: RecogniserKind, model: str | None = None) -> Recogniser:
    """`model`: a folder, or a name for `transformers`. Raises ConfigurationError where it is needed and missing."""
    match kind:
        case RecogniserKind.RULES:
            return RuleRecogniser()
        case RecogniserKind.SPACY:
            return SpacyRecogniser()
        case RecogniserKind.MODEL:
            return open_trained(Path(_needed(kind, model)))
        case RecogniserKind.TRANSFORMERS:
            return TransformersRecogniser(_needed(kind, model))
        case RecogniserKind.BOTH if model:
            return CombinedRecogniser(RuleRecogniser(), open_trained(Path(model)))
        case RecogniserKind.BOTH:
            return CombinedRecogniser(RuleRecogniser(), SpacyRecogniser(), fill=frozenset({MentionLabel.PER}))


def _needed(kind: RecogniserKind, model: str | None) -> str:
    if not model:
        raise ConfigurationError(
            f"Le reconnaisseur « {kind} » demande un modèle : donnez ATLAS_NER_MODEL ou --model."
        )
    return model
