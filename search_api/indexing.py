"""What is searched for: the published contracts and actions in, one index entry each out."""

from collections.abc import Iterator, Mapping, Sequence

from models.catalogue import KIND_LABELS, ActionRecord, ContractRecord, InventoryRow
from models.records import Action, Code, Scheme
from models.search import EntryKind, IndexEntry
from models.vocabularies.density import density_class, density_of
from models.vocabularies.pilots import pilot_kinds
from models.vocabularies.sizes import territory_size
from models.vocabularies.themes import with_broader
from search_api.place_names import place_names

VERSION = "4"  # change it when the same catalogue gives other entries: older indexes are then rebuilt

#: Facets of every entry, in the order in which pages show them.
FACETS = (
    "region",
    "department",
    "status",
    "kind",
    "modality",
    "territory_type",
    "territory_size",
    "density",
    "year",
    "generation",
    "contract_id",
)
#: Facets of actions only.
ACTION_FACETS = ("pilot_kind",)
#: Facets of what is coded, by the name of the scheme; a narrower concept is found under its broader ones too.
CODE_FACETS = tuple(scheme.value for scheme in Scheme)
_TEXTS = (
    "objectives",
    "target_population",
    "axis",
    "description",
    "context",
    "pilot",
    "area",
    "schedule",
    "budget",
    "expected_results",
)


def index_entries(
    contracts: Sequence[ContractRecord], actions: Sequence[ActionRecord], rows: Sequence[InventoryRow]
) -> Iterator[IndexEntry]:
    """Contracts, then actions; an action has the facets, the date and the place names of its contract."""
    by_id = {row.contract_id: row for row in rows}
    of_contract: dict[str, IndexEntry] = {}
    for record in contracts:
        of_contract[record.id] = _contract_entry(record, by_id.get(record.id))
        yield of_contract[record.id]
    for action in actions:
        if contract := of_contract.get(action.contract_id):
            yield _action_entry(action, contract)


def _contract_entry(record: ContractRecord, row: InventoryRow | None) -> IndexEntry:
    contract = record.contract
    place = _place_names(record)
    fields = {
        "axis": "\n".join(axis.title for axis in contract.axes),
        "objectives": "\n".join(objective for axis in contract.axes for objective in axis.objectives),
        "partners": "\n".join(signatory.name for signatory in contract.signatories),
        "territory": place,
    }
    return IndexEntry(
        id=record.id,
        kind=EntryKind.CONTRACT,
        contract_id=record.id,
        title=contract.title or f"{KIND_LABELS[contract.kind]} – {contract.territory.name}",
        fields=_filled(fields),
        facets={**_facets(record, row), **_code_facets(contract.codes)},
        date=contract.signature_date or contract.start_date,
    )


def _action_entry(record: ActionRecord, contract: IndexEntry) -> IndexEntry:
    action = record.action
    fields: dict[str, str | None] = {name: getattr(action, name) for name in _TEXTS}
    fields |= _lists(action)
    fields["territory"] = contract.fields.get("territory")
    return IndexEntry(
        id=record.id,
        kind=EntryKind.ACTION,
        contract_id=record.contract_id,
        title=action.title,
        fields=_filled(fields),
        facets={
            **{name: found for name, found in contract.facets.items() if name not in CODE_FACETS},
            **_code_facets(action.codes),
            **_pilot_facets(action),
        },
        date=contract.date,
    )


def _lists(action: Action) -> dict[str, str | None]:
    return {
        "partners": "\n".join(action.partners),
        "indicators": "\n".join(action.indicators),
        "other": "\n".join(f"{label} : {text}" for label, text in action.other.items()),
    }


def _code_facets(codes: Sequence[Code]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for code in codes:
        found.setdefault(code.scheme.value, {}).update(dict.fromkeys(with_broader(code.scheme, code.concept)))
    return {name: tuple(values) for name, values in found.items()}


def _pilot_facets(action: Action) -> dict[str, tuple[str, ...]]:
    kinds = pilot_kinds(action.pilot)
    return {"pilot_kind": tuple(kind.value for kind in kinds)} if kinds else {}


def _filled(fields: Mapping[str, str | None]) -> dict[str, str]:
    return {name: text for name, text in fields.items() if text}


def _place_names(record: ContractRecord) -> str:
    """The territory, its departments and its region by name, so that "bus santé Orne" finds it; its years too.

    The years of signature and of beginning: "tabac 2019" asks for contracts of that year.
    """
    contract = record.contract
    names = (contract.territory.name, *place_names(contract.departments, contract.region))
    years = (date[:4] for date in (contract.signature_date, contract.start_date) if date)
    return "\n".join(dict.fromkeys((*names, *years)))


def _facets(record: ContractRecord, row: InventoryRow | None) -> dict[str, tuple[str, ...]]:
    contract = record.contract
    date = contract.signature_date or contract.start_date
    size = territory_size(record.population)
    code = contract.territory.code
    density = density_class(density_of(code)) if code else None
    values: dict[str, tuple[str | None, ...]] = {
        "region": (contract.region,),
        "department": contract.departments,
        "status": (row.status.value if row else None,),
        "kind": (contract.kind.value,),
        "modality": (contract.modality.value,),
        "territory_type": (contract.territory.type.value,),
        "territory_size": (size.value if size else None,),
        "density": (density.value if density else None,),
        "year": (date[:4] if date else None,),
        "generation": (str(contract.generation) if contract.generation else None,),
        "contract_id": (record.id,),
    }
    return {name: kept for name, found in values.items() if (kept := tuple(v for v in found if v))}
