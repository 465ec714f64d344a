"""What a document as a whole says of the trust in its values: its words, its scans, its template, its counts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median

from models.layout import Block, Layout
from models.records import ACTION_LISTS, ACTION_TEXTS, Action, Contract
from models.text import fold
from pipeline.confidence.patterns import DANGLING, NOT_A_TITLE

SHEET_FIELDS = (*ACTION_TEXTS, *ACTION_LISTS)


@dataclass
class DocumentView:
    """Folded text of the layout and figures about the contracts, each computed once."""

    layout: Layout
    contracts: Sequence[Contract]
    _counts: dict[str, int] = field(default_factory=dict)

    @cached_property
    def text(self) -> str:
        return f" {' '.join(fold(_text(block)) for block in self.layout.blocks())} "

    @cached_property
    def scanned_pages(self) -> frozenset[int]:
        return frozenset(p.number for p in self.layout.pages if p.ocr and p.number is not None)

    @cached_property
    def pages(self) -> int:
        return len(self.layout.pages) if self.layout.is_paged else 0

    def occurrences(self, words: str) -> int:
        """How often the document says it."""
        key = fold(words)[:90]
        if len(key) < 3:
            return 0
        if key not in self._counts:
            self._counts[key] = self.text.count(f" {key} " if len(key) < 90 else f" {key}")
        return self._counts[key]

    @cached_property
    def templates(self) -> list[dict[str, float]]:
        """Per contract: field of a sheet → share of its actions that have it."""
        return [
            {
                name: sum(bool(getattr(action, name)) for action in contract.actions) / len(contract.actions)
                for name in SHEET_FIELDS
            }
            if contract.actions
            else {}
            for contract in self.contracts
        ]

    @cached_property
    def poor_sheets(self) -> list[list[float]]:
        """Per contract and action: the share of the template's usual fields that the sheet lacks."""
        return [
            [
                _poor(action, [name for name, share in template.items() if share >= 0.5])
                for action in c.actions
            ]
            for c, template in zip(self.contracts, self.templates, strict=True)
        ]

    @cached_property
    def labels(self) -> list[list[dict[str, set[str]]]]:
        """Per contract and action: text of a value → the fields that have it."""
        return [[_labels(action) for action in contract.actions] for contract in self.contracts]

    @cached_property
    def structures(self) -> list[dict[str, float]]:
        """Per contract: does the structure read as a whole look like one?"""
        return [
            self._structure(contract, template)
            for contract, template in zip(self.contracts, self.templates, strict=True)
        ]

    def _structure(self, contract: Contract, template: dict[str, float]) -> dict[str, float]:
        actions = contract.actions
        titles = [action.title for action in actions]
        if not actions:
            return {}
        return {
            "odd_titles": sum(looks_odd(title) for title in titles) / len(titles),
            "template": sum(share >= 0.5 for share in template.values()) / len(SHEET_FIELDS),
            "uneven_sheets": sum(0.1 < share < 0.7 for share in template.values()) / len(SHEET_FIELDS),
            "unnumbered": sum(action.number is None for action in actions) / len(actions),
            "without_axis": sum(action.axis is None for action in actions) / len(actions),
            "few_actions": float(len(actions) < 3),
            "crowded": float(self.pages > 0 and len(actions) > 1.5 * self.pages),
            "wrong_count": float(contract.announced_actions not in {None, len(actions)}),
        }

    @cached_property
    def usual_lengths(self) -> list[dict[str, float]]:
        """Per contract: field of a sheet → median length of its texts; "title" too."""
        return [
            {
                name: median(lengths)
                for name in ("title", *ACTION_TEXTS)
                if (lengths := [len(v) for action in contract.actions if (v := getattr(action, name))])
            }
            for contract in self.contracts
        ]


def _poor(action: Action, usual: Sequence[str]) -> float:
    return sum(not getattr(action, name) for name in usual) / len(usual) if usual else 0.0


def _labels(action: Action) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in SHEET_FIELDS:
        value = getattr(action, name)
        for text in (value,) if isinstance(value, str) else value or ():
            found.setdefault(text, set()).add(name)
    return found


def looks_odd(title: str) -> bool:
    """Cut, in the middle of a sentence, or a heading of another kind."""
    odd = DANGLING.search(title) or NOT_A_TITLE.search(title)
    return bool(odd) or title[:1].islower() or not 12 <= len(title) <= 140


def _text(block: Block) -> str:
    if block.table is None:
        return f"{block.marker} {block.text}" if block.marker else block.text
    return " ".join(cell.text for cell in block.table.cells)
