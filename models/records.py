"""What is extracted from one document: contracts with their signatories, axes and actions, and issues.

Field names and shapes are those of the gold format (docs/formats.md); `evidence` maps a field name
to the places that prove it. Dates are ISO 8601, as precise as the text ("2015", "2015-06").
"""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from models.base import Record
from models.evidence import Evidence, MissingReason
from models.layout import Outcome


class ContractKind(StrEnum):
    CLS = "cls"
    CLSM = "clsm"
    PROTOCOLE = "protocole"
    AVENANT = "avenant"


class Modality(StrEnum):
    """How far the text says the contract has come: "sera le premier à signer" is not a signature."""

    SIGNED = "signed"
    IN_PREPARATION = "in_preparation"
    PROTOCOL = "protocol"
    ANNOUNCED = "announced"
    UNKNOWN = "unknown"


class TerritoryType(StrEnum):
    COMMUNE = "commune"
    EPCI = "epci"
    PAYS = "pays"
    DEPARTEMENT = "departement"
    QUARTIER = "quartier"
    AUTRE = "autre"


class OrganisationKind(StrEnum):
    ARS = "ars"
    ETAT = "etat"
    COMMUNE = "commune"
    EPCI = "epci"
    DEPARTEMENT = "departement"
    REGION = "region"
    ASSURANCE_MALADIE = "assurance_maladie"
    ETABLISSEMENT = "etablissement"
    PROFESSIONNELS = "professionnels"
    ASSOCIATION = "association"
    AUTRE = "autre"


class Territory(Record):
    """`code`: INSEE code of a commune, SIREN of an EPCI; None where no official code exists."""

    name: str
    type: TerritoryType
    code: str | None = None
    vintage: int | None = None  # year of the official list that the code was found in

    @property
    def key(self) -> str:
        """What the addresses of its pages name it by."""
        return self.code or self.name


class Representative(Record):
    name: str
    role: str | None = None


class Signatory(Record):
    name: str
    kind: OrganisationKind
    representative: Representative | None = None


class Axis(Record):
    number: str | None = None
    title: str
    objectives: tuple[str, ...] = ()


#: Field name -> the places that prove it.
EvidenceMap = Mapping[str, tuple[Evidence, ...]]


class Scheme(StrEnum):
    """The vocabularies that actions and contracts are coded with (models/vocabularies/themes/)."""

    THEME = "theme"  # health themes
    DETERMINANT = "determinant"
    POPULATION = "population"
    ACTION_TYPE = "action_type"
    SETTING = "setting"


class Code(Record):
    """A concept that an action or a contract is about, with the words that justify it."""

    scheme: Scheme
    concept: str  # identifier within the scheme: "sante-mentale"
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Suggestion(Record):
    """A reading too unsure to be told as a fact: kept for a person to check. `value` as it would be printed."""

    field: str
    value: str
    evidence: tuple[Evidence, ...] = Field(min_length=1)

    @property
    def confidence(self) -> float:
        return max(place.confidence for place in self.evidence)


class CommitteeKind(StrEnum):
    STEERING = "steering"  # COPIL
    TECHNICAL = "technical"  # COTECH
    OTHER = "other"


class Committee(Record):
    """A body that governs the contract. `frequency` as printed: "deux fois par an"."""

    kind: CommitteeKind
    name: str
    composition: tuple[str, ...] = ()
    frequency: str | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class HealthAssessment(Record):
    """The local health assessment (diagnostic local de santé) that a contract rests on."""

    date: str | None = None  # ISO 8601, as precise as the text
    authors: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    evidence: EvidenceMap = Field(default_factory=dict)


class PlanKind(StrEnum):
    PRS = "prs"
    CONTRAT_DE_VILLE = "contrat_de_ville"
    CLSM = "clsm"
    PTSM = "ptsm"
    CPTS = "cpts"
    CRTE = "crte"
    CTG = "ctg"
    PRSE = "prse"
    OTHER = "other"


class PlanLink(Record):
    """A plan or a scheme that the contract says it is articulated with. `name` as printed."""

    kind: PlanKind
    name: str
    evidence: tuple[Evidence, ...] = Field(min_length=1)


class Action(Record):
    """An action sheet. `axis` is the title of its axis. `other` keeps labels that have no field, by name."""

    number: str | None = None
    title: str
    axis: str | None = None
    objectives: str | None = None
    context: str | None = None
    description: str | None = None
    target_population: str | None = None
    pilot: str | None = None
    partners: tuple[str, ...] = ()
    area: str | None = None
    schedule: str | None = None
    budget: str | None = None
    expected_results: str | None = None
    indicators: tuple[str, ...] = ()
    other: Mapping[str, str] = Field(default_factory=dict)
    codes: tuple[Code, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    evidence: EvidenceMap = Field(default_factory=dict)


#: The fields of an action sheet that are one text, and those that are lists.
ACTION_TEXTS = (
    "objectives",
    "context",
    "description",
    "target_population",
    "pilot",
    "area",
    "schedule",
    "budget",
    "expected_results",
)
ACTION_LISTS = ("partners", "indicators")


class Contract(Record):
    kind: ContractKind
    modality: Modality = Modality.UNKNOWN
    title: str | None = None
    territory: Territory
    departments: tuple[str, ...] = ()
    region: str | None = None
    generation: int | None = None
    signatories: tuple[Signatory, ...] = ()
    signature_date: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    duration_months: int | None = None
    announced_axes: int | None = None
    announced_actions: int | None = None
    axes: tuple[Axis, ...] = ()
    actions: tuple[Action, ...] = ()
    committees: tuple[Committee, ...] = ()
    health_assessment: HealthAssessment | None = None
    plan_links: tuple[PlanLink, ...] = ()
    codes: tuple[Code, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    evidence: EvidenceMap = Field(default_factory=dict)
    missing: Mapping[str, MissingReason] = Field(default_factory=dict)


class Severity(StrEnum):
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Issue(Record):
    """Something a person should know. `code` is documented in docs/issues.md; `message` is French."""

    code: str
    severity: Severity
    message: str
    next_step: str | None = None
    document: str | None = None  # file name
    page: int | None = None
    quote: str | None = None


class DocumentError(Record):
    type: str
    message: str


class DocumentResult(Record):
    """What one document gave. `document` is the file name; `no_contract_reason` says why there is none."""

    document: str
    sha256: str
    media_type: str
    outcome: Outcome
    extractor_version: str
    title: str | None = None
    page_count: int = 0
    error: DocumentError | None = None
    contracts: tuple[Contract, ...] = ()
    no_contract_reason: str | None = None
    issues: tuple[Issue, ...] = ()
