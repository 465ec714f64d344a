"""Large things are not looked at by the garbage collector; small ones are, as anything."""

import gc

from search_api.lasting import MANY, lasting


def test_only_large_things_are_set_apart() -> None:
    before = gc.get_freeze_count()
    with lasting():
        small = [[n] for n in range(10)]
    assert gc.get_freeze_count() == before and gc.isenabled()
    with lasting():
        assert not gc.isenabled()
        large = [[n] for n in range(2 * MANY)]
    try:
        assert gc.get_freeze_count() >= before + len(large) + len(small)
    finally:
        gc.unfreeze()
    assert gc.isenabled()
