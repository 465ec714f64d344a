"""The status of each contract on a given day."""

from datetime import date

import pytest

from models.catalogue import ActionRecord, ContractRecord, ContractStatus, InventoryRow, Judgement, Relation
from models.evidence import Evidence, EvidenceStatus
from models.records import Action, Contract, Territory, TerritoryType
from pipeline.inventory import take_inventory

TODAY = date(2026, 11, 24)


def record(name: str = "redon", /, *relations: Relation, **values: object) -> ContractRecord:
    territory = Territory(name="Redon", type=TerritoryType.COMMUNE)
    plain = {"kind": "cls", "modality": "signed", "territory": territory, "region": "53"}
    contract = Contract.model_validate({**plain, **values})
    return ContractRecord(id=name, contract=contract, sources=(), relations=relations)


def rows(*records: ContractRecord) -> dict[str, InventoryRow]:
    return {row.contract_id: row for row in take_inventory(records, (), TODAY)}


def to(judgement: Judgement, other: str) -> Relation:
    return Relation(judgement=judgement, contract_id=other, label="…")


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"end_date": "2029"}, ContractStatus.IN_FORCE),
        ({"end_date": "2027-11"}, ContractStatus.IN_FORCE),
        ({"end_date": "2027-11-24"}, ContractStatus.ENDING),
        ({"end_date": "2026"}, ContractStatus.ENDING),
        ({"end_date": "2026-11-24"}, ContractStatus.ENDING),
        ({"end_date": "2026-11-23"}, ContractStatus.EXPIRED),
        ({"signature_date": "2015"}, ContractStatus.UNKNOWN),
        ({}, ContractStatus.UNKNOWN),
        ({"start_date": "2027", "end_date": "2031"}, ContractStatus.UPCOMING),
        ({"start_date": "2026", "duration_months": 60}, ContractStatus.IN_FORCE),
        ({"modality": "in_preparation"}, ContractStatus.IN_PREPARATION),
        ({"modality": "announced", "signature_date": "2013"}, ContractStatus.IN_PREPARATION),
        ({"kind": "protocole", "signature_date": "2024"}, ContractStatus.IN_PREPARATION),
        ({"end_date": "la fin des travaux"}, ContractStatus.UNKNOWN),
    ],
)
def test_the_status(values: dict[str, object], status: ContractStatus) -> None:
    assert rows(record(**values))["redon"].status is status


@pytest.mark.parametrize(
    ("values", "end"),
    [
        ({"start_date": "2015", "duration_months": 36}, date(2017, 12, 31)),
        ({"start_date": "2015-06-12", "signature_date": "2015-07", "duration_months": 36}, date(2018, 6, 11)),
        ({"signature_date": "2015-06-12", "duration_months": 60}, date(2020, 6, 11)),
        ({"signature_date": "2015", "duration_months": 36}, date(2018, 12, 30)),
    ],
)
def test_an_end_from_the_start_and_the_duration(values: dict[str, object], end: date) -> None:
    row = rows(record(**values))["redon"]
    assert (row.end, row.end_is_derived, row.end_date) == (end, True, None)


def test_a_stated_end_is_the_end_even_with_a_duration() -> None:
    row = rows(record(end_date="2020", start_date="2015", duration_months=36))["redon"]
    assert (row.end, row.end_is_derived, row.end_date) == (date(2020, 12, 31), False, "2020")


def test_an_end_that_the_extraction_derived_says_so() -> None:
    place = Evidence(page=1, quote="pour trois ans", status=EvidenceStatus.DERIVED)
    assert rows(record(end_date="2020", evidence={"end_date": (place,)}))["redon"].end_is_derived


def test_an_absurd_duration_gives_no_end() -> None:
    assert rows(record(start_date="2015", duration_months=99_999))["redon"].end is None


def test_an_amendment_with_a_later_end_extends_its_contract() -> None:
    contract = record("redon", to(Judgement.AMENDS, "avenant"), end_date="2025")
    amendment = record("avenant", to(Judgement.AMENDS, "redon"), kind="avenant", end_date="2027-12-31")
    row = rows(contract, amendment)["redon"]
    assert (row.status, row.end_date) == (ContractStatus.IN_FORCE, "2027-12-31")
    assert rows(contract)["redon"].status is ContractStatus.EXPIRED


def test_an_amendment_without_an_end_ends_with_its_contract() -> None:
    contract = record("redon", to(Judgement.AMENDS, "avenant"), end_date="2025")
    amendment = record("avenant", to(Judgement.AMENDS, "redon"), kind="avenant", signature_date="2024")
    row = rows(contract, amendment)["avenant"]
    assert (row.status, row.end, row.end_is_derived) == (
        ContractStatus.EXPIRED,
        date(2025, 12, 31),
        True,
    )


def test_a_contract_without_an_end_has_ended_when_the_next_has_begun() -> None:
    old = record("old", to(Judgement.RENEWS, "new"), signature_date="2013")
    new = record("new", to(Judgement.RENEWS, "old"), signature_date="2019")
    assert {name: row.status for name, row in rows(old, new).items()} == {
        "old": ContractStatus.EXPIRED,
        "new": ContractStatus.UNKNOWN,
    }
    prepared = new.model_copy(update={"contract": record(modality="in_preparation").contract})
    assert rows(old, prepared)["old"].status is ContractStatus.UNKNOWN


def test_a_protocol_is_over_when_its_contract_is_signed() -> None:
    protocol = record("p", to(Judgement.PREPARES, "redon"), kind="protocole")
    assert rows(protocol, record())["p"].status is ContractStatus.EXPIRED
    assert rows(protocol, record(modality="unknown"))["p"].status is ContractStatus.IN_PREPARATION


def test_rows_count_and_come_by_region_department_and_territory() -> None:
    action = ActionRecord(id="a", contract_id="b", position=0, action=Action(title="Bus santé"), sources=())
    records = [record("a", region=None), record("b", departments=("56",)), record("c", departments=("35",))]
    found = take_inventory(records, [action], TODAY)
    assert [row.contract_id for row in found] == ["c", "b", "a"]
    assert [row.actions for row in found] == [0, 1, 0]
