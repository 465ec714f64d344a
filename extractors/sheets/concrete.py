"""Concrete actions of a web page: a heading that announces them, then one heading or list item an action."""

import re
from collections.abc import Sequence

from extractors.mentions import evidence
from models.evidence import Evidence
from models.layout import Block, BlockKind
from models.records import Action

METHOD = "concrete-1"
ANNOUNCES = re.compile(
    r"^(?:(?:des|les|quelques|nos|exemples?\s+d.)\s*)?(?:actions?"
    r"(?:\s+(?:concrètes?|menées?|phares?|réalisées?|en cours|du contrat|du CLS|engagées?))+|"
    r"(?:les|des|nos)\s+actions|exemples?\s+d.actions?|ce que (?:fait|finance|permet) le (?:contrat|CLS).*"
    r"|réalisations?|sur le terrain)\s*:?\s*$",
    re.IGNORECASE,
)
MAX_TITLE = 140


def concrete_actions(blocks: Sequence[Block]) -> list[Action]:
    """Sub-headings with their text, or the items of the list, under the announcing heading."""
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING and ANNOUNCES.match(block.text.strip()):
            level = block.level or 6
            run = []
            for item in blocks[index + 1 :]:
                if item.kind is BlockKind.HEADING and (item.level or 6) <= level:
                    break
                run.append(item)
            found = _headed(run) or _itemised(run)
            if found:
                return found
    return []


def _headed(run: Sequence[Block]) -> list[Action]:
    actions: list[Action] = []
    for block in run:
        if block.kind is BlockKind.HEADING and len(block.text) <= MAX_TITLE:
            actions.append(
                Action(title=block.text, evidence={"title": (evidence(block, block.text, method=METHOD),)})
            )
        elif actions and actions[-1].description is None and block.kind is BlockKind.PARAGRAPH:
            proofs: dict[str, tuple[Evidence, ...]] = dict(actions[-1].evidence)
            proofs["description"] = (evidence(block, block.text, method=METHOD),)
            actions[-1] = actions[-1].model_copy(update={"description": block.text, "evidence": proofs})
    return actions


def _itemised(run: Sequence[Block]) -> list[Action]:
    actions = []
    for block in run:
        if block.kind is BlockKind.LIST_ITEM:
            title = re.split(r"\s*[:–—]\s|\.\s", block.text, maxsplit=1)[0].strip(" ;.")
            if 6 < len(title) <= MAX_TITLE:
                actions.append(
                    Action(title=title, evidence={"title": (evidence(block, block.text, method=METHOD),)})
                )
    return actions
