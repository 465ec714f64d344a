"""Fine-tunes a token-classification model of Hugging Face, by name or folder (extra `transformers`).

In: sentences and options. Out: a folder that `TransformersRecogniser` loads: weights, tokeniser, labels.
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.ner.evaluation.marked import Annotated
from extractors.ner.protocol import MentionLabel
from models.errors import ConfigurationError, DependencyMissing

if TYPE_CHECKING:
    from extractors.ner.training.train import Options, Tell

LABELS = ("O", *(f"{mark}-{label}" for label in MentionLabel for mark in "BI"))
#: Longer sentences are cut: contracts have few, and attention grows with the square of the length.
MAX_TOKENS = 256
_IGNORED = -100  # what torch's cross entropy leaves out
_WARM_UP = 0.1


def train_transformer(sentences: Sequence[Annotated], out: Path, options: "Options", *, tell: "Tell") -> str:
    """Writes the model; returns the version of the base: the commit of its hub, or nothing for a folder.

    Raises DependencyMissing without the extra or the model, ConfigurationError for a tokeniser without offsets.
    """
    tokenizer, model = _loaded(options)
    import torch

    rng = random.Random(options.seed)
    rows = [_row(tokenizer, sentence) for sentence in sentences]
    batches = -(-len(rows) // options.batch)
    total = batches * options.epochs
    optimizer = torch.optim.AdamW(model.parameters(), lr=options.learning_rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, total))
    model.train()
    for epoch in range(options.epochs):
        rng.shuffle(rows)
        for number, batch in enumerate(_batches(tokenizer, rows, options.batch), 1):
            loss = model(**batch).loss
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            tell(epoch * batches + number, total, f"écart {loss.item():.2f}")
    model.eval()
    model.save_pretrained(out)
    tokenizer.save_pretrained(out)
    return str(getattr(model.config, "_commit_hash", None) or "")


def _loaded(options: "Options") -> tuple[Any, Any]:
    try:
        from transformers import AutoModelForTokenClassification, AutoTokenizer, set_seed
    except ImportError as error:
        raise DependencyMissing(
            "L'entraînement « transformers » demande un supplément : pip install 'atlas-cls[transformers]'."
        ) from error
    set_seed(options.seed)  # the new output layer is drawn at random
    numbers = dict(enumerate(LABELS))
    try:
        tokenizer = AutoTokenizer.from_pretrained(options.base)
        model = AutoModelForTokenClassification.from_pretrained(
            options.base,
            id2label=numbers,
            label2id={label: number for number, label in numbers.items()},
            ignore_mismatched_sizes=True,
        )
    except (OSError, ValueError) as error:
        raise DependencyMissing(
            f"Le modèle « {options.base} » est introuvable : donnez le nom d'un modèle de Hugging Face ou le "
            f"dossier où il a été téléchargé. ({error})"
        ) from error
    if not tokenizer.is_fast:
        raise ConfigurationError(
            f"Le découpage en mots de « {options.base} » ne donne pas la place des mots : prenez un autre modèle."
        )
    return tokenizer, model


def _row(tokenizer: Any, sentence: Annotated) -> dict[str, list[int]]:
    """Token numbers and label numbers; special tokens count for nothing."""
    read = tokenizer(sentence.text, truncation=True, max_length=MAX_TOKENS, return_offsets_mapping=True)
    labels = [
        _IGNORED if start == end else _label(sentence, start, end) for start, end in read["offset_mapping"]
    ]
    return {"input_ids": read["input_ids"], "labels": labels}


def _label(sentence: Annotated, start: int, end: int) -> int:
    for name in sentence.names:
        if start < name.span.end and end > name.span.start:
            mark = "B" if start <= name.span.start else "I"
            return LABELS.index(f"{mark}-{name.span.label}")
    return 0


def _batches(tokenizer: Any, rows: Sequence[dict[str, list[int]]], size: int) -> Iterator[dict[str, Any]]:
    import torch

    for start in range(0, len(rows), size):
        part = rows[start : start + size]
        longest = max(len(row["input_ids"]) for row in part)

        def padded(key: str, with_what: int, part: Any = part, longest: int = longest) -> Any:
            return torch.tensor([row[key] + [with_what] * (longest - len(row[key])) for row in part])

        ids = padded("input_ids", tokenizer.pad_token_id or 0)
        lengths = torch.tensor([len(row["input_ids"]) for row in part])
        mask = (torch.arange(longest)[None, :] < lengths[:, None]).long()
        yield {"input_ids": ids, "attention_mask": mask, "labels": padded("labels", _IGNORED)}


def _rate(step: int, total: int) -> float:
    """Up for a tenth of the steps, then down to nothing."""
    warm = max(1, round(total * _WARM_UP))
    return (step + 1) / warm if step < warm else max(0.0, (total - step) / max(1, total - warm))
