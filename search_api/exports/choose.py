"""Which rows of which list: every list has one filter, the same for its API address and the command line.

In: the published catalogue, the store, a list's name and its filter. Out: a Table of exactly the rows that fit.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast, get_origin

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from models.catalogue import ContractRecord, Decision, Document, Judgement
from models.errors import ConfigurationError
from models.layout import Outcome
from models.list_fields import RecordType
from models.lists import DOCUMENTS, JUDGEMENTS, LISTS
from models.text import fold
from pipeline.store.protocol import Store
from search_api.exports.parts import (
    axes_table,
    codes_table,
    evidence_table,
    issues_table,
    parts,
    relations_table,
    signatories_table,
)
from search_api.exports.tables import Row, Table, actions_table, contracts_table, moment, row_of
from search_api.services import Catalogue
from search_api.views import ActionFilter, ContractFilter, actions_view, contracts_view


class RecordFilter(ContractFilter):
    """What belongs to the contracts that fit, and to their actions."""

    of: RecordType | None = Field(None, description="Des contrats seulement, ou des actions seulement")


class DocumentFilter(BaseModel):
    """Values of one criterion are alternatives; criteria add up."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field("", max_length=200, description="Mots du nom ou du titre du document")
    outcome: list[Outcome] = Field([], description="Issue de la lecture")
    source: str | None = Field(None, max_length=200, description="Identifiant de la source")


class JudgementFilter(BaseModel):
    """Values of one criterion are alternatives; criteria add up."""

    model_config = ConfigDict(extra="forbid")

    judgement: list[Judgement] = Field([], description="Ce qui a été décidé")
    decided_by: str | None = Field(None, max_length=200, description="Qui l'a décidé")


ListFilter = ContractFilter | ActionFilter | RecordFilter | DocumentFilter | JudgementFilter

FILTERS: Mapping[str, type[ListFilter]] = {
    "actions": ActionFilter,
    "codes": RecordFilter,
    "evidence": RecordFilter,
    "documents": DocumentFilter,
    "judgements": JudgementFilter,
    **dict.fromkeys(("contracts", "signatories", "axes", "relations", "issues"), ContractFilter),
}
assert FILTERS.keys() == LISTS.keys()
#: Lists of which only today's state is kept.
UNDATED = frozenset({"documents", "judgements"})


@dataclass(frozen=True)
class Base:
    """What lists are made of, as of a day."""

    catalogue: Catalogue
    store: Store
    today: date

    def digest(self, name: str) -> str:
        """Changes when anything that the list may show has changed."""
        records: Sequence[Document | Decision] = ()
        if name == DOCUMENTS.name:
            records = self.store.documents()
        elif name == JUDGEMENTS.name:
            records = self.store.decisions()
        sha = hashlib.sha256(self.catalogue.digest.encode())
        for record in records:
            sha.update(record.model_dump_json().encode())
        return sha.hexdigest()


def read_filter(name: str, given: Sequence[str]) -> ListFilter:
    """The filter that "region=28", "kind=cls" say. Raises ConfigurationError that names what is wrong."""
    model = FILTERS[name]
    values: dict[str, object] = {}
    for text in given:
        key, equals, value = text.partition("=")
        if not equals:
            raise ConfigurationError(f"Filtre « {text} » : écrivez nom=valeur.")
        if key not in model.model_fields:
            raise ConfigurationError(
                f"Filtre « {key} » inconnu pour {name} : {', '.join(sorted(model.model_fields))}."
            )
        if get_origin(model.model_fields[key].annotation) is list:
            values[key] = [*cast(list[str], values.get(key, [])), value]
        else:
            values[key] = value
    try:
        return model.model_validate(values)
    except ValidationError as error:
        wrong = [f"{e['loc'][0]} : {e['input']!r}" for e in error.errors()]
        raise ConfigurationError(f"Valeur de filtre incorrecte : {' ; '.join(wrong)}.") from error


def list_table(base: Base, name: str, wanted: ListFilter | None = None) -> Table:
    """The rows that fit, all of them without a filter. Raises KeyError for an unknown list."""
    wanted = wanted if wanted is not None else FILTERS[name]()
    match wanted:
        case DocumentFilter():
            return documents_table(base.store, wanted)
        case JudgementFilter():
            return judgements_table(base.store, wanted)
        case ActionFilter():
            return actions_table(base.catalogue, actions_view(base.catalogue, wanted))
        case _:
            return _of_contracts(base, name, wanted)


def _of_contracts(base: Base, name: str, wanted: ContractFilter) -> Table:
    rows = contracts_view(base.catalogue, wanted, base.today)
    if name == "contracts":
        return contracts_table(base.catalogue, rows)
    records = [base.catalogue.contracts[row.contract_id] for row in rows]
    if name in _SIMPLE:
        return _SIMPLE[name](records)
    of = wanted.of if isinstance(wanted, RecordFilter) else None
    actions = (a for record in records for a in base.catalogue.actions_of(record.id))
    chosen = parts(
        records if of is not RecordType.ACTION else (), actions if of is not RecordType.CONTRACT else ()
    )
    return codes_table(chosen) if name == "codes" else evidence_table(chosen)


_SIMPLE: Mapping[str, Callable[[list[ContractRecord]], Table]] = {
    "signatories": signatories_table,
    "axes": axes_table,
    "relations": relations_table,
    "issues": issues_table,
}


def documents_table(store: Store, wanted: DocumentFilter) -> Table:
    """In the order of their names."""
    words = fold(wanted.q).split()
    return Table(DOCUMENTS, (_document(d) for d in store.documents() if _fits(d, wanted, words)))


def _fits(document: Document, wanted: DocumentFilter, words: list[str]) -> bool:
    text = fold(f"{document.name} {document.title or ''}")
    return (
        (not wanted.outcome or document.outcome in wanted.outcome)
        and (wanted.source in {None, document.source})
        and all(word in text for word in words)
    )


def _document(document: Document) -> Row:
    return row_of(DOCUMENTS, document, fetched_at=moment(document.fetched_at))


def judgements_table(store: Store, wanted: JudgementFilter) -> Table:
    """In the order of the records that they compare."""
    rows = (
        row_of(JUDGEMENTS, decision)
        for decision in store.decisions()
        if (not wanted.judgement or decision.judgement in wanted.judgement)
        and wanted.decided_by in {None, decision.decided_by}
    )
    return Table(JUDGEMENTS, rows)
