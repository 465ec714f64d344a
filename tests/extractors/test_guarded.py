"""A guarded expression answers as the expression itself: what it matches holds one of its words."""

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import extractors
from extractors.guarded import Guarded, guarded

GOLD = Path(__file__).parents[2] / "samples" / "counterexamples" / "gold"
SENTENCE = "Le présent contrat, signé le 3 mars 2020, prend fin au terme d'une durée de trois ans."


def _all_guarded() -> dict[str, Guarded]:
    found = {}
    for module in pkgutil.walk_packages(extractors.__path__, "extractors."):
        if module.name.endswith("patterns") or module.name.endswith(("cues", "labelled")):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, Guarded):
                    found[f"{module.name}.{name}"] = value
    return found


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bdurée\s+du\s+contrat\b", {"contrat"}),
        (r"dur[ée]e|p[ée]riode", {"duree", "durée", "periode", "période"}),
        (r"(?:co)?signé(?:e|s)?\s+le", {"signé"}),
        (r"(?<!non )renouvel|CLS\s*[2-5]", {"renouvel", "cls"}),
        (r"(?=.*avenant)\d", {"avenant"}),
        (r"comité(?:s)?|comité technique", {"comité"}),
        (r"\d+ ans|\w+", set()),
    ],
)
def test_the_words_of_an_expression(pattern: str, words: set[str]) -> None:
    assert set(guarded(pattern, re.IGNORECASE).words) == words


def test_the_same_matches() -> None:
    expression = guarded(r"\b(?:signé|conclu)\b|\bterme\b", re.IGNORECASE)
    assert [m.group() for m in expression.finditer(SENTENCE.upper())] == ["SIGNÉ", "TERME"]
    assert expression.search(SENTENCE, 40) is not None
    assert expression.search("Sans rien de tel.") is None
    assert list(expression.finditer("Sans rien de tel.")) == []


def _sentences() -> list[str]:
    """Every text of the counter-examples: titles, values and quotes of contracts."""

    def texts(part: object) -> Iterator[str]:
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict | list):
            for inner in part.values() if isinstance(part, dict) else part:
                yield from texts(inner)

    return [text for file in sorted(GOLD.glob("*.json")) for text in texts(json.loads(file.read_text()))]


def test_each_answers_as_the_expression_itself() -> None:
    sentences = _sentences()
    assert len(sentences) > 1000
    for name, expression in _all_guarded().items():
        assert expression.words, f"{name}: nothing to look for, compile it plainly"
        for text in sentences:
            assert (expression.search(text) is None) == (expression.expression.search(text) is None), name
