"""The product's application over an index and an empty store, with one endpoint that does nothing.

In: a folder of an index, a number of worker processes. Out: the address of a running server.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from fastapi import FastAPI

from pipeline.store.memory import MemoryStore
from search_api.app import Services, create_app
from search_api.engines.embedded import EmbeddedEngine
from search_api.running import run

INDEX = "BENCHMARK_INDEX"
TRIVIAL = "/trivial"


def make_app() -> FastAPI:
    """Called by uvicorn in each worker."""
    engine = EmbeddedEngine(Path(os.environ[INDEX]))
    services = Services(MemoryStore(), engine, lambda _: None, lambda _: None, date.today)
    app = create_app(services)

    async def trivial() -> dict[str, bool]:
        return {"ok": True}

    app.add_api_route(TRIVIAL, trivial)
    app.router.routes.insert(0, app.router.routes.pop())  # before the pages, as any first route
    return app


@contextmanager
def serving(index: Path, workers: int) -> Iterator[str]:
    """A server of so many workers on a free port, stopped at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "benchmarks.server", str(port), str(workers)]
    process = subprocess.Popen(command, env={**os.environ, INDEX: str(index)})
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(url + TRIVIAL, process)
        yield url
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
