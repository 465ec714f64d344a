"""Search over synthetic actions, in one run: indexing, queries, and the endpoint beside a trivial one.

usage: python -m benchmarks.search [--actions N] [--clients C] [--seconds S] [--workers W] [--keep FOLDER] [--json]
       python -m benchmarks.search --engine opensearch --url http://127.0.0.1:9201 …

"cold" asks every query once, so that no cache of answers helps; "warm" asks a hundred again and again.
"cpu" is what the server's processes used for an answer: a busy machine changes it less. A cluster's is not in it.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles

from benchmarks.load import Load, ask
from benchmarks.server import TRIVIAL, Running, Where, serving
from benchmarks.synthetic import entries, queries
from benchmarks.synthetic.asked import address
from models.search import IndexEntry, SearchQuery
from models.text import fold
from search_api.engines.choose import EngineKind
from search_api.engines.protocol import SearchEngine, answer_json
from search_api.lasting import collect_seldom

#: More queries than a server answers in a run.
COLD, WARM = 30_000, 100
LOOPED = 5_000  # actions that the plain Python loop reads

Figures = dict[str, float | str]


class Made:
    """Passes entries on and keeps the time that was spent on making them apart."""

    def __init__(self, made: Iterable[IndexEntry]) -> None:
        self._made, self.seconds, self.number = iter(made), 0.0, 0

    def __iter__(self) -> Iterator[IndexEntry]:
        while True:
            start = time.perf_counter()
            entry = next(self._made, None)
            self.seconds += time.perf_counter() - start
            if entry is None:
                return
            self.number += 1
            yield entry


def indexing(engine: SearchEngine, actions: int) -> Figures:
    made = Made(entries(actions))
    start = time.perf_counter()
    engine.rebuild(made)
    seconds = time.perf_counter() - start - made.seconds
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"indexed_per_second": round(actions / seconds), "indexing_peak_mb": round(megabytes)}


def in_process(where: Where, number: int = 300) -> Figures:
    """One query after the other, as JSON, without a server; each once, in a process that was just started."""
    collect_seldom()  # as the server does
    start = time.perf_counter()
    engine = where.open()
    next_queries = list(queries(number + 1, seed=7))
    engine.search(next_queries.pop())
    opening = time.perf_counter() - start
    cpu = time.process_time()
    times = [_milliseconds(lambda query=query: answer_json(engine, query)) for query in next_queries]
    cpu = (time.process_time() - cpu) / number * 1000
    found = [engine.search(query).total for query in next_queries]
    cut = quantiles(times, n=100)
    return {
        "first_answer_seconds": round(opening, 2),
        "engine_cpu_mean_ms": round(cpu, 2),
        "engine_p50_ms": round(median(times), 2),
        "engine_p95_ms": round(cut[94], 2),
        "engine_p99_ms": round(cut[98], 2),
        "found_share_mean": round(sum(found) / len(found) / max(engine.count(), 1), 3),
        "loop_over_engine_p50": round(loop_over(engine.count()) / median(times), 1),
    }


def loop_over(actions: int) -> float:
    """The baseline, milliseconds: fold once, then count the words of a query in every text in plain Python."""
    folded = [fold(" ".join((e.title, *e.fields.values()))) for e in entries(min(actions, LOOPED))]

    def search(query: SearchQuery) -> list[tuple[int, int]]:
        words = fold(query.text).split()
        scored = ((sum(word in text for word in words), number) for number, text in enumerate(folded))
        return sorted(scored, reverse=True)[:20]

    times = [_milliseconds(lambda query=query: search(query)) for query in queries(20, seed=7)]
    return median(times) * actions / len(folded)


def over_http(where: Where, clients: int, seconds: float, workers: int) -> Figures:
    """The search endpoint with 20 hits, highlights and all facets, beside the trivial endpoint."""
    paths = [f"/api/v1/search?{address(query)}" for query in queries(COLD, seed=11)]
    with serving(where, workers) as server:
        ask(server.url, paths[-300:], clients, 3)  # opens the index in every worker
        trivial, trivial_cpu = _asked(server, [TRIVIAL], clients, seconds / 2)
        cold, cold_cpu = _asked(server, paths[:-300], clients, seconds)
        warm, warm_cpu = _asked(server, paths[:WARM], clients, seconds / 2)
        again, _ = _asked(server, [TRIVIAL], clients, seconds / 2)
    base = (trivial.per_second + again.per_second) / 2
    figures: Figures = {"load_by": cold.by, "clients": clients, "workers": workers}
    figures |= {"trivial_per_second": round(base), "trivial_p99_ms": trivial.p99}
    figures["trivial_cpu_ms"] = round(trivial_cpu, 3)
    for name, load, cpu in (("cold", cold, cold_cpu), ("warm", warm, warm_cpu)):
        figures |= _told(name, load) | {f"{name}_over_trivial": round(load.per_second / base, 3)}
        figures |= {f"{name}_cpu_ms": round(cpu, 3), f"trivial_over_{name}_cpu": round(trivial_cpu / cpu, 3)}
    if cold.requests > COLD - 300:
        figures["cold_asked_twice"] = cold.requests - COLD + 300
    return figures


def _asked(server: Running, paths: Sequence[str], clients: int, seconds: float) -> tuple[Load, float]:
    """The load, and the milliseconds of CPU that the server used for an answer."""
    before = server.cpu_seconds()
    load = ask(server.url, paths, clients, seconds)
    return load, (server.cpu_seconds() - before) / load.requests * 1000


def _told(name: str, load: Load) -> Figures:
    figures: Figures = {
        f"{name}_per_second": round(load.per_second),
        f"{name}_p50_ms": load.p50,
        f"{name}_p95_ms": load.p95,
        f"{name}_p99_ms": load.p99,
        f"{name}_longest_ms": load.longest,
    }
    return figures | ({f"{name}_wrong": load.wrong} if load.wrong else {})


def _milliseconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=20_000)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument(
        "--keep", type=Path, help="folder of the index; used again when it holds so many actions"
    )
    kinds = [kind.value for kind in EngineKind]
    parser.add_argument("--engine", choices=kinds, default=EngineKind.EMBEDDED.value)
    parser.add_argument("--url", help="of a cluster, whose index atlas-benchmark may be used again")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    kind = EngineKind(arguments.engine)
    if (kind is EngineKind.EMBEDDED) == bool(arguments.url):
        parser.error("--url goes with a cluster, and a cluster with --url")
    with tempfile.TemporaryDirectory() as temporary:
        where = Where(kind, arguments.url or str(arguments.keep or temporary))
        engine = where.open()
        figures: Figures = {"engine": kind.value, "actions": arguments.actions}
        if engine.count() != arguments.actions:
            figures |= indexing(engine, arguments.actions)
        figures |= in_process(where)
        figures |= over_http(where, arguments.clients, arguments.seconds, arguments.workers)
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:24} {value:>12}")


if __name__ == "__main__":
    sys.exit(main())
