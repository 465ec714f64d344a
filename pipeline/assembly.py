"""A contract record from its parts, each field with its evidence or the reason why it is missing."""

from collections.abc import Sequence

from extractors.dates.extract import Times
from extractors.signatories.extract import Party
from extractors.structure import Structure
from extractors.territory.extract import Located
from models.evidence import Evidence, EvidenceStatus, MissingReason
from models.records import Contract, ContractKind, EvidenceMap


def assemble(
    kind: ContractKind,
    located: Located,
    parties: Sequence[Party],
    times: Times,
    structure: Structure,
    generation: tuple[int, Evidence] | None,
    proof: EvidenceMap,
) -> Contract:
    proofs: dict[str, tuple[Evidence, ...]] = {
        **proof,
        "territory": (located.evidence,),
        **times.evidence,
        **structure.evidence,
    }
    derived = (located.evidence.model_copy(update={"status": EvidenceStatus.DERIVED}),)
    if located.departments:
        proofs["departments"] = derived
    if located.region:
        proofs["region"] = derived
    if parties:
        proofs["signatories"] = tuple(party.evidence for party in parties)
    if generation:
        proofs["generation"] = (generation[1],)
    fields = ("signature_date", "start_date", "end_date", "duration_months")
    missing = {name: MissingReason.ABSENT for name in fields if getattr(times, name) is None}
    if not parties:
        missing["signatories"] = MissingReason.ABSENT
    if located.territory.code is None:
        missing["territory.code"] = MissingReason.AMBIGUOUS
    return Contract(
        kind=kind,
        territory=located.territory,
        departments=located.departments,
        region=located.region,
        generation=generation[0] if generation else None,
        signatories=tuple(party.signatory for party in parties),
        signature_date=times.signature_date,
        start_date=times.start_date,
        end_date=times.end_date,
        duration_months=times.duration_months,
        announced_axes=structure.announced_axes,
        announced_actions=structure.announced_actions,
        axes=structure.axes,
        actions=structure.actions,
        evidence=proofs,
        missing=missing,
    )
