"""Pages of strange sizes, turned pages, and text where no page is."""

from collections.abc import Iterator
from functools import partial
from random import Random

from tests.extractors.layout.odd.odd_file import ANY, PARSED, READ, OddFile
from tests.extractors.layout.odd.raw import LINES, one_page, shown

TEXT = shown(*LINES)
BOXES = {
    "none": "",
    "zero": "/MediaBox[0 0 0 0]",
    "line": "/MediaBox[0 0 595 0]",
    "negative": "/MediaBox[0 0 -595 -842]",
    "swapped": "/MediaBox[595 842 0 0]",
    "shifted": "/MediaBox[-300 -400 595 842]",
    "far-away": "/MediaBox[100000 100000 100595 100842]",
    "huge": "/MediaBox[0 0 1000000000 1000000000]",
    "overflow": "/MediaBox[0 0 1e39 1e39]",
    "digits": "/MediaBox[0 0 99999999999999999999 842]",
    "poster": "/MediaBox[0 0 14400 14400]",
    "long": "/MediaBox[0 0 595 200000]",
    "speck": "/MediaBox[0 0 1 1]",
    "words": "/MediaBox[a b c d]",
    "three": "/MediaBox[0 0 595]",
    "missing-object": "/MediaBox 99 0 R",
    "crop-outside": "/MediaBox[0 0 595 842]/CropBox[2000 2000 2595 2842]",
    "crop-zero": "/MediaBox[0 0 595 842]/CropBox[0 0 0 0]",
    "crop-larger": "/MediaBox[0 0 595 842]/CropBox[-5000 -5000 5000 5000]",
    "unit": "/MediaBox[0 0 595 842]/UserUnit 75000",
    "unit-zero": "/MediaBox[0 0 595 842]/UserUnit 0",
    "unit-negative": "/MediaBox[0 0 595 842]/UserUnit -1",
}
TURNS = (90, 180, 270, 450, -90, 45, 1, 99999999999)


def files(rolls: Random) -> Iterator[OddFile]:
    for name, box in BOXES.items():
        fine = READ if name in {"none", "swapped", "shifted", "crop-larger"} else ANY
        yield OddFile(f"box-{name}.pdf", partial(one_page, TEXT, page=box), fine)
    for turn in TURNS:
        page = f"/MediaBox[0 0 595 842]/Rotate {turn}"
        fine = PARSED if turn in {180} else ANY
        yield OddFile(f"turned-{turn}.pdf", partial(one_page, TEXT, page=page), fine)
    for x, y in ((-5000, 400), (5000, 400), (60, -900), (60, 9000), (1e7, 1e7)):
        yield OddFile(f"text-at-{x:g}-{y:g}.pdf", partial(one_page, shown(*LINES, x=x, y=y)))
        both = TEXT + shown("Hors de la page", x=x, y=y)
        yield OddFile(f"text-also-at-{x:g}-{y:g}.pdf", partial(one_page, both), READ, LINES[0])
    for size in (0, 0.001, 0.3, 1, 400, 20_000, -11):
        fine = READ if size in {1, -11} else ANY
        yield OddFile(f"text-size-{size}.pdf", partial(one_page, shown(*LINES, size=size)), fine)
    for cos, sin in ((0, 1), (0, -1), (-1, 0), (0.7, 0.7), (0, 0)):
        matrix = f"{cos} {sin} {-sin} {cos} 300 400 Tm"
        yield OddFile(
            f"text-turned-{cos}-{sin}.pdf", partial(one_page, shown(*LINES, x=0, y=0, extra=matrix))
        )
