"""Counts the values of the facets that a page asks for, always the same ones, all at once: rows in, totals out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search_api.engines.embedded.postings import Rows
from search_api.engines.snapshot import CountValues

_FEW = 4  # rows are looked at one by one while they are fewer than one for four profiles
_MOST = 1 << 40  # more than rows
Totals = NDArray[np.intp]


@dataclass(frozen=True)
class Facet:
    """Its column, its values in order, and a pair of profile and value for each profile that has a value."""

    column: int
    values: Sequence[str]
    profiles: NDArray[np.intp]
    numbers: NDArray[np.intp]


class Column:
    """Which profile each row has, and the values of several facets that each profile has, numbered together.

    The pairs of profile and value come value by value.
    """

    def __init__(
        self,
        column: NDArray[Any],
        most: int,
        profiles: NDArray[np.intp],
        values: NDArray[np.intp],
        none: int,
    ) -> None:
        self._column, self._most, self._profiles = column, most, profiles
        self._starts = np.flatnonzero(np.diff(values, prepend=-1))  # every value has a pair
        self._values = values[self._starts]
        self._of_profiles = _side_by_side(most, profiles, values, none)

    def add_to(self, totals: Totals, rows: NDArray[np.intp]) -> None:
        """How many of the rows have each value; the last of the totals is for none."""
        profiles = self._column.take(rows)
        if len(rows) * _FEW < self._most:
            found = self._of_profiles.take(profiles, axis=0).ravel()
            totals += np.bincount(found, minlength=len(totals))
        elif len(self._starts):
            counts = np.bincount(profiles, minlength=self._most).take(self._profiles)
            totals[self._values] = np.add.reduceat(counts, self._starts)


def _side_by_side(
    most: int, profiles: NDArray[np.intp], values: NDArray[np.intp], none: int
) -> NDArray[np.int32]:
    """The values of each profile in a row of a table, `none` where it has fewer than others."""
    order = np.argsort(profiles, kind="stable")
    each = np.bincount(profiles, minlength=most)
    table = np.full((most, int(each.max(initial=0))), none, np.int32)
    place = np.arange(len(profiles)) - (each.cumsum() - each).repeat(each)
    table[profiles[order], place] = values[order]
    return table


class Counting:
    """Counts some facets together; `columns` are those that any of them is in, by number, with their profiles."""

    def __init__(self, facets: Sequence[Facet], columns: Mapping[int, tuple[NDArray[Any], int]]) -> None:
        self._values = [value for facet in facets for value in facet.values]
        self._ends = np.cumsum([0, *(len(facet.values) for facet in facets)]).tolist()
        of_facet = np.repeat(np.arange(len(facets)), np.diff(self._ends))
        self._order = of_facet * _MOST
        self._columns = []
        for number, (column, most) in columns.items():
            here = [
                (facet, end) for facet, end in zip(facets, self._ends, strict=False) if facet.column == number
            ]
            if here:
                profiles = np.concatenate([facet.profiles for facet, _ in here])
                values = np.concatenate([facet.numbers + end for facet, end in here])
                self._columns.append(Column(column, most, profiles, values, len(self._values)))

    def totals(self, rows: Rows) -> Totals:
        """How many rows have each value of each facet."""
        at = rows.astype(np.intp)  # numpy's own type of places: to take by another costs half as much again
        totals = np.zeros(len(self._values) + 1, np.intp)
        for column in self._columns:
            column.add_to(totals, at)
        return totals[:-1]

    def ordered(self, totals: Totals) -> list[list[CountValues]]:
        """Of each facet its values with their totals, most first, then by value; values that none has are left out."""
        order = (self._order - totals).argsort(kind="stable")  # values are in order
        counts, places = totals.take(order).tolist(), order.tolist()
        return [
            [
                {"value": self._values[place], "count": count}
                for place, count in zip(places[start:end], counts[start:end], strict=True)
                if count
            ]
            for start, end in pairwise(self._ends)
        ]
