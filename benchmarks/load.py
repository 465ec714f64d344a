"""Sends requests to a server from many clients at once and says how fast it answered.

In: an address, paths to ask for in turn, how many clients, for how long. Out: a `Load`. `wrk` (Debian's
package) asks when it is there; else clients of our own on raw sockets, which take more of the machine.
"""

import asyncio
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlsplit

_LUA = Path(__file__).parent / "load.lua"
_PATIENCE = "30s"  # of wrk, which counts later answers as wrong


@dataclass(frozen=True)
class Load:
    """Requests a second, milliseconds of an answer, answers that were no 200."""

    per_second: float
    p50: float
    p95: float
    p99: float
    longest: float
    requests: int
    wrong: int
    by: str


def ask(url: str, paths: Sequence[str], clients: int, seconds: float) -> Load:
    """The load that the server carried."""
    if shutil.which("wrk"):
        return _wrk(url, paths, clients, seconds)
    return asyncio.run(_sockets(url, paths, clients, seconds))


def _wrk(url: str, paths: Sequence[str], clients: int, seconds: float) -> Load:
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n".join(paths))
        file.flush()
        command = ["wrk", "-t1", f"-c{clients}", f"-d{seconds:.0f}s", "--timeout", _PATIENCE, "-s", str(_LUA)]
        command += [url, "--", file.name]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    found = json.loads(next(line for line in done.stdout.splitlines() if line.startswith("{")))
    return Load(**found, by="wrk")


async def _sockets(url: str, paths: Sequence[str], clients: int, seconds: float) -> Load:
    place = urlsplit(url)
    turns, times, wrong = cycle(paths), list[float](), 0
    end = time.perf_counter() + seconds

    async def client(turns: Iterator[str]) -> None:
        nonlocal wrong
        reader, writer = await asyncio.open_connection(place.hostname, place.port)
        while (start := time.perf_counter()) < end:
            writer.write(f"GET {next(turns)} HTTP/1.1\r\nHost: {place.netloc}\r\n\r\n".encode())
            head = await reader.readuntil(b"\r\n\r\n")
            length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
            await reader.readexactly(int(length.split(b":")[1]))
            wrong += not head.startswith(b"HTTP/1.1 200")
            times.append((time.perf_counter() - start) * 1000)
        writer.close()

    start = time.perf_counter()
    await asyncio.gather(*(client(turns) for _ in range(clients)))
    cut = quantiles(times, n=100)
    rate = len(times) / (time.perf_counter() - start)
    return Load(rate, cut[49], cut[94], cut[98], max(times), len(times), wrong, "sockets of our own")
