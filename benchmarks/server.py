"""The product's application over an index and an empty store, with one endpoint that does nothing.

In: where an engine is, a number of worker processes. Out: a running server.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fastapi import FastAPI

from pipeline.store.memory import MemoryStore
from search_api.app import Services, create_app
from search_api.engines.choose import EngineKind, open_engine
from search_api.engines.elastic import Address
from search_api.engines.protocol import SearchEngine
from search_api.lasting import collect_seldom
from search_api.running import run

TRIVIAL = "/trivial"
_KIND, _INDEX = "BENCHMARK_ENGINE", "BENCHMARK_INDEX"
_SECONDS = 60  # that a cluster may take


@dataclass(frozen=True)
class Where:
    """An engine: its kind, and the folder of its index or the address of its cluster."""

    kind: EngineKind
    index: str

    def open(self) -> SearchEngine:
        embedded = self.kind is EngineKind.EMBEDDED
        url = "http://127.0.0.1" if embedded else self.index
        address = Address((url,), seconds=_SECONDS)
        return open_engine(self.kind, Path(self.index), address, "atlas-benchmark", shards=1)


@dataclass(frozen=True)
class Running:
    url: str
    process: int

    def cpu_seconds(self) -> float:
        """What the server and its workers have used since their start."""
        processes = [self.process]
        for process in processes:
            processes += map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split())
        ticks = 0
        for process in processes:
            fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")


def make_app() -> FastAPI:
    """Called by uvicorn in each worker."""
    engine = Where(EngineKind(os.environ[_KIND]), os.environ[_INDEX]).open()
    services = Services(MemoryStore(), engine, lambda _: None, lambda _: None, date.today)
    app = create_app(services)
    collect_seldom()

    async def trivial() -> dict[str, bool]:
        return {"ok": True}

    app.add_api_route(TRIVIAL, trivial)
    app.router.routes.insert(0, app.router.routes.pop())  # before the pages, as any first route
    return app


@contextmanager
def serving(where: Where, workers: int) -> Iterator[Running]:
    """A server of so many workers on a free port, stopped at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "benchmarks.server", str(port), str(workers)]
    process = subprocess.Popen(command, env={**os.environ, _KIND: where.kind.value, _INDEX: where.index})
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(url + TRIVIAL, process)
        yield Running(url, process.pid)
    finally:
        process.terminate()
        process.wait(20)


def _wait(url: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(url, timeout=1).close()
            return
        except OSError:
            if process.poll() is not None:
                raise
            time.sleep(0.1)
    raise TimeoutError(url)


if __name__ == "__main__":
    run("benchmarks.server:make_app", "127.0.0.1", int(sys.argv[1]), int(sys.argv[2]))
