"""One build at a time: a document that says who builds, and until when it is believed.

A builder that was killed on this very machine is known to be gone; elsewhere its lease has to run out.
"""

import os
import socket
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from models.errors import EngineError
from search_api.engines.elastic.cluster import CONFLICT, Body, Cluster, ClusterFailure

SECONDS = 60.0  # longer than a chunk takes to be written
_KEY = "build"


class Lease:
    """Held while building; `renew` fails when another builder took over meanwhile."""

    def __init__(self, cluster: Cluster, index: str) -> None:
        self._cluster, self._index = cluster, index
        self._owner = uuid.uuid4().hex
        self._written: Body = {}
        self._renewed = 0.0

    def take(self) -> None:
        """EngineError while another build is under way."""
        held = self._cluster.document(self._index, _KEY)
        if held is None:
            self._put({"op_type": "create"})
        elif _is_over(held["_source"]):
            self._put(_unchanged(held))
        else:
            raise _busy()

    def renew(self) -> None:
        """Cheap: the lease is written again after a third of its time."""
        if time.monotonic() - self._renewed > SECONDS / 3:
            self._put(_unchanged(self._written))

    def confirm(self) -> None:
        """Write it again now: nobody took over."""
        self._put(_unchanged(self._written))

    def give_back(self) -> None:
        self._cluster.remove(self._index, _KEY)

    def _put(self, conditions: dict[str, object]) -> None:
        source = {
            "owner": self._owner,
            "host": socket.gethostname(),
            "process": os.getpid(),
            "until": time.time() + SECONDS,
        }
        try:
            self._written = self._cluster.put(self._index, _KEY, source, **conditions)
        except ClusterFailure as failure:
            if failure.status == CONFLICT:
                raise _busy() from failure
            raise
        self._renewed = time.monotonic()


@contextmanager
def leased(cluster: Cluster, index: str) -> Iterator[Lease]:
    """The lease, given back at the end. One that was lost to another builder stays the other's."""
    lease = Lease(cluster, index)
    lease.take()
    try:
        yield lease
    finally:
        held = cluster.document(index, _KEY)
        if held is not None and held["_source"]["owner"] == lease._owner:
            lease.give_back()


def _unchanged(document: Body) -> dict[str, object]:
    return {"if_seq_no": document["_seq_no"], "if_primary_term": document["_primary_term"]}


def _is_over(source: Body) -> bool:
    if source["until"] < time.time():
        return True
    return source["host"] == socket.gethostname() and not _is_alive(source["process"])


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _busy() -> EngineError:
    return EngineError(
        "Une autre indexation est en cours : attendez qu'elle finisse. Si elle a été interrompue sur une autre "
        f"machine, réessayez dans {SECONDS:.0f} secondes."
    )
