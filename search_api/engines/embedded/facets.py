"""Facets of entries as columns: which rows have a value, and how many of some rows have each.

Facets whose values go together (all those of a contract) share one column of profiles, so that the rows of a
search are counted once for all of them and the profiles, far fewer, for each.
"""

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from search_api.engines.embedded.counting import Counting, Facet, Totals
from search_api.engines.embedded.postings import Rows
from search_api.engines.snapshot import CountValues

Values = tuple[str, ...]
#: By the facets that were asked for, how many of some rows have each of their values.
Known = dict[tuple[str, ...], Totals]
_MOST = 20_000  # profiles of one column
_SHARE = 8  # and never more than one an eighth of the rows
_FILE = "facets.npz"


class FacetsWriter:
    def __init__(self) -> None:
        self._columns: dict[str, array[int]] = {}
        self._numbers: dict[str, dict[Values, int]] = {}
        self._rows = 0

    def add(self, facets: Mapping[str, Values]) -> None:
        for name in facets.keys() - self._columns.keys():
            self._columns[name] = array("i", [0]) * self._rows
            self._numbers[name] = {(): 0}
        for name, column in self._columns.items():
            values = tuple(dict.fromkeys(facets.get(name, ())))
            numbers = self._numbers[name]
            column.append(numbers.setdefault(values, len(numbers)))
        self._rows += 1

    def write(self, folder: Path) -> None:
        content: dict[str, NDArray[np.int32] | NDArray[np.uint8]] = {}
        for number, (names, column) in enumerate(self._merged()):
            distinct, profiles = np.unique(column, return_inverse=True)
            first = np.full(len(distinct), self._rows, np.int64)
            np.minimum.at(first, profiles, np.arange(self._rows))
            content[f"{number}.profiles"] = profiles.astype(np.int32)
            for name in names:
                combinations = list(self._numbers[name])
                own = np.frombuffer(self._columns[name], np.int32)[first]
                pairs = [(p, value) for p, c in enumerate(own) for value in combinations[c]]
                known = sorted({value for _, value in pairs})
                numbers = {value: n for n, value in enumerate(known)}
                content[f"{number}.{name}.values"] = np.frombuffer(json.dumps(known).encode(), np.uint8)
                content[f"{number}.{name}.pairs"] = np.array(
                    [(p, numbers[value]) for p, value in pairs], np.int32
                ).reshape(-1, 2)
        np.savez(folder / _FILE, **content)  # type: ignore[arg-type]

    def _merged(self) -> Iterator[tuple[list[str], NDArray[np.int64]]]:
        """Columns of profiles with the facets they tell, each as many as fit in few enough profiles."""
        most = max(min(_MOST, self._rows // _SHARE), 1)
        left = sorted(self._columns, key=lambda name: -len(self._numbers[name]))
        while left:
            names, left = [left[0]], left[1:]
            column = np.frombuffer(self._columns[names[0]], np.int32).astype(np.int64)
            for name in left:
                both = column * len(self._numbers[name]) + np.frombuffer(self._columns[name], np.int32)
                distinct, merged = np.unique(both, return_inverse=True)
                if len(distinct) <= max(most, len(self._numbers[names[0]])):
                    names.append(name)
                    column = merged.astype(np.int64)
            left = [name for name in left if name not in names]
            yield names, column


class Facets:
    """Raises ValueError or OSError when the file is damaged."""

    def __init__(self, folder: Path) -> None:
        try:
            with (folder / _FILE).open("rb") as file, np.load(file) as content:
                self._columns = _columns(content)
                self._facets = dict(_facets(content))
        except BadZipFile as error:
            raise ValueError(f"{_FILE}: {error}") from error
        self._counting = lru_cache(self._prepared)  # the facets that a page asks for are always the same

    def having(self, name: str, values: Sequence[str], rows: Rows) -> NDArray[np.bool_]:
        """For each of the rows, whether it has one of the values."""
        facet = self._facets.get(name)
        if facet is None:
            return np.zeros(len(rows), np.bool_)
        column, most = self._columns[facet.column]
        told = np.zeros(most, np.bool_)
        wanted = np.array([value in values for value in facet.values], np.bool_)
        told[facet.profiles[wanted.take(facet.numbers)]] = True
        return told.take(column.take(rows))

    def counts(self, names: tuple[str, ...], rows: Rows, known: Known) -> dict[str, list[CountValues]]:
        """How many of the rows have each value of the facets, most first; values that none has are left out.

        `known` are totals of the same rows from before; those worked out now are added to it.
        """
        asked = [name for name in names if name in self._facets]
        counting = self._counting(tuple(asked))
        if names not in known:
            known[names] = counting.totals(rows)
        found: dict[str, list[CountValues]] = {name: [] for name in names}
        return found | dict(zip(asked, counting.ordered(known[names]), strict=True))

    def _prepared(self, names: tuple[str, ...]) -> Counting:
        return Counting([self._facets[name] for name in names], self._columns)


def _columns(content: Mapping[str, NDArray[Any]]) -> dict[int, tuple[NDArray[Any], int]]:
    """The columns by their number, each with how many profiles it has; small ones stay in the processor's cache."""
    columns: dict[int, tuple[NDArray[Any], int]] = {}
    for key in content:
        if key.endswith(".profiles"):
            most = int(content[key].max(initial=-1)) + 1
            short = most <= np.iinfo(np.uint16).max
            columns[int(key.partition(".")[0])] = content[key].astype(np.uint16 if short else np.int32), most
    return columns


def _facets(content: Mapping[str, NDArray[Any]]) -> Iterator[tuple[str, Facet]]:
    for key in content:
        if key.endswith(".values"):
            number, _, name = key.removesuffix(".values").partition(".")
            pairs = content[f"{number}.{name}.pairs"]
            by_value = np.argsort(pairs[:, 1], kind="stable")
            yield (
                name,
                Facet(
                    column=int(number),
                    values=json.loads(content[key].tobytes()),
                    profiles=pairs[by_value, 0].astype(np.intp),
                    numbers=pairs[by_value, 1].astype(np.intp),
                ),
            )
