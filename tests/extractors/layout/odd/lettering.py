"""Text whose letters cannot be trusted: no Unicode, private signs, drawn letters, strange scripts."""

from collections.abc import Iterator
from functools import partial
from random import Random

import pymupdf

from tests.extractors.layout.odd.odd_file import ANY, READ, OddFile
from tests.extractors.layout.odd.raw import FONT, LINES, drawn, one_page, shown, stream

TEXT = shown(*LINES)
CMAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <FF> "
    "endcodespacerange {body} endcmap end end"
)
MAPS = {
    "private": "1 beginbfrange <20> <FF> <E020> endbfrange",
    "unknown": "1 beginbfrange <20> <FF> [" + "<FFFD>" * 224 + "] endbfrange",
    "controls": "1 beginbfrange <20> <FF> [" + "<0007>" * 224 + "] endbfrange",
    "shifted": "1 beginbfrange <20> <FE> <0021> endbfrange",
    "empty": "",
    "nul": "1 beginbfrange <20> <FF> <0000> endbfrange",
    "long": "1 beginbfchar <43> <" + "0041" * 5000 + "> endbfchar",
    "reversed": "1 beginbfrange <FF> <20> <0041> endbfrange",
    "surrogates": "1 beginbfrange <20> <FF> <D800> endbfrange",
    "open": "1 beginbfrange <20> <FF> [<0041> <0042>",
}
#: What such a map does to a text page: the letters on paper are right, the text is not.
GARBAGE = ("private", "unknown", "controls", "surrogates")


def files(rolls: Random) -> Iterator[OddFile]:
    for name, body in MAPS.items():
        more = {5: FONT.replace(">>", "/ToUnicode 6 0 R>>"), 6: stream(CMAP.replace("{body}", body).encode())}
        must, says = (READ, "local de santé") if name in GARBAGE else (ANY, None)
        yield OddFile(f"map-{name}.pdf", partial(one_page, TEXT, more=more), must, says)
        yield OddFile(f"map-{name}-packed.pdf", partial(one_page, TEXT, more=more, deflate=True), slow=True)
    fonts = {
        "missing": "null",
        "itself": "5 0 R",
        "number": "12",
        "no-subtype": "<</Type/Font/BaseFont/Helvetica>>",
        "type0-without-descendants": "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H>>",
        "type0-itself": "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]>>",
        "widths-huge": FONT.replace(">>", "/FirstChar 0/LastChar 255/Widths[" + "99999999 " * 256 + "]>>"),
        "widths-zero": FONT.replace(">>", "/FirstChar 0/LastChar 255/Widths[" + "0 " * 256 + "]>>"),
        "widths-negative": FONT.replace(">>", "/FirstChar 0/LastChar 255/Widths[" + "-500 " * 256 + "]>>"),
        "differences": FONT.replace("/WinAnsiEncoding", "<</Differences[32/g1/g2/g3 67/Euro/g200 97/a/a/a]>>"),
        "symbol": FONT.replace("Helvetica", "Symbol").replace("/Encoding/WinAnsiEncoding", ""),
        "dingbats": FONT.replace("Helvetica", "ZapfDingbats").replace("/Encoding/WinAnsiEncoding", ""),
        "name-long": FONT.replace("Helvetica", "H" * 100_000),
        "broken-file": FONT.replace(">>", "/FontDescriptor<</Type/FontDescriptor/FontName/X/Flags 4/FontFile2 6 0 R>>>>"),
    }  # fmt: skip
    for name, font in fonts.items():
        yield OddFile(
            f"font-{name}.pdf", partial(one_page, TEXT, more={5: font, 6: stream(b"\x00\x01\x00\x00" * 30)})
        )
    for name, glyph in {
        "drawn": b"500 0 0 0 400 700 d1 0 0 400 700 re f",
        "itself": b"BT /F1 1 Tf (a) Tj ET",
        "empty": b"",
    }.items():
        yield OddFile(f"type3-{name}.pdf", partial(_type3, glyph))
    for mode in range(8):
        must = READ if mode in {0, 1, 2, 3} else ANY
        yield OddFile(f"render-mode-{mode}.pdf", partial(one_page, shown(*LINES, extra=f"{mode} Tr")), must)
    spaced = {
        "word-spacing": shown(*LINES, extra="200 Tw"),
        "letter-spacing": shown(*LINES, extra="4 Tc"),
        "letter-spacing-negative": shown(*LINES, extra="-11 Tc"),
        "scaling-zero": shown(*LINES, extra="0 Tz"),
        "scaling-huge": shown(*LINES, extra="100000 Tz"),
        "rise": shown(*LINES, extra="5000 Ts"),
    }
    for name, text in spaced.items():
        yield OddFile(
            f"spacing-{name}.pdf", partial(one_page, text), READ if name == "letter-spacing" else ANY
        )
    for name, line in _scripts().items():
        yield OddFile(f"script-{name}.pdf", partial(_html, line))


def _type3(glyph: bytes) -> bytes:
    codes = "".join(f"/a{code}" for code in range(32, 127))
    procs = "".join(f"/a{code} 6 0 R" for code in range(32, 127))
    font = (f"<</Type/Font/Subtype/Type3/FontBBox[0 0 750 750]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 32/LastChar 126"
            f"/Widths[{'500 ' * 95}]/Encoding<</Differences[32{codes}]>>/CharProcs<<{procs}>>"
            "/Resources<</Font<</F1 5 0 R>>>>>>")  # fmt: skip
    return one_page(TEXT, more={5: font, 6: stream(glyph)})


def _scripts() -> dict[str, str]:
    return {
        "arabic": "عقد الصحة المحلي " * 20,
        "hebrew": "חוזה בריאות מקומי " * 20,
        "chinese": "地方卫生合同" * 40,
        "emoji": "🏥💉🩺" * 60,
        "combining": "e" + "\u0301" * 3000,
        "zero-width": "Contrat\u200b local\u200d de\ufeff santé\u2060 " * 30,
        "direction-marks": "\u202e\u202dContrat local de santé\u202c" * 30,
        "soft-hyphens": "con\u00adtrat lo\u00adcal de san\u00adté " * 40,
        "one-word": "santé" * 4000,
    }


def _html(line: str) -> bytes:
    def draw(document: pymupdf.Document) -> None:
        page = document.new_page()
        page.insert_htmlbox((50, 50, 545, 792), f"<p>{line}</p>", scale_low=0)

    return drawn(draw)
