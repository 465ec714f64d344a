"""Server time of each page over a synthetic catalogue in a real base: p50 and p95 in milliseconds, CPU beside.

usage: python -m benchmarks.pages [--actions N] [--rounds N] [--keep FOLDER] [--json]

The application is called without a network; "first" is the first visit after a start, which loads the catalogue.
"""

import argparse
import asyncio
import json
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from statistics import median, quantiles

from fastapi import FastAPI

from benchmarks.synthetic import contracts, queries
from benchmarks.synthetic.asked import address
from pipeline.inventory import take_inventory
from pipeline.store.sql import open_store
from search_api.app import Services, create_app
from search_api.engines.embedded import EmbeddedEngine
from search_api.indexing import index_entries

TODAY = date(2024, 6, 1)


def build(folder: Path, actions: int) -> None:
    """A base and an index of so many actions."""
    made = list(contracts(actions))
    store = open_store(f"sqlite:///{folder / 'atlas.db'}")
    for one in made:
        store.put_document(one.document)
        store.put_result(one.result)
    records = [one.record for one in made]
    found = [action for one in made for action in one.actions]
    store.publish(records, found, ())
    rows = take_inventory(records, found, TODAY)
    EmbeddedEngine(folder / "index").rebuild(index_entries(records, found, rows))
    store.close()


def addresses(app_services: Services, rounds: int) -> dict[str, list[str]]:
    """What is visited of each page: other records and other searches each time."""
    records, actions = app_services.store.contracts(), app_services.store.actions()
    some_contracts = records[:: max(len(records) // rounds, 1)][:rounds]
    some_actions = actions[:: max(len(actions) // rounds, 1)][:rounds]
    return {
        "/": ["/"] * rounds,
        "/inventaire": [f"/inventaire?department={r.contract.departments[0]}" for r in some_contracts],
        "/inventaire (all)": ["/inventaire"] * rounds,
        "/recherche": [f"/recherche?{address(query)}" for query in queries(rounds, seed=21)],
        "/contrats/…": [f"/contrats/{record.id}" for record in some_contracts],
        "/actions/…": [f"/actions/{record.id}" for record in some_actions],
        "/documents": ["/documents"] * rounds,
        "/a-verifier": [f"/a-verifier?page={n + 1}" for n in range(rounds)],
        "/api/v1/contracts": [f"/api/v1/contracts?page={n + 1}" for n in range(rounds)],
        "/api/v1/actions": [f"/api/v1/actions?page={n + 1}" for n in range(rounds)],
        "/api/v1/suggest": ["/api/v1/suggest?q=" + word for word in ("sant", "pre", "mob", "jeu")] * rounds,
    }


async def visit(app: FastAPI, path: str) -> tuple[int, float, float]:
    """Status, milliseconds, and milliseconds of CPU, which other programs on the machine disturb less."""
    plain, _, query = path.partition("?")
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": plain, "raw_path": plain.encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(b"host", b"localhost")], "server": ("localhost", 80), "client": ("localhost", 1),
    }  # fmt: skip
    status = 0

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = int(str(message["status"]))

    start, cpu = time.perf_counter(), time.process_time()
    await app(scope, receive, send)  # type: ignore[arg-type]
    return status, (time.perf_counter() - start) * 1000, (time.process_time() - cpu) * 1000


async def measure(app: FastAPI, pages: dict[str, list[str]]) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for name, paths in pages.items():
        _, first, _ = await visit(app, paths[0])
        visits = [await visit(app, path) for path in paths]
        wrong = [path for path, (status, _, _) in zip(paths, visits, strict=True) if status != 200]
        if wrong:
            raise SystemExit(f"{name}: no answer for {wrong[0]}")
        found[name] = figures([wall for _, wall, _ in visits], [cpu for _, _, cpu in visits], first)
    return found


def figures(wall: Sequence[float], cpu: Sequence[float], first: float) -> dict[str, float]:
    found = {"first": first}
    for name, times in (("wall", wall), ("cpu", cpu)):
        found |= {f"{name}_p50": median(times), f"{name}_p95": quantiles(times, n=20)[18]}
    return {name: round(value, 1) for name, value in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument(
        "--keep", type=Path, help="folder of the base and the index; used again when it is there"
    )
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "index" / "current").exists():
            build(folder, arguments.actions)
        store = open_store(f"sqlite:///{folder / 'atlas.db'}")
        engine = EmbeddedEngine(folder / "index")
        services = Services(store, engine, lambda _: None, lambda _: None, lambda: TODAY)
        pages = addresses(services, arguments.rounds)
        found = asyncio.run(measure(create_app(services), pages))
        store.close()
    if arguments.json:
        print(json.dumps(found))
        return
    columns = ("wall_p50", "wall_p95", "cpu_p50", "cpu_p95", "first")
    print(f"{'milliseconds':20}", *(f"{column:>9}" for column in columns))
    for name, row in found.items():
        print(f"{name:20}", *(f"{row[column]:>9}" for column in columns))


if __name__ == "__main__":
    main()
