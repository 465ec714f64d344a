"""Walks through all hits of a query in order, however many: a point in time and search_after."""

from collections.abc import Iterator
from contextlib import contextmanager

from search_api.engines.elastic.cluster import NOT_FOUND, Body, Cluster, ClusterFailure

_KEEP = "2m"  # from one page to the next
_PAGE = 1_000


@contextmanager
def _point(cluster: Cluster, index: str) -> Iterator[str]:
    point = cluster.open_point(index, _KEEP)
    try:
        yield point
    finally:
        try:
            cluster.close_point(point)
        except ClusterFailure as failure:
            if failure.status != NOT_FOUND:  # it ran out by itself
                raise


def scan(cluster: Cluster, index: str, body: Body, page: int = _PAGE) -> Iterator[Body]:
    """Every hit of a body with a `sort` that orders totally. What is written meanwhile is not seen."""
    with _point(cluster, index) as point:
        after: list[object] | None = None
        while True:
            asked = {
                **body,
                "size": page,
                "pit": {"id": point, "keep_alive": _KEEP},
                "track_total_hits": False,
            }
            if after is not None:
                asked["search_after"] = after
            hits = cluster.search(None, asked)["hits"]["hits"]
            yield from hits
            if len(hits) < page:
                return
            after = hits[-1]["sort"]
