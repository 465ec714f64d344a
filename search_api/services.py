"""What the web application works with, and the published catalogue, loaded once per publication."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock

from models.catalogue import ActionRecord, ContractRecord, InventoryRow
from models.layout import Layout
from pipeline.inventory import take_inventory
from pipeline.store.protocol import Store
from search_api.engines.protocol import SearchEngine


@dataclass(frozen=True)
class Services:
    """`original` and `layout` answer None for what is not kept."""

    store: Store
    engine: SearchEngine
    original: Callable[[str], Path | None]
    layout: Callable[[str], Layout | None]
    today: Callable[[], date]


@dataclass(frozen=True)
class Catalogue:
    """One publication as of one day, by identifier."""

    digest: str
    contracts: dict[str, ContractRecord]
    actions: dict[str, ActionRecord]
    rows: dict[str, InventoryRow]

    def actions_of(self, contract_id: str) -> list[ActionRecord]:
        """In the order of the document."""
        ids = self.contracts[contract_id].action_ids
        return [self.actions[i] for i in ids if i in self.actions]


class CatalogueCache:
    """Reloads when the store publishes or the day changes. Safe for several threads."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._lock = Lock()
        self._kept: Catalogue | None = None

    def get(self) -> Catalogue:
        store, today = self._services.store, self._services.today()
        digest = f"{store.catalogue_digest()}-{today.isoformat()}"
        with self._lock:
            if self._kept is None or self._kept.digest != digest:
                contracts, actions = store.contracts(), store.actions()
                rows = take_inventory(contracts, actions, today)
                self._kept = Catalogue(
                    digest=digest,
                    contracts={record.id: record for record in contracts},
                    actions={record.id: record for record in actions},
                    rows={row.contract_id: row for row in rows},
                )
            return self._kept
