"""Scans made of text PDFs, read by OCR and compared with the text of the original.

usage: python benchmarks/scans.py FOLDER --out SCANS [--names WORD…] [--seed N] [--every] [--make-only] [--json]

Each document is printed as pictures of one quality of `QUALITIES`, in turn (`--every`: of all), into
SCANS/QUALITY/. `words` is the share of the original's words that were read, `characters` the similarity of
both texts in reading order. Score the extraction with `atlas-cls extract SCANS/…` against the originals' gold.
"""

import argparse
import io
import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

import numpy as np
import pymupdf
from PIL import Image, ImageFilter
from rapidfuzz.distance import Indel

from extractors.layout import read_layout
from models.base import Record
from models.text import fold


class Quality(Record):
    """How a page was scanned. `skew` is the largest turn in degrees, `noise` a standard deviation in greys."""

    name: str
    dpi: int
    skew: float
    noise: float
    jpeg: int
    blur: float = 0.0
    contrast: float = 1.0


QUALITIES = (
    Quality(name="good-300", dpi=300, skew=0.3, noise=4, jpeg=85),
    Quality(name="office-200", dpi=200, skew=1.0, noise=10, jpeg=70),
    Quality(name="skewed-200", dpi=200, skew=2.0, noise=8, jpeg=75),
    Quality(name="poor-150", dpi=150, skew=0.7, noise=8, jpeg=55, blur=0.4),
    Quality(name="pale-200", dpi=200, skew=0.5, noise=8, jpeg=60, contrast=0.6),
)


def scan(source: Path, target: Path, quality: Quality, seed: int) -> None:
    """The pages of a PDF as grey pictures in another."""
    rolls = np.random.default_rng(seed)
    with pymupdf.open(source) as document, pymupdf.open() as result:
        for page in document:
            pixmap = page.get_pixmap(dpi=quality.dpi, colorspace="gray", alpha=False)
            picture = Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples)
            turn = float(rolls.uniform(-quality.skew, quality.skew))
            picture = picture.rotate(turn, resample=Image.Resampling.BICUBIC, fillcolor=250)
            if quality.blur:
                picture = picture.filter(ImageFilter.GaussianBlur(quality.blur))
            greys = 255 - (255 - np.asarray(picture, np.float32)) * quality.contrast
            greys += rolls.normal(0, quality.noise, greys.shape).astype(np.float32)
            packed = io.BytesIO()
            Image.fromarray(np.clip(greys, 0, 252).astype(np.uint8)).save(
                packed, "JPEG", quality=quality.jpeg
            )
            sheet = result.new_page(width=page.rect.width, height=page.rect.height)
            sheet.insert_image(sheet.rect, stream=packed.getvalue())
        target.parent.mkdir(parents=True, exist_ok=True)
        result.save(target)


def texts(path: Path) -> list[str]:
    """The folded text of every page in reading order."""
    layout = read_layout(path).layout
    pages = layout.pages if layout else ()
    return [fold(" ".join(block.text for block in page.blocks)) for page in pages]


def compared(original: Path, scanned: Path) -> dict[str, float]:
    """Figures of one document."""
    start = time.perf_counter()
    read = texts(scanned)
    seconds = time.perf_counter() - start
    wanted = texts(original)
    there, found = Counter(" ".join(wanted).split()), Counter(" ".join(read).split())
    pairs = [(a, b) for a, b in zip(wanted, read, strict=False) if a]
    same = sum(Indel.normalized_similarity(a, b) * len(a) for a, b in pairs)
    return {
        "pages": len(read),
        "words": round(sum((there & found).values()) / max(sum(there.values()), 1), 4),
        "characters": round(same / max(sum(len(a) for a, _ in pairs), 1), 4),
        "seconds_a_page": round(seconds / max(len(read), 1), 2),
    }


def plan(paths: Sequence[Path], every: bool) -> Iterator[tuple[Path, Quality]]:
    if every:
        yield from ((path, quality) for path in paths for quality in QUALITIES)
    else:
        yield from zip(paths, cycle(QUALITIES), strict=False)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--names", nargs="*", default=[], help="only files whose name holds one of these words"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", action="store_true")
    parser.add_argument("--make-only", action="store_true")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    paths = [
        path
        for path in sorted(arguments.folder.rglob("*.pdf"))
        if not arguments.names or any(word in path.name for word in arguments.names)
    ]
    rolls = random.Random(arguments.seed)
    for path, quality in plan(paths, arguments.every):
        target = arguments.out / quality.name / path.name
        scan(path, target, quality, rolls.randrange(2**32))
        if arguments.make_only:
            continue
        row = {"document": path.name, "quality": quality.name, **compared(path, target)}
        if arguments.json:
            print(json.dumps(row, ensure_ascii=False), flush=True)
        else:
            print("  ".join(f"{value!s:>12}" for value in row.values()), flush=True)


if __name__ == "__main__":
    main()
