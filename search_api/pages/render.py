"""Jinja templates with French formatting: dates, numbers, labels of codes."""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from models.catalogue import KIND_LABELS, KIND_SHORT, MODALITY_LABELS, STATUS_LABELS, ContractStatus
from models.fields import ACTION_FIELDS, CODE_FIELDS, CONTRACT_FIELDS, FieldInfo
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
from pipeline.regional.quality import LEVEL_LABELS
from search_api.coordination.collections import key_of
from search_api.indexing import CODE_FACETS
from search_api.pages.french import (
    FrenchTypography,
    duration_label,
    french_date,
    french_number,
    french_percent,
    french_share,
    ordinal,
    plural,
    typeset,
)
from search_api.pages.here import current, static_address
from search_api.pages.quality_words import quality_words

K = TypeVar("K")
TEMPLATES = Path(__file__).parent / "templates"
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


def _printed(labels: Mapping[K, str]) -> dict[K, str]:
    return {key: typeset(label) for key, label in labels.items()}


def _printed_fields(fields: Mapping[K, FieldInfo]) -> dict[K, FieldInfo]:
    return {key: info.model_copy(update={"label": typeset(info.label)}) for key, info in fields.items()}


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


@cache
def environment() -> Environment:
    """Autoescaped; a name that a template misspells is an error."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(("html", "svg")),
        undefined=StrictUndefined,
        extensions=[FrenchTypography],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(
        date=french_date,
        number=french_number,
        percent=french_percent,
        ordinal=ordinal,
        plural=plural,
        quality_words=quality_words,
        typo=typeset,
        share=french_share,
        department=department_label,
        region=region_label,
        duration=duration_label,
    )
    env.globals.update(
        kinds=_printed(KIND_LABELS),
        kinds_short=_printed(KIND_SHORT),
        statuses=_printed(STATUS_LABELS),
        modalities=_printed(MODALITY_LABELS),
        outcomes=_printed(OUTCOMES),
        territory_types=_printed(TERRITORY_TYPES),
        organisations=_printed(ORGANISATIONS),
        missing_labels=_printed(MISSING),
        quality_levels=_printed(LEVEL_LABELS),
        committee_kinds=_printed(COMMITTEES),
        plan_kinds=_printed(PLANS),
        contract_fields=_printed_fields(CONTRACT_FIELDS),
        action_fields=_printed_fields(ACTION_FIELDS),
        basket_key=key_of,
        facet_label=facet_label,
        here=current,
        static=static_address,
        code_fields=_printed_fields(CODE_FIELDS),
    )
    return env


def render(template: str, **values: object) -> str:
    """The page as HTML."""
    return environment().get_template(template).render(**values)
