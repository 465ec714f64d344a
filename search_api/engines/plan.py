"""What a query asks for, in a form that any engine can run: groups of alternatives with weights.

An entry must answer the groups (each is one thing that the reader wants); within a group the best
alternative in the best zone counts. No user text reaches an engine's own query language.
"""

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from search_api.engines.zones import WEIGHTS


class Demand(Enum):
    BINDING = "binding"  # a place, a pilot: never given up
    WANTED = "wanted"
    WELCOME = "welcome"  # a common word beside a notion of the domain: it only ranks


@dataclass(frozen=True)
class Alternative:
    """Stems that stand one after the other; `weight` says how close they are to the reader's own words.

    `text` is the wording that the stems come from, for engines that analyse it themselves.
    """

    stems: tuple[str, ...]
    weight: float
    text: str = field(default="", compare=False)


class Sought:
    """What a group looks for, whatever it weighs: a key of caches. Its hash, of fifty wordings, is worked out once."""

    def __init__(self, alternatives: tuple[Alternative, ...], zones: tuple[str, ...]) -> None:
        self._what = alternatives, zones
        self._hash = hash(self._what)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Sought) and self._what == other._what)


@dataclass(frozen=True)
class Group:
    """One thing wanted. `zones` restricts where. Only wanted groups may be given up to find enough."""

    alternatives: tuple[Alternative, ...]
    zones: tuple[str, ...] = tuple(WEIGHTS)
    demand: Demand = Demand.WANTED
    importance: float = 1.0

    @cached_property
    def sought(self) -> Sought:
        return Sought(self.alternatives, self.zones)


@dataclass(frozen=True)
class QueryPlan:
    """`expansions` are the labels that the thesaurus or the spelling added, for the reader to see."""

    groups: tuple[Group, ...] = ()
    expansions: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.groups

    def of(self, demand: Demand) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if group.demand is demand)

    def levels(self) -> tuple[int, ...]:
        """How many groups to require: first most of them, then fewer while too little is found."""
        free = len(self.of(Demand.WANTED))
        strict = free if free <= 2 else -(-free // 2)  # a long question says more than it wants
        return tuple(range(strict, 0, -1)) or (0,)
