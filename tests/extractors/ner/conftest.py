"""The recognisers that the contract suite runs over. spaCy's model is loaded once per worker."""

import atexit
import shutil
import tempfile
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import pytest

from extractors.ner.combined import CombinedRecogniser
from extractors.ner.protocol import Mention, Recogniser
from extractors.ner.rules import RuleRecogniser
from extractors.ner.spacy_model import SpacyRecogniser
from extractors.ner.trained_model import open_trained
from extractors.ner.training.train import Options, train_ner
from extractors.ner.transformer_model import TransformersRecogniser

TINY = Options(base="blank", sentences=48, epochs=2)


class CrashingRecogniser:
    """Fails on a text that holds the word: to test that one bad text stops neither a document nor a run."""

    name = "crashing"
    version = "1"

    def __init__(self, word: str = "") -> None:
        self._word = word

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        if any(self._word in text for text in texts):
            raise RuntimeError("the recogniser crashed")
        return [[] for _ in texts]


@lru_cache(maxsize=1)
def spacy_recogniser() -> SpacyRecogniser:
    return SpacyRecogniser()


def tiny_transformer(folder: Path) -> TransformersRecogniser:
    """A model with random weights: its labels mean nothing, its offsets and shapes are those of any model."""
    pytest.importorskip("torch", reason="l'extra « transformers » n'est pas installé")
    transformers = pytest.importorskip("transformers", reason="l'extra « transformers » n'est pas installé")
    tokenizers = pytest.importorskip("tokenizers", reason="l'extra « transformers » n'est pas installé")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "le", "la", "de", "maire", "santé", "ville", ","]
    folder.mkdir(exist_ok=True)
    pieces = tokenizers.Tokenizer(
        tokenizers.models.WordLevel({word: number for number, word in enumerate(words)}, unk_token="[UNK]")
    )
    pieces.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    tokenizer = transformers.PreTrainedTokenizerFast(
        tokenizer_object=pieces, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]", sep_token="[SEP]"
    )
    labels = {0: "O", 1: "B-PER", 2: "I-PER", 3: "B-ORG", 4: "I-ORG", 5: "B-LOC", 6: "I-LOC", 7: "B-MISC"}
    config = transformers.BertConfig(
        vocab_size=len(words),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        id2label=labels,
        label2id={label: number for number, label in labels.items()},
    )
    transformers.set_seed(3)
    transformers.BertForTokenClassification(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return TransformersRecogniser(folder)


@lru_cache(maxsize=1)
def tiny_folder() -> Path:
    """A blank pipeline after two passes, with its card: it knows little, it behaves like any trained model."""
    folder = Path(tempfile.mkdtemp(prefix="atlas-ner-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    train_ner(folder, TINY, tell=lambda done, total, note: None)
    return folder


@pytest.fixture(
    params=["rules", "spacy", "trained", "both", pytest.param("transformers", marks=pytest.mark.transformers)]
)
def recogniser(request: pytest.FixtureRequest, tmp_path: Path) -> Recogniser:
    if request.param == "rules":
        return RuleRecogniser()
    if request.param == "spacy":
        return spacy_recogniser()
    if request.param == "both":
        return CombinedRecogniser(RuleRecogniser(), spacy_recogniser())
    if request.param == "trained":
        return open_trained(tiny_folder())
    return tiny_transformer(tmp_path / "model")
