"""The recogniser on a model that `atlas-cls train-ner` wrote: the folder's card says how to load it."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from extractors.ner.card import Backend, Card, read_card
from extractors.ner.protocol import Mention, MentionLabel, Recogniser, apart, cut
from extractors.ner.spacy_model import load_spacy, pipe
from extractors.ner.transformer_model import TransformersRecogniser


def open_trained(folder: Path) -> Recogniser:
    """Raises ConfigurationError where the folder holds no model of ours."""
    card = read_card(folder)
    if card.backend is Backend.TRANSFORMERS:
        return TransformersRecogniser(folder, version=card.version)
    return TrainedSpacyRecogniser(folder, card)


class TrainedSpacyRecogniser:
    """Takes the model at its word: it has learnt whole names of organisations, the patterns are not asked."""

    name = "trained"

    def __init__(self, folder: Path, card: Card, *, batch: int = 64) -> None:
        self._folder = folder
        self._card = card
        self._batch = batch

    @property
    def version(self) -> str:
        return self._card.version

    @cached_property
    def _model(self) -> Any:
        return load_spacy(str(self._folder))

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        documents = pipe(self._model, texts, self._batch)
        return [apart(list(self._mentions(text, doc))) for text, doc in zip(texts, documents, strict=True)]

    def _mentions(self, text: str, document: Any) -> Iterator[Mention]:
        for entity in document.ents:
            if entity.label_ in MentionLabel.__members__:
                label = MentionLabel(entity.label_)
                mention = cut(text, entity.start_char, entity.end_char, label, self._card.confidence(label))
                if mention:
                    yield mention
