"""The sentences that recognisers are compared on: free prose, contracts, templates held back from training."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from extractors.ner.evaluation.marked import Annotated, read_sentences
from extractors.ner.evaluation.score import Scores, score
from extractors.ner.protocol import Recogniser
from extractors.ner.training.examples import Part, from_templates
from models.text import fold

_HERE = Path(__file__).parent
#: Enough that every held-back template is filled about ten times; the same sentences in every run.
TEMPLATE_SENTENCES, TEMPLATE_SEED = 600, 99


def by_hand() -> Mapping[str, tuple[Annotated, ...]]:
    """The sentences annotated by hand."""
    return {name: read_sentences(_HERE / f"{name}.yaml") for name in ("prose", "contracts")}


@lru_cache(maxsize=1)
def evaluation_sets() -> Mapping[str, tuple[Annotated, ...]]:
    """By name: `prose`, `contracts`, `templates`."""
    held_back = from_templates(TEMPLATE_SENTENCES, seed=TEMPLATE_SEED, part=Part.HELD_BACK, unnamed=0.5)
    return {**by_hand(), "templates": tuple(held_back)}


def evaluate_recogniser(recogniser: Recogniser) -> dict[str, Scores]:
    """The scores of a recogniser on every set."""
    return {name: score(recogniser, sentences) for name, sentences in evaluation_sets().items()}


def texts_never_trained_on() -> frozenset[str]:
    """Folded texts that no training corpus may hold."""
    return frozenset(fold(sentence.text) for sentences in by_hand().values() for sentence in sentences)
