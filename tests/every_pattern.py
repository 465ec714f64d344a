"""Every expression that the five packages compile, and how its time grows on hostile texts. Run as a program.

It records what the packages hand to `re` while all modules are imported and a document is read: module
attributes, tuples, patterns built from word lists and inline ones alike. Prints one JSON list of those whose
time grows faster than the length of the text.
"""

import importlib
import json
import math
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PACKAGES = ("models", "extractors", "pipeline", "search_api", "flows")
#: Parts that need an extra or a server, or run in a program of their own.
NEEDS_MORE = ("transformer_model", "migrations", "flows.", "collect.crawl", "collect.spider")
SHORT, LONG = 500, 2_500
#: Less than this is noise of the machine, in seconds.
NOISE = 0.002
MAX_EXPONENT = 1.5


def recorded() -> dict[tuple[str, int], str]:
    """(source, flags) -> the file that compiled it."""
    found: dict[tuple[str, int], str] = {}
    compiled: Callable[..., Any] = re._compile  # type: ignore[attr-defined]

    def record(pattern: Any, flags: Any) -> Any:
        result = compiled(pattern, flags)
        frame = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename.startswith(re.__path__[0]):
            frame = frame.f_back  # type: ignore[assignment]
        file = Path(frame.f_code.co_filename) if frame is not None else Path()
        if (
            isinstance(result.pattern, str)
            and file.is_relative_to(ROOT)
            and file.relative_to(ROOT).parts[0] in PACKAGES
        ):
            found[result.pattern, result.flags] = str(file.relative_to(ROOT))
        return result

    re._compile = record  # type: ignore[attr-defined]
    for package in PACKAGES:
        for module in pkgutil.walk_packages([str(ROOT / package)], f"{package}."):
            if not any(part in f"{module.name}." for part in NEEDS_MORE):
                importlib.import_module(module.name)
    from tests.extractors.test_hostile import read_all

    read_all("Axe 1 : Fiche action 1.1 – signé le 3 mars 2020 entre la Ville de A, représentée par Mme B. ")
    re._compile = compiled  # type: ignore[attr-defined]
    return found


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """The best of three searches for all matches, in processor time; a second at most."""
    best = 1.0
    for _ in range(3):
        signal.setitimer(signal.ITIMER_VIRTUAL, 1.0)
        start = time.process_time()
        try:
            for _match in pattern.finditer(text):
                pass
        except TimeoutError:
            return 1.0
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        best = min(best, time.process_time() - start)
        if best > 20 * NOISE or best < NOISE / 3:
            break
    return best


def _stop(*_: object) -> None:
    raise TimeoutError


def growth(pattern: re.Pattern[str], opening: str, piece: str) -> float:
    """The power of the length that the time grows with; 0 for what is through at once. The least of three."""
    least = math.inf
    for _ in range(3):
        long = seconds(pattern, opening + (piece * LONG)[:LONG])
        if long < NOISE:
            return 0.0
        short = seconds(pattern, opening + (piece * LONG)[:SHORT])
        least = min(least, math.log(long / max(short, 1e-7)) / math.log(LONG / SHORT))
        if least <= MAX_EXPONENT:
            break
    return least


def steep(found: dict[tuple[str, int], str]) -> Iterator[dict[str, object]]:
    from tests.extractors.test_hostile import OPENINGS, PIECES

    for (source, flags), file in sorted(found.items(), key=lambda entry: (entry[1], entry[0])):
        pattern = re.compile(source, flags)
        for name, piece in PIECES.items():
            for opening in OPENINGS[:2]:
                exponent = growth(pattern, opening, piece)
                if exponent > MAX_EXPONENT:
                    yield {
                        "file": file,
                        "pattern": source,
                        "text": f"{opening}{name}",
                        "exponent": round(exponent, 2),
                    }


if __name__ == "__main__":
    signal.signal(signal.SIGVTALRM, _stop)
    patterns = recorded()
    print(json.dumps({"patterns": len(patterns), "steep": list(steep(patterns))}, ensure_ascii=False))
