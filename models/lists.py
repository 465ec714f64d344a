"""The lists that are published: their fields, which of them name a record, and which lead to another list."""

from collections.abc import Mapping

from pydantic import Field

from models.base import Record
from models.fields import ACTION_FIELDS, CONTRACT_FIELDS, FieldInfo
from models.list_fields import (
    AXIS_FIELDS,
    CHANGE_FIELDS,
    CODE_LIST_FIELDS,
    DOCUMENT_FIELDS,
    EVIDENCE_FIELDS,
    ISSUE_FIELDS,
    JUDGEMENT_FIELDS,
    QUALITY_FIELDS,
    RELATION_FIELDS,
    SIGNATORY_FIELDS,
)


class ListInfo(Record):
    """`name` is that of addresses and `file` that of files, sheets and tables (French, no accents).

    `key` names one row; `references`: field → the list whose key it gives.
    """

    name: str
    file: str
    title: str
    description: str
    fields: Mapping[str, FieldInfo]
    key: tuple[str, ...]
    references: Mapping[str, str] = Field(default_factory=dict)


CONTRACTS = ListInfo(
    name="contracts",
    file="contrats",
    title="Contrats",
    description="Les contrats locaux de santé de l'inventaire, un par ligne.",
    fields=CONTRACT_FIELDS,
    key=("contract_id",),
)
ACTIONS = ListInfo(
    name="actions",
    file="actions",
    title="Actions",
    description="Les fiches action des contrats, une par ligne.",
    fields=ACTION_FIELDS,
    key=("id",),
    references={"contract_id": "contracts"},
)
SIGNATORIES = ListInfo(
    name="signatories",
    file="signataires",
    title="Signataires",
    description="Les organisations qui signent chaque contrat, et qui signe pour elles.",
    fields=SIGNATORY_FIELDS,
    key=("contract_id", "position"),
    references={"contract_id": "contracts"},
)
AXES = ListInfo(
    name="axes",
    file="axes",
    title="Axes",
    description="Les axes stratégiques de chaque contrat et leurs objectifs.",
    fields=AXIS_FIELDS,
    key=("contract_id", "position"),
    references={"contract_id": "contracts"},
)
RELATIONS = ListInfo(
    name="relations",
    file="liens",
    title="Liens",
    description="Les liens entre contrats : avenant, renouvellement, préparation.",
    fields=RELATION_FIELDS,
    key=("contract_id", "judgement", "other_contract_id", "label"),
    references={"contract_id": "contracts"},
)
ISSUES = ListInfo(
    name="issues",
    file="alertes",
    title="Alertes",
    description="Les points à vérifier par une personne, contrat par contrat.",
    fields=ISSUE_FIELDS,
    key=("contract_id", "position"),
    references={"contract_id": "contracts"},
)
CODES = ListInfo(
    name="codes",
    file="codes",
    title="Codes",
    description="Thèmes, déterminants, populations, types d'action et lieux d'intervention, un par ligne.",
    fields=CODE_LIST_FIELDS,
    key=("record_type", "record_id", "scheme", "concept"),
    references={"contract_id": "contracts"},
)
EVIDENCE = ListInfo(
    name="evidence",
    file="citations",
    title="Citations",
    description="Les mots des documents qui prouvent chaque valeur, avec leur page et leur cadre.",
    fields=EVIDENCE_FIELDS,
    key=("record_type", "record_id", "field", "rank"),
    references={"contract_id": "contracts", "document": "documents"},
)
DOCUMENTS = ListInfo(
    name="documents",
    file="documents",
    title="Documents",
    description="Les documents collectés et l'issue de leur lecture.",
    fields=DOCUMENT_FIELDS,
    key=("sha256",),
)
JUDGEMENTS = ListInfo(
    name="judgements",
    file="jugements",
    title="Jugements",
    description="Les rapprochements entre enregistrements de documents, avec leurs motifs.",
    fields=JUDGEMENT_FIELDS,
    key=("left", "right", "decided_by"),
)

#: All of them, in the order of the base's workbook and data package.
LISTS: Mapping[str, ListInfo] = {
    info.name: info
    for info in (
        CONTRACTS,
        ACTIONS,
        SIGNATORIES,
        AXES,
        RELATIONS,
        CODES,
        EVIDENCE,
        ISSUES,
        DOCUMENTS,
        JUDGEMENTS,
    )
}


#: Not a list of the base: what sets two of its publications apart.
CHANGES = ListInfo(
    name="changes",
    file="changements",
    title="Changements",
    description="Ce qui a changé entre deux jours : contrats et actions, un champ par ligne.",
    fields=CHANGE_FIELDS,
    key=("record_type", "record_id", "change", "field"),
)

#: Not of the base but about it: how well values are read.
QUALITY = ListInfo(
    name="quality",
    file="qualite",
    title="Qualité",
    description="Qualité de l'extraction par champ, mesurée sur des documents annotés à la main.",
    fields=QUALITY_FIELDS,
    key=("group_key", "field"),
)
