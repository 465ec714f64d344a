"""Large things that stay: made and kept without the garbage collector looking at them.

A catalogue of 20,000 actions is millions of objects in no cycle. Each full collection looked at all of them: 1.7 s, in
the middle of some visit; and making them set off dozens of such collections.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 20_000  # objects: fewer are looked at in a millisecond


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
