"""The family of a document, for scores side by side: what its gold says it is, and how it comes."""

from enum import StrEnum
from pathlib import PurePath

from models.layout import Layout
from models.records import ContractKind
from pipeline.evaluation.similarity import Node

#: Endings of documents without pages.
WEB = frozenset({".html", ".htm", ".xhtml", ".txt", ".md"})


class Family(StrEnum):
    FORMAL = "formal"  # the text of a contract
    WEB = "web"  # a page about one or several contracts
    PROTOCOL = "protocol"
    AMENDMENT = "amendment"
    NEGATIVE = "negative"  # about no contract that an inventory would list


FAMILY_LABELS = {
    Family.FORMAL: "Contrats",
    Family.WEB: "Pages web et textes",
    Family.PROTOCOL: "Protocoles et lettres d'intention",
    Family.AMENDMENT: "Avenants",
    Family.NEGATIVE: "Documents sans contrat",
}


def family_of(gold: Node) -> Family:
    """By the gold's contracts, then by the file name's ending."""
    contracts = gold.get("contracts") or []
    if not contracts:
        return Family.NEGATIVE
    if PurePath(gold["document"]).suffix.lower() in WEB:
        return Family.WEB
    kind = contracts[0].get("kind")
    if kind == ContractKind.AVENANT:
        return Family.AMENDMENT
    return Family.PROTOCOL if kind == ContractKind.PROTOCOLE else Family.FORMAL


def is_scan(layout: Layout | None) -> bool | None:
    """Half of the pages or more read by OCR; None when the layout is not at hand."""
    if layout is None:
        return None
    return bool(layout.pages) and 2 * sum(page.ocr for page in layout.pages) >= len(layout.pages)
