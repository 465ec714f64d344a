"""Page trees, outlines, forms and filters that loop, lie or swell."""

import zlib
from collections.abc import Iterator
from functools import partial
from random import Random

import pymupdf

from tests.extractors.layout.odd.odd_file import ANY, EMPTY, PARSED, READ, REFUSED, OddFile
from tests.extractors.layout.odd.raw import FONT, LINES, drawn, one_page, pdf, shown, stream

SAYS = LINES[0]
TEXT = shown(*LINES)
PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
CATALOG = "<</Type/Catalog/Pages 2 0 R>>"


def files(rolls: Random) -> Iterator[OddFile]:
    yield from _trees()
    yield from _loops()
    yield from _swelling()
    yield from _long()


def _tree(pages: str, page: str = PAGE, **more: str | bytes) -> bytes:
    return pdf(
        {1: CATALOG, 2: pages, 3: page, 4: stream(TEXT), 5: FONT, **{int(k[1:]): v for k, v in more.items()}}
    )


def _trees() -> Iterator[OddFile]:
    trees = {
        "zero-pages": (_tree("<</Type/Pages/Kids[]/Count 0>>"), ANY),
        "count-too-high": (_tree("<</Type/Pages/Kids[3 0 R]/Count 500>>"), ANY),
        "count-negative": (_tree("<</Type/Pages/Kids[3 0 R]/Count -1>>"), ANY),
        "count-huge": (_tree("<</Type/Pages/Kids[3 0 R]/Count 2147483647>>"), ANY),
        "count-missing": (_tree("<</Type/Pages/Kids[3 0 R]>>"), ANY),
        "kids-itself": (_tree("<</Type/Pages/Kids[2 0 R]/Count 1>>"), REFUSED),
        "kids-missing-object": (_tree("<</Type/Pages/Kids[99 0 R]/Count 1>>"), REFUSED),
        "kids-not-array": (_tree("<</Type/Pages/Kids 7/Count 1>>"), REFUSED),
        "kids-twice": (_tree("<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>"), ANY),
        "kids-tree-loop": (_tree("<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>", _6="<</Type/Pages/Kids[2 0 R]/Count 1>>"), ANY),
        "page-without-type": (_tree("<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE.replace("/Type/Page/", "/")), ANY),
        "page-without-parent": (_tree("<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE.replace("/Parent 2 0 R", "")), ANY),
        "page-parent-itself": (_tree("<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE.replace("2 0 R", "3 0 R", 1)), ANY),
        "page-without-contents": (_tree("<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE.replace("/Contents 4 0 R", "")), EMPTY),
        "page-without-font": (_tree("<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE.replace("/F1 5 0 R", "")), ANY),
        "contents-array": (_tree("<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE.replace("4 0 R", "[4 0 R null 99 0 R]")), READ),
        "contents-itself": (_tree("<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE.replace("4 0 R", "3 0 R")), ANY),
        "root-missing": (pdf({2: "<<>>"}, root=1), REFUSED),
        "root-is-page": (pdf({1: PAGE, 4: stream(TEXT), 5: FONT}), ANY),
        "pages-missing": (pdf({1: "<</Type/Catalog>>"}), REFUSED),
        "nothing": (b"%PDF-1.4\n%%EOF", REFUSED),
    }  # fmt: skip
    for name, (data, outcomes) in trees.items():
        yield OddFile(f"tree-{name}.pdf", lambda d=data: d, outcomes)
    for depth in (50, 500, 5000):
        yield OddFile(f"tree-deep-{depth}.pdf", partial(_deep_tree, depth), slow=depth > 500)


def _deep_tree(depth: int) -> bytes:
    objects: dict[int, str | bytes] = {1: CATALOG, 3: PAGE, 4: stream(TEXT), 5: FONT}
    numbers = [2, *range(10, 10 + depth)]
    for here, below in zip(numbers, [*numbers[1:], 3], strict=True):
        objects[here] = f"<</Type/Pages/Kids[{below} 0 R]/Count 1>>"
    return pdf(objects)


def _loops() -> Iterator[OddFile]:
    form = "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R/Y %d 0 R>>>>"
    use = "/XObject<</X 6 0 R/Y 7 0 R>>"
    own = {6: stream(b"/X Do /X Do", form % (6, 6)), 7: stream(b"/X Do", form % (6, 7))}
    each = {6: stream(b"/X Do /Y Do", form % (7, 6)), 7: stream(b"/X Do /Y Do", form % (6, 7))}
    yield OddFile("form-itself.pdf", partial(one_page, TEXT + b"/X Do", resources=use, more=own), READ, SAYS)
    yield OddFile(
        "form-each-other.pdf", partial(one_page, TEXT + b"/X Do", resources=use, more=each), READ, SAYS
    )
    for levels in (8, 16, 24):  # each form draws the next one twice: 2^levels texts
        chain = {6 + n: stream(b"/X Do /X Do", form % (7 + n, 7 + n)) for n in range(levels)}
        chain[6 + levels] = stream(shown("Axe 1"), "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>")  # fmt: skip
        yield OddFile(
            f"form-doubling-{levels}.pdf",
            partial(one_page, TEXT + b"/X Do", resources=use, more=chain),
            slow=levels > 8,
        )
    item = "<</Title(Axe 1)/Parent 6 0 R/Next %d 0 R/First %d 0 R/Dest[3 0 R/Fit]>>"
    root = {6: "<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>"}
    for name, (following, first) in {"next": (7, 8), "first": (8, 7), "both": (7, 7)}.items():
        more = {**root, 7: item % (following, first), 8: item % (7, 7)}
        yield OddFile(
            f"outline-loop-{name}.pdf",
            partial(one_page, TEXT, catalog="/Outlines 6 0 R", more=more),
            READ,
            SAYS,
        )
    for depth in (100, 20_000):
        deep = {**root, **{7 + n: item.replace("/Next %d 0 R", "") % (8 + n) for n in range(depth)}}
        yield OddFile(
            f"outline-deep-{depth}.pdf",
            partial(one_page, TEXT, catalog="/Outlines 6 0 R", more=deep),
            slow=depth > 100,
        )


def _swelling() -> Iterator[OddFile]:
    for megabytes in (10, 200, 1000, 4000):
        yield OddFile(f"bomb-spaces-{megabytes}.pdf", partial(_bomb, megabytes), slow=megabytes > 10)
    for rounds in (2, 3, 4):
        yield OddFile(f"bomb-nested-{rounds}.pdf", partial(_nested_bomb, rounds), slow=rounds > 2)
    filters = ("ASCIIHexDecode", "ASCII85Decode", "LZWDecode", "RunLengthDecode", "JPXDecode", "JBIG2Decode",
               "CCITTFaxDecode", "DCTDecode", "Crypt", "Nothing")  # fmt: skip
    for name in filters:
        more = {4: stream(TEXT, f"/Filter/{name}")}
        yield OddFile(f"filter-{name}.pdf", partial(one_page, b"", more=more))
    many = {4: stream(TEXT, "/Filter[" + "/ASCIIHexDecode" * 3000 + "]")}
    yield OddFile("filter-3000.pdf", partial(one_page, b"", more=many))
    wrong = {4: b"<</Length 999999999>>\nstream\n" + TEXT + b"\nendstream"}
    yield OddFile("length-too-high.pdf", partial(one_page, b"", more=wrong), READ, SAYS)
    itself = {4: b"<</Length 4 0 R>>\nstream\n" + TEXT + b"\nendstream"}
    yield OddFile("length-itself.pdf", partial(one_page, b"", more=itself))


def _bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    data = packer.compress(TEXT) + b"".join(packer.compress(b" " * 2**20) for _ in range(megabytes))
    return one_page(b"", more={4: stream(data + packer.flush(), "/Filter/FlateDecode")})


def _nested_bomb(rounds: int) -> bytes:
    data = TEXT + b" " * 50_000_000
    for _ in range(rounds):
        data = zlib.compress(data, 9)
    return one_page(b"", more={4: stream(data, "/Filter[" + "/FlateDecode" * rounds + "]")})


def _long() -> Iterator[OddFile]:
    def pages(count: int, text: str) -> bytes:
        def draw(document: pymupdf.Document) -> None:
            for number in range(count):
                page = document.new_page()
                if text:
                    page.insert_text((60, 90), f"{text} {number + 1}")

        return drawn(draw)

    yield OddFile("pages-1400-empty.pdf", partial(pages, 1400, ""), EMPTY, slow=True)
    yield OddFile("pages-5000-empty.pdf", partial(pages, 5000, ""), EMPTY, slow=True)
    yield OddFile("pages-1400.pdf", partial(pages, 1400, "Contrat local de santé, page"), PARSED, slow=True)
    yield OddFile("pages-3000.pdf", partial(pages, 3000, "Contrat local de santé, page"), READ, slow=True)
    yield OddFile("pages-60-empty.pdf", partial(pages, 60, ""), EMPTY)
