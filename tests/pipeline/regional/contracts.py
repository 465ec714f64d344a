"""Contracts of a small imagined inventory, over the official lists."""

from collections.abc import Mapping, Sequence
from datetime import date

from models.catalogue import ContractRecord, InventoryRow, Relation, Source
from models.records import Contract, Territory
from pipeline.inventory import take_inventory

TODAY = date(2026, 11, 25)
REDON = {"name": "Redon Agglomération", "type": "epci", "code": "243500741"}
REDON_TOWN = {"name": "Redon", "type": "commune", "code": "35236"}
RENNES = {"name": "Rennes", "type": "commune", "code": "35238"}
PAYS = {"name": "Pays de Ploërmel", "type": "pays", "code": None}


def record(
    name: str, territory: Mapping[str, object], *relations: Relation, **values: object
) -> ContractRecord:
    """Signed, in Ille-et-Vilaine, from 2024 to 2028, unless said otherwise."""
    plain = {
        "kind": "cls",
        "modality": "signed",
        "region": "53",
        "departments": ("35",),
        "start_date": "2024-01-01",
        "end_date": "2028-12-31",
    }
    contract = Contract.model_validate({**plain, **values, "territory": Territory.model_validate(territory)})
    sources = (Source(document="a" * 64, name=f"{name}.pdf"),)
    return ContractRecord(id=name, contract=contract, sources=sources, relations=relations)


def rows_of(records: Sequence[ContractRecord]) -> list[InventoryRow]:
    return list(take_inventory(records, (), TODAY))
