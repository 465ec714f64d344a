"""Reading PDFs against PyMuPDF's raw text, in one run: pages a second, letters kept, and the child's peak memory.

usage: python benchmarks/read.py [FOLDER] [--no-ocr] [--json]
"""

import argparse
import json
import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pymupdf

from extractors.layout import ReadOptions, read_layout
from extractors.layout.order import reading_order
from extractors.sandbox import run_limited
from models.evidence import BBox
from pipeline.extraction import process_file

SAMPLES = Path(__file__).parent.parent / "samples" / "documents"
SECONDS, MEMORY_MB = 3600.0, 4096
Line = tuple[str, BBox]
Figures = tuple[int, int, float, float]  # pages, letters, seconds, peak memory in MB


def raw_text(path: Path, no_ocr: bool) -> tuple[int, int]:
    """The baseline: the text as PyMuPDF gives it, in the file's own order. Pages and letters."""
    with pymupdf.open(path) as document:
        return document.page_count, sum(letters(page.get_text()) for page in document)


def ordered_lines(path: Path, no_ocr: bool) -> tuple[int, int]:
    """The lines of PyMuPDF in the order of our XY-cut."""
    count = 0
    with pymupdf.open(path) as document:
        for page in document:
            lines = [line for block in page.get_text("dict")["blocks"] for line in block.get("lines", ())]
            named: list[Line] = [("".join(s["text"] for s in line["spans"]), line["bbox"]) for line in lines]
            count += sum(letters(text) for text, _ in reading_order(named, lambda line: line[1]))
        return document.page_count, count


def layout(path: Path, no_ocr: bool) -> tuple[int, int]:
    """Blocks, tables and headings; OCR of pages without text."""
    read = read_layout(path, options=ReadOptions(ocr=not no_ocr)).layout
    if read is None:
        return 0, 0
    return len(read.pages), sum(letters(block.text) for block in read.blocks())


def whole(path: Path, no_ocr: bool) -> tuple[int, int]:
    """What the pipeline runs for a document: the layout, then the contracts with their proofs."""
    read, result = process_file(path, name=path.name, sha256="0" * 64)
    blocks = read.layout.blocks() if read.layout else ()
    return result.page_count, sum(letters(block.text) for block in blocks)


def letters(text: str) -> int:
    return sum(letter.isalnum() for letter in text)


def measured(read: Callable[[Path, bool], tuple[int, int]], paths: Sequence[Path], no_ocr: bool) -> Figures:
    """Runs in a child of its own, so that its peak memory is that of this way of reading."""
    read(paths[0], True)  # libraries and word lists load once
    start = time.perf_counter()
    counts = [read(path, no_ocr) for path in paths]
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return sum(pages for pages, _ in counts), sum(count for _, count in counts), seconds, peak


def has_text(path: Path) -> bool:
    with pymupdf.open(path) as document:
        return any(page.get_text().strip() for page in document)


def run(paths: Sequence[Path], no_ocr: bool) -> dict[str, dict[str, float]]:
    if no_ocr:
        paths = [path for path in paths if has_text(path)]
    rows: dict[str, dict[str, float]] = {}
    for name, read in (
        ("raw text", raw_text),
        ("xy-cut order", ordered_lines),
        ("layout", layout),
        ("process_file", whole),
    ):
        pages, count, seconds, peak = run_limited(measured, read, paths, no_ocr)(SECONDS, MEMORY_MB)
        rows[name] = {
            "pages": pages,
            "pages_per_second": round(pages / seconds, 1),
            "letters": count,
            "peak_rss_mb": round(peak),
        }
    base = rows["raw text"]
    for row in rows.values():
        row["times_raw"] = round(base["pages_per_second"] / row["pages_per_second"], 1)
        row["letters_of_raw"] = round(row["letters"] / max(base["letters"], 1), 3)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLES)
    parser.add_argument("--no-ocr", action="store_true", help="leave out files without any text")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.rglob("*.pdf"))
    if not paths:
        parser.error(f"no PDF in {arguments.folder}")
    rows = run(paths, arguments.no_ocr)
    if arguments.json:
        print(json.dumps(rows))
        return
    columns = list(rows["raw text"])
    print(f"{'':14}" + "".join(f"{column:>18}" for column in columns))
    for name, row in rows.items():
        print(f"{name:14}" + "".join(f"{row[column]:>18}" for column in columns))


if __name__ == "__main__":
    main()
