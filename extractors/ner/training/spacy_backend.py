"""Trains spaCy's entity recogniser on annotated sentences, on the French model or on a blank pipeline.

In: sentences and `Options`. Out: a folder that `SpacyRecogniser` loads. Same sentences, same seed, same model.
"""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractors.ner.evaluation.marked import Annotated
from extractors.ner.spacy_model import load_spacy

if TYPE_CHECKING:
    from extractors.ner.training.train import Options, Tell

BLANK = "blank"


def train_spacy(
    sentences: Sequence[Annotated], out: Path, options: "Options", *, version: str, tell: "Tell"
) -> str:
    """Writes the pipeline: tokeniser, vectors and names, nothing else. Returns the version of the base."""
    from spacy.util import fix_random_seed

    fix_random_seed(options.seed)
    rng = random.Random(options.seed)
    pipeline = _pipeline(options)
    examples = [example for sentence in sentences if (example := _example(pipeline, sentence))]
    optimizer = _started(pipeline, examples, options)
    batches = -(-len(examples) // options.batch)
    for epoch in range(options.epochs):
        rng.shuffle(examples)
        losses: dict[str, float] = {}
        for number in range(batches):
            part = examples[number * options.batch : (number + 1) * options.batch]
            pipeline.update(part, drop=options.dropout, sgd=optimizer, losses=losses)
            tell(
                epoch * batches + number + 1,
                options.epochs * batches,
                f"écart {losses['ner'] / (number + 1):.1f}",
            )
    base_version = str(pipeline.meta["version"])
    pipeline.meta.update(
        name="atlas_ner", version=version, description="Names in French local health contracts"
    )
    with pipeline.use_params(optimizer.averages):
        pipeline.to_disk(out)
    return base_version


def _pipeline(options: "Options") -> Any:
    if options.base == BLANK:
        import spacy

        return spacy.blank("fr")
    pipeline = load_spacy(options.base)
    if options.fresh:
        pipeline.remove_pipe("ner")
    return pipeline


def _started(pipeline: Any, examples: Sequence[Any], options: "Options") -> Any:
    if "ner" in pipeline.pipe_names:
        return pipeline.resume_training()
    width = {"model": _FRESH} if options.base != BLANK else {}
    pipeline.add_pipe("ner", config=width)
    return pipeline.initialize(lambda: examples[:500])


#: The shape of the base's own recogniser.
_FRESH = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": True,
        "width": 96,
        "depth": 4,
        "embed_size": 3000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
    },
}


def _example(pipeline: Any, sentence: Annotated) -> Any | None:
    """None where a name does not end where a token ends, as OCR errors make it."""
    from spacy.training import Example

    text = sentence.text.replace("’", "'")
    document = pipeline.make_doc(text)
    spans = [document.char_span(n.span.start, n.span.end, label=n.span.label.value) for n in sentence.names]
    if not len(document) or any(span is None for span in spans):
        return None
    reference = document.copy()
    reference.set_ents(spans)
    return Example(document, reference)
