"""In: the result of one document. Out: its line of the exchange format (docs/formats.md)."""

from collections.abc import Sequence

from models.evidence import Evidence
from models.records import Action, Code, Contract, DocumentResult, EvidenceMap, HealthAssessment, Signatory
from models.vocabularies.themes import concept_label


def format_prediction(result: DocumentResult) -> dict[str, object]:
    """Ready for `json.dumps`. A document that was refused has an error and no contracts."""
    error = result.error
    return {
        "document": result.document,
        "error": None if error is None else {"type": error.type, "message": error.message},
        "contracts": [] if error is not None else [_contract(c) for c in result.contracts],
    }


def _contract(contract: Contract) -> dict[str, object]:
    territory = contract.territory
    return {
        "kind": contract.kind.value,
        "modality": contract.modality.value,
        "title": contract.title,
        "territory": {"name": territory.name, "type": territory.type.value, "code": territory.code},
        "departments": list(contract.departments),
        "region": contract.region,
        "generation": contract.generation,
        "signatories": [_signatory(signatory) for signatory in contract.signatories],
        "signature_date": contract.signature_date,
        "start_date": contract.start_date,
        "end_date": contract.end_date,
        "duration_months": contract.duration_months,
        "axes": [axis.model_dump(mode="json") for axis in contract.axes],
        "actions": [_action(action) for action in contract.actions],
        "committees": [
            {**c.model_dump(mode="json", exclude={"evidence"}), "evidence": _places(c.evidence)}
            for c in contract.committees
        ],
        "health_assessment": _assessment(contract.health_assessment),
        "plan_links": [
            {"kind": link.kind.value, "name": link.name, "evidence": _places(link.evidence)}
            for link in contract.plan_links
        ],
        "codes": [_code(code) for code in contract.codes],
        "suggestions": [suggestion.model_dump(mode="json") for suggestion in contract.suggestions],
        "evidence": _evidence(contract.evidence),
    }


def _signatory(signatory: Signatory) -> dict[str, object]:
    person = signatory.representative
    return {
        "name": signatory.name,
        "kind": signatory.kind.value,
        "representative": None if person is None else {"name": person.name, "role": person.role},
    }


def _action(action: Action) -> dict[str, object]:
    return {
        **action.model_dump(mode="json", exclude={"other", "evidence", "codes"}),
        "codes": [_code(code) for code in action.codes],
        "evidence": _evidence(action.evidence),
    }


def _assessment(assessment: HealthAssessment | None) -> dict[str, object] | None:
    if assessment is None:
        return None
    return {
        **assessment.model_dump(mode="json", exclude={"evidence"}),
        "evidence": _evidence(assessment.evidence),
    }


def _code(code: Code) -> dict[str, object]:
    return {
        "scheme": code.scheme.value,
        "concept": code.concept,
        "label": concept_label(code.scheme, code.concept),
        "evidence": _places(code.evidence),
    }


def _evidence(evidence: EvidenceMap) -> dict[str, object]:
    return {field: _places(places) for field, places in evidence.items()}


def _places(places: Sequence[Evidence]) -> list[dict[str, object]]:
    return [
        {
            "page": place.page,
            "bbox": None if place.bbox is None else list(place.bbox),
            "quote": place.quote,
            "status": place.status.value,
            "method": place.method,
            "confidence": place.confidence,
        }
        for place in places
    ]
