"""Periods as bars of inline SVG, drawn on the server; the list beside them says the same in words.

In: the timelines of some territories and a day. Out: a drawing a territory, on one common axis of years.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.catalogue import ContractStatus
from pipeline.regional.timeline import Period, TerritoryTimeline

#: Units of a drawing: its width, the height of a bar and of the room it takes.
WIDTH, BAR, LANE, PAD = 700, 12, 18, 3
#: Years drawn for a contract whose end is unknown: its bar fades out.
OPEN_YEARS = 3
#: A badly read year ("2918") must not flatten the others.
EARLIEST, LATEST = 1995, 2060


@dataclass(frozen=True)
class Bar:
    """From x, `width` long, in the lane at y. `open`: the end is not known."""

    x: float
    y: int
    width: float
    status: ContractStatus
    open: bool
    marks: tuple[float, ...]  # amendments


@dataclass(frozen=True)
class Axis:
    first: int
    last: int  # the axis ends on 31 December

    def x(self, day: date) -> float:
        """Units from the left; days outside are drawn on the edge."""
        begin, end = date(self.first, 1, 1).toordinal(), date(self.last, 12, 31).toordinal()
        share = (day.toordinal() - begin) / (end - begin)
        return round(WIDTH * min(max(share, 0.0), 1.0), 1)

    @property
    def ticks(self) -> list[tuple[int, float]]:
        """Years with their place, at most about ten."""
        step = next(s for s in (1, 2, 5, 10) if (self.last - self.first + 1) / s <= 10)
        first = self.first + (-self.first) % step
        return [(year, self.x(date(year, 1, 1))) for year in range(first, self.last + 1, step)]


@dataclass(frozen=True)
class Drawing:
    bars: tuple[Bar, ...]
    height: int


def axis_of(timelines: Sequence[TerritoryTimeline], today: date) -> Axis:
    """Wide enough for every dated period and for today."""
    days = [day for t in timelines for p in t.periods for day in _days(p)] + [today]
    years = [day.year for day in days if EARLIEST <= day.year <= LATEST] or [today.year]
    return Axis(min(years), max(years))


def drawing_of(timeline: TerritoryTimeline, axis: Axis) -> Drawing:
    """One bar a dated period; periods that overlap take lanes of their own."""
    bars: list[Bar] = []
    free: list[date] = []  # per lane, the day from which it is free
    for period in timeline.periods:
        if period.begin is None:
            continue
        end = _drawn_end(period)
        lane = next((n for n, day in enumerate(free) if day <= period.begin), len(free))
        free[lane : lane + 1] = [end]
        left = axis.x(period.begin)
        bars.append(
            Bar(
                x=left,
                y=PAD + lane * LANE,
                width=round(max(axis.x(end) - left, 3.0), 1),
                status=period.status,
                open=period.end is None,
                marks=tuple(axis.x(a.day) for a in period.amendments if a.day is not None),
            )
        )
    return Drawing(tuple(bars), max(len(free), 1) * LANE + 2 * PAD)


def _drawn_end(period: Period) -> date:
    assert period.begin is not None
    if period.end is not None and period.end >= period.begin:
        return period.end
    return date(period.begin.year + OPEN_YEARS, 1, 1)


def _days(period: Period) -> list[date]:
    amended = [a.day for a in period.amendments if a.day is not None]
    if period.begin is None:
        return amended
    return [period.begin, _drawn_end(period), *amended]
