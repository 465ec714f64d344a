"""The last answers of a generation: pages and readers ask the same again."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from models.search import SearchQuery

MOST = 100
Told = TypeVar("Told")


class Kept(Generic[Told]):
    """Answers in one form, by query. Safe for several threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], Told] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, query: SearchQuery, make: Callable[[], Told]) -> Told:
        """The answer that is kept, else the one made now."""
        asked = (query.text, query.kind, query.sort, query.offset, query.size, query.facets)
        key = (*asked, tuple(query.filters.items()))
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return made
