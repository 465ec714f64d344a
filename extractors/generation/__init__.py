"""The generation of a contract: "deuxième génération", "CLS 3", "2e contrat local de santé"."""

import re
from collections.abc import Sequence

from extractors.dates.cues import OTHER_CONTRACT
from extractors.mentions import Passage, evidence
from models.evidence import Evidence

METHOD = "generation-1"
ORDINALS = {
    "premier": 1, "première": 1, "premiere": 1, "deuxième": 2, "deuxieme": 2, "second": 2, "seconde": 2, "troisième": 3,
    "troisieme": 3, "quatrième": 4, "quatrieme": 4, "cinquième": 5, "i": 1, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip
_ORDINAL = (
    rf"(?P<ordinal>{'|'.join(sorted(ORDINALS, key=len, reverse=True))}|\d)\s*"
    r"(?:ère|ere|re|er|ème|eme|ième|nde|nd|de|e|è)?"
)
_GENERATION = re.compile(rf"\b{_ORDINAL}\s+génération\b", re.IGNORECASE)
_GENERATION_AFTER = re.compile(r"\bgénération\s+(?P<ordinal>\d|I{1,3}|IV)\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:CLSM?|(?i:contrat local de santé(?: mentale)?))(?:\s+(?:n°\s*)?|\s*-\s*)?(?P<ordinal>[1-6]|II|III|IV)\b"
    r"(?!\s*(?:axes?|ans|/|\.\d|,\d|fiches|signataires|actions|mois|rue))"
)
#: Sentences about the contracts of a generation, not about one contract.
_PLURAL = re.compile(r"\b(?:des|ces|les)\s+(?:CLS|contrats)\b|[?]\s*$", re.IGNORECASE)
_NTH_CONTRACT = re.compile(
    rf"\b(?:ce|du|le|notre|son)\s+{_ORDINAL}\s+(?:CLSM?|contrat local de santé)\b", re.IGNORECASE
)


def extract_generation(titles: Sequence[Passage], own: Sequence[Passage]) -> tuple[int, Evidence] | None:
    """From titles first, then from sentences about this very contract."""
    for passage in titles:
        if passage.text.rstrip().endswith("?"):
            continue
        for pattern in (_GENERATION, _GENERATION_AFTER, _NUMBERED, _NTH_CONTRACT):
            found = pattern.search(passage.text)
            if found:
                return _value(found["ordinal"]), evidence(passage.block, passage.text, method=METHOD)
    for passage in own:
        if OTHER_CONTRACT.search(passage.text) or _PLURAL.search(passage.text):
            continue
        found = _GENERATION.search(passage.text)
        if found:
            return _value(found["ordinal"]), evidence(passage.block, passage.text, method=METHOD)
    return None


def _value(word: str) -> int:
    return int(word) if word.isdigit() else ORDINALS[word.lower()]
