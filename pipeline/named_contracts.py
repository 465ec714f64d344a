"""What a text says of contracts that it only names: "dans le cadre du CLS de Dreux", "le CLS de X a fixé 4 axes :"."""

import re
from collections.abc import Sequence

from extractors.axes.inline import inline_axes
from extractors.mentions import evidence, passages
from extractors.scopes.extract import Scope
from extractors.scopes.patterns import ACTION_OF, NOT_ACTION, WITHIN
from extractors.told.patterns import NAMED_APPOSITION
from models.evidence import Evidence
from models.layout import Block, BlockKind
from models.records import Action, Axis
from models.text import fold

METHOD = "named-1"
_AXES = re.compile(r"\baxes?\b|\bpriorités\b|\borientations\b|\bthématiques\b", re.IGNORECASE)


def named_actions(
    scope: Scope,
) -> tuple[tuple[Action, ...], tuple[Axis, ...], dict[str, tuple[Evidence, ...]]]:
    """The actions and axes that the text gives to this contract by name."""
    core = _core(scope.name or "")
    actions: dict[str, Action] = {}
    for passage in passages(scope.blocks):
        text = passage.text.strip()
        found = NAMED_APPOSITION.match(text) or ACTION_OF.match(text) or WITHIN.search(passage.text)
        if found is None or not fold(found["name"]).startswith(core) or NOT_ACTION.search(found["title"]):
            continue
        title = re.sub(r"\s+", " ", found["title"].replace("«", "").replace("»", "")).strip(" ,.-")
        title = title[:1].upper() + title[1:]
        proof = evidence(passage.block, passage.text.strip(), method=METHOD)
        actions.setdefault(fold(title), Action(title=title, evidence={"title": (proof,)}))
    axes, proofs = _axes(scope.blocks, core)
    return tuple(actions.values()), axes, {"axes": proofs} if proofs else {}


def _core(name: str) -> str:
    return re.sub(r" (?:metropole|agglo\w*)$", "", fold(name))


def _axes(blocks: Sequence[Block], core: str) -> tuple[tuple[Axis, ...], tuple[Evidence, ...]]:
    """The list after a sentence that names this contract and its axes and ends with a colon, or an enumeration in a
    paragraph that names it."""
    for index, block in enumerate(blocks):
        last = block.text.rstrip().rsplit(". ", 1)[-1]
        if not (last.endswith(":") and _AXES.search(last) and core in fold(last)):
            continue
        items = []
        for item in blocks[index + 1 :]:
            if item.kind is not BlockKind.LIST_ITEM:
                break
            items.append(item)
        axes = tuple(Axis(title=item.text.strip(" ;.")) for item in items)
        return axes, tuple(evidence(item, item.text, method=METHOD) for item in items)
    for block in blocks:
        told = inline_axes([block]) if block.table is None and core in fold(block.text) else []
        if told:
            proofs = tuple(evidence(block, listed.quote, method=METHOD) for listed in told[0])
            return tuple(listed.axis for listed in told[0]), proofs
    return (), ()
