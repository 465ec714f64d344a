"""What contracts and actions are made of, as tables: signatories, axes, links, issues, codes, quotations."""

from collections.abc import Iterable, Iterator

from models.catalogue import ActionRecord, ContractRecord
from models.list_fields import RecordType
from models.lists import AXES, CODES, EVIDENCE, ISSUES, RELATIONS, SIGNATORIES
from models.records import Action, Code, Contract
from models.vocabularies.themes import concept_label
from search_api.exports.tables import Row, Table, row_of
from search_api.proofs import proofs_of

#: One record of either kind: what it is, its id, its contract, and what was read.
Part = tuple[RecordType, str, str, Contract | Action]


def signatories_table(records: Iterable[ContractRecord]) -> Table:
    return Table(SIGNATORIES, (row for record in records for row in _signatories(record)))


def _signatories(record: ContractRecord) -> Iterator[Row]:
    for position, signatory in enumerate(record.contract.signatories, 1):
        person = signatory.representative
        yield row_of(
            SIGNATORIES,
            signatory,
            contract_id=record.id,
            position=position,
            representative_name=person.name if person else None,
            representative_role=person.role if person else None,
        )


def axes_table(records: Iterable[ContractRecord]) -> Table:
    rows = (
        row_of(AXES, axis, contract_id=record.id, position=position)
        for record in records
        for position, axis in enumerate(record.contract.axes, 1)
    )
    return Table(AXES, rows)


def relations_table(records: Iterable[ContractRecord]) -> Table:
    rows = (
        row_of(RELATIONS, relation, contract_id=record.id, other_contract_id=relation.contract_id)
        for record in records
        for relation in record.relations
    )
    return Table(RELATIONS, rows)


def issues_table(records: Iterable[ContractRecord]) -> Table:
    rows = (
        row_of(ISSUES, issue, contract_id=record.id, position=position)
        for record in records
        for position, issue in enumerate(record.issues, 1)
    )
    return Table(ISSUES, rows)


def parts(contracts: Iterable[ContractRecord], actions: Iterable[ActionRecord]) -> Iterator[Part]:
    """Contracts, then actions, each in the order given."""
    for contract in contracts:
        yield RecordType.CONTRACT, contract.id, contract.id, contract.contract
    for action in actions:
        yield RecordType.ACTION, action.id, action.contract_id, action.action


def codes_table(records: Iterable[Part]) -> Table:
    return Table(CODES, (row for part in records for row in _codes(*part)))


def _codes(kind: RecordType, record_id: str, contract_id: str, read: Contract | Action) -> Iterator[Row]:
    """A concept that was coded twice is one row with all its quotations."""
    by_concept: dict[tuple[str, str], list[Code]] = {}
    for code in read.codes:
        by_concept.setdefault((code.scheme, code.concept), []).append(code)
    for codes in by_concept.values():
        proofs = [place for code in codes for place in code.evidence]
        yield row_of(
            CODES,
            codes[0],
            record_type=kind.value,
            record_id=record_id,
            contract_id=contract_id,
            label=concept_label(codes[0].scheme, codes[0].concept),
            quotes=tuple(dict.fromkeys(place.quote for place in proofs)),
            confidence=max(place.confidence for place in proofs),
        )


def evidence_table(records: Iterable[Part]) -> Table:
    return Table(EVIDENCE, (row for part in records for row in _evidence(*part)))


def _evidence(kind: RecordType, record_id: str, contract_id: str, read: Contract | Action) -> Iterator[Row]:
    for field, places in proofs_of(read).items():
        for rank, place in enumerate(places, 1):
            x0, y0, x1, y1 = place.bbox or (None,) * 4
            box = {"x0": x0, "y0": y0, "x1": x1, "y1": y1}
            yield row_of(
                EVIDENCE,
                place,
                record_type=kind.value,
                record_id=record_id,
                contract_id=contract_id,
                field=field,
                rank=rank,
                **box,
            )
