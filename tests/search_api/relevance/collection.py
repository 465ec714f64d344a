"""What the judged queries search in: the actions of the samples' gold, and some composed for them."""

import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from extractors.themes import code_action
from models.catalogue import ActionRecord, ContractRecord
from models.evidence import Evidence
from models.records import ACTION_LISTS, ACTION_TEXTS, Action, Contract, ContractKind, Territory
from models.search import IndexEntry
from search_api.engines.analysis import words_of
from search_api.indexing import index_entries

HERE = Path(__file__).parent
SAMPLES = Path(__file__).parents[3] / "samples"


@lru_cache(maxsize=1)
def collection() -> tuple[IndexEntry, ...]:
    """Contracts and actions. The id of an action is its own, or the words of its title ("mois-sans-tabac")."""
    contracts: list[ContractRecord] = []
    actions: list[ActionRecord] = []
    taken: set[str] = set()
    for contract, sheets in (*_of_golds(), *_composed()):
        record = ContractRecord(id=f"contract-{len(contracts)}", contract=contract, sources=())
        contracts.append(record)
        for position, (first, action) in enumerate(sheets):
            name = first if first not in taken else f"{first}-2"
            taken.add(name)
            coded = action.model_copy(update={"codes": code_action(action)})
            actions.append(
                ActionRecord(id=name, contract_id=record.id, position=position, action=coded, sources=())
            )
    return tuple(index_entries(contracts, actions, []))


def _of_golds() -> Iterator[tuple[Contract, list[tuple[str, Action]]]]:
    for gold in yaml.safe_load((HERE / "sheets.yaml").read_text(encoding="utf-8")):
        for contract in json.loads((SAMPLES / gold).read_text(encoding="utf-8"))["contracts"]:
            if sheets := contract.get("actions"):
                names = ("territory", "departments", "region", "signature_date")
                place = {key: contract[key] for key in names if contract.get(key)}
                yield (
                    Contract.model_validate({"kind": contract["kind"], **place}),
                    [("-".join(w.form for w in words_of(s["title"])), _action(s)) for s in sheets],
                )


def _composed() -> Iterator[tuple[Contract, list[tuple[str, Action]]]]:
    places: dict[str, list[tuple[str, Action]]] = {}
    for sheet in yaml.safe_load((HERE / "actions.yaml").read_text(encoding="utf-8")):
        places.setdefault(sheet["place"], []).append((sheet["id"], _action(sheet)))
    for place, sheets in places.items():
        yield Contract(kind=ContractKind.CLS, territory=Territory(name=place, type="commune")), sheets


def _action(sheet: dict[str, Any]) -> Action:
    """The fields of a sheet; each is its own evidence, so that it can be coded."""
    names = ("title", "axis", *ACTION_TEXTS, *ACTION_LISTS)
    fields = {name: sheet[name] for name in names if sheet.get(name)}
    evidence = {
        name: [Evidence(page=1, bbox=(0, 0, 1, 1), quote=part) for part in _parts(text)]
        for name, text in fields.items()
    }
    return Action.model_validate({**fields, "evidence": evidence})


def _parts(text: str | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else text
