"""How far a stage has come, told to whoever watches: the terminal, or nobody."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """`total` None while unknown. `stage` is French: people read it."""

    stage: str
    done: int
    total: int | None = None
    note: str = ""


Report = Callable[[Progress], None]


def silent(progress: Progress) -> None:
    """The reporter of those who do not watch."""
