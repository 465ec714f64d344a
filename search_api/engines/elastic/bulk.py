"""Writes many documents, item by item safe: what the cluster refuses for want of room is sent again.

Ids are those of the entries, so that sending twice writes once.
"""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.errors import EngineError
from search_api.engines.elastic.cluster import NOT_FOUND, PASSING, Body, Cluster, ClusterFailure


@dataclass(frozen=True)
class Patience:
    """How often to try an item again, and how long to wait before: 0.5 s, 1 s, 2 s … 30 s at most."""

    tries: int = 10
    first_wait: float = 0.5
    longest_wait: float = 30.0
    sleep: Callable[[float], None] = time.sleep

    def wait(self, failed_tries: int) -> None:
        self.sleep(min(self.first_wait * 2 ** (failed_tries - 1), self.longest_wait))


CHUNK_ITEMS, CHUNK_BYTES = 500, 4_000_000


@dataclass(frozen=True)
class Item:
    """A document to write, or to delete where `source` is None."""

    index: str
    key: str
    source: Body | None

    def lines(self) -> list[Body]:
        head = {"_index": self.index, "_id": self.key}
        return [{"delete": head}] if self.source is None else [{"index": head}, self.source]


def write(
    cluster: Cluster,
    items: Iterable[Item],
    patience: Patience,
    after_chunk: Callable[[], None] = lambda: None,
) -> int:
    """Returns how many were written. EngineError when one is refused for good, or too often."""
    written = 0
    for chunk in chunks(items):
        _write_chunk(cluster, chunk, patience)
        written += len(chunk)
        after_chunk()
    return written


def chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """As many items as one request may carry; a single larger one goes alone."""
    chunk: list[Item] = []
    size = 0
    for item in items:
        length = sum(
            len(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace")) for line in item.lines()
        )
        if chunk and (len(chunk) >= CHUNK_ITEMS or size + length > CHUNK_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(item)
        size += length
    if chunk:
        yield chunk


def _write_chunk(cluster: Cluster, chunk: Sequence[Item], patience: Patience) -> None:
    left, reason = list(chunk), ""
    for failed in range(1, patience.tries + 1):
        left, reason = _send(cluster, left)
        if not left:
            return
        if failed < patience.tries:
            patience.wait(failed)
    raise EngineError(
        f"{len(left)} fiches n'ont pas pu être indexées après {patience.tries} essais : {reason}."
    )


def _send(cluster: Cluster, items: list[Item]) -> tuple[list[Item], str]:
    """What is to be sent again, and why."""
    try:
        answer = cluster.bulk([line for item in items for line in item.lines()])
    except ClusterFailure as failure:
        if not failure.is_passing:
            raise
        return items, str(failure)
    again, reason = [], ""
    for item, outcome in zip(items, answer["items"], strict=True):
        (result,) = outcome.values()
        if result["status"] < 300 or (item.source is None and result["status"] == NOT_FOUND):
            continue
        reason = f"{item.key} : {_reason(result)}"
        if result["status"] not in PASSING:
            raise EngineError(f"L'index refuse la fiche {reason}.")
        again.append(item)
    return again, reason


def _reason(result: Body) -> str:
    error = result.get("error")
    text = error.get("reason", "") if isinstance(error, dict) else str(error)
    return f"{text[:300]} ({result['status']})"
