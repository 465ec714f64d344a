"""Pages dense with vectors, pictures, words or operators, and things that are not page text."""

import struct
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from random import Random

import pymupdf

from models.layout import Outcome
from tests.extractors.layout.odd.odd_file import ANY, EMPTY, PARSED, READ, OddFile
from tests.extractors.layout.odd.raw import LINES, contract, drawn, good, one_page, scanned, shown, stream

SAYS = LINES[0]
TEXT = shown(*LINES)
IMAGE = "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent %d/ColorSpace/%s"


def files(rolls: Random) -> Iterator[OddFile]:
    yield from _operators(rolls)
    yield from _pictures(rolls)
    yield from _drawn()


def _operators(rolls: Random) -> Iterator[OddFile]:
    def path(number: int) -> bytes:
        x, y = rolls.uniform(0, 595), rolls.uniform(0, 842)
        kind = number % 3
        if kind == 0:
            return b"%.1f %.1f m %.1f %.1f l S\n" % (x, y, x + 20, y + 9)
        if kind == 1:
            return b"%.1f %.1f 9 9 re f\n" % (x, y)
        return b"%.1f %.1f m %.1f %.1f %.1f %.1f %.1f %.1f c S\n" % (x, y, x + 5, y, x, y + 5, x + 9, y + 9)

    def grid(rows: int, cols: int) -> bytes:
        lines = [
            b"%.2f 40 m %.2f 800 l S\n" % (40 + 500 * c / cols, 40 + 500 * c / cols) for c in range(cols + 1)
        ]
        lines += [
            b"40 %.2f m 540 %.2f l S\n" % (40 + 760 * r / rows, 40 + 760 * r / rows) for r in range(rows + 1)
        ]
        return b"".join(lines)

    for count in (1000, 3500, 20_000, 100_000):
        paths = partial(lambda n: TEXT + b"".join(path(i) for i in range(n)), count)
        yield OddFile(
            f"paths-{count}.pdf", lambda p=paths: one_page(p(), deflate=True), READ, SAYS, slow=count > 3500
        )
    for side in (10, 40, 300, 1000):
        yield OddFile(
            f"grid-{side}.pdf", partial(one_page, TEXT + grid(side, side), deflate=True), READ, slow=side > 40
        )
    boxes = b"".join(
        b"%d %d %d %d re S\n" % (40 + n % 30, 40 + n % 40, 500 - n % 30, 700 - n % 40) for n in range(1500)
    )
    yield OddFile(
        "boxes-within-boxes.pdf", partial(one_page, TEXT + boxes, deflate=True), READ, SAYS, slow=True
    )
    for count in (5000, 50_000, 300_000):
        yield OddFile(f"words-{count}.pdf", partial(_many_words, count), READ, slow=count > 5000)
    yield OddFile("letters-apart.pdf", partial(_scattered, 8000), slow=True)
    odd = {
        "q-deep": b"q " * 100_000 + TEXT,
        "q-unbalanced": b"Q " * 1000 + TEXT + b"Q " * 1000,
        "array-deep": b"[" * 50_000 + TEXT,
        "dict-deep": b"<<" * 50_000 + TEXT,
        "string-open": TEXT + b"BT (jamais " + b"(" * 10_000,
        "unknown-operators": b"foo bar 1 2 3 baz\n" * 10_000 + TEXT,
        "huge-numbers": b"1e400 0 0 99999999999999999999 0 0 cm\n" + TEXT,
        "matrix-zero": b"0 0 0 0 0 0 cm\n" + TEXT,
        "clip-everything": b"0 0 0 0 re W n\n" + TEXT,
        "inline-image-open": TEXT + b"BI /W 10 /H 10 /BPC 8 /CS /G ID " + b"\x00" * 50,
        "nul-bytes": TEXT + bytes(100_000),
        "empty": b"",
        "marked-deep": b"/Span <</ActualText(x)>> BDC " * 20_000 + TEXT,
        "white-text": b"1 g " + TEXT,
        "text-twice": TEXT + TEXT.replace(b"60 760", b"60.3 760"),
        "tabs-only": shown(*("   ",) * 50),
        "dots-only": shown(*("..........",) * 50),
    }
    for name, data in odd.items():
        empty = name in {"empty", "tabs-only", "dots-only"}
        must = (
            EMPTY
            if empty
            else READ
            if name in {"q-unbalanced", "nul-bytes", "text-twice", "white-text"}
            else ANY
        )
        yield OddFile(f"content-{name}.pdf", partial(one_page, data, deflate=True), must)


def _many_words(count: int) -> bytes:
    words = [
        "contrat",
        "local",
        "santé",
        "territoire",
        "habitants",
        "prévention",
        "action",
        "axe",
        "fiche",
        "pilote",
    ]
    rows = [" ".join(words[(n + k) % len(words)] for k in range(50)) for n in range(count // 50)]
    return one_page(shown(*rows, size=max(0.5, 760 / max(len(rows), 1) / 1.6)), deflate=True)


def _scattered(count: int) -> bytes:
    rolls = Random(count)
    ops = (b"1 0 0 1 %.1f %.1f Tm (%c) Tj\n" % (rolls.uniform(0, 590), rolls.uniform(0, 840), rolls.choice(b"abcde"))
           for _ in range(count))  # fmt: skip
    return one_page(b"BT /F1 9 Tf " + b"".join(ops) + b"ET", deflate=True)


def _pictures(rolls: Random) -> Iterator[OddFile]:
    def with_image(
        width: int, height: int, bits: int, data: bytes, space: str = "DeviceGray", text: bytes = b""
    ) -> bytes:
        image = stream(zlib.compress(data, 9), IMAGE % (width, height, bits, space) + "/Filter/FlateDecode")
        return one_page(
            text + b"q 595 0 0 842 0 0 cm /I Do Q", resources="/XObject<</I 6 0 R>>", more={6: image}
        )

    blank = bytes(1000)
    for name, (w, h, bits, data) in {
        "blank": (100, 80, 8, b"\xff" * 8000),
        "black": (100, 80, 8, bytes(8000)),
        "short-data": (1000, 1000, 8, blank),
        "zero": (0, 0, 8, blank),
        "negative": (-100, -100, 8, blank),
        "line": (100_000, 1, 1, bytes(12_500)),
        "giant": (30_000, 30_000, 1, bytes(112_500_000)),
        "giant-colour": (20_000, 20_000, 8, bytes(50_000_000)),
        "impossible": (2_000_000_000, 2_000_000_000, 8, blank),
        "odd-bits": (100, 80, 7, bytes(8000)),
    }.items():
        slow = name.startswith("giant")
        yield OddFile(f"picture-{name}.pdf", partial(with_image, w, h, bits, data), slow=slow)
        yield OddFile(
            f"picture-{name}-and-text.pdf",
            partial(with_image, w, h, bits, data, text=TEXT),
            READ,
            SAYS,
            slow=slow,
        )
    noise = bytes(rolls.randrange(256) for _ in range(300 * 400))
    yield OddFile(
        "picture-noise.pdf", partial(with_image, 300, 400, 8, noise), frozenset({Outcome.EMPTY, *READ})
    )
    itself = {6: stream(blank, IMAGE % (30, 30, 8, "DeviceGray") + "/SMask 6 0 R")}
    yield OddFile("picture-mask-itself.pdf", partial(one_page, TEXT + b"/I Do", resources="/XObject<</I 6 0 R>>", more=itself), READ, SAYS)  # fmt: skip
    yield OddFile("scan.pdf", scanned, READ, "local de santé")
    yield OddFile("scan-200.pdf", partial(scanned, 200), READ, "local de santé")
    yield OddFile("scan-30.pdf", partial(scanned, 30))
    for kind, what in {
        "mixed": _mixed,
        "tiles": _tiles,
        "stamp-over-scan": _stamped,
        "hidden-text": _hidden,
    }.items():
        yield OddFile(f"scan-{kind}.pdf", partial(drawn, what), READ, "local de santé")


def _picture(document: pymupdf.Document, page: int = 0, dpi: int = 150) -> pymupdf.Pixmap:
    with pymupdf.open(stream=good(), filetype="pdf") as source:
        return source[page].get_pixmap(dpi=dpi, colorspace="gray")


def _mixed(document: pymupdf.Document) -> None:
    """A typed page, a scanned one, an empty one."""
    document.new_page().insert_text((60, 90), "Contrat local de santé : la page qui précède la numérisation")
    page = document.new_page()
    page.insert_image(page.rect, pixmap=_picture(document))
    document.new_page()


def _tiles(document: pymupdf.Document) -> None:
    """A scan in strips, as some copiers write them."""
    page, picture = document.new_page(), _picture(document)
    rows = 24
    for n in range(rows):
        y0, y1 = n * picture.height // rows, (n + 1) * picture.height // rows
        part = pymupdf.Pixmap(picture, picture.width, picture.height)
        strip = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, y0, picture.width, y1), False)
        strip.copy(part, strip.irect)
        page.insert_image((0, y0 * 0.48, 595, y1 * 0.48), pixmap=strip)


def _stamped(document: pymupdf.Document) -> None:
    """A scan with a typed stamp of more than a few letters: the prefecture's receipt."""
    page = document.new_page()
    page.insert_image(page.rect, pixmap=_picture(document))
    page.insert_text(
        (330, 20), "Accusé de réception en préfecture 023-212300960-20200303-2020-14-DE", fontsize=7
    )


def _hidden(document: pymupdf.Document) -> None:
    """A scan whose own OCR lies under it as invisible text."""
    page = document.new_page()
    page.insert_image(page.rect, pixmap=_picture(document))
    for row, line in enumerate(LINES):
        page.insert_text((60, 90 + 18 * row), line, fontsize=11, render_mode=3)


def _drawn() -> Iterator[OddFile]:
    def field(document: pymupdf.Document) -> None:
        page = document.new_page()
        page.insert_text((60, 60), "Formulaire")
        for n, line in enumerate(LINES):
            widget = pymupdf.Widget()
            widget.rect, widget.field_name = pymupdf.Rect(60, 90 + 30 * n, 500, 112 + 30 * n), f"champ{n}"
            widget.field_type, widget.field_value = pymupdf.PDF_WIDGET_TYPE_TEXT, line
            page.add_widget(widget)

    def notes(document: pymupdf.Document) -> None:
        contract(document)
        for page in document:
            page.add_freetext_annot((60, 400, 400, 440), "Note : à relire")
            page.add_text_annot((300, 300), "Commentaire")
            page.add_highlight_annot((60, 80, 200, 100))

    def attached(document: pymupdf.Document) -> None:
        contract(document)
        document.embfile_add("annexe.pdf", good(), filename="annexe.pdf")

    def bookmarked(document: pymupdf.Document) -> None:
        contract(document)
        document.set_toc([[1, f"Partie {n}", 1 + n % 3] for n in range(5000)])

    def layered(document: pymupdf.Document) -> None:
        contract(document)
        hidden = document.add_ocg("caché", on=False)
        document[0].insert_text((60, 500), "Texte d'un calque masqué", oc=hidden)

    for name, draw in {
        "fields": field,
        "notes": notes,
        "attached": attached,
        "bookmarks": bookmarked,
        "layers": layered,
    }.items():
        says = None if name == "fields" else SAYS
        yield OddFile(f"drawn-{name}.pdf", partial(drawn, draw), PARSED, says)
    yield OddFile("xfa-shell.pdf", _xfa)
    for name, action in {
        "script": "/OpenAction<</S/JavaScript/JS(while(true){app.alert\\(1\\)})>>",
        "launch": "/OpenAction<</S/Launch/F(/bin/sh)>>",
        "next-itself": "/OpenAction 6 0 R",
    }.items():
        more = {6: "<</S/JavaScript/JS(1)/Next 6 0 R>>"}
        yield OddFile(f"action-{name}.pdf", partial(one_page, TEXT, catalog=action, more=more), PARSED, SAYS)
    for name, title in {
        "long-title": "x" * 2_000_000,
        "nul-title": "a\\000b",
        "utf16-title": "\\376\\377\\000C",
    }.items():
        more = {6: f"<</Title({title})/Author 6 0 R>>"}
        yield OddFile(f"info-{name}.pdf", partial(_with_info, more), PARSED, SAYS)


def _with_info(more: dict[int, str | bytes]) -> bytes:
    data = one_page(TEXT, more=more)
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R/Info 6 0 R")


def _xfa() -> bytes:
    form: Callable[[str], str] = lambda body: f"<</AcroForm<</XFA 6 0 R/Fields[]>>{body}>>"  # noqa: E731
    packet = stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><template/></xdp:xdp>")
    wait = shown(
        "Please wait... If this message is not eventually replaced, your viewer cannot show this form."
    )
    return one_page(wait, catalog=form("")[2:-2], more={6: packet})


def png(width: int, height: int) -> bytes:
    """A PNG header that promises more than there is."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = b"IHDR" + head
    return (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body)) + bytes(100)
    )
