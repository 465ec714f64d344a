"""Large things that stay: made and kept without the garbage collector looking at them.

A catalogue of 20,000 actions is millions of objects in no cycle. Each full collection looked at all of them: 1.7 s, in
the middle of some visit; and making them set off dozens of such collections.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 20_000  # objects: fewer are looked at in a millisecond
_NEW = 50_000  # objects more than before that are looked at together


@contextmanager
def lasting() -> Iterator[None]:
    """What is made within is freed when nothing refers to it any more, as anything is, but never looked at again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_count()[0] > MANY:
            gc.freeze()
        if enabled:
            gc.enable()


def collect_seldom() -> None:
    """For a process that answers requests: an answer makes thousands of objects, none in a cycle, all gone soon.

    They were looked at every 700 objects, which took a tenth of a search.
    """
    gc.set_threshold(_NEW, *gc.get_threshold()[1:])
