"""Hundreds of odd and broken files through the reader with its limits: outcomes, times, and what went wrong.

usage: python benchmarks/odd.py [--seed N] [--only WORD] [--seconds S] [--memory MB] [--jobs N] [--keep FOLDER]

Wrong is: an outcome that the file does not deserve, a reader process that dies by itself, an extraction that
fails, "parsed" without a word, words that were to be read and were not.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from flows.settings import Settings
from flows.stages import read_one
from models.layout import READABLE, Layout, Outcome
from models.text import fold
from tests.extractors.layout.odd import OddFile, odd_files


def words(layout: Layout | None) -> str:
    return fold(" ".join(block.text for block in layout.blocks())) if layout else ""


def faults(odd: OddFile, path: Path, settings: Settings) -> tuple[Outcome, float, list[str]]:
    """The outcome, the seconds, and what is wrong with it."""
    start = time.perf_counter()
    layout, result = read_one(path, path.name, "0" * 64, settings)
    seconds = time.perf_counter() - start
    read, wrong = words(layout.layout), []
    if result.outcome not in odd.outcomes:
        wrong.append(f"{result.outcome.value}, not {'/'.join(sorted(o.value for o in odd.outcomes))}")
    if result.error and ("arrêté net" in result.error.message or "a échoué" in result.error.message):
        wrong.append(result.error.message)
    wrong += [issue.message for issue in result.issues if issue.code == "extraction.failed"]
    if result.outcome in READABLE:
        if not any(sign.isalnum() for block in layout.layout.blocks() for sign in block.text):  # type: ignore[union-attr]
            wrong.append("read without a word")
        elif odd.says and fold(odd.says) not in read:
            wrong.append(f"does not say {odd.says!r}: {read[:80]!r}")
        if result.outcome is Outcome.PARTIAL and not result.issues:
            wrong.append("partial without a warning")
    elif result.error is None:
        wrong.append("refused without a message")
    if seconds > settings.read_seconds + 5:
        wrong.append(f"{seconds:.0f} s")
    return result.outcome, seconds, wrong


def run(files: Iterator[OddFile], folder: Path, settings: Settings, jobs: int) -> int:
    """Print every fault and a summary. Returns the number of files with a fault."""

    def one(odd: OddFile) -> tuple[OddFile, tuple[Outcome, float, list[str]]]:
        path = folder / odd.name
        path.write_bytes(odd.make())
        try:
            return odd, faults(odd, path, settings)
        finally:
            path.unlink()

    outcomes: Counter[str] = Counter()
    bad, slowest = 0, []
    with ThreadPoolExecutor(jobs) as pool:
        for odd, (outcome, seconds, wrong) in pool.map(one, files):
            outcomes[outcome.value] += 1
            slowest.append((seconds, odd.name, outcome.value))
            bad += bool(wrong)
            for fault in wrong:
                print(f"{odd.name}: {fault}", flush=True)
    print(f"{sum(outcomes.values())} files, {bad} with a fault: {dict(outcomes.most_common())}")
    for seconds, name, outcome in sorted(slowest, reverse=True)[:12]:
        print(f"{seconds:8.1f} s  {name} ({outcome})")
    return bad


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="names that hold this word")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--memory", type=int, default=2048)
    parser.add_argument("--jobs", type=int, default=2)
    arguments = parser.parse_args()
    settings = Settings(read_seconds=arguments.seconds, read_memory_mb=arguments.memory)
    chosen = (odd for odd in odd_files(arguments.seed) if arguments.only in odd.name)
    with tempfile.TemporaryDirectory() as folder:
        return 1 if run(chosen, Path(folder), settings, arguments.jobs) else 0


if __name__ == "__main__":
    sys.exit(main())
