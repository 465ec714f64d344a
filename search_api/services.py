"""What the web application works with, and the published catalogue, loaded once per publication."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import Lock

from models.catalogue import ActionRecord, ContractRecord, InventoryRow, Publication
from models.errors import InputNotFoundError
from models.layout import Layout
from pipeline.evaluation.report import EvaluationReport
from pipeline.inventory import take_inventory
from pipeline.store.protocol import Store
from search_api.engines.protocol import SearchEngine
from search_api.kept import Kept


@dataclass(frozen=True)
class Services:
    """`original` and `layout` answer None for what is not kept, `quality` where no evaluation was published."""

    store: Store
    engine: SearchEngine
    original: Callable[[str], Path | None]
    layout: Callable[[str], Layout | None]
    today: Callable[[], date]
    quality: Callable[[], EvaluationReport | None] = lambda: None


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


def make_catalogue(
    contracts: Sequence[ContractRecord], actions: Sequence[ActionRecord], digest: str, day: date
) -> Catalogue:
    """The records by id, with the inventory as of the day; the digest tells the day too."""
    return Catalogue(
        digest=f"{digest}-{day.isoformat()}",
        contracts={record.id: record for record in contracts},
        actions={record.id: record for record in actions},
        rows={row.contract_id: row for row in take_inventory(contracts, actions, day)},
    )


def publication_of(store: Store, day: date) -> Publication | None:
    """The last publication of that day or before (UTC); None when nothing was published yet."""
    known = [p for p in store.publications() if datetime.fromisoformat(p.published_at).date() <= day]
    return known[-1] if known else None


def catalogue_of(store: Store, day: date) -> Catalogue:
    """What was published on that day, its statuses as of that day; InputNotFoundError when nothing was."""
    publication = publication_of(store, day)
    if publication is None:
        raise InputNotFoundError(f"Rien n'était encore publié le {day.isoformat()}.")
    return make_catalogue(*store.published(publication.number), publication.digest, day)


def published_on(store: Store, day: date) -> Catalogue | None:
    """What was published on that day; None before the first publication."""
    return catalogue_of(store, day) if publication_of(store, day) is not None else None


class CatalogueCache:
    """Reloads when the store publishes or the day changes. Safe for several threads."""

    #: Catalogues of past days that are kept, the last ones asked for.
    PAST = 4

    def __init__(self, services: Services) -> None:
        self._services = services
        self._kept: Kept[Catalogue] = Kept()
        self._past: dict[tuple[str, date], Catalogue] = {}
        self._past_lock = Lock()

    def get(self, as_of: date | None = None) -> Catalogue:
        """What is published, or was on a day; InputNotFoundError when nothing was yet."""
        return self._today() if as_of is None else self._of(as_of)

    def _today(self) -> Catalogue:
        store, today = self._services.store, self._services.today()
        digest = store.catalogue_digest()
        return self._kept.get(
            (digest, today), lambda: make_catalogue(store.contracts(), store.actions(), digest, today)
        )

    def published(self, day: date) -> Catalogue | None:
        """What was published on that day; None before the first publication."""
        return self._of(day) if publication_of(self._services.store, day) is not None else None

    def _of(self, day: date) -> Catalogue:
        """A lock of its own: reading a past day must not keep those waiting who ask for today."""
        store = self._services.store
        publication = publication_of(store, day)
        key = (publication.digest if publication else "", day)
        with self._past_lock:
            found = self._past.pop(key, None)
            if found is None and publication and publication.digest == store.catalogue_digest():
                now = self._today()
                records = list(now.contracts.values()), list(now.actions.values())
                found = make_catalogue(*records, publication.digest, day)
            self._past[key] = found = found or catalogue_of(store, day)
            while len(self._past) > self.PAST:
                del self._past[next(iter(self._past))]
            return found
