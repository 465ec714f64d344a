"""Search against a plain Python loop, in one run: index rate, median and 95th percentile of a query.

usage: python benchmarks/search.py [--actions N] [--json]
"""

import argparse
import json
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median, quantiles

from models.search import EntryKind, IndexEntry, SearchQuery
from models.text import fold
from search_api.engines.embedded import EmbeddedEngine
from search_api.thesaurus.reader import default_thesaurus

QUERIES = (
    "bus santé",
    "mobile health buses",
    "dépistage du cancer du sein",
    "prévention des chutes des personnes âgées",
    "comment attirer des médecins dans un désert médical ?",
    "santé mentale des jeunes",
    "vacination au college",
    "accès aux droits Ville 12",
    "reduce screen time for young children",
    "",
)
SHAPES = (
    "Développer {}",
    "Renforcer {} et {}",
    "Un réseau autour de {}",
    "{} : former les acteurs",
    "Agir sur {}",
)


def synthetic_actions(number: int, seed: int = 1) -> list[IndexEntry]:
    """Actions made of the thesaurus's own words, about 1,500 characters each."""
    random_ = random.Random(seed)
    terms = list(default_thesaurus().labels())

    def sentence() -> str:
        shape = random_.choice(SHAPES)
        return shape.format(*random_.sample(terms, shape.count("{}")))

    def text(sentences: int) -> str:
        return ". ".join(sentence() for _ in range(sentences))

    return [
        IndexEntry(
            id=f"action-{n}",
            kind=EntryKind.ACTION,
            contract_id=f"contract-{n % 800}",
            title=sentence(),
            fields={
                "objectives": text(4),
                "description": text(14),
                "context": text(10),
                "partners": text(4),
                "indicators": text(4),
                "territory": f"Ville {n % 800}\nRégion {n % 18}",
            },
            facets={"region": (str(n % 18),), "status": (str(n % 5),)},
        )
        for n in range(number)
    ]


def loop_over(entries: Sequence[IndexEntry]) -> Callable[[str], list[str]]:
    """The baseline: fold everything once, then count the words of the query in each text."""
    folded = [(entry.id, fold(" ".join((entry.title, *entry.fields.values())))) for entry in entries]

    def search(query: str) -> list[str]:
        words = fold(query).split()
        scored = ((sum(word in text for word in words), name) for name, text in folded)
        return [name for _, name in sorted(scored, reverse=True)[:20]]

    return search


def timed(search: Callable[[str], object], rounds: int) -> list[float]:
    """Milliseconds of every query."""
    times = []
    for _ in range(rounds):
        for query in QUERIES:
            start = time.perf_counter()
            search(query)
            times.append((time.perf_counter() - start) * 1000)
    return times


def run(number: int) -> dict[str, float]:
    entries = synthetic_actions(number)
    start = time.perf_counter()
    baseline = loop_over(entries)
    folding = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as folder:
        engine = EmbeddedEngine(Path(folder))
        start = time.perf_counter()
        engine.rebuild(entries)
        indexing = time.perf_counter() - start
        facets = ("region", "status")
        ours = timed(lambda text: engine.search(SearchQuery(text=text, facets=facets)), rounds=10)
    theirs = timed(baseline, rounds=2)
    return {
        "actions": number,
        "indexed_per_second": round(number / indexing),
        "index_over_fold": round(indexing / folding, 2),
        "search_p50_ms": round(median(ours), 2),
        "search_p95_ms": round(quantiles(ours, n=20)[-1], 2),
        "loop_p50_ms": round(median(theirs), 2),
        "loop_p95_ms": round(quantiles(theirs, n=20)[-1], 2),
        "search_over_loop_p50": round(median(ours) / median(theirs), 3),
        "search_over_loop_p95": round(quantiles(ours, n=20)[-1] / quantiles(theirs, n=20)[-1], 3),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=20_000)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    figures = run(arguments.actions)
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:24} {value:>10}")


if __name__ == "__main__":
    main()
