"""What is stored and served: documents, merged contracts and actions, judgements.

A merged record keeps all its sources and readings; a judgement is a recorded decision with reasons.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pydantic import Field

from models.base import Record
from models.layout import Outcome
from models.records import Action, Contract, ContractKind, Issue, Modality


class Document(Record):
    """A fetched original. `uri` is where it was found; headers are those kept from HTTP."""

    sha256: str
    name: str  # file name
    uri: str
    media_type: str
    size: int
    source: str | None = None  # id of the declared source
    fetched_at: str | None = None  # ISO 8601, UTC
    http_status: int | None = None
    headers: Mapping[str, str] = Field(default_factory=dict)
    outcome: Outcome | None = None
    page_count: int = 0
    title: str | None = None


class CollectionOutcome(StrEnum):
    COMPLETE = "complete"
    PARTIAL = "partial"  # stopped before its end, or found fewer documents than promised
    FAILED = "failed"  # no document at all


class CollectionRun(Record):
    """One collection of one source: what was searched, when, and how it ended. Times are ISO 8601, UTC.

    `covers`: code of the region whose contracts the source lists; None where it speaks of one place, or is a folder.
    """

    source: str  # id of the declared source, or "dossier"
    publisher: str
    covers: str | None
    started_at: str
    finished_at: str
    documents: int
    unchanged: int
    issues: int
    outcome: CollectionOutcome


class Judgement(StrEnum):
    SAME = "same"
    AMENDS = "amends"  # left is an amendment of right
    RENEWS = "renews"  # left is the next generation of right
    PREPARES = "prepares"  # left is the protocol towards right
    SIMILAR = "similar"  # actions of different contracts
    DIFFERENT = "different"


class Decision(Record):
    """left –judgement→ right, by whom and why."""

    left: str
    right: str
    judgement: Judgement
    score: float
    reasons: tuple[str, ...]
    decided_by: str = "linker"


class Source(Record):
    """Where a merged record was read: the n-th contract (or action) of a document."""

    document: str  # sha256
    name: str  # file name
    uri: str | None = None
    index: int = 0
    title: str | None = None


class Reading(Record):
    """One source's value of a field on which the sources disagree; `value` as printed text."""

    document: str
    name: str
    value: str


class Relation(Record):
    """A link to another merged contract, seen from this one."""

    judgement: Judgement
    contract_id: str
    label: str  # French: "Avenant à", "A pour avenant", "Renouvelle", "Préparé par"…
    reasons: tuple[str, ...] = ()


class SimilarAction(Record):
    action_id: str
    title: str
    contract_id: str
    territory: str
    score: float
    reason: str


class ContractRecord(Record):
    """A contract merged from all its sources. `contract.actions` is empty: they are records of their own."""

    id: str
    contract: Contract
    sources: tuple[Source, ...]
    readings: Mapping[str, tuple[Reading, ...]] = Field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    issues: tuple[Issue, ...] = ()
    action_ids: tuple[str, ...] = ()
    population: int | None = None


class ActionRecord(Record):
    id: str
    contract_id: str
    position: int
    action: Action
    sources: tuple[Source, ...]
    similar: tuple[SimilarAction, ...] = ()


class Publication(Record):
    """A catalogue that was published. `number` counts from 1; `published_at` is ISO 8601, UTC."""

    number: int
    published_at: str
    digest: str
    contracts: int
    actions: int


class ContractStatus(StrEnum):
    IN_FORCE = "in_force"
    ENDING = "ending"  # within twelve months
    EXPIRED = "expired"
    UPCOMING = "upcoming"
    IN_PREPARATION = "in_preparation"
    UNKNOWN = "unknown"


STATUS_LABELS: Mapping[ContractStatus, str] = {
    ContractStatus.IN_FORCE: "En vigueur",
    ContractStatus.ENDING: "Se termine dans l'année",
    ContractStatus.EXPIRED: "Échu",
    ContractStatus.UPCOMING: "À venir",
    ContractStatus.IN_PREPARATION: "En préparation",
    ContractStatus.UNKNOWN: "Inconnu",
}

KIND_LABELS: Mapping[ContractKind, str] = {
    ContractKind.CLS: "Contrat local de santé",
    ContractKind.CLSM: "Contrat local de santé mentale",
    ContractKind.PROTOCOLE: "Protocole ou lettre d'intention",
    ContractKind.AVENANT: "Avenant",
}

#: Where there is little room; everyone in the field says "CLS".
KIND_SHORT: Mapping[ContractKind, str] = {
    ContractKind.CLS: "CLS",
    ContractKind.CLSM: "CLSM",
    ContractKind.PROTOCOLE: "Protocole",
    ContractKind.AVENANT: "Avenant",
}

MODALITY_LABELS: Mapping[Modality, str] = {
    Modality.SIGNED: "Signé",
    Modality.IN_PREPARATION: "En préparation",
    Modality.PROTOCOL: "Protocole",
    Modality.ANNOUNCED: "Annoncé",
    Modality.UNKNOWN: "Inconnue",
}


class InventoryRow(Record):
    """One line of the regional inventory; `end` is the bound used for the status, stated or derived."""

    contract_id: str
    kind: ContractKind
    modality: Modality
    territory: str
    territory_type: str
    territory_code: str | None
    departments: tuple[str, ...]
    region: str | None
    generation: int | None
    signature_date: str | None
    start_date: str | None
    end_date: str | None
    end: date | None
    end_is_derived: bool
    duration_months: int | None
    status: ContractStatus
    signatories: int
    axes: int
    actions: int
    sources: int
    issues: int
    population: int | None

    @property
    def territory_key(self) -> str:
        """What the addresses of its territory's pages name it by."""
        return self.territory_code or self.territory
