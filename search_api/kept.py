"""What is worked out once for a state of the base and shown many times."""

from collections.abc import Callable, Hashable, Sequence
from threading import Lock
from typing import Generic, TypeVar

from models.catalogue import Document
from pipeline.store.protocol import Store
from search_api.lasting import lasting

T = TypeVar("T")


class Kept(Generic[T]):
    """The last value that was computed, with the state that it was computed for.

    Safe for several threads: one computes, the others wait.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: tuple[Hashable, T] | None = None

    def get(self, state: Hashable, compute: Callable[[], T]) -> T:
        with self._lock:
            if self._kept is None or self._kept[0] != state:
                with lasting():
                    self._kept = state, compute()
            return self._kept[1]


def state_of_readings(store: Store, documents: Sequence[Document]) -> Hashable:
    """Changes when something was published, or a document was added or read since.

    Results of documents are large: this tells whether they must be read again.
    """
    return store.catalogue_digest(), tuple((d.sha256, d.outcome, d.page_count) for d in documents)
