"""The recogniser on any Hugging Face token-classification model, by name or folder (extra `transformers`)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from extractors.ner.protocol import Mention, MentionLabel, apart, cut
from models.errors import DependencyMissing

#: Labels of common French models -> ours. What is not here is left out.
LABELS: Mapping[str, MentionLabel] = {
    "PER": MentionLabel.PER,
    "PERSON": MentionLabel.PER,
    "PERS": MentionLabel.PER,
    "ORG": MentionLabel.ORG,
    "ORGANIZATION": MentionLabel.ORG,
    "LOC": MentionLabel.LOC,
    "LOCATION": MentionLabel.LOC,
    "GPE": MentionLabel.LOC,
}
_SCHEME = re.compile(r"^[BIESLU][-_]")


class TransformersRecogniser:
    name = "transformers"

    def __init__(self, model: str | Path, *, batch: int = 8, version: str = "1") -> None:
        self._model_name = str(model)
        self._batch = batch
        self._version = version

    @property
    def version(self) -> str:
        """The model is part of it: another model is another recogniser."""
        return f"{Path(self._model_name).name}-{self._version}"

    @cached_property
    def _pipeline(self) -> Any:
        try:
            from transformers import pipeline
        except ImportError as error:
            raise DependencyMissing(
                "Le reconnaisseur « transformers » demande un supplément : "
                "pip install 'atlas-cls[transformers]'."
            ) from error
        try:
            return pipeline(
                "token-classification",
                model=self._model_name,
                tokenizer=self._model_name,
                aggregation_strategy="simple",
                device=-1,
            )
        except OSError as error:
            raise DependencyMissing(
                f"Le modèle « {self._model_name} » est introuvable : donnez le nom d'un modèle de "
                f"Hugging Face ou le dossier où il a été téléchargé. ({error})"
            ) from error

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        filled = [text for text in texts if text.strip()]  # the pipeline refuses empty texts
        answers = iter(self._pipeline(filled, batch_size=self._batch) if filled else [])
        return [apart(_best_first(text, next(answers))) if text.strip() else [] for text in texts]


def _best_first(text: str, groups: Sequence[Mapping[str, Any]]) -> list[Mention]:
    return sorted(_mentions(text, groups), key=lambda mention: -mention.confidence)


def _mentions(text: str, groups: Sequence[Mapping[str, Any]]) -> Iterator[Mention]:
    for group in groups:
        label = LABELS.get(_SCHEME.sub("", str(group["entity_group"]).upper()))
        if label is None:
            continue
        score = min(1.0, max(0.0, float(group["score"])))
        mention = cut(text, int(group["start"]), int(group["end"]), label, score)
        if mention:
            yield mention
