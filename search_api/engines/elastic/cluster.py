"""The few requests that the engine sends to a cluster, the same for Elasticsearch and OpenSearch.

`clients.py` has the two real ones. Everything above speaks to this Protocol, so that tests can put a failing
cluster in between. Failures are ClusterFailure, an EngineError that knows the HTTP status.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from models.errors import EngineError

Body = Mapping[str, Any]

#: Overload and failing nodes: the same request may succeed in a moment.
PASSING = frozenset({429, 502, 503, 504})
NOT_FOUND, TOO_LATE, CONFLICT = 404, 408, 409


class ClusterFailure(EngineError):
    """`status` is None when no answer came at all."""

    def __init__(self, message: str, status: int | None) -> None:
        super().__init__(message)
        self.status = status

    @property
    def is_passing(self) -> bool:
        """Whether it makes sense to send the same again."""
        return self.status is None or self.status in PASSING


class Cluster(Protocol):
    """`index` is the name of an index, an alias or a pattern. Answers are as the server sends them."""

    def search(self, index: str | None, body: Body) -> Body:
        """Without an index where the body names a point in time. Never a partial answer."""

    def bulk(self, lines: Sequence[Body]) -> Body: ...

    def indices(self, patterns: str) -> Body:
        """Name -> its mapping and aliases; empty when nothing fits the patterns, separated by commas."""

    def aliased(self, alias: str) -> Sequence[str]:
        """The indices that an alias stands for."""

    def create(self, index: str, body: Body) -> None: ...
    def delete(self, indices: Sequence[str]) -> None:
        """No error when one is not there."""

    def refresh(self, index: str) -> None: ...
    def swap(self, actions: Sequence[Body]) -> None:
        """Change aliases, all at once."""

    def wait_for_shards(self, index: str) -> None:
        """Until they answer, if possible with their copies."""

    def document(self, index: str, key: str) -> Body | None:
        """With `_source`, `_seq_no` and `_primary_term`."""

    def put(self, index: str, key: str, source: Body, **conditions: object) -> Body:
        """Write one document at once visible to `document`; 409 when the conditions do not hold."""

    def remove(self, index: str, key: str) -> None: ...

    def open_point(self, index: str, keep: str) -> str: ...
    def close_point(self, point: str) -> None: ...

    def analyze(self, index: str, analyzer: str, text: str) -> Body: ...
