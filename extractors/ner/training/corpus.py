"""Makes annotated sentences out of documents and their gold: the names that the gold knows, where they stand.

In: a folder with `docs/` and `gold/` (docs/formats.md). Out: `Annotated` sentences. The gold names parties, persons
and pilots, not every name: a sentence with a capitalised word that nothing explains is left out, because
it would teach that a name is none.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractors.layout import ReadOptions, read_layout
from extractors.mentions import passages
from extractors.ner.evaluation.marked import Annotated, Name, Span
from extractors.ner.protocol import Mention, MentionLabel, apart, cut
from extractors.ner.rules import RuleRecogniser
from extractors.ner.training.names import slots
from models.errors import InputNotFoundError
from models.text import fold

#: Longer passages are tables read as one, or broken lines.
_SHORTEST, _LONGEST = 12, 400
_CAPITALISED = re.compile(r"(?<![\w’'-])[A-ZÉÈÀÎÔŒ][\w’'-]*")
_OPENS = re.compile(r"(?:^|[.!?]\s+)$")
_CIVILITIES = frozenset({"m", "mme", "dr", "pr", "monsieur", "madame"})


def from_corpus(folder: Path, *, known: frozenset[str] = frozenset()) -> list[Annotated]:
    """Every sentence once; those whose folded text is in `known` (the evaluation's) are left out.

    Raises InputNotFoundError without docs/ and gold/.
    """
    for part in ("docs", "gold"):
        if not (folder / part).is_dir():
            raise InputNotFoundError(f"« {folder / part} » n'existe pas : --corpus attend docs/ et gold/.")
    kept: dict[str, Annotated] = {}
    for path in sorted((folder / "gold").glob("*.gold.json")):
        document = folder / "docs" / path.name.removesuffix(".gold.json")
        if document.exists():
            names = _gold_names(json.loads(path.read_text(encoding="utf-8")))
            for sentence in _sentences(document, names):
                key = fold(sentence.text)
                if key and not any(key in text or text in key for text in known):
                    kept.setdefault(key, sentence)
    return list(kept.values())


def _gold_names(gold: Any) -> dict[str, MentionLabel]:
    """Names as the gold writes them, longest first."""
    names: dict[str, MentionLabel] = {}
    for contract in gold["contracts"]:
        for signatory in contract.get("signatories") or ():
            names[signatory["name"]] = MentionLabel.ORG
            if person := signatory.get("representative"):
                names[person["name"]] = MentionLabel.PER
    return dict(sorted(names.items(), key=lambda row: -len(row[0])))


def _sentences(document: Path, names: dict[str, MentionLabel]) -> Iterator[Annotated]:
    layout = read_layout(document, options=ReadOptions(ocr=False)).layout
    texts = [p.text for p in passages(layout.blocks())] if layout else []
    texts = [text for text in texts if _SHORTEST <= len(text) <= _LONGEST]
    for text, ruled in zip(texts, RuleRecogniser().recognise(texts), strict=True):
        mentions = apart([*_located(text, names), *ruled])
        if _explained(text, mentions):
            spans = (Span(start=m.start, end=m.end, label=m.label) for m in mentions)
            yield Annotated(text=text, names=tuple(Name(span=span) for span in spans), group="corpus")


def _located(text: str, names: dict[str, MentionLabel]) -> Iterator[Mention]:
    straight = text.replace("’", "'")
    for name, label in names.items():
        for found in re.finditer(
            rf"(?<!\w){re.escape(name.replace('’', chr(39)))}(?!\w)", straight, re.IGNORECASE
        ):
            mention = cut(text, found.start(), found.end(), label, 1.0)
            if mention:
                yield mention


def _explained(text: str, mentions: list[Mention]) -> bool:
    """Every capitalised word in the middle of a sentence belongs to a name that is known."""
    for word in _CAPITALISED.finditer(text):
        inside = any(m.start < word.end() and m.end > word.start() for m in mentions)
        opens = _OPENS.search(text[: word.start()])
        heading = text.isupper() or word.group() in slots()["acronym"].forms
        if not (inside or opens or heading or fold(word.group()) in _CIVILITIES):
            return False
    return True
