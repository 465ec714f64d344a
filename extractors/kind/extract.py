"""The kind of a formal document, from its title block; and how far the text says it has come."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from extractors.kind.patterns import AMENDMENT, CONTRACT, MENTAL, OTHERS, PROTOCOL
from extractors.mentions import evidence
from models.evidence import Evidence
from models.layout import Block, BlockKind
from models.records import ContractKind
from models.text import fold

METHOD = "kind-1"
#: How many blocks of a document can hold its title.
HEAD = 14
#: Each word of a title that a scan has garbled is this near to ours, of 100; "sécurité" is at 46 of "santé".
CLS_TITLE, GARBLED = "contrat local de sante", 75


@dataclass(frozen=True)
class KindFound:
    """`kind` None with a French `reason` when the document is no contract of ours."""

    kind: ContractKind | None
    evidence: Evidence | None = None
    reason: str | None = None


def kind_of_words(text: str) -> ContractKind | None:
    """The kind that a title or a sentence names."""
    names_contract = bool(CONTRACT.search(text) or MENTAL.search(text))
    if AMENDMENT.search(text):
        return ContractKind.AVENANT
    if PROTOCOL.search(text):
        return ContractKind.PROTOCOLE
    if MENTAL.search(text) and not re.search(r"conseil local", text, re.IGNORECASE):
        return ContractKind.CLSM
    return ContractKind.CLS if names_contract else None


def document_kind(blocks: Sequence[Block], title: str | None = None) -> KindFound:
    """From the first words of the title block that name a kind of document, ours or another."""
    head = [block for block in blocks[:HEAD] if len(block.text) < 300]
    about_us = any(CONTRACT.search(b.text) or MENTAL.search(b.text) for b in blocks[:60])
    for block in sorted(head, key=_weight):
        other = next((reason for pattern, reason in OTHERS if pattern.search(block.text)), None)
        kind = kind_of_words(block.text)
        if kind is None and block.kind is BlockKind.HEADING and _is_garbled(block.text):
            kind = ContractKind.CLS
        if other is not None and kind is None:
            return KindFound(None, reason=other)
        if kind in {ContractKind.AVENANT, ContractKind.PROTOCOLE} and not about_us:
            continue
        if kind is not None:
            return KindFound(_refined(kind, head), evidence(block, block.text, method=METHOD))
    if title and (kind := kind_of_words(title)) and head:
        return KindFound(kind, evidence(head[0], head[0].text, method=METHOD))
    return KindFound(None, reason="Aucun titre ne nomme un contrat local de santé.")


def _is_garbled(text: str) -> bool:
    """ "CONILRAT LOCAL DE SANIÉ": the title as a bad scan gives it."""
    words = fold(text).split()
    wanted = CLS_TITLE.split()
    runs = (words[at : at + len(wanted)] for at in range(len(words) - len(wanted) + 1))
    return any(all(fuzz.ratio(*pair) >= GARBLED for pair in zip(run, wanted, strict=True)) for run in runs)


def _weight(block: Block) -> tuple[bool, float]:
    """Headings first, the largest first, in reading order."""
    size = max((line.size for line in block.lines), default=0.0)
    return (block.kind is not BlockKind.HEADING, -size if block.page is not None else 0.0)


def _refined(kind: ContractKind, head: Sequence[Block]) -> ContractKind:
    """A cover that says "Contrat local de santé" in large and "Avenant n° 2" beside it is an amendment."""
    if kind is ContractKind.CLS:
        for block in head:
            if block.kind is BlockKind.HEADING and re.match(
                r"^\s*(?:projet d.)?avenant\b", block.text, re.IGNORECASE
            ):
                return ContractKind.AVENANT
            if block.kind is BlockKind.HEADING and PROTOCOL.match(block.text.strip()):
                return ContractKind.PROTOCOLE
    return kind
