"""The contracts of a territory in time: generations are periods, amendments are events on them."""

from datetime import date

from models.catalogue import ContractRecord, Judgement, Relation
from pipeline.regional.timeline import TerritoryTimeline, timelines
from tests.pipeline.regional.contracts import PAYS, REDON, RENNES, record, rows_of


def drawn(*records: ContractRecord) -> tuple[TerritoryTimeline, ...]:
    return timelines({r.id: r for r in records}, rows_of(records))


def to(other: str, judgement: Judgement = Judgement.AMENDS) -> Relation:
    return Relation(judgement=judgement, contract_id=other, label="…")


FIRST = record("first", REDON, start_date="2014", end_date="2017-12-31", generation=1)
SECOND = record("second", REDON, to("avenant"), generation=2, end_date="2028-12-31")
AMENDMENT = record(
    "avenant",
    REDON,
    to("second"),
    kind="avenant",
    start_date=None,
    signature_date="2026-05",
    end_date="2029-12-31",
)


def test_generations_follow_each_other_on_the_line_of_their_territory() -> None:
    (redon, rennes) = drawn(SECOND, FIRST, record("rennes", RENNES))
    assert (redon.key, rennes.key) == ("243500741", "35238")
    assert [(p.contract_id, p.generation, p.begin) for p in redon.periods] == [
        ("first", 1, date(2014, 1, 1)),
        ("second", 2, date(2024, 1, 1)),
    ]


def test_an_amendment_is_an_event_of_its_contract_and_prolongs_it() -> None:
    (redon,) = drawn(SECOND, AMENDMENT)
    (period,) = redon.periods
    assert period.end == date(2029, 12, 31)
    (amendment,) = period.amendments
    assert (amendment.contract_id, amendment.day, amendment.text) == ("avenant", date(2026, 5, 1), "2026-05")
    assert amendment.prolongs


def test_an_amendment_whose_contract_was_not_found_is_a_period() -> None:
    (redon,) = drawn(record("avenant", REDON, kind="avenant"))
    assert [p.contract_id for p in redon.periods] == ["avenant"]


def test_an_undated_contract_comes_last_and_keeps_its_place_on_the_list() -> None:
    (pays,) = drawn(record("undated", PAYS, start_date=None, end_date=None), record("dated", PAYS))
    assert pays.key == "Pays de Ploërmel"
    assert [(p.contract_id, p.begin) for p in pays.periods] == [
        ("dated", date(2024, 1, 1)),
        ("undated", None),
    ]
