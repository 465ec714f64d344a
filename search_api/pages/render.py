"""Jinja templates with French formatting: dates, numbers, labels of codes."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from models.catalogue import KIND_LABELS, KIND_SHORT, MODALITY_LABELS, STATUS_LABELS
from models.fields import ACTION_FIELDS, CODE_FIELDS, CONTRACT_FIELDS, FieldInfo
from pipeline.regional.quality import LEVEL_LABELS
from search_api.coordination.collections import key_of
from search_api.french import (
    duration_label,
    french_date,
    french_number,
    french_percent,
    french_share,
    ordinal,
    plural,
    typeset,
)
from search_api.labels import (
    COMMITTEES,
    MISSING,
    ORGANISATIONS,
    OUTCOMES,
    PLANS,
    TERRITORY_TYPES,
    department_label,
    facet_label,
    region_label,
)
from search_api.pages.here import current, static_address
from search_api.pages.quality_words import quality_words
from search_api.pages.typography import FrenchTypography

K = TypeVar("K")
TEMPLATES = Path(__file__).parent / "templates"


def _printed(labels: Mapping[K, str]) -> dict[K, str]:
    return {key: typeset(label) for key, label in labels.items()}


def _printed_fields(fields: Mapping[K, FieldInfo]) -> dict[K, FieldInfo]:
    return {key: info.model_copy(update={"label": typeset(info.label)}) for key, info in fields.items()}


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
