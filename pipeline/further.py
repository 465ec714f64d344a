"""What a contract tells beyond its parties and actions: its title, who governs it, its assessment, the linked plans.

In: a contract and the blocks it was read from. Out: the contract with these fields filled.
"""

from collections.abc import Sequence

from extractors.articulation.extract import extract_articulation
from extractors.assessment.extract import extract_assessment
from extractors.chapters import spots
from extractors.governance.extract import extract_governance
from extractors.outline.stream import Stream
from extractors.title import extract_title
from models.layout import Block
from models.records import Contract, ContractKind, PlanKind


def with_further(contract: Contract, blocks: Sequence[Block], stream: Stream | None = None) -> Contract:
    """The same contract, these four fields filled where the blocks tell them."""
    read = spots(blocks, contract.actions, stream)
    title = extract_title(blocks)
    proofs = {**contract.evidence, "title": title.evidence} if title else contract.evidence
    return contract.model_copy(
        update={
            "title": title.text if title else contract.title,
            "committees": extract_governance(read),
            "health_assessment": extract_assessment(read),
            "plan_links": extract_articulation(
                read, own=PlanKind.CLSM if contract.kind is ContractKind.CLSM else None
            ),
            "evidence": proofs,
        }
    )
