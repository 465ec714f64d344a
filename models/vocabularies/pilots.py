"""What kind of organisation pilots an action: the text of a sheet's pilot in, its kinds out.

Finer than OrganisationKind where coordinators ask for more: a CPTS is not any group of professionals, and
an action may be led by those who coordinate the contract. "CH d'Alençon et CPTS Sud" has two kinds.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from models.text import fold
from models.vocabularies.data import read_yaml
from models.vocabularies.organisations import organisation_head, organisation_kind

_PARTS = re.compile(r"[,;/\n•()]|\s[-–—+&]\s|\bet\b|\bavec\b|\ben lien\b")


class PilotKind(StrEnum):
    ARS = "ars"
    ETAT = "etat"
    COMMUNE = "commune"
    EPCI = "epci"
    DEPARTEMENT = "departement"
    REGION = "region"
    ASSURANCE_MALADIE = "assurance_maladie"
    ETABLISSEMENT = "etablissement"
    CPTS = "cpts"
    PROFESSIONNELS = "professionnels"
    ASSOCIATION = "association"
    COORDINATION = "coordination"
    AUTRE = "autre"


PILOT_LABELS: dict[PilotKind, str] = {
    PilotKind.ARS: "Agence régionale de santé",
    PilotKind.ETAT: "État",
    PilotKind.COMMUNE: "Commune ou CCAS",
    PilotKind.EPCI: "Intercommunalité, pays ou PETR",
    PilotKind.DEPARTEMENT: "Département",
    PilotKind.REGION: "Région",
    PilotKind.ASSURANCE_MALADIE: "Assurance maladie",
    PilotKind.ETABLISSEMENT: "Hôpital ou établissement",
    PilotKind.CPTS: "CPTS",
    PilotKind.PROFESSIONNELS: "Autres professionnels de santé",
    PilotKind.ASSOCIATION: "Association",
    PilotKind.COORDINATION: "Coordination du contrat",
    PilotKind.AUTRE: "Autre structure",
}


@lru_cache(maxsize=1)
def _own() -> tuple[dict[str, PilotKind], tuple[tuple[PilotKind, re.Pattern[str]], ...]]:
    rows: list[dict[str, Any]] = read_yaml(Path(__file__).parent / "pilots.yaml")
    keys = {key: PilotKind(row["kind"]) for row in rows for key in row.get("keys", ())}
    patterns = tuple(
        (PilotKind(row["kind"]), re.compile(r"\b(?:" + "|".join(row["patterns"]) + r")\b"))
        for row in rows
        if "patterns" in row
    )
    return keys, patterns


@lru_cache(maxsize=8192)
def pilot_kinds(text: str | None) -> tuple[PilotKind, ...]:
    """Each kind once, in the order of the text; () without a text, AUTRE where no word tells."""
    if not text or not text.strip():
        return ()
    found = tuple(dict.fromkeys(kind for part in _PARTS.split(text) if (kind := _told(part))))
    return found or tuple(_looked_up(text))


def _told(part: str) -> PilotKind | None:
    """What the words of one name tell, or None."""
    folded = fold(part)
    keys, patterns = _own()
    for kind, expression in patterns:
        if expression.search(folded):
            return kind
    head = organisation_head(folded)
    if head is None:
        return None
    return keys.get(head.pattern.key) or PilotKind(head.pattern.kind.value)


def _looked_up(text: str) -> Iterator[PilotKind]:
    """A bare name that the official lists know: "Millau", "Flers Agglo"."""
    yield PilotKind(organisation_kind(text).value)
