"""Evidence of a prediction: which places prove a judged value, and do the quotes stand on their pages.

The pages are those of our own layout, so that the words of a scan count too.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from models.layout import Layout, Page
from models.text import fold
from pipeline.evaluation.similarity import Node
from pipeline.evaluation.tally import Judged

QUOTE_MIN = 90.0
#: Shorter words stand on too many pages to say where a missed value is.
SHORTEST = 12

#: Judged field of a contract → the key of its evidence.
KEYS = {
    "contract": "kind",
    "territory.code": "territory",
    "territory.type": "territory",
    "signatory": "signatories",
    "representative": "signatories",
    "axis": "axes",
    "axis.objective": "axes",
}


def proofs_of(prediction: Node, value: Judged) -> Sequence[Node]:
    """The places that the prediction gives for a value; none for a missed one."""
    at = value.place
    contracts = prediction.get("contracts") or []
    if at.contract is None or not 0 <= at.contract < len(contracts) or value.found is None:
        return ()
    contract: Node = contracts[at.contract]
    if at.action is not None:
        proofs: Node = contract["actions"][at.action].get("evidence") or {}
        places = proofs.get(value.field.removeprefix("action.")) or proofs.get("title") or ()
        return places if value.field != "action" else places[:1]
    places = (contract.get("evidence") or {}).get(KEYS.get(value.field, value.field)) or ()
    if at.item is not None and value.field not in {"departments"}:
        return places[at.item : at.item + 1]
    return places


def all_proofs(prediction: Node) -> Iterator[Node]:
    for contract in prediction.get("contracts") or []:
        for record in (contract, *(contract.get("actions") or [])):
            for places in (record.get("evidence") or {}).values():
                yield from places


class PageTexts:
    """The folded words of each page, furniture included."""

    def __init__(self, layout: Layout) -> None:
        self.pages = [(page.number, fold(" ".join(_texts(page)))) for page in layout.pages]
        self.whole = " ".join(text for _, text in self.pages)

    def holds(self, proof: Node) -> bool:
        """Does the quote stand on the page that it names?"""
        quote = fold(str(proof.get("quote") or ""))
        text = dict(self.pages).get(proof.get("page"), self.whole)
        return bool(quote) and (quote in text or _alike(quote, text) >= QUOTE_MIN)

    def page_of(self, words: object) -> int | None:
        """The first page that holds the words of a value that was missed."""
        text = fold(str(words or ""))[:120]
        if len(text) < SHORTEST:
            return None
        return next((number for number, page in self.pages if text in page), None)


@lru_cache(maxsize=4096)
def _alike(quote: str, text: str) -> float:
    return fuzz.partial_ratio(quote, text)


def _texts(page: Page) -> Iterator[str]:
    for block in page.blocks:
        yield f"{block.marker} {block.text}" if block.marker else block.text
        if block.table is not None:
            yield from (cell.text for cell in block.table.cells)
    yield from (line.text for line in page.furniture)
