"""Item-level retries, against a cluster in memory that refuses as it is told."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from models.errors import EngineError
from search_api.engines.elastic.bulk import CHUNK_BYTES, CHUNK_ITEMS, Item, Patience, chunks, write
from search_api.engines.elastic.cluster import Body, ClusterFailure

Outcome = Callable[[str, int], int]  # key and how often it was sent before -> status


class Refusing:
    """Only `bulk`: keeps what it accepts, and answers each item with the status that `outcome` gives."""

    def __init__(self, outcome: Outcome, failures: Sequence[ClusterFailure] = ()) -> None:
        self.kept: dict[str, Body] = {}
        self.sent: list[list[str]] = []
        self._outcome, self._failures = outcome, list(failures)

    def bulk(self, lines: Sequence[Body]) -> Body:
        items: list[Any] = []
        keys = [line["index"]["_id"] for line in lines[::2]]
        self.sent.append(keys)
        if self._failures:
            raise self._failures.pop(0)
        for key, source in zip(keys, lines[1::2], strict=True):
            status = self._outcome(key, sum(key in batch for batch in self.sent[:-1]))
            if status < 300:
                self.kept[key] = source
            items.append({"index": {"_id": key, "status": status, "error": {"reason": "plein"}}})
        return {"items": items}


def items(number: int) -> list[Item]:
    return [Item("i", str(n), {"n": n}) for n in range(number)]


def patience(waits: list[float], tries: int = 5) -> Patience:
    return Patience(tries=tries, sleep=waits.append)


def written(cluster: Refusing, number: int, waits: list[float], tries: int = 5) -> int:
    return write(cluster, items(number), patience(waits, tries))  # type: ignore[arg-type]


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_only_what_was_refused_is_sent_again_and_later(status: int) -> None:
    waits: list[float] = []
    cluster = Refusing(lambda key, before: status if key == "1" and before < 2 else 201)
    assert written(cluster, 3, waits) == 3
    assert cluster.sent == [["0", "1", "2"], ["1"], ["1"]]
    assert waits == [0.5, 1.0]
    assert sorted(cluster.kept) == ["0", "1", "2"]


def test_patience_ends_with_what_is_wrong() -> None:
    waits: list[float] = []
    with pytest.raises(EngineError, match=r"1 fiches .* 4 essais : 2 : plein \(429\)"):
        written(Refusing(lambda key, _: 429 if key == "2" else 200), 3, waits, tries=4)
    assert waits == [0.5, 1.0, 2.0]


def test_what_is_refused_for_good_is_not_sent_again() -> None:
    cluster = Refusing(lambda key, _: 400 if key == "0" else 200)
    with pytest.raises(EngineError, match="refuse la fiche 0 : plein"):
        written(cluster, 2, [])
    assert len(cluster.sent) == 1


@pytest.mark.parametrize("status", [None, 429, 503])
def test_a_request_without_an_answer_is_sent_again_whole(status: int | None) -> None:
    cluster = Refusing(lambda *_: 200, [ClusterFailure("rien", status)] * 2)
    waits: list[float] = []
    assert written(cluster, 2, waits) == 2
    assert cluster.sent == [["0", "1"]] * 3 and waits == [0.5, 1.0]


def test_a_request_that_is_wrong_is_an_error_at_once() -> None:
    with pytest.raises(ClusterFailure):
        written(Refusing(lambda *_: 200, [ClusterFailure("non", 400)]), 2, [])


def test_waits_grow_to_a_limit() -> None:
    waits: list[float] = []
    for failed in range(1, 10):
        patience(waits).wait(failed)
    assert waits == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]


def test_requests_are_bounded_in_items_and_bytes() -> None:
    assert [len(chunk) for chunk in chunks(items(CHUNK_ITEMS + 1))] == [CHUNK_ITEMS, 1]
    large = [Item("i", str(n), {"text": "x" * (CHUNK_BYTES // 2)}) for n in range(3)]
    assert [len(chunk) for chunk in chunks(large)] == [1, 1, 1]
