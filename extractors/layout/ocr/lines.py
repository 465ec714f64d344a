"""Recognised words into printed lines: parted at wide gaps, with a steady height, bullets and dates repaired.

In: `Word`s of a page. Out: `Line`s in PDF points. Tesseract runs a line across columns, measures every
line anew (10.4, 9.7, 11.1 for one font) and reads "•" as "+", "e" or "°".
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.layout.ocr.picture import PagePicture
from extractors.layout.ocr.tesseract import Word
from extractors.layout.pdf.lines import GAP_IN_SIZES, union
from extractors.layout.text import clean
from models.evidence import BBox
from models.layout import Line

#: Sizes this near to the usual one are the usual one; the others are rounded to so many points.
SAME_SIZE, STEP = 0.16, 1.0
#: A letter before a gap this wide (in sizes) is an icon, however sure Tesseract is of it.
ICON_GAP = 0.55
UNSURE, SURE_DIGIT = 60, 90
BULLET_READINGS = frozenset("+e°*»•·¢«=~o¤")
_PLAIN_SIGNS = frozenset("-–—([«\"'“’;:,./%&€→")
#: Parts of a font's height above and under the baseline, as PDF readers draw a line's box.
ABOVE, UNDER = 0.9, 0.22
_LETTERED_NUMBER = re.compile(r"(?<![\w.])(?=[\dOolI|]*\d)[\dOolI|]{2,4}(?![\w])")
_FIRST = re.compile(r"\b[lI|]er(?=\s+(?:janvier|février|mars|avril|mai|juin|juillet|août|sept|oct|nov|déc))")
_DIGITS = str.maketrans("OolI|", "00111")


class LineMaker:
    """Makes the lines of one page; knows the page's usual size of letters."""

    def __init__(self, picture: PagePicture, words: Sequence[Word]) -> None:
        self.picture = picture
        sizes: Counter[float] = Counter()
        for word in words:
            sizes[round(word.size)] += len(word.text)
        self._usual = _weighted_median(sizes)

    def lines(self, words: Sequence[Word]) -> list[Line]:
        """The words of one of Tesseract's lines, parted where a column ends."""
        return [self._line(part) for part in self._parts(words) if not _is_noise(part)]

    def _parts(self, words: Sequence[Word]) -> Iterator[list[Word]]:
        part: list[Word] = []
        for word in sorted(words, key=lambda w: w.bbox[0]):
            if part and word.bbox[0] - part[-1].bbox[2] > GAP_IN_SIZES * self._size(word.size):
                yield part
                part = []
            part.append(word)
        if part:
            yield part

    def _size(self, size: float) -> float:
        """The height of a line's letters in pixels, steadied."""
        return self._usual if abs(size - self._usual) <= SAME_SIZE * self._usual else size

    def _points(self, size: float) -> float:
        points = self._size(size) / self.picture.scale
        return round(points, 1) if self._size(size) == self._usual else round(points / STEP) * STEP

    def _line(self, words: list[Word]) -> Line:
        bold = [self.picture.is_bold(word.bbox, word.size) for word in words]
        strong = sum(bold) > 0.6 * len(bold)
        lead = None
        for index, word in enumerate(words[:7]):
            after = index + 1
            if word.text.endswith(":") and after < len(words) and sum(bold[:after]) > 0.6 * after:
                lead = clean(" ".join(w.text for w in words[:after]))
                strong = strong and sum(bold[after:]) > 0.6 * (len(words) - after)
                break
        size = self._size(max(word.size for word in words))
        base = sorted(word.baseline for word in words)[len(words) // 2]
        x0, _, x1, _ = union(word.bbox for word in words)
        box: BBox = (x0, base - ABOVE * size, x1, base + UNDER * size)
        return Line(
            text=repaired([*self._opening(words), *(word.text for word in words[1:])]),
            bbox=self.picture.to_page(box),
            size=self._points(size),
            bold=strong,
            lead=None if strong else lead,
        )

    def _opening(self, words: Sequence[Word]) -> list[str]:
        """The first word; a bullet for what Tesseract makes of one; nothing for what it makes of an icon."""
        first = words[0]
        if len(words) < 2 or len(first.text) > 2 or first.text in _PLAIN_SIGNS:
            return [first.text]
        if first.text in BULLET_READINGS and (first.text not in "eo" or words[1].text[:1].isupper()):
            return ["•"]
        if not any(letter.isalnum() for letter in first.text):
            return []
        if len(first.text) > 1 or not words[1].text[:1].isupper():
            return [first.text]
        wide = words[1].bbox[0] - first.bbox[2] > ICON_GAP * self._size(first.size)
        unsure = first.sure < (SURE_DIGIT if first.text.isdigit() else UNSURE)
        return [] if unsure or (wide and not first.text.isdigit()) else [first.text]


def _is_noise(words: Sequence[Word]) -> bool:
    """What is left of rules and icons: a few letters of which Tesseract itself is not sure."""
    letters = sum(len(word.text) for word in words)
    return letters < 12 and sum(word.sure * len(word.text) for word in words) < UNSURE * letters


def repaired(words: Sequence[str]) -> str:
    """The line's text, with digits that were taken for letters set right: "2O15", "l2 mars", "ler janvier"."""
    text = _LETTERED_NUMBER.sub(lambda m: m[0].translate(_DIGITS), clean(" ".join(words)))
    return _FIRST.sub("1er", text)


def _weighted_median(sizes: Counter[float]) -> float:
    half = sum(sizes.values()) / 2
    seen = 0
    for size in sorted(sizes):
        seen += sizes[size]
        if seen >= half:
            return float(size)
    return 1.0
