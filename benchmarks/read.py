"""Reading PDFs against PyMuPDF and pdfplumber, in one run: rates, ratios, table cells, and peak memory.

usage: python benchmarks/read.py [FOLDER] [--gold GOLD] [--no-ocr] [--plumber-pages N] [--json]

Every way of reading runs in a child of its own. pdfplumber reads every n-th page so that about N pages are
read. With GOLD (files of the gold format), `cells` counts the values of action sheets that stand whole in one
table cell, by pdfplumber and by our layout; without, the cells on which both agree.
"""

import argparse
import json
import re
import resource
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pydantic import Field

from extractors.layout import ReadOptions, read_layout
from extractors.pdf_library import pymupdf
from extractors.sandbox import run_limited
from models.base import Record
from models.records import ACTION_TEXTS
from models.text import fold
from pipeline.extraction import process_file

SAMPLES = Path(__file__).parent.parent / "samples" / "documents"
SECONDS, MEMORY_MB = 3600.0, 4096
#: Shorter values stand in some cell by chance.
MIN_VALUE = 20


class Job(Record):
    paths: tuple[Path, ...]
    ocr: bool = True
    every: int = 1  # pdfplumber: one page of so many


class Reading(Record):
    """`cells`: the folded texts of table cells, by document."""

    pages: int = 0
    letters: int = 0
    seconds: float = 0.0
    peak_rss_mb: float = 0.0
    cells: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)


def page_dict(path: Path, job: Job) -> Reading:
    """The baseline: PyMuPDF's text with positions and styles, in the file's own order."""
    with pymupdf.open(path) as document:
        pages = [page.get_text("dict") for page in document]
    spans = (s for p in pages for b in p["blocks"] for line in b.get("lines", ()) for s in line["spans"])
    return Reading(pages=len(pages), letters=sum(letters(span["text"]) for span in spans))


def plumber(path: Path, job: Job) -> Reading:
    """Text and tables by pdfplumber."""
    import pdfplumber

    cells: list[str] = []
    count = pages = 0
    with pdfplumber.open(path) as document:
        for page in document.pages[:: job.every]:
            count += letters(page.extract_text() or "")
            cells += [fold(cell) for table in page.extract_tables() for row in table for cell in row if cell]
            pages += 1
    return Reading(pages=pages, letters=count, cells={path.name: tuple(cells)})


def layout(path: Path, job: Job) -> Reading:
    """Blocks, tables, headings, OCR of scans; cells of the pages that pdfplumber reads too."""
    read = read_layout(path, options=ReadOptions(ocr=job.ocr)).layout
    if read is None:
        return Reading()
    tables = [b.table for page in read.pages[:: job.every] for b in page.blocks if b.table is not None]
    cells = tuple(text for table in tables for cell in table.cells if (text := fold(cell.text)))
    count = sum(letters(block.text) for block in read.blocks())
    return Reading(pages=len(read.pages), letters=count, cells={path.name: cells})


def whole(path: Path, job: Job) -> Reading:
    """What the pipeline runs for a document: the layout, then the contracts with their proofs."""
    read, result = process_file(path, name=path.name, sha256="0" * 64)
    blocks = read.layout.blocks() if read.layout else ()
    return Reading(pages=result.page_count, letters=sum(letters(block.text) for block in blocks))


def letters(text: str) -> int:
    return sum(letter.isalnum() for letter in text)


def measured(read: Callable[[Path, Job], Reading], job: Job) -> Reading:
    """Runs in a child, so that its peak memory is that of this way of reading. Reads one file beforehand."""
    read(job.paths[0], job)  # libraries and word lists load once
    start = time.perf_counter()
    found = [read(path, job) for path in job.paths]
    return Reading(
        pages=sum(one.pages for one in found),
        letters=sum(one.letters for one in found),
        seconds=time.perf_counter() - start,
        peak_rss_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        cells={name: cells for one in found for name, cells in one.cells.items()},
    )


def text_pages(path: Path) -> int:
    """The pages of a file that has text; 0 for a scan."""
    with pymupdf.open(path) as document:
        return document.page_count if any(page.get_text().strip() for page in document) else 0


def gold_values(folder: Path, names: Sequence[str]) -> dict[str, list[str]]:
    """The folded texts of the action sheets, by document."""
    values: dict[str, list[str]] = {}
    for path in folder.rglob("*.gold.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold["document"] in names:
            actions = [a for contract in gold["contracts"] for a in contract.get("actions") or ()]
            texts = (fold(a.get(field) or "") for a in actions for field in ACTION_TEXTS)
            values[gold["document"]] = [text for text in texts if len(text) >= MIN_VALUE]
    return values


def held(values: Mapping[str, Sequence[str]], cells: Mapping[str, tuple[str, ...]]) -> int:
    """How many values stand whole in a cell; a bullet is no word."""
    joined = {name: [re.sub(r"\s+", " ", cell) for cell in found] for name, found in cells.items()}
    return sum(any(v in cell for cell in joined.get(name, ())) for name, vs in values.items() for v in vs)


def run(paths: Sequence[Path], *, ocr: bool, plumber_pages: int, gold: Path | None) -> dict[str, float]:
    typed = {path: pages for path in paths if (pages := text_pages(path))}
    every = 1 if gold else max(1, round(sum(typed.values()) / plumber_pages))
    job = Job(paths=tuple(typed), ocr=False, every=every)
    ways = (page_dict, layout, whole, plumber)
    by = {read.__name__: run_limited(measured, read, job)(SECONDS, MEMORY_MB) for read in ways}
    rate = {name: one.pages / one.seconds for name, one in by.items()}
    scans = tuple(path for path in paths if path not in typed)
    figures = {
        "pages": by["layout"].pages,
        "layout_pages_per_second": rate["layout"],
        "layout_over_pymupdf_dict": rate["layout"] / rate["page_dict"],
        "layout_over_pdfplumber": rate["layout"] / rate["plumber"],
        "whole_over_layout": rate["whole"] / rate["layout"],
        "letters_over_pymupdf": by["layout"].letters / max(by["page_dict"].letters, 1),
        "layout_peak_rss_mb": by["layout"].peak_rss_mb,
        "whole_peak_rss_mb": by["whole"].peak_rss_mb,
    }
    ours, theirs = by["layout"].cells, by["plumber"].cells
    if gold:
        values = gold_values(gold, [path.name for path in typed])
        figures["values"] = sum(map(len, values.values()))
        figures["cells_with_value"] = held(values, ours)
        figures["pdfplumber_cells_with_value"] = held(values, theirs)
    else:
        figures["cells"] = sum(map(len, ours.values()))
        figures["pdfplumber_cells"] = sum(map(len, theirs.values()))
        figures["cells_agreed"] = sum(len(set(ours[name]) & set(found)) for name, found in theirs.items())
    if ocr and scans:
        read = run_limited(measured, whole, Job(paths=scans))(SECONDS, MEMORY_MB)
        figures["ocr_seconds_a_page"] = read.seconds / max(read.pages, 1)
        figures["ocr_peak_rss_mb"] = read.peak_rss_mb
    return {name: round(figure, 3) for name, figure in figures.items()}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLES)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--no-ocr", action="store_true", help="leave out files without any text")
    parser.add_argument("--plumber-pages", type=int, default=60)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.rglob("*.pdf"))
    if not paths:
        parser.error(f"no PDF in {arguments.folder}")
    figures = run(paths, ocr=not arguments.no_ocr, plumber_pages=arguments.plumber_pages, gold=arguments.gold)
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, figure in figures.items():
        print(f"{name:32}{figure:>12}")


if __name__ == "__main__":
    main()
