"""From templates and a corpus to a model in a folder, with its card.

In: where to write, the options, a folder of gold and documents or none. Out: the card, written beside the model.
"""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from extractors.ner.card import Backend, Card, write_card
from extractors.ner.evaluation.marked import Annotated
from extractors.ner.evaluation.sets import evaluate_recogniser, texts_never_trained_on
from extractors.ner.spacy_model import MODEL
from extractors.ner.trained_model import open_trained
from extractors.ner.training.corpus import from_corpus
from extractors.ner.training.examples import UNNAMED_SHARE, from_templates
from models.base import Record

#: Done, total, note: called after every batch.
Tell = Callable[[int, int, str], None]


class Options(Record):
    """`base`: a spaCy model or `blank`; for transformers the name or the folder of a model. Defaults: ADR 5."""

    backend: Backend = Backend.SPACY
    base: str = MODEL
    sentences: int = 6000
    unnamed: float = UNNAMED_SHARE
    epochs: int = 3
    seed: int = 7
    batch: int = 32
    dropout: float = 0.2
    learning_rate: float = 5e-5  # transformers only
    fresh: bool = False  # spaCy only: keep the vectors of the base, forget what it knows of names


def train_ner(out: Path, options: Options, *, corpora: Sequence[Path] = (), tell: Tell) -> Card:
    """Trains, evaluates on sentences that were not trained on, and writes model, `atlas.json` and README.md."""
    made = from_templates(options.sentences, seed=options.seed, unnamed=options.unnamed)
    unseen = texts_never_trained_on()
    read = [sentence for corpus in corpora for sentence in from_corpus(corpus, known=unseen)]
    sentences = [*made, *read]
    version = f"1.0.{_digest(sentences, options)}"
    base_version = _train(sentences, out, options, version, tell)
    card = Card(
        backend=options.backend,
        version=version,
        base=options.base,
        base_version=base_version,
        seed=options.seed,
        epochs=options.epochs,
        sentences=len(sentences),
        from_corpus=len(read),
        unnamed=sum(not sentence.names for sentence in sentences),
    )
    write_card(out, card)
    scored = card.model_copy(update={"scores": evaluate_recogniser(open_trained(out))})
    write_card(out, scored)
    return scored


def _train(sentences: Sequence[Annotated], out: Path, options: Options, version: str, tell: Tell) -> str:
    """The version of the base."""
    if options.backend is Backend.SPACY:
        from extractors.ner.training.spacy_backend import train_spacy

        return train_spacy(sentences, out, options, version=version, tell=tell)
    from extractors.ner.training.transformer_backend import train_transformer

    return train_transformer(sentences, out, options, tell=tell)


def _digest(sentences: Sequence[Annotated], options: Options) -> int:
    """A number that tells models apart: what they learnt and how."""
    digest = hashlib.sha256(options.model_dump_json().encode())
    for sentence in sentences:
        digest.update(sentence.model_dump_json().encode())
    return int(digest.hexdigest()[:8], 16)
