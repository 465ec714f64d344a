"""Word processor files that are cut, swollen, deep or empty."""

import io
import zipfile
from collections.abc import Callable, Iterator
from functools import cache, partial
from random import Random

import docx
from odf.opendocument import OpenDocumentText
from odf.text import P

from tests.extractors.layout.odd.odd_file import EMPTY, READ, REFUSED, OddFile

LINE = "Contrat local de santé de Guéret"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@cache
def _docx() -> bytes:
    document = docx.Document()
    document.add_heading(LINE, 1)
    for row in document.add_table(rows=3, cols=2).rows:
        row.cells[0].text, row.cells[1].text = "Pilote", "CCAS"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@cache
def _odt() -> bytes:
    document = OpenDocumentText()
    document.text.addElement(P(text=LINE))
    out = io.BytesIO()
    document.write(out)
    return out.getvalue()


def _changed(source: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            data = old.read(item)
            new.writestr(item, change(data) if item == member else data)
    return out.getvalue()


def _body(xml: str) -> bytes:
    whole = f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{xml}</w:body></w:document>'.encode()
    return _changed(_docx(), "word/document.xml", lambda _: whole)


def _p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def files(rolls: Random) -> Iterator[OddFile]:
    yield OddFile("good.docx", _docx, READ, LINE)
    yield OddFile("good.odt", _odt, READ, LINE)
    for name, source, member in (("docx", _docx, "word/document.xml"), ("odt", _odt, "content.xml")):
        for step in range(8):
            share = (step + 0.5) / 8
            yield OddFile(
                f"cut-{share:.2f}.{name}", lambda s=source, k=share: s()[: int(len(s()) * k)], REFUSED
            )
        for number in range(6):
            seed = rolls.randrange(2**32)
            yield OddFile(f"flip-{number}.{name}", partial(_flipped, source, seed), slow=number > 1)
        half = partial(_changed, source(), member, lambda data: data[: len(data) // 2])
        yield OddFile(f"half-xml.{name}", half)
        swollen = partial(_changed, source(), member, lambda data: data + b" " * 400_000_000)
        yield OddFile(f"bomb.{name}", swollen, slow=True)
    cell = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
    deep = _p(LINE)
    for _ in range(60):
        deep = cell.format(deep + _p(""))
    bodies = {
        "empty": ("", EMPTY),
        "spaces": (_p("   ") * 50, EMPTY),
        "tables-deep": (deep, None),
        "spans": (f"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='99999'/></w:tcPr>{_p(LINE)}</w:tc></w:tr></w:tbl>", None),
        "span-word": (f"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='x'/></w:tcPr>{_p(LINE)}</w:tc></w:tr></w:tbl>", None),
        "merge-orphan": (f"<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{_p(LINE)}</w:tc></w:tr></w:tbl>", None),
        "rows": ("<w:tbl>" + f"<w:tr><w:tc>{_p('Pilote')}</w:tc><w:tc>{_p('CCAS')}</w:tc></w:tr>" * 1500 + "</w:tbl>", None),
        "paragraphs": (_p(LINE) * 10_000, READ),
        "style-missing": (f"<w:p><w:pPr><w:pStyle w:val='Absent'/></w:pPr><w:r><w:t>{LINE}</w:t></w:r></w:p>", READ),
    }  # fmt: skip
    for name, (xml, outcomes) in bodies.items():
        slow = name in {"rows", "paragraphs"}
        yield OddFile(f"body-{name}.docx", partial(_body, xml), *((outcomes,) if outcomes else ()), slow=slow)


def _flipped(source: Callable[[], bytes], seed: int) -> bytes:
    rolls, out = Random(seed), bytearray(source())
    for _ in range(20):
        out[rolls.randrange(len(out))] = rolls.randrange(256)
    return bytes(out)
