"""In: the entries of one contract. Out: the contract with its sources, readings and evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.catalogue import Reading, Source
from models.dates import agree
from models.evidence import Evidence, EvidenceStatus, MissingReason
from models.records import Contract, Issue, Modality, Severity, Suggestion
from models.text import fold
from pipeline.linking.codes import merged_codes
from pipeline.linking.entries import Entry
from pipeline.linking.further import merged_assessment, merged_committees, merged_plans
from pipeline.linking.patterns import FIELD_LABELS

DATES = ("signature_date", "start_date", "end_date")
#: Read of the whole contract: taken together from the entry that knows most of them.
LISTS = ("signatories", "axes")
ROOTS = {"signatories": "signator", "axes": "ax"}  # "axis.objective" proves the axes too
SCALARS = ("title", "generation", *DATES, "duration_months", "announced_axes", "announced_actions", "region")
#: Worth telling a reader when the sources disagree.
TOLD = frozenset({*DATES, "generation", "duration_months", "region"})
#: A document that tells of the signature knows more than one that only announces it.
MODALITY_ORDER = (
    Modality.SIGNED,
    Modality.PROTOCOL,
    Modality.IN_PREPARATION,
    Modality.ANNOUNCED,
    Modality.UNKNOWN,
)


@dataclass(frozen=True)
class Merged:
    """`contract.actions` is empty: actions are merged apart."""

    contract: Contract
    entries: tuple[Entry, ...]  # the richest first
    sources: tuple[Source, ...]
    readings: Mapping[str, tuple[Reading, ...]]
    issues: tuple[Issue, ...]


def merge(entries: Sequence[Entry]) -> Merged:
    """The richest entry leads, the others fill what it lacks; every disagreement is kept as readings."""
    ranked = tuple(sorted(entries, key=lambda entry: (-entry.richness, entry.ref)))
    lead = next((e for e in ranked if e.contract.territory.code), ranked[0])
    values: dict[str, object] = {
        "territory": lead.contract.territory,
        "departments": lead.contract.departments,
    }
    proofs: dict[str, tuple[Evidence, ...]] = {
        name: _proofs(lead, name) for name in ("kind", "territory", "departments")
    }
    readings: dict[str, tuple[Reading, ...]] = {}
    for name in SCALARS:
        value, supporters, others = _choose(ranked, name)
        values[name] = value
        proofs[name] = tuple(proof for entry in supporters for proof in _proofs(entry, name))
        if others and name in TOLD:
            readings[name] = _readings([*supporters, *others], name)
            proofs[name] = tuple(_in_conflict(p) for e in [*supporters, *others] for p in _proofs(e, name))
    for name in LISTS:
        best = max(ranked, key=lambda entry: len(getattr(entry.contract, name)))
        values[name] = getattr(best.contract, name)
        proofs |= {key: _proofs(best, key) for key in best.contract.evidence if key.startswith(ROOTS[name])}
    modality = min((e.contract.modality for e in ranked), key=MODALITY_ORDER.index)
    values["modality"] = modality
    values["committees"] = merged_committees(ranked)
    values["health_assessment"] = merged_assessment(ranked)
    values["plan_links"] = merged_plans(ranked)
    values["codes"] = merged_codes((entry.contract.codes, entry.source.document) for entry in ranked)
    evidence = {name: found for name, found in proofs.items() if found}
    contract = ranked[0].contract.model_copy(
        update={
            **values,
            "actions": (),
            "evidence": evidence,
            "missing": _missing(ranked, values),
            "suggestions": _suggestions(ranked, values),
        }
    )
    issues = [issue for entry in ranked for issue in entry.issues]
    issues += [_disagreement(name, found) for name, found in readings.items()]
    return Merged(
        contract=contract,
        entries=ranked,
        sources=tuple(entry.source for entry in ranked),
        readings=readings,
        issues=tuple(dict.fromkeys(issues)),
    )


def with_document(evidence: Sequence[Evidence], sha256: str) -> tuple[Evidence, ...]:
    return tuple(proof.model_copy(update={"document": sha256}) for proof in evidence)


def suggestions_of(suggestions: Sequence[Suggestion], sha256: str) -> tuple[Suggestion, ...]:
    return tuple(s.model_copy(update={"evidence": with_document(s.evidence, sha256)}) for s in suggestions)


def _suggestions(ranked: Sequence[Entry], values: Mapping[str, object]) -> tuple[Suggestion, ...]:
    """Of all sources, but not a reading that another source tells for sure."""
    return tuple(
        suggestion
        for entry in ranked
        for suggestion in suggestions_of(entry.contract.suggestions, entry.source.document)
        if str(values.get(suggestion.field)) != suggestion.value
    )


def _proofs(entry: Entry, name: str) -> tuple[Evidence, ...]:
    return with_document(entry.contract.evidence.get(name, ()), entry.source.document)


def _in_conflict(proof: Evidence) -> Evidence:
    return proof.model_copy(update={"status": EvidenceStatus.CONFLICT})


def _choose(ranked: Sequence[Entry], name: str) -> tuple[object, list[Entry], list[Entry]]:
    """The value most entries agree on (the richest entry breaks a tie, the most precise date wins)."""
    given = [entry for entry in ranked if getattr(entry.contract, name) is not None]
    if not given:
        return None, [], []
    groups = [[e for e in given if _alike(name, one, e)] for one in given]
    supporters = max(groups, key=lambda group: (len(group), -given.index(group[0])))
    values = [getattr(entry.contract, name) for entry in supporters]
    value = max(values, key=len) if name in DATES else values[0]
    # a year without its day supports the date but cannot prove it
    supporters.sort(key=lambda entry: getattr(entry.contract, name) != value)
    return value, supporters, [entry for entry in given if entry not in supporters]


def _alike(name: str, one: Entry, other: Entry) -> bool:
    a, b = getattr(one.contract, name), getattr(other.contract, name)
    if name in DATES:
        return agree(a, b)
    return fold(a) == fold(b) if isinstance(a, str) else bool(a == b)


def _readings(entries: Sequence[Entry], name: str) -> tuple[Reading, ...]:
    return tuple(
        Reading(document=e.source.document, name=e.source.name, value=str(getattr(e.contract, name)))
        for e in entries
    )


def _missing(ranked: Sequence[Entry], values: Mapping[str, object]) -> dict[str, MissingReason]:
    reasons: dict[str, MissingReason] = {}
    known = {**values, "territory.code": getattr(values["territory"], "code", None)}
    for entry in ranked:
        for name, reason in entry.contract.missing.items():
            if not known.get(name):
                reasons.setdefault(name, reason)
    return reasons


def _disagreement(name: str, readings: Sequence[Reading]) -> Issue:
    told = " ; ".join(f"{reading.value} ({reading.name})" for reading in readings)
    return Issue(
        code="link.conflict",
        severity=Severity.WARNING,
        message=f"Les sources ne s'accordent pas sur {FIELD_LABELS[name]} : {told}.",
        next_step="Comparez les passages et retenez le bon.",
    )
