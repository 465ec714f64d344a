"""Recognisers side by side in one run: words a second, batched against one by one, rules against models.

usage: python benchmarks/ner.py [--model FOLDER] [--sentences N] [--json]
"""

import argparse
import json
import time
from collections.abc import Callable, Sequence

from extractors.ner.choose import RecogniserKind, open_recogniser
from extractors.ner.protocol import Recogniser
from extractors.ner.training.examples import from_templates


def batched(recogniser: Recogniser, texts: Sequence[str]) -> None:
    recogniser.recognise(texts)


def one_by_one(recogniser: Recogniser, texts: Sequence[str]) -> None:
    for text in texts:
        recogniser.recognise([text])


def seconds(
    way: Callable[[Recogniser, Sequence[str]], None], recogniser: Recogniser, texts: Sequence[str]
) -> float:
    """CPU seconds of the process: other programs on the machine do not count."""
    start = time.process_time()
    way(recogniser, texts)
    return time.process_time() - start


def run(count: int, model: str | None) -> dict[str, dict[str, float]]:
    texts = [sentence.text for sentence in from_templates(count, seed=1)]
    words = sum(len(text.split()) for text in texts)
    recognisers = [
        open_recogniser(kind) for kind in (RecogniserKind.RULES, RecogniserKind.SPACY, RecogniserKind.BOTH)
    ]
    if model:
        recognisers += [open_recogniser(kind, model) for kind in (RecogniserKind.MODEL, RecogniserKind.BOTH)]
    rows = {}
    for recogniser in recognisers:
        recogniser.recognise(texts[:50])  # models and word lists load once
        together = seconds(batched, recogniser, texts)
        alone = seconds(one_by_one, recogniser, texts)
        rows[recogniser.name] = {
            "words_per_second": round(words / together),
            "batched_to_alone": round(alone / together, 2),
        }
    for row in rows.values():
        row["rules_to_this"] = round(rows["rules"]["words_per_second"] / row["words_per_second"], 2)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", help="folder of a trained model")
    parser.add_argument("--sentences", type=int, default=1000)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rows = run(arguments.sentences, arguments.model)
    if arguments.json:
        print(json.dumps(rows))
        return
    columns = list(rows["rules"])
    print(f"{'':16}" + "".join(f"{column:>18}" for column in columns))
    for name, row in rows.items():
        print(f"{name:16}" + "".join(f"{row[column]:>18}" for column in columns))


if __name__ == "__main__":
    main()
