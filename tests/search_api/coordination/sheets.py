"""Action sheets and contracts in one line each, for tests of what coordinators see."""

from collections.abc import Mapping, Sequence
from datetime import date

from models.catalogue import ActionRecord, ContractRecord, Source
from models.evidence import Evidence
from models.records import Action, Code, Contract, ContractKind, Scheme, Territory
from pipeline.inventory import take_inventory
from search_api.services import Catalogue

PDF = "a" * 64
TODAY = date(2026, 11, 24)
#: Territory by short name: type, official code, department, region, population.
PLACES: Mapping[str, tuple[str, str, str, str | None, str, str, int | None]] = {
    "dreux": ("Dreux", "cls", "commune", "28134", "28", "24", 30_664),
    "chartres": ("Chartres", "cls", "commune", "28085", "28", "24", 38_534),
    "alencon": ("Alençon", "cls", "commune", "61001", "61", "28", 25_848),
    "flers": ("Flers Agglo", "cls", "epci", "200035814", "61", "28", 52_509),
    "ouche": ("Pays d'Ouche", "cls", "pays", None, "61", "28", None),
    "caen": ("Caen", "clsm", "commune", "14118", "14", "28", 108_000),
}


def proof(quote: str, page: int | None = 3) -> Evidence:
    return Evidence(page=page, bbox=(70, 80, 300, 100) if page else None, quote=quote, document=PDF)


def sheet(
    place: str, title: str, *codes: str, number: int = 1, **fields: str | Sequence[str]
) -> ActionRecord:
    """`codes` are "theme:tabac"; the title, the codes and every field have a proof."""
    made = tuple(
        Code(scheme=Scheme(scheme), concept=concept, evidence=(proof(concept),))
        for scheme, _, concept in (code.partition(":") for code in codes)
    )
    values = {name: value if isinstance(value, str) else tuple(value) for name, value in fields.items()}
    evidence = {
        name: (proof(value if isinstance(value, str) else " ; ".join(value)),)
        for name, value in values.items()
    }
    action = Action.model_validate(
        {"title": title, "codes": made, **values, "evidence": {"title": (proof(title, 2),), **evidence}}
    )
    return ActionRecord(
        id=f"c-{place}-a{number}",
        contract_id=f"c-{place}",
        position=number,
        action=action,
        sources=(Source(document=PDF, name="contrat.pdf", uri="https://exemple.fr/contrat.pdf"),),
    )


def contract(place: str, action_ids: Sequence[str]) -> ContractRecord:
    name, kind, type_, code, department, region, population = PLACES[place]
    territory = Territory.model_validate({"name": name, "type": type_, "code": code})
    return ContractRecord(
        id=f"c-{place}",
        contract=Contract(
            kind=ContractKind(kind),
            territory=territory,
            departments=(department,),
            region=region,
            signature_date="2022-03",
            end_date="2027-03",
            evidence={"territory": (proof(name, 1),)},
        ),
        sources=(Source(document=PDF, name="contrat.pdf", uri="https://exemple.fr/contrat.pdf"),),
        action_ids=tuple(action_ids),
        population=population,
    )


def catalogue(actions: Sequence[ActionRecord]) -> Catalogue:
    """Of the contracts of all these actions."""
    of_place: dict[str, list[str]] = {}
    for record in actions:
        of_place.setdefault(record.contract_id.removeprefix("c-"), []).append(record.id)
    contracts = [contract(place, ids) for place, ids in of_place.items()]
    return Catalogue(
        digest="d",
        contracts={record.id: record for record in contracts},
        actions={record.id: record for record in actions},
        rows={row.contract_id: row for row in take_inventory(contracts, actions, TODAY)},
    )
