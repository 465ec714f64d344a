"""What codes are called in French: outcomes, kinds of organisations, places, values of facets.

Labels of fields, of kinds and of statuses are the models' (`models/fields.py`, `models/catalogue.py`).
"""

from collections.abc import Callable
from functools import lru_cache

from models.catalogue import KIND_LABELS, MODALITY_LABELS, STATUS_LABELS, ContractStatus
from models.layout import Outcome
from models.records import (
    CommitteeKind,
    ContractKind,
    Modality,
    OrganisationKind,
    PlanKind,
    Scheme,
    TerritoryType,
)
from models.vocabularies.density import DENSITY_LABELS, Density
from models.vocabularies.gazetteer import load_gazetteer
from models.vocabularies.pilots import PILOT_LABELS, PilotKind
from models.vocabularies.sizes import SIZE_LABELS, TerritorySize
from models.vocabularies.themes import concept_label
from search_api.french import ordinal, typeset
from search_api.indexing import CODE_FACETS

OUTCOMES = {
    Outcome.PARSED: "Lu",
    Outcome.PARTIAL: "Lu en partie",
    Outcome.ENCRYPTED: "Protégé par mot de passe",
    Outcome.EMPTY: "Vide",
    Outcome.NOT_A_DOCUMENT: "Pas un document",
    Outcome.DAMAGED: "Endommagé",
    Outcome.TOO_BIG: "Trop gros",
    Outcome.TIMEOUT: "Trop long à lire",
    Outcome.MEMORY: "Trop gourmand en mémoire",
}
TERRITORY_TYPES = {
    TerritoryType.COMMUNE: "Commune",
    TerritoryType.EPCI: "Intercommunalité",
    TerritoryType.PAYS: "Pays ou PETR",
    TerritoryType.DEPARTEMENT: "Département",
    TerritoryType.QUARTIER: "Quartier",
    TerritoryType.AUTRE: "Autre",
}
ORGANISATIONS = {
    OrganisationKind.ARS: "Agence régionale de santé",
    OrganisationKind.ETAT: "État",
    OrganisationKind.COMMUNE: "Commune",
    OrganisationKind.EPCI: "Intercommunalité",
    OrganisationKind.DEPARTEMENT: "Département",
    OrganisationKind.REGION: "Région",
    OrganisationKind.ASSURANCE_MALADIE: "Assurance maladie",
    OrganisationKind.ETABLISSEMENT: "Établissement",
    OrganisationKind.PROFESSIONNELS: "Professionnels de santé",
    OrganisationKind.ASSOCIATION: "Association",
    OrganisationKind.AUTRE: "Autre",
}
COMMITTEES = {
    CommitteeKind.STEERING: "Pilotage",
    CommitteeKind.TECHNICAL: "Suivi technique",
    CommitteeKind.OTHER: "Autre instance",
}
#: Acronyms that say of which plan a name is; none where the name says it all.
PLANS = {
    PlanKind.PRS: "PRS",
    PlanKind.CONTRAT_DE_VILLE: "Contrat de ville",
    PlanKind.CLSM: "CLSM",
    PlanKind.PTSM: "PTSM",
    PlanKind.CPTS: "CPTS",
    PlanKind.CRTE: "CRTE",
    PlanKind.CTG: "CTG",
    PlanKind.PRSE: "PRSE",
    PlanKind.OTHER: "",
}
MISSING = {
    "absent": "cherché, absent du document",
    "ambiguous": "ambigu : à préciser par une personne",
    "unreadable": "illisible",
    "not_attempted": "pas encore cherché",
}


@lru_cache(maxsize=1024)
def department_label(code: str) -> str:
    """ "13" → "Bouches-du-Rhône (13)"."""
    place = load_gazetteer().department(code)
    return typeset(f"{place.name} ({code})") if place else code


@lru_cache(maxsize=1024)
def region_label(code: str | None) -> str:
    place = load_gazetteer().region(code) if code else None
    return typeset(place.name) if place else (code or "")


def facet_label(facet: str, value: str) -> str:
    """The French label of a facet value."""
    labels: dict[str, Callable[[str], str]] = {
        "kind": lambda v: KIND_LABELS[ContractKind(v)],
        "status": lambda v: STATUS_LABELS[ContractStatus(v)],
        "modality": lambda v: MODALITY_LABELS[Modality(v)],
        "territory_type": lambda v: TERRITORY_TYPES[TerritoryType(v)],
        "density": lambda v: DENSITY_LABELS[Density(v)],
        "territory_size": lambda v: SIZE_LABELS[TerritorySize(v)],
        "pilot_kind": lambda v: PILOT_LABELS[PilotKind(v)],
        "region": region_label,
        "department": department_label,
        "generation": lambda v: f"{ordinal(v)} génération",
    }
    if facet in CODE_FACETS:
        return typeset(concept_label(Scheme(facet), value))
    return typeset(labels[facet](value)) if facet in labels else value
