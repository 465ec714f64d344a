"""PDFs written by hand, object by object, right or wrong; and small good ones drawn by PyMuPDF."""

import zlib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import pymupdf

LINES = (
    "Contrat local de santé de Guéret",
    "Entre l'Agence régionale de santé et la Ville de Guéret, il est convenu ce qui suit.",
    "Article 1 : le contrat est conclu pour une durée de cinq ans.",
    "Fait à Guéret, le 3 mars 2020.",
)
FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def pdf(
    objects: Mapping[int, str | bytes], *, root: int = 1, trailer: str = "", version: str = "1.7"
) -> bytes:
    """A file of these objects with a right cross-reference table, whatever the objects say."""
    out = bytearray(f"%PDF-{version}\n%\u00e9\u00e8\n".encode("latin-1"))
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        data = body.encode("latin-1") if isinstance(body, str) else body
        out += b"%d 0 obj\n" % number + data + b"\nendobj\n"
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00000 f \n"
    out += f"trailer\n<</Size {size}/Root {root} 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def stream(data: bytes, extra: str = "", *, deflate: bool = False) -> bytes:
    if deflate:
        data, extra = zlib.compress(data, 9), extra + "/Filter/FlateDecode"
    return b"<</Length %d%s>>\nstream\n" % (len(data), extra.encode()) + data + b"\nendstream"


def one_page(
    content: bytes,
    *,
    page: str = "/MediaBox[0 0 595 842]",
    resources: str = "",
    more: Mapping[int, str | bytes] | None = None,
    catalog: str = "",
    deflate: bool = False,
) -> bytes:
    """A one-page file of a content stream. Object 4 is the content, 5 the font F1; `more` starts at 6."""
    return pdf(
        {
            1: f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
            2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: f"<</Type/Page/Parent 2 0 R{page}/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>{resources}>>>>",
            4: stream(content, deflate=deflate),
            5: FONT,
            **(more or {}),
        }
    )


def shown(*lines: str, x: float = 60, y: float = 760, size: float = 11, extra: str = "") -> bytes:
    """Operators that write lines of text."""
    body = "".join(f"({line.replace('(', '').replace(')', '')}) Tj 0 {-1.5 * size} Td\n" for line in lines)
    return f"BT {extra} /F1 {size} Tf {x} {y} Td\n{body}ET\n".encode("cp1252")


def drawn(draw: Callable[[pymupdf.Document], None], **save: Any) -> bytes:
    """A file that PyMuPDF draws and saves."""
    with pymupdf.open() as document:
        draw(document)
        data: bytes = document.tobytes(**save)
        return data


def contract(document: pymupdf.Document) -> None:
    """Three pages: text, a ruled table, a signature."""
    for number in range(3):
        page = document.new_page()
        for row, line in enumerate(LINES):
            page.insert_text((60, 120 + 18 * row), line, fontsize=11)
        for row, (label, value) in enumerate(
            (("Pilote", "CCAS"), ("Public", "Habitants"), ("Budget", "1 000"))
        ):
            y = 230 + 24 * row
            for x0, x1, text in ((60, 160, label), (160, 400, f"{value} {number}")):
                page.draw_rect((x0, y, x1, y + 24))
                page.insert_text((x0 + 6, y + 16), text, fontsize=10)


@cache
def good() -> bytes:
    return drawn(contract, deflate=False)


@cache
def packed() -> bytes:
    return drawn(contract, deflate=True, use_objstms=1, garbage=3)


@cache
def scanned(dpi: int = 100) -> bytes:
    """The first page of the contract as a picture."""

    def draw(document: pymupdf.Document) -> None:
        with pymupdf.open(stream=good(), filetype="pdf") as source:
            picture = source[0].get_pixmap(dpi=dpi, colorspace="gray").tobytes("jpg")
        page = document.new_page()
        page.insert_image(page.rect, stream=picture)

    return drawn(draw)
