"""Every expression that the five packages compile, and how its time grows on hostile texts. Run as a program.

It records what the packages hand to `re` while all modules are imported and a document is read: module
attributes, tuples, patterns built from word lists and inline ones alike. Prints one JSON list of those whose
time grows faster than the length of the text.
"""

import ast
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
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

ROOT = Path(__file__).parent.parent
PACKAGES = ("models", "extractors", "pipeline", "search_api", "flows")
#: Parts that need an extra or a server, or run in a program of their own.
NEEDS_MORE = ("transformer_model", "build_shapes", "migrations", "flows.", "collect.crawl", "collect.spider")
LONG = 2_500  # and a text that is TIMES shorter
TIMES = 5
#: Less than this is noise of the machine, in seconds.
NOISE = 0.002
MOST_SECONDS = 1.0
MAX_EXPONENT = 1.5
#: Repeats up to so many are a constant, not a growth.
MOST_REPEATS = LONG // TIMES
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)


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
    return written() | found


def written() -> dict[tuple[str, int], str]:
    """The constant expressions handed to `re` in the text of the packages: lines that no text of the tests reaches."""
    found = {}
    for file in (file for package in PACKAGES for file in (ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="re"), attr=name),
                    args=[ast.Constant(value=str(source)), *_],
                ) if name != "escape":
                    told = ast.unparse(node)
                    ignoring = re.IGNORECASE if re.search(r"\bre\.(?:IGNORECASE|I)\b", told) else re.NOFLAG
                    flags = re.compile(source, ignoring).flags
                    found[source, flags] = str(file.relative_to(ROOT))
    return found


def repeats(source: str, flags: int) -> bool:
    """Whether some part may be repeated more often than the short text is long: without, the time cannot be steep."""

    def inside(part: Any) -> bool:
        if isinstance(part, _parser.SubPattern):
            return any(inside(op) for op in part)
        if isinstance(part, tuple | list):
            if part and part[0] in _REPEATS and part[1][1] > MOST_REPEATS:
                return True
            return any(inside(op) for op in part)
        return False

    return inside(_parser.parse(source, flags & ~re.DEBUG))


def seconds(pattern: re.Pattern[str], text: str, runs: int) -> float:
    """The best of some searches for all matches; a second at most.

    By the clock on the wall: the one of the processor stands still for milliseconds while a timer is set.
    """
    best = MOST_SECONDS
    for _ in range(runs):
        signal.setitimer(signal.ITIMER_REAL, MOST_SECONDS)
        start = time.perf_counter()
        try:
            for _match in pattern.finditer(text):
                pass
        except TimeoutError:
            return MOST_SECONDS
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        best = min(best, time.perf_counter() - start)
        if best < NOISE:
            break
    return best


def _stop(*_: object) -> None:
    raise TimeoutError


def growth(pattern: re.Pattern[str], opening: str, piece: str) -> float:
    """The power of the length that the time grows with; 0 for what is through at once. The least of three.

    A length that is not enough to tell is doubled: what grows in proportion shows it on longer texts.
    """
    least, length = math.inf, LONG
    for _ in range(3):
        long = seconds(pattern, opening + (piece * length)[:length], 3)
        if long < NOISE:
            return 0.0
        if long >= MOST_SECONDS:
            return math.inf
        short = seconds(pattern, opening + (piece * length)[: length // TIMES], 5)
        least = min(least, math.log(long / short) / math.log(TIMES))
        if least <= MAX_EXPONENT:
            break
        length *= 2
    return least


def steep(found: dict[tuple[str, int], str]) -> Iterator[dict[str, object]]:
    from tests.extractors.test_hostile import OPENINGS, PIECES

    for (source, flags), file in sorted(found.items(), key=lambda entry: (entry[1], entry[0])):
        if not repeats(source, flags):
            continue
        pattern = re.compile(source, flags)
        for name, piece in PIECES.items():
            for opening in OPENINGS[:2]:
                exponent = growth(pattern, opening, piece)
                if exponent > MAX_EXPONENT:
                    yield {
                        "file": file,
                        "pattern": source,
                        "text": f"{opening}{name}",
                        "exponent": round(min(exponent, 9.0), 2),
                    }


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, _stop)
    patterns = recorded()
    print(json.dumps({"patterns": len(patterns), "steep": list(steep(patterns))}, ensure_ascii=False))
