"""Contracts that come to their end, each once."""

from datetime import date

from models.catalogue import ContractRecord, Judgement, Relation
from pipeline.regional.endings import Ending, endings, within
from tests.pipeline.regional.contracts import REDON, RENNES, TODAY, record, rows_of


def ending(*records: ContractRecord) -> tuple[Ending, ...]:
    return endings({r.id: r for r in records}, rows_of(records), TODAY)


def to(other: str, judgement: Judgement) -> Relation:
    return Relation(judgement=judgement, contract_id=other, label="…")


def test_what_runs_is_told_from_the_nearest_end_on() -> None:
    found = ending(
        record("late", REDON, end_date="2028"),
        record("soon", RENNES, end_date="2026-12-31"),
        record("past", RENNES, end_date="2026-11-24"),
        record("endless", RENNES, end_date=None),
        record("planned", RENNES, modality="in_preparation"),
    )
    assert [(e.contract_id, e.end) for e in found] == [
        ("soon", date(2026, 12, 31)),
        ("late", date(2028, 12, 31)),
    ]


def test_an_amendment_that_prolongs_moves_the_end_and_is_not_told_twice() -> None:
    contract = record("redon", REDON, to("avenant", Judgement.AMENDS), end_date="2026-12-31")
    amendment = record("avenant", REDON, to("redon", Judgement.AMENDS), kind="avenant", end_date="2027-12-31")
    assert [(e.contract_id, e.end) for e in ending(contract, amendment)] == [("redon", date(2027, 12, 31))]
    assert [e.contract_id for e in ending(record("alone", REDON, kind="avenant"))] == ["alone"]


def test_the_next_generation_is_named_and_has_no_follower_itself() -> None:
    first = record("first", REDON, to("second", Judgement.RENEWS), end_date="2026-12-31")
    second = record(
        "second", REDON, to("first", Judgement.RENEWS), start_date="2027-01-01", end_date="2031-12-31"
    )
    assert [(e.contract_id, e.followed_by) for e in ending(first, second)] == [
        ("first", "second"),
        ("second", None),
    ]


def test_six_twelve_and_twenty_four_months_share_no_contract() -> None:
    ends = ("2027-05-25", "2027-05-26", "2027-11-25", "2027-11-26", "2028-11-25", "2028-11-26")
    found = ending(*(record(end, RENNES, end_date=end) for end in ends))
    parts = [within(found, TODAY, 6), within(found, TODAY, 12, 6), within(found, TODAY, 24, 12)]
    assert [[e.contract_id for e in part] for part in parts] == [
        ["2027-05-25"],
        ["2027-05-26", "2027-11-25"],
        ["2027-11-26", "2028-11-25"],
    ]
