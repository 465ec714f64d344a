"""Where the values of a contract or an action were read, by the name of the field."""

from collections.abc import Mapping, Sequence

from models.evidence import Evidence
from models.records import Action, Contract


def proofs_of(read: Contract | Action) -> Mapping[str, Sequence[Evidence]]:
    """Field → places: "pilot", "theme.sante-mentale", "committees.1", "health_assessment.date", "plan_links.2".

    The names of the API, of the pages that show evidence and of the exports.
    """
    proofs: dict[str, list[Evidence]] = {field: list(places) for field, places in read.evidence.items()}
    for code in read.codes:
        proofs.setdefault(f"{code.scheme}.{code.concept}", []).extend(code.evidence)
    if isinstance(read, Contract):
        for number, committee in enumerate(read.committees, 1):
            proofs.setdefault(f"committees.{number}", []).extend(committee.evidence)
        for number, link in enumerate(read.plan_links, 1):
            proofs.setdefault(f"plan_links.{number}", []).extend(link.evidence)
        if read.health_assessment is not None:
            for field, places in read.health_assessment.evidence.items():
                proofs.setdefault(f"health_assessment.{field}", []).extend(places)
    return proofs


def proofs_at(read: Contract | Action, field: str) -> tuple[Evidence, ...]:
    """Of one field, or of all its parts ("committees"); of "suggestions", the first place of each; () for none."""
    if field == "suggestions":
        return tuple(suggestion.evidence[0] for suggestion in read.suggestions)
    proofs = proofs_of(read)
    parts = (place for name, places in proofs.items() if name.startswith(f"{field}.") for place in places)
    return tuple(proofs.get(field) or parts)
