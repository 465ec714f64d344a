"""Filtered views of the catalogue: what lists, pages and exports all show, in the same order.

In: a Catalogue and a filter. Out: inventory rows or actions.
"""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from models.catalogue import ActionRecord, ContractStatus, InventoryRow
from models.records import ContractKind, Modality, Scheme, TerritoryType
from models.text import fold
from models.vocabularies.themes import with_broader
from search_api.services import Catalogue

Sort = Literal["territory", "end", "signature_date", "actions", "status"]
Department = Annotated[str, Field(pattern=r"^(?:\d{2}|2[AB]|97\d)$")]
Concept = Annotated[str, Field(max_length=60)]
Region = Annotated[str, Field(pattern=r"^\d{2}$")]


class ContractFilter(BaseModel):
    """Values of one criterion are alternatives; criteria add up."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field("", max_length=200, description="Mots du nom du territoire")
    kind: list[ContractKind] = Field([], description="Nature du contrat")
    status: list[ContractStatus] = Field([], description="Statut à ce jour")
    modality: list[Modality] = Field([], description="Modalité")
    region: list[Region] = Field([], description="Code INSEE de région")
    department: list[Department] = Field([], description="Code INSEE de département")
    territory_type: list[TerritoryType] = Field([], description="Type de territoire")
    ending_within: int | None = Field(None, ge=1, le=60, description="Se termine dans ce nombre de mois")
    sort: Sort = Field("territory", description="Critère de tri")
    descending: bool = Field(False, description="Ordre décroissant")


#: Days that anyone may ask for; the calendar ends not long after 9999.
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]
AsOf = Annotated[
    Day | None,
    Field(
        description="Ce qui était publié ce jour-là (AAAA-MM-JJ), statuts à ce jour ; sans lui, ce qui est publié"
    ),
]


class Dated(BaseModel):
    """What is asked of a day other than today."""

    as_of: AsOf = None


class ActionFilter(BaseModel):
    """The actions of the contracts that fit."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field("", max_length=200, description="Mots du titre")
    contract_id: str | None = Field(None, max_length=200, description="Identifiant du contrat")
    kind: list[ContractKind] = Field([], description="Nature du contrat")
    status: list[ContractStatus] = Field([], description="Statut du contrat à ce jour")
    region: list[Region] = Field([], description="Code INSEE de région")
    department: list[Department] = Field([], description="Code INSEE de département")
    theme: list[Concept] = Field([], description="Thème de santé, ou l'un de ses thèmes plus étroits")
    determinant: list[Concept] = Field([], description="Déterminant de santé")
    population: list[Concept] = Field([], description="Groupe de population")
    action_type: list[Concept] = Field([], description="Type d'action")
    setting: list[Concept] = Field([], description="Lieu d'intervention")


def contracts_view(catalogue: Catalogue, wanted: ContractFilter, today: date) -> list[InventoryRow]:
    """The rows that fit, sorted; rows without the sort value come last."""
    rows = [
        row
        for row in catalogue.rows.values()
        if _fits(row, wanted) and _ends(row, wanted.ending_within, today)
    ]
    rows.sort(key=lambda row: (fold(row.territory), row.contract_id))
    if wanted.sort != "territory":
        known = [row for row in rows if getattr(row, wanted.sort) is not None]
        known.sort(key=lambda row: getattr(row, wanted.sort), reverse=wanted.descending)
        return known + [row for row in rows if getattr(row, wanted.sort) is None]
    return rows[::-1] if wanted.descending else rows


def _fits(row: InventoryRow, wanted: ContractFilter) -> bool:
    words = fold(wanted.q).split()
    return (
        (not wanted.kind or row.kind in wanted.kind)
        and (not wanted.status or row.status in wanted.status)
        and (not wanted.modality or row.modality in wanted.modality)
        and (not wanted.region or row.region in wanted.region)
        and (not wanted.department or bool(set(row.departments) & set(wanted.department)))
        and (not wanted.territory_type or row.territory_type in wanted.territory_type)
        and all(word in fold(row.territory) for word in words)
    )


def _ends(row: InventoryRow, months: int | None, today: date) -> bool:
    if months is None:
        return True
    last = date(
        today.year + (today.month - 1 + months) // 12, (today.month - 1 + months) % 12 + 1, min(today.day, 28)
    )
    return row.end is not None and today <= row.end <= last


def actions_view(catalogue: Catalogue, wanted: ActionFilter) -> list[ActionRecord]:
    """The actions that fit, contract by contract, in the order of the documents."""
    by_contract = ContractFilter(
        kind=wanted.kind, status=wanted.status, region=wanted.region, department=wanted.department
    )
    words = fold(wanted.q).split()
    found = []
    for row in sorted(catalogue.rows.values(), key=lambda r: (fold(r.territory), r.contract_id)):
        if (wanted.contract_id in {None, row.contract_id}) and _fits(row, by_contract):
            found += catalogue.actions_of(row.contract_id)
    if not words and not any(getattr(wanted, scheme.value) for scheme in Scheme):
        return found  # to look at each of 20,000 actions took 100 ms
    return [
        record
        for record in found
        if all(word in fold(record.action.title) for word in words) and _is_about(record, wanted)
    ]


def _is_about(record: ActionRecord, wanted: ActionFilter) -> bool:
    """Whether the action has one of the concepts asked for in each scheme, or a narrower one."""
    for scheme in Scheme:
        asked: list[str] = getattr(wanted, scheme.value)
        of = (code.concept for code in record.action.codes if code.scheme is scheme)
        if asked and not any(set(with_broader(scheme, concept)) & set(asked) for concept in of):
            return False
    return True


def counted(
    rows: Sequence[InventoryRow], by: Literal["region", "department", "status", "kind"]
) -> dict[str, int]:
    """How many contracts per value, most first; a contract of two departments counts in both."""
    counts: dict[str, int] = {}
    for row in rows:
        for value in row.departments if by == "department" else (getattr(row, by),):
            if value is not None:
                counts[str(value)] = counts.get(str(value), 0) + 1
    return dict(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))
