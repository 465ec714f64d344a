"""Coordinators' pages over synthetic actions: processor time to compute them once, then of each page.

Run: python -m benchmarks.coordination [--actions 20000]
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import quote

from fastapi.testclient import TestClient

from benchmarks.synthetic import contracts
from pipeline.inventory import take_inventory
from pipeline.store.memory import MemoryStore
from search_api.app import create_app
from search_api.coordination.collections import key_of
from search_api.engines.embedded import EmbeddedEngine
from search_api.indexing import index_entries
from search_api.services import Services

TODAY = date(2026, 11, 25)
TIMES = 25
PATIENT = ("atom", "docx", "pdf", "xlsx")  # files, made on demand: a few are enough


def application(actions: int) -> tuple[TestClient, Mapping[str, Callable[[], str]]]:
    """The application over so many actions, and addresses drawn at random for each page."""
    made = list(contracts(actions, seed=1))
    records, sheets = [one.record for one in made], [action for one in made for action in one.actions]
    store, engine = MemoryStore(), EmbeddedEngine(Path(tempfile.mkdtemp()))
    for one in made:
        store.put_document(one.document)
    store.publish(records, sheets, ())
    engine.rebuild(index_entries(records, sheets, take_inventory(records, sheets, TODAY)))
    app = create_app(Services(store, engine, {}.get, {}.get, lambda: TODAY))
    start = time.process_time()
    known = app.state.warm()
    print(
        f"{len(sheets)} actions, {len(records)} contracts: {time.process_time() - start:.1f} s of processor, once"
    )
    draw = random.Random(1)
    ids, ways, places = [sheet.id for sheet in sheets], list(known.archetypes), list(known.profiles)

    def title() -> str:
        return quote(draw.choice(sheets).action.title)

    def keys(number: int, joined: str) -> str:
        return joined.join(key_of(i) for i in draw.sample(ids, number))

    return TestClient(app), {
        "search": lambda: f"/recherche?type=action&q={title()}",
        "search, grouped": lambda: f"/recherche?group=contract&q={title()}",
        "search, two filters": lambda: "/recherche?q=sant%C3%A9&theme=tabac&region=28",
        "action": lambda: f"/actions/{quote(draw.choice(ids))}",
        "archetypes": lambda: f"/actions-types?page={draw.randint(1, 20)}",
        "archetypes of a theme": lambda: "/actions-types?theme=addictions",
        "archetype": lambda: f"/actions-types/{draw.choice(ways)}",
        "indicators": lambda: f"/indicateurs?page={draw.randint(1, 20)}",
        "twins": lambda: f"/territoires/{quote(draw.choice(places), safe='')}/jumeaux",
        "basket of 20": lambda: f"/panier?fiches={keys(20, '.')}",
        "comparison of 5": lambda: f"/comparer?fiche={keys(5, '&fiche=')}",
        "atom": lambda: f"/recherche.atom?q={title()}",
        **{
            ending: lambda ending=ending: f"/panier.{ending}?fiches={keys(20, '.')}" for ending in PATIENT[1:]
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=20_000)
    client, pages = application(parser.parse_args().actions)
    for name, address in pages.items():
        spent = []
        for _ in range(4 if name in PATIENT else TIMES):
            wanted, start = address(), time.process_time()
            answer = client.get(wanted)
            spent.append(1000 * (time.process_time() - start))
            assert answer.status_code == 200, (wanted, answer.text[:200])
        spent.sort()
        print(f"{name:22} p50 {spent[len(spent) // 2]:6.1f} ms  p95 {spent[int(len(spent) * 0.95)]:6.1f} ms")


if __name__ == "__main__":
    main()
