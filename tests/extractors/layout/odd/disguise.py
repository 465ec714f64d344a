"""Files that are not what their name says, texts in odd encodings, and web pages made to be hard."""

import gzip
import io
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from random import Random

from models.layout import Outcome
from tests.extractors.layout.odd.content import png
from tests.extractors.layout.odd.odd_file import ANY, EMPTY, PARSED, READ, REFUSED, OddFile
from tests.extractors.layout.odd.raw import good

TEXT = "Contrat local de santé de Guéret, signé le 3 mars 2020.\n"
PAGE = "<html><head><title>CLS</title></head><body><main>{}</main></body></html>"
NOT = frozenset({Outcome.NOT_A_DOCUMENT})


def files(rolls: Random) -> Iterator[OddFile]:
    binary = {
        "png": png(100, 100), "jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(500), "gif": b"GIF89a" + bytes(200),
        "gzip": gzip.compress(good()), "elf": b"\x7fELF\x02\x01\x01" + bytes(300), "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "mp4": b"\x00\x00\x00\x20ftypisom" + bytes(300), "random": rolls.randbytes(5000), "nul": bytes(5000),
        "one-nul": b"\x00", "tar": b"a.txt" + bytes(95) + b"0000644\x00" + bytes(400),
    }  # fmt: skip
    for name, data in binary.items():
        yield OddFile(f"{name}.pdf", lambda d=data: d, NOT)
    for name, data in {"rtf": b"{\\rtf1 Contrat local de sant\\'e9}", "json": b'{"titre": "Contrat local"}',
                       "csv": b"nom;date\nSevran;2020\n", "xml": b"<?xml version='1.0'?><contrat>CLS</contrat>",
                       "mail": b"From: a@b.fr\nSubject: CLS\n\nContrat local", "postscript": b"%!PS-Adobe-3.0\nshowpage\n",
                       "svg": b"<svg xmlns='http://www.w3.org/2000/svg'><text>Contrat</text></svg>"}.items():  # fmt: skip
        yield OddFile(f"{name}.pdf", lambda d=data: d, ANY)
    for name, data in {"empty": b"", "space": b" ", "line-ends": b"\r\n" * 500, "bom": b"\xef\xbb\xbf", "bom-16": b"\xff\xfe",
                       "form-feed": b"\x0c" * 50, "dashes": b"-- \n" * 500, "entity": b"&nbsp;<br>"}.items():  # fmt: skip
        yield OddFile(f"nothing-{name}.pdf", lambda d=data: d, ANY if name == "entity" else EMPTY)
    for coding in ("utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252", "mac-roman", "utf-16-le", "utf-32"):
        fine = PARSED if coding in {"utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"} else ANY
        yield OddFile(f"text-{coding}.pdf", lambda c=coding: TEXT.encode(c), fine)
        yield OddFile(f"page-{coding}.pdf", lambda c=coding: PAGE.format(f"<p>{TEXT}</p>").encode(c), fine)
    yield from _texts()
    yield from _pages()
    yield from _archives()


def _texts() -> Iterator[OddFile]:
    texts: dict[str, Callable[[], str]] = {
        "one-line": lambda: TEXT.replace("\n", " ") * 20_000,
        "one-word": lambda: "a" * 3_000_000,
        "many-lines": lambda: TEXT * 60_000,
        "many-blank": lambda: "\n" * 2_000_000 + TEXT,
        "hashes": lambda: "#" * 500_000,
        "stars": lambda: "**" * 300_000,
        "brackets": lambda: "[" * 300_000,
        "links": lambda: "[a](" * 200_000,
        "bullets": lambda: "- Axe\n" * 50_000,
        "marks": lambda: "\u0301" * 300_000 + "a",
        "pdf-quoted": lambda: "Voici : %PDF-1.4 " + TEXT,
    }
    for name, make in texts.items():
        slow = name in {"one-line", "many-lines", "one-word"}
        yield OddFile(f"text-{name}.txt", lambda m=make: m().encode(), slow=slow)


def _pages() -> Iterator[OddFile]:
    bodies: dict[str, Callable[[], str]] = {
        "deep-div": lambda: "<div>" * 100_000 + TEXT,
        "deep-list": lambda: "<ul><li>" * 3000 + TEXT,
        "deep-table": lambda: "<table><tr><td>" * 2000 + TEXT,
        "deep-inline": lambda: "<b>" * 50_000 + TEXT,
        "spans-huge": lambda: f"<table><tr><td colspan=999999999 rowspan=999999999>{TEXT}</td></tr></table>",
        "spans-many": lambda: (
            "<table>" + "<tr><td colspan=50 rowspan=50>x</td></tr>" * 400 + "</table>" + TEXT
        ),
        "spans-words": lambda: f"<table><tr><td colspan=abc rowspan=²>{TEXT}</td></tr></table>",
        "table-wide": lambda: "<table><tr>" + "<td>x</td>" * 20_000 + "</tr></table>",
        "table-long": lambda: "<table>" + "<tr><td>x</td><td>y</td></tr>" * 20_000 + "</table>",
        "unclosed": lambda: f"<p>{TEXT}<p><table><tr><td>a<p>{TEXT}<ul><li>b",
        "attributes": lambda: f"<p {'a=b ' * 100_000}>{TEXT}</p>",
        "comment-open": lambda: f"<p>{TEXT}</p><!-- " + "x" * 100_000,
        "script-only": lambda: "<script>document.write('Contrat')</script>",
        "hidden": lambda: f"<p hidden>{TEXT}</p>",
        "entities": lambda: "&amp;" * 200_000 + "&#x110000;&#0;&bogus;" + TEXT,
        "controls": lambda: "\x01\x02\x0b" * 1000 + f"<p>{TEXT}</p>",
        "image-only": lambda: "<img src='data:image/png;base64," + "A" * 500_000 + "'>",
        "one-paragraph": lambda: "<p>" + TEXT * 20_000,
        "paragraphs": lambda: f"<p>{TEXT}" * 20_000,
    }
    for name, make in bodies.items():
        slow = name in {"one-paragraph", "paragraphs", "table-long", "table-wide"}
        yield OddFile(f"page-{name}.html", lambda m=make: PAGE.format(m()).encode(), slow=slow)
    bomb = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(10)
    )
    yield OddFile("page-entity-bomb.html", (bomb + "]>" + PAGE.format("<p>&k;</p>")).encode)
    yield OddFile("page-frames.html", lambda: b"<html><frameset><frame src=a></frameset></html>", EMPTY)
    yield OddFile("page-nul.html", lambda: PAGE.format(f"<p>{TEXT}</p>").encode().replace(b"t", b"t\x00"))


def _archives() -> Iterator[OddFile]:
    def packed(members: dict[str, bytes]) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name, data)
        return out.getvalue()

    yield OddFile("zip.pdf", partial(packed, {"contrat.pdf": good()}), NOT)
    yield OddFile("zip-empty.pdf", partial(packed, {}), REFUSED)
    yield OddFile("zip-cut.pdf", lambda: packed({"contrat.pdf": good()})[:-30], NOT)
    yield OddFile(
        "xlsx.pdf",
        partial(packed, {"xl/workbook.xml": b"<workbook/>", "[Content_Types].xml": b"<Types/>"}),
        NOT,
    )
    yield OddFile("pptx.pdf", partial(packed, {"ppt/presentation.xml": b"<p/>"}), NOT)
    yield OddFile(
        "docx-hollow.docx", partial(packed, {"word/document.xml": b"<w/>"}), frozenset({Outcome.DAMAGED})
    )
    yield OddFile(
        "odt-hollow.odt", partial(packed, {"mimetype": b"application/vnd.oasis.opendocument.text"}), REFUSED
    )
    yield OddFile("pdf-in-pdf-name.docx", good, READ)
    mega = bytes(300 * 2**20)
    yield OddFile("mimetype-bomb.odt", lambda: packed({"mimetype": mega}), REFUSED, slow=True)
