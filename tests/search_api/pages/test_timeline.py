"""Bars drawn from periods: where they begin, how long they are, which lane they take."""

from datetime import date

from models.catalogue import ContractStatus
from pipeline.regional.timeline import Amendment, Period, TerritoryTimeline
from search_api.pages.timeline import WIDTH, axis_of, drawing_of

TODAY = date(2026, 7, 1)


def period(begin: str | None, end: str | None, *amended: str) -> Period:
    day = date.fromisoformat
    return Period.model_validate(
        {
            "contract_id": begin or "x",
            "kind": "cls",
            "status": ContractStatus.IN_FORCE,
            "generation": None,
            "begin": begin and day(begin),
            "begin_text": begin,
            "end": end and day(end),
            "end_is_derived": False,
            "amendments": [
                Amendment(contract_id=text, day=day(text), text=text, prolongs=False) for text in amended
            ],
        }
    )


def timeline(*periods: Period) -> TerritoryTimeline:
    return TerritoryTimeline(
        name="Redon", type="epci", code=None, departments=("35",), region="53", periods=periods
    )


def test_the_axis_holds_every_period_and_today() -> None:
    axis = axis_of([timeline(period("2015-03-01", "2018-02-28"))], TODAY)
    assert (axis.first, axis.last) == (2015, 2026)
    assert (axis.x(date(2015, 1, 1)), axis.x(date(2026, 12, 31))) == (0, WIDTH)
    assert [year for year, _ in axis.ticks] == [2016, 2018, 2020, 2022, 2024, 2026]


def test_a_misread_year_does_not_flatten_the_others() -> None:
    axis = axis_of([timeline(period("2024-01-01", "2918-12-31"))], TODAY)
    assert axis.last == 2026
    (bar,) = drawing_of(timeline(period("2024-01-01", "2918-12-31")), axis).bars
    assert bar.x + bar.width <= WIDTH


def test_periods_that_overlap_take_lanes_of_their_own() -> None:
    shown = timeline(
        period("2015-01-01", "2019-12-31"),
        period("2018-01-01", "2021-12-31"),
        period("2020-01-01", "2023-12-31"),
    )
    drawing = drawing_of(shown, axis_of([shown], TODAY))
    assert [bar.y for bar in drawing.bars] == [3, 21, 3]
    assert drawing.height > drawing_of(timeline(), axis_of([], TODAY)).height


def test_an_open_end_is_drawn_as_such_and_amendments_are_marks() -> None:
    shown = timeline(period("2022-01-01", None, "2023-06-01"))
    axis = axis_of([shown], TODAY)
    (bar,) = drawing_of(shown, axis).bars
    assert bar.open and bar.width > 0
    assert bar.marks == (axis.x(date(2023, 6, 1)),)


def test_what_has_no_date_has_no_bar() -> None:
    assert drawing_of(timeline(period(None, None)), axis_of([], TODAY)).bars == ()
