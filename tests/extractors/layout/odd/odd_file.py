"""One odd file: its name, how its bytes are made, and the outcomes that would be right."""

from collections.abc import Callable
from dataclasses import dataclass

from models.layout import Outcome

ANY = frozenset(Outcome)
READ = frozenset({Outcome.PARSED, Outcome.PARTIAL})
PARSED = frozenset({Outcome.PARSED})
EMPTY = frozenset({Outcome.EMPTY})
REFUSED = ANY - READ
LIMIT = frozenset({Outcome.TIMEOUT, Outcome.MEMORY})


@dataclass(frozen=True)
class OddFile:
    """`says`: words that must be read when the outcome is readable; `slow`: left out of the short run."""

    name: str
    make: Callable[[], bytes]
    outcomes: frozenset[Outcome] = ANY
    says: str | None = None
    slow: bool = False
